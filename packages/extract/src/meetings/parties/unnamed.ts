import { children, spanOffsets, spanText, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTableBuilder } from '../../entity-table.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import { jointWithin } from './company.ts';
import type { MeetingWords } from '../lexicon.ts';

/** The entity of a party without a name at a token: a body told by its kind ('the agriculture committee') or people in the plural. */
export type UnnamedSide = (token: number, isNamed: boolean) => string | undefined;

/** How many words a phrase behind the noun of a body may have: 'committee on foreign affairs'. */
const longestTopic = 5;

/**
 * Makes the finder of parties that have no name of their own: 'briefed the parliamentary agriculture committee', 'met families of
 * the victims'. Each phrase is one entity of its article, added when asked for and left out at the end where nothing refers to it.
 */
export function unnamedSides(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  words: MeetingWords,
): UnnamedSide {
  const known = new Map<string, string>();
  return (token, isNamed) => {
    const noun = document.tokens[token];
    if (noun?.upos !== 'NOUN' || table.mentionAt(token) !== undefined) return undefined;
    if (jointWithin(document, token) !== undefined || isOwned(document, table, token, words))
      return undefined;
    const isBody = noun.xpos === 'NN' && words.unnamedBodies.has(noun.lemma);
    const isPeople = !isNamed && noun.xpos === 'NNS' && words.unnamedPeople.has(noun.lemma);
    if (!isBody && !isPeople) return undefined;
    const span = phraseOf(document, noun, isBody);
    const named = isBody && span.end - span.start === 1 ? namedBefore(table, noun) : undefined;
    if (named !== undefined) return named;
    const name = spanText(document, span);
    const key = name.toLowerCase();
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const { id } = table.addEntity({
      kind: 'group',
      groupKind: isBody && !ofMembers.test(noun.lemma) ? 'government_body' : 'other',
      name,
      aliases: [],
      unnamed: true,
      rule: 'meetings.unnamed',
      confidence: 0.5,
      spans: [spanOffsets(document, span)],
    });
    known.set(key, id);
    return id;
  };
}

/** Bodies that are no state's, or a part of one. */
const ofMembers = /^(?:union|cooperative|caucus|jury)$/;

/** Does it stand for somebody told before or named beside it: 'their ministers', 'the second committee', 'European leaders'? */
function isOwned(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  noun: number,
  words: MeetingWords,
): boolean {
  return children(document, noun).some(({ i, deprel, lower, text, upos }) => {
    if (deprel === 'amod' && /^\p{Lu}/u.test(text) && i < noun) return table.mentionAt(i) !== undefined;
    if (/^(?:amod|det)$/.test(deprel)) return lower === 'same' || words.anotherRound.has(lower);
    if (!/^(?:nmod:poss|compound)$/.test(deprel)) return false;
    return upos === 'PRON' || (i < noun && table.mentionAt(i) !== undefined && upos === 'PROPN');
  });
}

/** The body of that kind that the text named last: 'the committee' of 'the House Judiciary Committee'. */
function namedBefore(table: EntityTableBuilder, { i, lemma }: Token): string | undefined {
  return table.mentions.findLast(({ entity, form, first }) => {
    const body = first < i && form === 'name' ? table.byId(entity) : undefined;
    return body?.kind === 'group' && body.name.toLowerCase().split(/\s+/).includes(lemma);
  })?.entity;
}

/** The noun with what describes it and, of a body, what it is for; without 'the', numbers and words of order. */
function phraseOf(document: AnnotatedDocument, noun: Token, isBody: boolean): { start: number; end: number } {
  const before = children(document, noun.i).filter(
    ({ i, deprel }) => i < noun.i && /^(?:amod|compound|nmod:poss)$/.test(deprel),
  );
  const first = before.map(({ i }) => i).toSorted((a, b) => a - b)[0];
  const topic = isBody
    ? children(document, noun.i, 'nmod').find(({ i }) =>
        /^(?:on|for)$/.test(prepositionOf(document, i) ?? ''),
      )
    : undefined;
  const isNear = topic !== undefined && topic.i - noun.i <= longestTopic && topic.i > noun.i;
  return { start: first ?? noun.i, end: (isNear ? topic.i : noun.i) + 1 };
}
