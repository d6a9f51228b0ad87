import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../../lexicon/load.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import { isNameWord } from '../runs.ts';
import { type NameSpan, SpanIndex } from '../spans.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const peoplesSchema = z.strictObject({ ofPeoples: words, communities: words, known: words });

/** The peoples and the nouns that tell them, for `dragoman lexicon check` and the name pass. */
export const peoplesFile: LexiconFile<typeof peoplesSchema> = { file: 'peoples.yaml', schema: peoplesSchema };
const lexicon = loadLexicon(peoplesFile);

/** How many words the name of a people has at most. */
const longestName = 2;

/**
 * Reads the names of peoples and clans as groups, whatever else the model took them for: 'elders of the Turkana and the Jie',
 * 'Murle warriors', and then each 'the Jie' of the article. Places keep their name behind a preposition without 'the'.
 */
export function withPeoples(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const told = peoplesTold(document, spans, tools);
  if (told.size === 0) return [...spans];
  const found = document.tokens.flatMap((token): NameSpan[] => {
    const name = told.get(token.text);
    const last = token.i + (name?.length ?? 1) - 1;
    const isWhole = name?.every((word, at) => document.tokens[token.i + at]?.text === word) === true;
    if (!isWhole || isCapitalAt(document, last + 1) || !actsAt(document, token.i, last)) return [];
    return [
      {
        first: token.i,
        last,
        kind: 'group',
        groupKind: 'other',
        rule: 'names.people',
        confidence: 0.7,
        readings: [],
      },
    ];
  });
  const index = new SpanIndex(found);
  const isLarger = (span: NameSpan): boolean =>
    found.some(
      ({ first, last }) => span.first <= first && last < span.last && isCapitalAt(document, last + 1),
    );
  const larger = spans.filter((span) => index.meeting(span).length > 0 && isLarger(span));
  const free = found.filter(
    (span) => !larger.some(({ first, last }) => first <= span.first && span.last <= last),
  );
  const kept = new SpanIndex(free);
  return [...spans.filter((span) => kept.meeting(span).length === 0), ...free].toSorted(
    (a, b) => a.first - b.first || b.last - a.last,
  );
}

/** The names that the article tells to be those of peoples, by their first word. */
function peoplesTold(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): Map<string, readonly string[]> {
  const told = new Map<string, readonly string[]>();
  const people = new Set(
    spans
      .filter(({ kind }) => kind === 'person')
      .flatMap(({ first, last }) => textsOf(document, first, last)),
  );
  const add = (name: readonly string[]): void => {
    const [first] = name;
    if (first !== undefined && !people.has(first) && !told.has(first)) told.set(first, name);
  };
  for (const token of document.tokens) {
    const noun = token.lemma.toLowerCase();
    if (lexicon.known.has(token.text) && isBehindThe(document, token.i)) add([token.text]);
    if (token.upos !== 'NOUN') continue;
    const isOfPeople = lexicon.ofPeoples.has(noun);
    if (!isOfPeople && !lexicon.communities.has(noun)) continue;
    const before = nameBefore(document, token.i, tools);
    const behind = isOfPeople ? namesBehindOf(document, token.i) : [];
    for (const name of [...(before === undefined ? [] : [before]), ...behind]) {
      const isKnown = lexicon.known.has(name[0] ?? '');
      const isTold = isOfPeople && (name !== before || noun !== 'clan' || standsAlone(document, name));
      if (isKnown || (isTold && isInNoGazetteer(name, tools))) add(name);
    }
  }
  return told;
}

/** A town may be called like a people; what else the gazetteer has is that. */
function isInNoGazetteer(name: readonly string[], { known }: SpanTools): boolean {
  return known
    .lookup(name.join(' '))
    .every(({ entry }) => entry.groupKind === undefined && entry.placeKind === 'city');
}

/** Is it told as 'the Jie' somewhere, as no place is? */
function standsAlone(document: AnnotatedDocument, name: readonly string[]): boolean {
  return document.tokens.some(
    ({ i, text }) =>
      text === name[0] &&
      isBehindThe(document, i) &&
      !/^(?:NOUN|PROPN)$/.test(document.tokens[i + name.length]?.upos ?? ''),
  );
}

/** 'Dinka Malual' of 'the Dinka Malual elders'. */
function nameBefore(
  document: AnnotatedDocument,
  noun: number,
  { heads }: SpanTools,
): readonly string[] | undefined {
  const isPart = (at: number): boolean =>
    isNameWord(document, at) && !heads.lexicons.notNames.times.has(document.tokens[at]?.lower ?? '');
  let first = noun;
  while (noun - first < longestName && isPart(first - 1)) first--;
  if (first === noun || isPart(first - 1)) return undefined;
  const name = textsOf(document, first, noun - 1);
  return opensSentence(document, first) && !lexicon.known.has(name[0] ?? '') ? undefined : name;
}

/** 'Turkana' and 'Jie' of 'elders of the Turkana and the Jie'. */
function namesBehindOf(document: AnnotatedDocument, noun: number): readonly string[][] {
  const { tokens } = document;
  const names: string[][] = [];
  let at = noun + 1;
  if (tokens[at]?.lower !== 'of' && tokens[at]?.lower !== 'from') return [];
  do {
    at++;
    if (tokens[at]?.lower !== 'the') break;
    const first = at + 1;
    let last = first - 1;
    while (last - first + 1 < longestName && isNameWord(document, last + 1)) last++;
    if (last < first || isCapitalAt(document, last + 1)) break;
    names.push(textsOf(document, first, last));
    at = last + 1;
  } while (/^(?:and|,)$/.test(tokens[at]?.lower ?? ''));
  return names;
}

/** Is a name that of the people here: behind 'the' or before a noun, not 'in Turkana'? */
function actsAt(document: AnnotatedDocument, first: number, last: number): boolean {
  const [before, next] = [document.tokens[first - 1], document.tokens[last + 1]];
  if (/^(?:in|at|from|near|around|across|to|into|north|south|east|west)$/.test(before?.lower ?? ''))
    return false;
  if (isBehindThe(document, first))
    return !/^(?:county|region|district|province|river|hills?|valley|mountains?|state|plateau|lake|council|dam)$/i.test(
      next?.text ?? '',
    );
  const noun = next?.lemma.toLowerCase() ?? '';
  return lexicon.ofPeoples.has(noun) || lexicon.communities.has(noun);
}

const isBehindThe = ({ tokens }: AnnotatedDocument, first: number): boolean =>
  /^(?:the|both|some|many)$/.test(tokens[first - 1]?.lower ?? '');

const isCapitalAt = ({ tokens }: AnnotatedDocument, at: number): boolean =>
  /^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at]?.sentence === tokens[at - 1]?.sentence;

const opensSentence = ({ tokens, sentences }: AnnotatedDocument, at: number): boolean =>
  sentences[tokens[at]?.sentence ?? -1]?.first === at;

const textsOf = ({ tokens }: AnnotatedDocument, first: number, last: number): string[] =>
  tokens.slice(first, last + 1).map(({ text }: Token) => text);
