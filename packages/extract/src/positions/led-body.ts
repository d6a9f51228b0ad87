import { type AnnotatedDocument, sentenceOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import { isOnlyTold, onlyBodyNear } from './bodies-near.ts';
import { onlyArmedGroup } from './called-body.ts';
import type { FoundTitle } from './found-title.ts';

/** Bodies that a leader may have, by the words of the title: 'Chief executive X' beside the company that the passage tells of. */
const ledKinds: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(chief executive|ceo|managing director|founder|co-founder|owner|chairman|chairwoman|chair|executive director|cfo|coo|chief (financial|operating|technology|investment) officer|boss|(general|resident|branch|plant|regional|site) manager|(regional|area) director|branch (secretary|chair)|grievance chairman|chief engineer)\b/,
    /^(company|media|ngo|other)$/,
  ],
  [/\b(commander|commander-in-chief)\b/, /^(military|armed_group)$/],
  [/\b(general secretary|party leader|deputy leader|party chairman)\b/, /^party$/],
];

/** Bodies in a title that are not the company or party itself. */
const otherBody = /\b(committee|commission|council|panel|board|union|association|house|senate|parliament)\b/;

/** The one body that a title without one fits, in the sentence of the person or the one before. */
export function ledBody(
  document: AnnotatedDocument,
  table: EntityTable,
  { phrase, person }: FoundTitle,
): Entity | undefined {
  const title = phrase.title.toLowerCase();
  if (title === 'leader') return onlyPartyHere(document, table, person);
  if (otherBody.test(title)) return undefined;
  const kinds = ledKinds.find(([titles]) => titles.test(title))?.[1];
  if (kinds === undefined) return undefined;
  const sentence = document.tokens[person.first]?.sentence ?? 0;
  const near = table.mentions.filter(({ entity, first, form }) => {
    const distance = sentence - (document.tokens[first]?.sentence ?? 0);
    const { id = '', groupKind = '' } = table.byId(entity) ?? {};
    return (
      form !== 'pronoun' &&
      distance >= 0 &&
      distance <= 1 &&
      kinds.test(groupKind) &&
      !(groupKind === 'media' && isOnlyTold(document, table, id))
    );
  });
  const bodies = new Set(near.map(({ entity }) => entity));
  const [only] = bodies;
  if (bodies.size > 1) return subjectOf(document, table, near, person);
  if (only === undefined && /\bfield commander$/.test(title)) return onlyArmedGroup(table, phrase.first);
  return only === undefined ? undefined : table.byId(only);
}

/** 'The Greens have opened their campaign, with leader X saying …': the only party that the sentence of a leader names. */
function onlyPartyHere(document: AnnotatedDocument, table: EntityTable, person: Mention): Entity | undefined {
  const { first, last } = sentenceOf(document, person.first);
  const parties = table.mentions.filter(
    (mention) =>
      mention.first >= first &&
      mention.last <= last &&
      mention.form !== 'pronoun' &&
      table.byId(mention.entity)?.groupKind === 'party',
  );
  const [only, other] = new Set(parties.map(({ entity }) => entity));
  return only === undefined || other !== undefined ? undefined : table.byId(only);
}

/** Posts that every body has one of. */
const soleOfBody =
  /^(leader|head|director|president|chairman|chairwoman|chair|chairperson|general secretary|secretary-general|commander|editor|editor-in-chief|publisher|rector|vice-chancellor|principal|treasurer|executive director|managing director|permanent secretary|deputy (leader|director|chairman|president))$/i;

/** Heads of public offices. */
const ofOffice = /^(deputy )?(head|director|permanent secretary|chairman|chairwoman|chair|chairperson)$/i;

/**
 * 'The union met on Monday. The president, X, …', 'The league has closed. Director Y …': the body that the sentence before is about, where
 * the person's own names none before the post. 'President X' is a state's.
 */
export function bodyOfTopic(
  document: AnnotatedDocument,
  table: EntityTable,
  { phrase, person, rule }: FoundTitle,
): Entity | undefined {
  const { tokens } = document;
  const isBare = rule === 'positions.title-before' && phrase.kind !== 'office';
  const isDefinite =
    /^positions\.(apposition|comma)$/.test(rule) && tokens[phrase.first - 1]?.lower === 'the';
  if (!(isBare || isDefinite) || !soleOfBody.test(phrase.title)) return undefined;
  const sentence = tokens[phrase.first]?.sentence ?? 0;
  const bodies = table.mentions.filter(({ entity, form, first }) => {
    const distance = sentence - (tokens[first]?.sentence ?? 0);
    const group = table.byId(entity);
    return (
      form === 'name' &&
      first < phrase.first &&
      (distance === 0 || distance === 1) &&
      group?.kind === 'group' &&
      group.groupKind !== 'state' &&
      (group.groupKind !== 'government_body' || ofOffice.test(phrase.title))
    );
  });
  if (bodies.some(({ first }) => tokens[first]?.sentence === sentence)) return undefined;
  return (
    subjectOf(document, table, bodies, person) ??
    onlyBodyNear(document, table, phrase.first, (body) => mayHave(body, phrase.title))
  );
}

/** May a body have a post: of a government only heads of offices, of the media, which articles name as sources, those who edit? */
function mayHave({ groupKind }: Entity, title: string): boolean {
  if (groupKind === 'government_body' || groupKind === 'military') return ofOffice.test(title);
  return groupKind !== 'media' || /^(editor|editor-in-chief|publisher)$/i.test(title);
}

/** Of several bodies the one that the person's own sentence is about, else the sentence before: "NatureSweet said …, though chief executive X". */
function subjectOf(
  document: AnnotatedDocument,
  table: EntityTable,
  bodies: readonly Mention[],
  person: Mention,
): Entity | undefined {
  const sentence = document.tokens[person.first]?.sentence ?? 0;
  for (const distance of [0, 1]) {
    const own = bodies.filter(
      ({ first, head }) =>
        first < person.first &&
        sentence - (document.tokens[first]?.sentence ?? 0) === distance &&
        isInSubject(document, head),
    );
    const [subject, other] = new Set(own.map(({ entity }) => entity));
    if (subject !== undefined) return other === undefined ? table.byId(subject) : undefined;
  }
  return undefined;
}

/** 'Shares in Sadia … dipped': a subject of a clause, or what hangs on one. */
function isInSubject(document: AnnotatedDocument, head: number): boolean {
  let token = document.tokens[head];
  for (let depth = 0; token !== undefined && depth < 3; depth++) {
    if (token.deprel.startsWith('nsubj')) return true;
    if (!/^(nmod|appos|conj)/.test(token.deprel)) return false;
    token = document.tokens[token.head];
  }
  return false;
}
