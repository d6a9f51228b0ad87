import type { Token } from '@dragoman/nlp';
import type { PositionEvidence } from '../positions/positions.ts';
import { isPossessive } from '../names/runs.ts';
import { inLaw } from './kinship.ts';
import { patternsByTrigger } from './lexicon.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import { namesakesOf } from './surnames.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between a title and the noun for a relative, and between that and a name. */
const longestModifiers = 3;

/** Other words for the holder of an office. */
const lawmaker = /^(rep\.?|representative|congressman|congresswoman)$/;

/**
 * "Debbie Meadows, the congressman's wife", "the president's lawyer, X": a relative or lawyer of somebody who is called by an office alone
 * and whom no coreference joins with a name: the one whom the article tells of with that office, the last before.
 */
export function titledOwners(
  sources: RelationSources,
  positions: readonly PositionEvidence[],
): FoundRelation[] {
  const byTrigger = patternsByTrigger(sources.lexicon);
  const behind = kinOfTitled(sources, positions);
  const marks = sources.context.document.tokens.filter(isPossessive);
  const before = marks.flatMap((mark): FoundRelation[] => {
    const title = titleEndingAt(sources, mark.i - 1);
    const noun = title === undefined ? undefined : nounBehind(sources, mark.i);
    if (title === undefined || noun === undefined) return [];
    const lemma = noun.lemma.toLowerCase();
    const isKin = sources.lexicon.kin.has(lemma);
    const speaks = (byTrigger.NOUN.get(lemma) ?? []).some(({ type }) => type === 'SPOKE_FOR');
    const owner = isKin || speaks ? holderOf(sources, positions, title) : undefined;
    const other =
      owner === undefined ? undefined : namedBeside(sources, title.i, inLaw(sources, noun).at(-1) ?? noun);
    if (owner === undefined || other === undefined || other === owner) return [];
    return [
      {
        type: isKin ? 'FAMILY_OF' : 'SPOKE_FOR',
        from: other,
        to: owner,
        trigger: noun.i,
        rule: 'relations.titled-owner',
        confidence: 0.65,
      },
    ];
  });
  return [...before, ...behind];
}

/** 'Dário Macuácua, a nephew of the minister', 'X, who is no relation of the union leader': a relative of whom an office alone calls. */
function kinOfTitled(sources: RelationSources, positions: readonly PositionEvidence[]): FoundRelation[] {
  const { tokens } = sources.context.document;
  const saysNone = ({ i, lower }: Token): boolean =>
    (lower === 'relation' || lower === 'relative') && tokens[i - 1]?.lower === 'no';
  const nouns = tokens.filter(
    (noun) =>
      (sources.lexicon.kin.has(noun.lower) || saysNone(noun)) &&
      /^(of|to)$/.test(tokens[noun.i + 1]?.lower ?? ''),
  );
  return nouns.flatMap((noun): FoundRelation[] => {
    const title = tokens[noun.i + 2]?.lower === 'the' ? titleFrom(sources, noun.i + 3) : undefined;
    const other = title === undefined ? undefined : describedBefore(sources, noun.i - 1);
    const owner =
      title === undefined || other === undefined
        ? undefined
        : namesakeHolding(sources, positions, title, other);
    if (owner === undefined || other === undefined || other === owner) return [];
    return [
      {
        type: 'FAMILY_OF',
        from: other,
        to: owner,
        trigger: noun.i,
        rule: 'relations.titled-owner',
        confidence: 0.6,
        denied: saysNone(noun),
      },
    ];
  });
}

/** Who holds the office, and has a surname in common with the relative. */
function namesakeHolding(
  sources: RelationSources,
  positions: readonly PositionEvidence[],
  title: Token,
  relative: string,
): string | undefined {
  const holders = [...holdersOf(positions, title)];
  const [only, other] = namesakesOf(sources, relative, holders);
  return other === undefined ? only : undefined;
}

/** The last word of a title that begins at a token and is followed by no name. */
function titleFrom(sources: RelationSources, first: number): Token | undefined {
  const { tokens } = sources.context.document;
  let at = first;
  while (at < first + longestModifiers && /^(NOUN|ADJ)$/.test(tokens[at + 1]?.upos ?? '')) at++;
  const token = tokens[at];
  const isNamed = [at, at + 1, at + 2].some((next) => nameFrom(sources, next) !== undefined);
  return token?.upos === 'NOUN' && !isNamed ? token : undefined;
}

/** Who is described before a noun: over 'a', 'and', 'is', a comma and the descriptions before that. */
function describedBefore(sources: RelationSources, from: number): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = from; at > from - longestDescription; at--) {
    const token = tokens[at];
    if (token === undefined || token.text === '.' || token.upos === 'VERB') return undefined;
    const name = nameUpTo(sources, at);
    if (name === undefined) continue;
    const next = tokens[name.last + 1];
    const isPerson = sources.table.byId(name.entity)?.kind === 'person' && name.form === 'name';
    if (isPerson && (next?.text === ',' || next?.lower === 'is' || next?.lower === 'who')) return name.entity;
  }
  return undefined;
}

/** How many words may describe somebody before the word for a relative: 'X, a spokesman for the ministry and no'. */
const longestDescription = 14;

/** The last word of 'the congressman' right before the possessive mark, where nobody is known to be meant. */
function titleEndingAt(sources: RelationSources, at: number): Token | undefined {
  const { tokens } = sources.context.document;
  const token = tokens[at];
  if (token === undefined || !/^(NOUN|PROPN)$/.test(token.upos) || sources.table.mentionAt(at) !== undefined)
    return undefined;
  let first = at - 1;
  while (first > at - longestModifiers && /^(NOUN|PROPN|ADJ)$/.test(tokens[first]?.upos ?? '')) first--;
  return tokens[first]?.lower === 'the' ? token : undefined;
}

function nounBehind(sources: RelationSources, mark: number): Token | undefined {
  const { tokens } = sources.context.document;
  for (let at = mark + 1; at <= mark + longestModifiers; at++) {
    const token = tokens[at];
    if (token?.upos === 'NOUN') return token;
    if (token?.upos !== 'ADJ') return undefined;
  }
  return undefined;
}

/** The last named before who holds the office now. */
function holderOf(
  sources: RelationSources,
  positions: readonly PositionEvidence[],
  title: Token,
): string | undefined {
  const holders = holdersOf(positions, title);
  return sources.table.mentions.findLast(({ entity, last }) => last < title.i && holders.has(entity))?.entity;
}

/** All who are called by an office. */
function holdersOf(positions: readonly PositionEvidence[], title: Token): ReadonlySet<string> {
  const isTitle = (said: string): boolean => {
    const word = said.toLowerCase().split(' ').at(-1) ?? '';
    return word === title.lower || (lawmaker.test(word) && lawmaker.test(title.lower));
  };
  return new Set(positions.flatMap(({ position }) => (isTitle(position.title) ? [position.person] : [])));
}

/** The person named right behind the last word of the noun, over a comma or a form of address, or before the comma before the title. */
function namedBeside(sources: RelationSources, title: number, noun: Token): string | undefined {
  const { tokens } = sources.context.document;
  let at = noun.i + 1;
  if (tokens[at]?.text === ',') at++;
  const behind = nameFrom(sources, at) ?? nameFrom(sources, at + 1);
  let first = title;
  while (first > title - longestModifiers && tokens[first]?.lower !== 'the') first--;
  const before = tokens[first - 1]?.text === ',' ? nameUpTo(sources, first - 2) : undefined;
  const person = [before, behind].find(
    (name) => name?.form === 'name' && sources.table.byId(name.entity)?.kind === 'person',
  );
  return person?.entity;
}
