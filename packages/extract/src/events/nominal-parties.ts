import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { sidesBefore } from '../roles/sides.ts';
import type { EventMention } from './find.ts';

/** 'the minister', 'the inquiry', 'the government' for somebody told before; undefined where the article has nobody for it. */
export type NominalParty = (token: number) => string | undefined;

/** What is meant by 'the government' where no name stands beside it: the state the article tells of. */
const ruling = /^(?:government|regime|cabinet)$/;

/**
 * Makes the resolver of an article's definite nouns without a name: whoever was told last to hold a post of that title, else the
 * group told last whose name ends in the noun, else for a government the state named most often before.
 */
export function nominalParties(
  document: AnnotatedDocument,
  table: EntityTable,
  positions: readonly Position[],
): NominalParty {
  const byTitle = new Map<string, Set<string>>();
  for (const { person, title } of positions) addTo(byTitle, lastWord(title), person);
  const byName = new Map<string, Set<string>>();
  for (const { id, kind, name, unnamed } of table.entities)
    if (kind === 'group' && unnamed !== true) addTo(byName, lastWord(name), id);
  const lastOf = (ids: ReadonlySet<string> | undefined, before: number): string | undefined =>
    ids === undefined
      ? undefined
      : table.mentions.findLast(({ entity, first }) => first < before && ids.has(entity))?.entity;
  return (index) => {
    const noun = document.tokens[index];
    if (noun === undefined || !isBareDefinite(document, noun)) return undefined;
    const told = lastOf(byTitle.get(noun.lemma), index) ?? lastOf(byName.get(noun.lemma), index);
    return told ?? (ruling.test(noun.lemma) ? sidesBefore(table, index)[0] : undefined);
  };
}

/** Fills in actors and targets that the text names by a bare noun. */
export function withNominals(mention: EventMention, partyOf: NominalParty): EventMention {
  const parties = (tokens: readonly number[], others: readonly string[]): string[] => [
    ...new Set(tokens.flatMap((token) => partyOf(token) ?? []).filter((id) => !others.includes(id))),
  ];
  const actors = mention.actors.length > 0 ? mention.actors : parties(mention.actorTokens, mention.targets);
  const targets = mention.targets.length > 0 ? mention.targets : parties(mention.targetTokens, actors);
  return { ...mention, actors, targets };
}

/** 'the minister', 'that committee', not 'the minister of Chad', 'a minister', 'the Chadian minister'. */
function isBareDefinite(document: AnnotatedDocument, { i, upos, xpos }: Token): boolean {
  if (upos !== 'NOUN' || xpos !== 'NN') return false;
  if (!/^(?:the|this|that)$/.test(child(document, i, 'det')?.lower ?? '')) return false;
  return !children(document, i).some(
    ({ deprel, upos: kind }) =>
      deprel === 'nmod:poss' || deprel === 'nmod' || deprel === 'acl:relcl' || kind === 'PROPN',
  );
}

const lastWord = (text: string): string => text.toLowerCase().split(/\s+/).at(-1) ?? '';

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set.add(value));
}
