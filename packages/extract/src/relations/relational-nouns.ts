import type { Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { patternsByTrigger, type RelationPattern } from './lexicon.ts';
import { relatedByNoun } from './noun-phrase.ts';
import { fits, isNegated } from './patterns.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/**
 * What nouns tell of the names around them by the order of words, where the tree is wrong or silent. Of two allies the one named
 * first is told to be the other's.
 */
export function relationalNouns(sources: RelationSources): FoundRelation[] {
  const byTrigger = patternsByTrigger(sources.lexicon);
  const nouns = sources.context.document.tokens.filter(({ upos, lemma }) => {
    if (upos === 'VERB' || upos === 'PUNCT') return false;
    const word = lemma.toLowerCase();
    return byTrigger.NOUN.has(word) || sources.lexicon.kin.has(word);
  });
  return nouns.flatMap((token) => {
    const lemma = token.lemma.toLowerCase();
    const told = (byTrigger.NOUN.get(lemma) ?? []).filter(
      (pattern) => isApposed(pattern) && follows(sources, token, pattern),
    );
    const patterns = sources.lexicon.kin.has(lemma) ? [kinPattern, ...told] : told;
    if (patterns.length === 0 || sources.table.mentionsAt(token.i).some(({ form }) => form === 'name'))
      return [];
    return ofNoun(sources, token, patterns);
  });
}

/** "his wife, former senator X": relatives as any other noun that relates two. */
const kinPattern: RelationPattern = {
  type: 'FAMILY_OF',
  from: ['apposed'],
  to: ['possessive', 'of'],
  fromKinds: ['person'],
  toKinds: ['person'],
  examples: ["Ferdinand Marcos's sister, Imee Marcos, left."],
};

const isApposed = ({ from, to }: RelationPattern): boolean =>
  from.includes('apposed') || to.includes('apposed');

/** Does the word before the noun suit a pattern? Who was the head of a body once leads it no more. */
function follows(sources: RelationSources, noun: Token, { after, type }: RelationPattern): boolean {
  const { tokens } = sources.context.document;
  const before = tokens.slice(Math.max(0, noun.i - 3), noun.i);
  if (
    type === 'LEADS' &&
    before.some(({ lower }) => /^(former|ex|late|then|deputy|vice|assistant)$/.test(lower))
  )
    return false;
  return after === undefined || after.includes(sources.context.document.tokens[noun.i - 1]?.lower ?? '');
}

function ofNoun(
  sources: RelationSources,
  noun: Token,
  patterns: readonly RelationPattern[],
): FoundRelation[] {
  const pair = relatedByNoun(sources, noun);
  const owner = pair === undefined ? undefined : actorOf(sources, pair.owner.head);
  if (pair === undefined || owner === undefined || isNegated(sources, noun.i)) return [];
  const holders = pair.holders.flatMap((mention) => {
    const holder = actorOf(sources, mention.head);
    return holder === undefined ? [] : [{ holder, isLater: mention.first > pair.owner.first }];
  });
  return holders.flatMap(({ holder, isLater }) => {
    const [pattern, from, to] =
      patterns
        .map((each) =>
          each.from.includes('apposed') ? ([each, holder, owner] as const) : ([each, owner, holder] as const),
        )
        .find(
          ([each, a, b]) =>
            fits(sources, each, a, b) &&
            (each.alone !== true || isAlone(sources, noun)) &&
            !isOnlyFrom(sources, each, pair.owner, noun, a === owner ? b : a) &&
            (pair.preposition === undefined || [...each.from, ...each.to].includes(pair.preposition)),
        ) ?? [];
    if (pattern === undefined || from === undefined || to === undefined || from === to) return [];
    if (pattern.type === 'ALLIED_WITH' && isMemberAlly(sources, owner, holder, noun))
      return [
        {
          type: 'MEMBER_OF',
          from: holder,
          to: owner,
          trigger: noun.i,
          rule: 'relations.member-ally',
          confidence: 0.65,
        },
      ];
    const isTurned = pattern.type === 'ALLIED_WITH' && pattern.same !== true && isLater && from === holder;
    return [
      {
        type: pattern.type,
        from: isTurned ? to : from,
        to: isTurned ? from : to,
        trigger: noun.i,
        rule: `relations.${pattern.type.toLowerCase()}.${noun.lemma.toLowerCase()}`,
        confidence: 0.7,
      },
    ];
  });
}

/** 'NATO allies France and Germany': a state called the ally of a union of states is in it. */
function isMemberAlly(sources: RelationSources, owner: string, holder: string, noun: Token): boolean {
  return (
    noun.lemma === 'ally' &&
    sources.table.byId(owner)?.groupKind === 'igo' &&
    sources.table.byId(holder)?.groupKind === 'state'
  );
}

/** Right behind 'whose', 'its' or a possessive ending, and of nothing more narrow: "ZCCM's director of operations" does not lead it. */
function isAlone(sources: RelationSources, noun: Token): boolean {
  const { tokens } = sources.context.document;
  const before = tokens[noun.i - 1];
  if (tokens[noun.i + 1]?.lower === 'of' && /^(director|head|chief)$/.test(noun.lower)) return false;
  return before !== undefined && (/^(whose|its|their)$/.test(before.lower) || isPossessive(before));
}

/** 'U.S. rival Boeing', 'Democratic rival X', 'Labour committee chairman Y': the state or party that who is called a rival or the head of another body is of. */
function isOnlyFrom(
  sources: RelationSources,
  { type }: RelationPattern,
  owner: Mention,
  noun: Token,
  holder: string,
): boolean {
  const { tokens } = sources.context.document;
  const next = tokens[owner.last + 1];
  const isModifier = next !== undefined && !isPossessive(next) && owner.form !== 'pronoun';
  if (type === 'LEADS' && isModifier && sources.table.byId(owner.entity)?.groupKind === 'party')
    return tokens
      .slice(next.i, noun.i)
      .some(({ lower }) => /^(committee|subcommittee|panel|commission)$/.test(lower));
  if (!/^(ALLIED_WITH|OPPOSES|SPOKE_FOR)$/.test(type)) return false;
  const [whole, who] = [sources.table.byId(owner.entity), sources.table.byId(holder)];
  if (whole?.groupKind === 'party') return isModifier && next.upos === 'NOUN' && who?.kind === 'person';
  return whole?.groupKind === 'state' && /^(company|media)$/.test(who?.groupKind ?? '');
}

function actorOf(sources: RelationSources, head: number): string | undefined {
  return sources.table.actorAt(head)?.id;
}
