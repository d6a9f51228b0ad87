import { stateById } from '../entity-table.ts';
import { type AnnotatedDocument, spanOffsets, type Token } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import type { Reading } from '../reading.ts';
import type { PositionEvidence } from './positions.ts';

/** 'his Vanuatu counterpart, X', "Putin's Turkish colleague", 'her opposite number from Minsk'. */
export interface CounterpartPhrase {
  readonly first: number;
  readonly last: number;
  /** The words that stand for the one of the other state: 'Vanuatu counterpart'. */
  readonly words: string;
  /** The person whose counterpart it is. */
  readonly possessor?: string;
  /** The state the phrase names, as a group. */
  readonly state?: string;
  /** The name that says who it is. */
  readonly named?: Mention;
}

const longestPhrase = 5;

/** All counterparts that an article tells of, named or not. */
export function counterpartPhrases(document: AnnotatedDocument, table: EntityTable): CounterpartPhrase[] {
  return document.tokens.filter(isCounterpart).map((token) => phraseAround(document, table, token));
}

const fellows: ReadonlySet<string> = new Set(['counterpart', 'homologue', 'colleague']);
const isCounterpart = ({ lower, i }: Token, _at: number, tokens: readonly Token[]): boolean =>
  fellows.has(lower) || (lower === 'number' && tokens[i - 1]?.lower === 'opposite');

function phraseAround(document: AnnotatedDocument, table: EntityTable, noun: Token): CounterpartPhrase {
  const { tokens } = document;
  let first = noun.i;
  let state: string | undefined;
  let possessor: string | undefined;
  for (let i = noun.i - 1; i >= Math.max(0, noun.i - longestPhrase); i--) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== noun.sentence) break;
    if (/^(his|her|their|its)$/.test(token.lower)) {
      possessor = joinedBefore(document, table, i) ?? personAt(table, i) ?? personBefore(document, table, i);
      first = i;
      break;
    }
    if (isPossessive(token)) {
      possessor = personAt(table, i - 1);
      first = table.mentionAt(i - 1)?.first ?? i - 1;
      state ??= possessor === undefined ? stateAt(table, i - 1) : undefined;
      break;
    }
    if (/^(VERB|AUX|ADP|PUNCT|CCONJ)$/.test(token.upos) && token.text !== '-') break;
    state ??= stateAt(table, i) ?? bodyAt(table, i);
    first = i;
  }
  let last = noun.i;
  if (tokens[last + 1]?.lower === 'from' || tokens[last + 1]?.lower === 'in') {
    const place = table.mentionsAt(last + 2).findLast((mention) => mention.first === last + 2);
    const from = place === undefined ? undefined : stateAt(table, place.head);
    if (place !== undefined && from !== undefined) {
      state ??= from;
      last = place.last;
    }
  }
  const named = namedBehind(document, table, last) ?? namedBefore(document, table, first);
  const opening = /^(his|her|their|its)$/.test(tokens[first]?.lower ?? '') ? first + 1 : first;
  return {
    first,
    last,
    words: document.text.slice(tokens[opening]?.start, noun.end),
    ...(possessor === undefined ? {} : { possessor }),
    ...(state === undefined ? {} : { state }),
    ...(named === undefined || named.entity === possessor ? {} : { named }),
  };
}

function personAt(table: EntityTable, token: number): string | undefined {
  return table.mentionsAt(token).find(({ entity }) => table.byId(entity)?.kind === 'person')?.entity;
}

/** 'X and his counterpart', 'X, and her counterpart': who is joined with the phrase is the one it speaks of. */
function joinedBefore({ tokens }: AnnotatedDocument, table: EntityTable, token: number): string | undefined {
  if (!/^(and|&)$/.test(tokens[token - 1]?.lower ?? '')) return undefined;
  const at = tokens[token - 2]?.text === ',' ? token - 3 : token - 2;
  return nameOf(table, at, 'last')?.entity;
}

/** The person named last in the sentence before a token. */
function personBefore({ tokens }: AnnotatedDocument, table: EntityTable, token: number): string | undefined {
  return table.mentions.findLast(
    ({ first, entity, form }) =>
      form === 'name' &&
      first < token &&
      tokens[first]?.sentence === tokens[token]?.sentence &&
      table.byId(entity)?.kind === 'person',
  )?.entity;
}

/** The state at a token, also by its capital. */
function stateAt(table: EntityTable, token: number): string | undefined {
  for (const { entity: id } of table.mentionsAt(token)) {
    const entity = table.byId(id);
    if (entity?.groupKind === 'state') return id;
    if (entity?.placeKind === 'country') return table.counterpart(id)?.id;
    if (entity?.placeKind === 'city' && entity.country !== undefined)
      return stateById(table, entity.country)?.id;
  }
  return undefined;
}

/** The body of its own at a token whose people have posts as a state's do: 'his Houthi counterpart'. */
const bodyAt = (table: EntityTable, token: number): string | undefined =>
  table
    .mentionsAt(token)
    .find(({ entity }) => /^(armed_group|igo|government_body)$/.test(table.byId(entity)?.groupKind ?? ''))
    ?.entity;

/** 'counterpart, X' and 'counterpart X'. */
function namedBehind({ tokens }: AnnotatedDocument, table: EntityTable, last: number): Mention | undefined {
  const at = tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
  return nameOf(table, at, 'first');
}

/** 'X, his Turkish counterpart,'. */
function namedBefore({ tokens }: AnnotatedDocument, table: EntityTable, first: number): Mention | undefined {
  return tokens[first - 1]?.text === ',' ? nameOf(table, first - 2, 'last') : undefined;
}

function nameOf(table: EntityTable, token: number, edge: 'first' | 'last'): Mention | undefined {
  const name = table
    .mentionsAt(token)
    .findLast((mention) => mention[edge] === token && mention.form === 'name');
  return name !== undefined && table.byId(name.entity)?.kind === 'person' ? name : undefined;
}

/**
 * What counterparts hold: what they are called, and the post of the one whose counterpart they are, in the state the phrase names.
 * `evidence` are the posts told so far.
 */
export function counterpartPosts(
  { context, table }: Reading,
  phrases: readonly CounterpartPhrase[],
  evidence: readonly PositionEvidence[],
): PositionEvidence[] {
  return phrases.flatMap((phrase): PositionEvidence[] => {
    const { named, state, first, last } = phrase;
    if (named === undefined || state === undefined || table.byId(named.entity) === undefined) return [];
    const own = postOfPossessor(context.document, phrase, evidence);
    const shared = {
      person: named.entity,
      group: state,
      status: 'current' as const,
      since: null,
      until: null,
      attributedTo: null,
      rule: 'positions.counterpart',
      spans: [
        spanOffsets(context.document, {
          start: Math.min(first, named.first),
          end: Math.max(last, named.last) + 1,
        }),
      ] as PositionEvidence['position']['spans'],
    };
    const called = phrase.words.endsWith('counterpart')
      ? [{ position: { ...shared, title: phrase.words, confidence: 0.8 } }]
      : [];
    return own === undefined ? called : [...called, { position: { ...shared, title: own, confidence: 0.7 } }];
  });
}

/** The title of the office that the possessor holds, the last one told before the phrase; else that of the sentence's other person. */
function postOfPossessor(
  { tokens }: AnnotatedDocument,
  { first, possessor, named }: CounterpartPhrase,
  evidence: readonly PositionEvidence[],
): string | undefined {
  const offices = evidence.filter(
    ({ found, position }) =>
      found?.phrase.kind === 'office' && position.person !== named?.entity && position.status !== 'former',
  );
  const own = offices.filter(({ position }) => position.person === possessor);
  const before = own.filter(({ found }) => (found?.person.first ?? 0) < first);
  const near = offices.filter(
    ({ found }) =>
      found !== undefined &&
      found.person.first < first &&
      tokens[found.person.first]?.sentence === tokens[first]?.sentence,
  );
  const best = before.at(-1) ?? own[0] ?? (possessor === undefined ? near.at(-1) : undefined);
  return best?.position.title;
}
