import { child, children, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

const nouns = /^(country|nation|state|neighbou?r|government|side|republic)$/;
const giving = /^(lend|give|pay|pledge|promise|offer|grant|provide|loan|send)$/;

/** 'would lend the two countries 55 million', 'of which both countries are members', 'to which both belong': what is told of the two states of the story. */
export function pairsOfStates(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return occurrencesOf(document, ['both', 'two']).flatMap((word) => {
    const noun = pairNoun(sources, word);
    const states = noun === undefined ? undefined : statesOfStory(sources, word);
    if (noun === undefined || states === undefined) return [];
    return [...lent(sources, noun, states), ...joined(sources, noun, states)];
  });
}

/** The noun that 'both' or 'the two' stands before, or 'both' by itself. */
function pairNoun(sources: RelationSources, word: Token): Token | undefined {
  const { document } = sources.context;
  const noun = headOf(document, word.i);
  if (noun !== undefined && /^(det|nummod)/.test(word.deprel) && noun.i > word.i && nouns.test(noun.lemma))
    return word.lower === 'both' || child(document, noun.i, 'det')?.lower === 'the' ? noun : undefined;
  return word.lower === 'both' && /^(nsubj|advmod)/.test(word.deprel) ? word : undefined;
}

/** The two states told of most before a word, where a third is not as much. */
function statesOfStory(sources: RelationSources, { i }: Token): readonly string[] | undefined {
  const counted = sources.table.entities
    .filter(({ groupKind }) => groupKind === 'state')
    .map(({ id }) => {
      const place = sources.table.counterpart(id)?.id;
      const all = [id, ...(place === undefined ? [] : [place])].flatMap((own) =>
        sources.table.mentionsOf(own),
      );
      return { id, count: all.filter(({ first }) => first < i).length };
    })
    .toSorted((a, b) => b.count - a.count);
  const [first, second, third] = counted;
  return first === undefined || second === undefined || second.count < 2 || second.count === third?.count
    ? undefined
    : [first.id, second.id];
}

/** 'The bank would lend the two countries 55 million euros.' */
function lent(sources: RelationSources, noun: Token, states: readonly string[]): FoundRelation[] {
  const { document } = sources.context;
  const verb = headOf(document, noun.i);
  const isGiven =
    verb !== undefined &&
    giving.test(verb.lemma) &&
    /^(iobj|obj|obl)/.test(noun.deprel) &&
    children(document, verb.i).some(({ lower, upos }) => upos === 'SYM' || sources.lexicon.money.has(lower));
  if (!isGiven) return [];
  return (sources.roles.at(verb.i).slots['subject'] ?? [])
    .flatMap((token) => sources.actors.named([token]))
    .flatMap((from) =>
      states
        .filter((to) => to !== from)
        .map((to) => ({
          type: 'FUNDS',
          from,
          to,
          trigger: verb.i,
          rule: 'relations.pair-funded',
          confidence: 0.6,
        })),
    );
}

/** 'of which both countries are members', 'to which both belong', 'Both countries belong to the Union'. */
function joined(sources: RelationSources, noun: Token, states: readonly string[]): FoundRelation[] {
  const { document } = sources.context;
  const { tokens } = document;
  const verb = headOf(document, noun.i);
  if (verb === undefined || !/^(nsubj|advmod)/.test(noun.deprel) || !/^(member|belong)$/.test(verb.lemma))
    return [];
  const first = noun.lower === 'both' ? noun.i : noun.i - 1;
  const relative = tokens[first - 1]?.lower === 'which' && /^(of|to)$/.test(tokens[first - 2]?.lower ?? '');
  const body = relative ? headOfRelative(sources, verb) : sources.roles.at(verb.i).slots['to']?.[0];
  const group = body === undefined ? undefined : sources.table.actorAt(body);
  return group?.kind !== 'group' || group.groupKind === 'state'
    ? []
    : states.map((from) => ({
        type: 'MEMBER_OF',
        from,
        to: group.id,
        trigger: verb.i,
        rule: 'relations.pair-joined',
        confidence: 0.65,
      }));
}

/** What a relative clause, or the one that it is joined to, hangs on. */
function headOfRelative(sources: RelationSources, verb: Token): number | undefined {
  const { document } = sources.context;
  let clause: Token | undefined = verb;
  for (let step = 0; clause !== undefined && step < 3; step++) {
    if (clause.deprel.startsWith('acl')) return nameUpTo(sources, clause.head)?.head ?? clause.head;
    clause = headOf(document, clause.i);
  }
  return undefined;
}
