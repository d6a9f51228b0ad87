import { type AnnotatedDocument, type Entity, type Token, tokenOf } from '@dragoman/nlp';
import type { HeadWords } from './head-spans.ts';
import { runWords } from './head-spans.ts';
import type { KnownNames } from './known-names.ts';
import { stripTitles } from './person-spans.ts';
import { isPossessive, type Run, withoutTimes } from './runs.ts';
import type { NameSpan, SpanKind } from './spans.ts';
import { foldName, isCapitalised, plainWord, textBetween } from './text.ts';
import { joinedWords, type TitleReader } from './title-words.ts';

/** What the span finders need beside the document. */
export interface SpanTools {
  readonly known: KnownNames;
  readonly heads: HeadWords;
  readonly titles: TitleReader;
}

const kinds: Record<Entity['kind'], SpanKind> = {
  PER: 'person',
  ORG: 'group',
  LOC: 'place',
  NORP: 'group',
  MISC: 'misc',
};

/** The spans of the language model's names: trimmed, titles taken off people, kinds put right where head words or titles tell. */
export function modelSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  return document.entities.flatMap((entity) => {
    const whole = withoutTimes(
      document,
      { first: entity.start, last: entity.end - 1 },
      tools.heads.lexicons.notNames.times,
    );
    const run = whole === undefined ? undefined : trimmed(document, whole);
    if (run === undefined || !nameable(document, run) || inPartyLabel(document, run)) return [];
    const pieces = cutAtDashes(document, run).flatMap((piece) =>
      entity.kind === 'ORG' ? cutAtPossessives(document, piece, tools) : [piece],
    );
    return pieces.flatMap((piece) => spansOf(document, piece, entity, tools));
  });
}

function spansOf(document: AnnotatedDocument, run: Run, entity: Entity, tools: SpanTools): NameSpan[] {
  const kind = kinds[entity.kind];
  const base = { rule: `names.${entity.by}`, confidence: 0.8, readings: [] };
  const adjective = entity.kind === 'NORP' ? { adjective: true } : {};
  const cut = kind === 'group' || kind === 'place' ? personBehind(document, run, tools) : undefined;
  if (cut !== undefined)
    return [
      { first: run.first, last: cut - 1, kind, ...base },
      { first: cut, last: run.last, kind: 'person', ...base },
    ];
  const label = /^[RDI]-\p{Lu}/u.test(tokenOf(document, run.first).text);
  if (label) return [{ ...run, kind: 'place', ...base }];
  if (/^[RDI] ?- ?[A-Z]{2}$/.test(textBetween(document.text, document.tokens, run.first, run.last)))
    return [];
  const headed = kind === 'person' ? headedKind(document, run, tools) : undefined;
  if (headed !== undefined) return [{ ...run, ...headed, ...base }];
  if (kind === 'person' || (kind === 'group' && hidesPerson(document, run, tools))) {
    const name = personIn(document, withNeighbours(document, extended(document, run, tools), tools), tools);
    return name === undefined ? [] : [{ ...name, kind: 'person', ...base }];
  }
  if (kind === 'misc' && isEmployer(document, run, tools)) return [{ ...run, kind: 'group', ...base }];
  if (kind === 'place' && isCommon(document, run, tools)) return [];
  if (kind === 'group' && standsAtPlace(document, run, tools))
    return [{ first: run.first, last: run.last - 1, kind: 'place', ...base }];
  if (isPeople(document, run, tools)) return [];
  const name =
    kind === 'group'
      ? withoutTitleBehind(document, run, tools)
      : kind === 'place'
        ? extended(document, run, tools)
        : run;
  return [{ ...name, kind, ...base, ...adjective }];
}

/** 'a spokesperson for Inherent Resolve': whatever has a spokesperson or a member is a body. */
function isEmployer(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const preposition = document.tokens[run.first - 1]?.lower ?? '';
  const match = /^(for|of|at|with)$/.test(preposition)
    ? tools.titles.endingAt(document.tokens, run.first - 2)
    : undefined;
  return match?.word.type === 'post' && /^(speaker|leader|member)$/.test(match.word.kind);
}

/** 'Stephen the Great Boulevard': a person by the model, a place or body by a last word that is no family name. */
function headedKind(
  document: AnnotatedDocument,
  run: Run,
  tools: SpanTools,
): Pick<NameSpan, 'kind' | 'groupKind' | 'placeKind'> | undefined {
  const words = runWords(document, run);
  if (
    words.length < 2 ||
    tools.heads.lexicons.nameParts.ambiguousHeads.has(words.at(-1) ?? '') ||
    tools.titles.wordOf(words.at(-1) ?? '') !== undefined
  )
    return undefined;
  const placeKind = tools.heads.placeKind(words.slice(-1));
  if (placeKind !== undefined) return { kind: 'place', placeKind };
  const groupKind = tools.heads.groupKind(words.slice(-1));
  return groupKind === undefined ? undefined : { kind: 'group', groupKind };
}

/** 'Zalambessa front', 'Danakil road': a place before a lower-case word for what is there. */
function standsAtPlace(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const last = tokenOf(document, run.last);
  return (
    run.last > run.first &&
    !isCapitalised(last.text) &&
    /^(front|line|road|border|zone|highway|frontier)$/.test(last.lower) &&
    tools.heads.placeKind([last.lower]) !== undefined
  );
}

/** 'European Union Jane Roe', cut out of 'ambassador to the European Union Jane Roe': where the person begins behind a known name. */
function personBehind(document: AnnotatedDocument, run: Run, tools: SpanTools): number | undefined {
  const { text, tokens } = document;
  const { givenNames } = tools.heads.lexicons;
  if (tools.known.lookup(textBetween(text, tokens, run.first, run.last)).length > 0) return undefined;
  for (let first = run.first + 1; first < run.last; first++) {
    const words = runWords(document, { first, last: run.last });
    const headed = tools.heads.groupKind(words) !== undefined || tools.heads.placeKind(words) !== undefined;
    if (!givenNames.has(words[0] ?? '') || headed || words.length > 4) continue;
    if (tools.known.lookup(textBetween(text, tokens, run.first, first - 1)).length > 0) return first;
  }
  return undefined;
}

/** '(D-NH)': a letter for the party and a postal code, in brackets. */
function inPartyLabel(document: AnnotatedDocument, run: Run): boolean {
  const { tokens } = document;
  for (let open = run.first - 1; open >= run.first - 3; open--) {
    if (
      tokens[open]?.text === '(' &&
      /^[RDI]$/.test(tokens[open + 1]?.text ?? '') &&
      tokens[open + 2]?.text === '-'
    )
      return run.first !== open + 3 || tokens[run.last]?.text.endsWith('.') !== true;
  }
  return false;
}

/** A dash with spaces around it ends a name. */
function cutAtDashes(document: AnnotatedDocument, run: Run): Run[] {
  const pieces: Run[] = [];
  let { first } = run;
  for (let i = run.first + 1; i < run.last; i++) {
    const token = tokenOf(document, i);
    if (!/^[–—-]+$/.test(token.text) || token.start === document.tokens[i - 1]?.end) continue;
    pieces.push({ first, last: i - 1 });
    first = i + 1;
  }
  return [...pieces, { first, last: run.last }];
}

/** "Johns Hopkins University's School of …", "Iran's Fars News Agency": two bodies, unless the second is a bare one ("Iran's Foreign Ministry"). */
function cutAtPossessives(document: AnnotatedDocument, run: Run, tools: SpanTools): Run[] {
  for (let i = run.first + 1; i < run.last; i++) {
    if (!isPossessive(tokenOf(document, i))) continue;
    const [left, right] = [
      { first: run.first, last: i - 1 },
      { first: i + 1, last: run.last },
    ];
    const owner = tools.heads.groupKind(runWords(document, left)) !== undefined && left.last > left.first;
    const known =
      tools.known.lookup(textBetween(document.text, document.tokens, left.first, left.last)).length > 0;
    const bare = tools.heads.bareKind(joinedWords(document.tokens, right.first, right.last)) !== undefined;
    if ((owner || known) && !bare) return [left, ...cutAtPossessives(document, right, tools)];
  }
  return [run];
}

/** 'Lithuanian Americans': part of a people, no body that acts. */
function isPeople(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  return (
    run.last > run.first &&
    tools.known.lookup(tokenOf(document, run.last).text).some(({ use }) => use === 'people')
  );
}

/** A 'place' that is a title ('the Speaker') or ends in a common noun that names no place ('the Djiboutian hill'). */
function isCommon(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const last = tokenOf(document, run.last);
  if (run.first === run.last)
    return tools.titles.wordOf(last.lower) !== undefined && tools.known.lookup(last.text).length === 0;
  return !isCapitalised(last.text) && !tools.heads.lexicons.placeHeads.lowerCase.has(last.lower);
}

/** 'House of Representatives Speaker' without the title that the model took in. */
export function withoutTitleBehind(
  document: AnnotatedDocument,
  run: Run,
  tools: Pick<SpanTools, 'titles' | 'heads'>,
): Run {
  let { last } = run;
  if (document.tokens[last - 1]?.lower === 'of') return run;
  while (
    last > run.first &&
    tools.titles.wordOf(plainWord(tokenOf(document, last))) !== undefined &&
    tools.heads.groupKind([tokenOf(document, last).lower]) === undefined
  )
    last--;
  return { first: run.first, last };
}

/**
 * A person of one word with the other half of the name beside it that the model overlooked: a capitalised word behind, or a given
 * name in front.
 */
function withNeighbours(document: AnnotatedDocument, run: Run, tools: SpanTools): Run {
  if (run.first !== run.last) return run;
  const { tokens } = document;
  const [before, after] = [tokens[run.first - 1], tokens[run.last + 1]];
  if (
    after !== undefined &&
    isOtherHalf(document, run, after, tools) &&
    !/^(DET|PRON|ADP|CCONJ|SCONJ|PART)$/.test(after.upos)
  )
    return { first: run.first, last: after.i };
  const given = before !== undefined && tools.heads.lexicons.givenNames.has(foldName(before.text));
  return given && isOtherHalf(document, run, before, tools) ? { first: before.i, last: run.last } : run;
}

function isOtherHalf(document: AnnotatedDocument, run: Run, token: Token, tools: SpanTools): boolean {
  const own = document.tokens[run.first];
  if (token.sentence !== own?.sentence || !isCapitalised(token.text) || document.entityAt[token.i] !== -1)
    return false;
  const { notNames } = tools.heads.lexicons;
  const common =
    notNames.words.has(token.lower) ||
    notNames.heads.has(token.lower) ||
    tools.titles.wordOf(token.lower) !== undefined;
  return (
    !common &&
    tools.heads.groupKind([token.lower]) === undefined &&
    tools.heads.placeKind([token.lower]) === undefined &&
    tools.known.lookup(token.text).length === 0
  );
}

/** With the second half of a double name and name words that look like function words: 'Cojocari-Stan', 'Liu He'. */
export function extended(document: AnnotatedDocument, run: Run, tools: SpanTools): Run {
  const { tokens } = document;
  let { first, last } = run;
  const [hyphen, particle] = [tokens[first - 1], tokens[first - 2]];
  if (
    hyphen?.text === '-' &&
    hyphen.end === tokens[first]?.start &&
    particle?.end === hyphen.start &&
    /^(al|el|ad|as|ash|ar|an|ul)$/i.test(particle.text)
  )
    first -= 2;
  for (;;) {
    const [next, after] = [tokens[last + 1], tokens[last + 2]];
    if (next === undefined || next.sentence !== tokens[last]?.sentence) break;
    const glued = next.text === '-' && next.start === tokens[last]?.end && after?.start === next.end;
    if (glued && after !== undefined && isCapitalised(after.text)) last += 2;
    else if (
      isCapitalised(next.text) &&
      tools.heads.lexicons.nameParts.wordNames.has(next.lower) &&
      next.start === (tokens[last]?.end ?? 0) + 1
    )
      last++;
    else break;
  }
  return { first, last };
}

/**
 * The name in what was taken for a person: without an owner or state in front ("Malaysia's Prime Minister X") and without
 * titles. Nothing where only a title or a common word is left ('the President', 'Director of X').
 */
function personIn(document: AnnotatedDocument, run: Run, tools: SpanTools): Run | undefined {
  const { tokens } = document;
  let { first } = run;
  for (let i = run.first; i < run.last; i++) if (isPossessive(tokenOf(document, i))) first = i + 1;
  while (first < run.last && isState(document, first, tools)) first++;
  const name = stripTitles(
    tokens,
    { first, last: beforeOf(tokens, first, run.last) },
    tools.titles,
    tools.heads.lexicons,
  );
  const words = runWords(document, name);
  const [only = ''] = words;
  const { ambiguousTitles } = tools.heads.lexicons.nameParts;
  const isTitle = (word: string): boolean =>
    !ambiguousTitles.has(word) && tools.titles.wordOf(word) !== undefined;
  if (
    words.length === 1 &&
    (isTitle(only) || (ambiguousTitles.has(only) && tokens[name.first - 1]?.upos === 'DET'))
  )
    return undefined;
  if (isTitle(words.at(-1) ?? '') && name.titles.length === 0 && words.length > 1) return undefined;
  if (words.length === 1 && tools.heads.lexicons.notNames.words.has(only)) return undefined;
  return { first: name.first, last: name.last };
}

/** The end of a name before 'of' or 'for': 'Jane Roe of the Labour Party'. */
function beforeOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first + 1; i <= last; i++) if (/^(of|for)$/.test(tokens[i]?.lower ?? '')) return i - 1;
  return last;
}

function isState(document: AnnotatedDocument, token: number, tools: SpanTools): boolean {
  return tools.known.lookup(tokenOf(document, token).text).some(({ entry }) => entry.groupKind === 'state');
}

/** An organisation that ends in a title and a name: 'US National Security Advisor Jake Sullivan'. */
function hidesPerson(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const name = stripTitles(document.tokens, run, tools.titles, tools.heads.lexicons);
  if (name.titles.length === 0 || name.last - name.first > 4) return false;
  const words = runWords(document, name);
  if (
    words.length === 0 ||
    tools.heads.groupKind(words) !== undefined ||
    tools.heads.placeKind(words) !== undefined
  )
    return false;
  return tools.known.lookup(textBetween(document.text, document.tokens, name.first, name.last)).length === 0;
}

/** Without determiners, prepositions and quotation marks in front, and possessive endings and punctuation behind. */
function trimmed(document: AnnotatedDocument, run: Run): Run | undefined {
  const { tokens } = document;
  let { first, last } = run;
  while (
    first <= last &&
    (/^(alias|aka)$/.test(tokens[first]?.text ?? '') ||
      (/^(DET|ADP|PUNCT|SCONJ|CCONJ|AUX)$/.test(tokens[first]?.upos ?? '') &&
        !isNamePart(tokens[first]?.text ?? '')))
  )
    first++;
  while (last >= first) {
    const token = tokens[last];
    if (
      token === undefined ||
      !(isPossessive(token) || (token.upos === 'PUNCT' && token.text !== '.') || token.upos === 'CCONJ')
    )
      break;
    last--;
  }
  return first > last ? undefined : { first, last };
}

const isNamePart = (word: string): boolean => /^(al|el|bin|de|van|von|la|le)$/i.test(word);

/** A name has a capital letter; a line of nothing but numbers, signs or lower-case words is none. */
function nameable(document: AnnotatedDocument, run: Run): boolean {
  for (let i = run.first; i <= run.last; i++) {
    const text = document.tokens[i]?.text ?? '';
    if (isCapitalised(text) && !/^(https?:|www\.|@|#)/i.test(text)) return true;
  }
  return false;
}
