import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { headsOf } from '../coreference/portraits.ts';
import { antecedentOf, prepositionOf } from '../roles/coordination.ts';
import { hyphenated } from '../roles/hyphenated.ts';
import { sidesBefore } from '../roles/sides.ts';
import type { EventMention } from './find.ts';

/** 'the minister', 'the inquiry', 'the government' for somebody told before; undefined where the article has nobody for it. */
export type NominalParty = (token: number) => string | undefined;

/** What is meant by 'the government' where no name stands beside it: the state the article tells of. */
const ruling = /^(?:government|regime|cabinet)$/;

/** What is meant by 'the country', 'the kingdom': the state told of right before. */
const land = /^(?:country|nation|kingdom|republic|emirate|sultanate)$/;
/** How many sentences back that state may stand. */
const nearby = 2;

/** The state named last before a noun, in its sentence or a little before. */
function lastState(document: AnnotatedDocument, table: EntityTable, noun: Token): string | undefined {
  for (const { entity, head } of table.mentions.filter(({ first }) => first < noun.i).toReversed()) {
    if (noun.sentence - (document.tokens[head]?.sentence ?? 0) > nearby) return undefined;
    const found = table.byId(entity);
    const state = found?.kind === 'place' ? table.counterpart(entity) : found;
    if (state?.groupKind === 'state') return state.id;
  }
  return undefined;
}

/** Nouns for bodies with the kinds of group that they may mean: the lexicon's `groups` of nominals. */
export type KindsOfNouns = Readonly<Record<string, readonly string[]>>;

/** Kinds of group of which an article about one means that one: 'the rebels', 'the company'. */
const ofOneKind: ReadonlySet<string> = new Set(['armed_group', 'company', 'party', 'military']);
/** Nouns for those who belong to a body or do its deeds: 'members of the council', 'its boats'. */
const belonging =
  /^(?:member|supporter|activist|follower|leader|chairman|chairwoman|president|official|executive|boat|delegate|fighter|force|troop|striker)$/;

/**
 * Makes the resolver of an article's definite nouns without a name: whoever was told last to hold a post of that title, else the
 * group told last whose name ends in the noun, else the one group of its kind named before ('the rebels'), else for a government
 * the state named most often before. Who belongs to such a body stands for it.
 */
export function nominalParties(
  document: AnnotatedDocument,
  table: EntityTable,
  positions: readonly Position[],
  kindsOfNouns: KindsOfNouns,
): NominalParty {
  const byTitle = new Map<string, Set<string>>();
  for (const { person, title } of positions) addTo(byTitle, lastWord(title), person);
  const byName = new Map<string, Set<string>>();
  for (const { id, kind, name, unnamed } of table.entities)
    if (kind === 'group' && unnamed !== true) for (const word of headsOf(name)) addTo(byName, word, id);
  const lastOf = (ids: ReadonlySet<string> | undefined, before: number): string | undefined =>
    ids === undefined
      ? undefined
      : table.mentions.findLast(({ entity, first }) => first < before && ids.has(entity))?.entity;
  const onlyOne = (noun: Token): string | undefined => {
    const wanted = kindsOfNouns[noun.lower] ?? kindsOfNouns[noun.lemma];
    if (wanted?.length !== 1 || !ofOneKind.has(wanted[0] ?? '')) return undefined;
    const named = new Set<string>();
    for (const { entity, first, form } of table.mentions) {
      const found = first < noun.i && form === 'name' ? table.byId(entity) : undefined;
      if (found?.groupKind === wanted[0]) named.add(entity);
    }
    return named.size === 1 ? [...named][0] : undefined;
  };
  const partyAt = (index: number, depth: number): string | undefined => {
    const noun = document.tokens[index];
    if (noun === undefined) return undefined;
    const title = hyphenated(document, index);
    if (title !== undefined && child(document, index, 'det') !== undefined)
      return lastOf(byTitle.get(title), index);
    if (isBareDefinite(document, noun)) {
      const word = noun.upos === 'PROPN' ? noun.lower : noun.lemma;
      const told = lastOf(byTitle.get(word), index) ?? lastOf(byName.get(word), index) ?? onlyOne(noun);
      if (told !== undefined) return told;
      if (land.test(word) && noun.xpos === 'NN') return lastState(document, table, noun);
      return ruling.test(word) ? sidesBefore(table, index)[0] : undefined;
    }
    const body = depth === 0 && belonging.test(noun.lemma) ? bodyOf(document, noun) : undefined;
    return body === undefined ? undefined : (table.mentionHeadedBy(body)?.entity ?? partyAt(body, 1));
  };
  return (index) => partyAt(index, 0);
}

/** The council for 'members of the council', 'whose members'. */
function bodyOf(document: AnnotatedDocument, { i }: Token): number | undefined {
  const owner = child(document, i, 'nmod:poss');
  if (owner !== undefined) return owner.lower === 'whose' ? antecedentOf(document, owner.i) : owner.i;
  return children(document, i, 'nmod').find((noun) => prepositionOf(document, noun.i) === 'of')?.i;
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

/** 'the minister', 'that committee', 'the Government', not 'the minister of Chad', 'a minister', 'the Chadian minister'. */
function isBareDefinite(document: AnnotatedDocument, { i, upos, xpos }: Token): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(upos) || !/^NNP?S?$/.test(xpos ?? '')) return false;
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
