import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { onceAToken } from '../roles/once-a-token.ts';
import type { NameLexicons } from './lexicons.ts';
import { isCapitalised, plainWord } from './text.ts';

/** Tokens `first` to `last`, inclusive. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Lower-case words that may stand inside the name of a group or place, never at its end. */
const inner = new Set([
  'of',
  'the',
  'and',
  'de',
  'du',
  'des',
  'la',
  'le',
  '&',
  'al',
  'el',
  'und',
  'der',
  'di',
  'dos',
  'do',
  'da',
  'y',
  'et',
  'pour',
  'para',
  'por',
  'für',
  'del',
  'delle',
  'voor',
]);

/** Prepositions that go on with a name only after a word that names a body: 'Council on …', 'Committee to …'. */
const innerAfterHead = new Set(['for', 'to', 'on', 'without', 'against']);

/** Bodies whose names tell what they are there 'to' do or where they are sent: 'Committee to Protect Journalists'; not 'Ocean Holdings to buy …'. */
const hasPurpose =
  /^(committee|alliance|campaign|coalition|movement|initiative|fund|project|mission|delegation|embassy|representation|commission|council|partnership|conference|league|office|foundation|network|union|group|society|association)$/;

/** Bodies that are sent to somewhere: 'Permanent Mission to the United Nations'. */
const isSentSomewhere = /^(mission|delegation|embassy|representation|office|commission)$/;

const functionTags = new Set([
  'DET',
  'ADP',
  'PRON',
  'AUX',
  'SCONJ',
  'CCONJ',
  'ADV',
  'PART',
  'INTJ',
  'VERB',
  'PUNCT',
  'SYM',
  'NUM',
]);

/** 'pro-European', 'anti-Trump', 'ex-Soviet': an adjective. */
export const prefixed: RegExp = /^([Pp]ro|[Aa]nti|[Nn]on|[Pp]ost|[Pp]re|[Ee]x)-\p{Lu}/u;

/** 'Anti-Corruption Commission', not 'Anti-Trump protesters'. */
const opensBody = ({ tokens }: AnnotatedDocument, index: number): boolean =>
  (tokens[index]?.text ?? '').startsWith('Anti-') && isCapitalised(tokens[index + 1]?.text ?? '');

/** May the token be part of a name: capitalised, and no function word that only opens its sentence? */
export const isNameWord: (document: AnnotatedDocument, index: number) => boolean = onceAToken(
  (document, index) => {
    const token = document.tokens[index];
    if (token === undefined || !isCapitalised(token.text)) return false;
    if (prefixed.test(token.text) && !opensBody(document, index)) return false;
    const opens =
      document.sentences[token.sentence]?.first === index ||
      /^["“‘'(]$/.test(document.tokens[index - 1]?.text ?? '');
    if (opens && functionTags.has(token.upos)) return false;
    return token.upos !== 'PRON' && token.lower !== 'the';
  },
);

/**
 * The run of name words that begins at a token: capitalised words, hyphens and initials between them, particles before a
 * capitalised word. For a person's name.
 */
export function personRun(
  document: AnnotatedDocument,
  first: number,
  lexicons: NameLexicons,
  longest = 6,
): Run | undefined {
  const { tokens } = document;
  let last = first - 1;
  let i = first;
  while (i < first + longest) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[first]?.sentence) break;
    if (isNameWord(document, i)) {
      last = i++;
    } else if (
      last >= first &&
      token.text === '-' &&
      glued(tokens, i) &&
      /^\p{L}/u.test(tokens[i + 1]?.text ?? '')
    ) {
      last = ++i;
      i++;
    } else if (
      lexicons.nameParts.particles.has(plainWord(token)) &&
      (!assimilated.test(token.lower) || tokens[i + 1]?.text === '-') &&
      nextNameWord(document, i, lexicons) !== undefined
    ) {
      i++;
    } else break;
  }
  return last < first ? undefined : { first, last };
}

/** Forms of the Arabic article that are English words too: particles only before a hyphen, 'as-Sisi', and not in 'Mr. Obama at Harvard'. */
const assimilated = /^(at|as|an|ad|az|ar|ash)$/;

/** The next token after particles and hyphens that is a name word; at most three tokens on. */
function nextNameWord(
  document: AnnotatedDocument,
  index: number,
  lexicons: NameLexicons,
): number | undefined {
  for (let i = index + 1; i <= index + 3; i++) {
    const token = document.tokens[i];
    if (token === undefined) return undefined;
    if (isNameWord(document, i)) return i;
    if (token.text !== '-' && !lexicons.nameParts.particles.has(plainWord(token))) return undefined;
  }
  return undefined;
}

/**
 * The longest run of name words and inner words around which a group or place may be named, from a token on.
 * `isHead` tells whether a lower-cased word may name a body.
 */
export function nameRun(
  document: AnnotatedDocument,
  first: number,
  isHead: (word: string) => boolean,
  longest = 12,
): Run | undefined {
  const { tokens } = document;
  if (!isNameWord(document, first)) return undefined;
  let last = first;
  for (let i = first + 1; i < first + longest; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[first]?.sentence) break;
    if (/^an?$/.test(token.lower) && tokens[i - 1]?.lower === 'for' && isNameWord(document, i + 1)) continue;
    if (token.upos === 'PRON' && isCapitalised(token.text) && isNameWord(document, i + 1)) continue;
    if (isNameWord(document, i) || (token.upos === 'NUM' && isCapitalisedAt(tokens, i + 1))) last = i;
    else if (innerAfterHead.has(token.lower)) {
      const inCourt = token.lower === 'for' && tokens.slice(first, i).some(({ text }) => text === 'Court');
      const before = plainWord(tokens[i - 1] as Token);
      if (!inCourt && !isHead(before)) break;
      const isSent = isSentSomewhere.test(before);
      if (token.lower === 'to' && !isSent && (!hasPurpose.test(before) || tokens[i + 1]?.upos !== 'VERB'))
        break;
    } else if (
      token.lower === 'the' &&
      !inner.has(tokens[i - 1]?.lower ?? '') &&
      !innerAfterHead.has(tokens[i - 1]?.lower ?? '')
    ) {
      break;
    } else if (!inner.has(token.lower) && !isPossessive(token) && !(token.text === '-' && glued(tokens, i)))
      break;
  }
  return { first, last };
}

/** A run without names of days and months at its ends, without the possessive ending behind one ("Thursday's White House") or the preposition before one. */
export function withoutTimes(
  document: AnnotatedDocument,
  run: Run,
  times: ReadonlySet<string>,
): Run | undefined {
  const { tokens } = document;
  let { first, last } = run;
  while (
    first <= last &&
    (times.has(tokens[first]?.lower ?? '') || (first > run.first && isPossessive(tokens[first] as Token)))
  )
    first++;
  const whole = last;
  while (last >= first && times.has(tokens[last]?.lower ?? '')) last--;
  while (last < whole && last > first && innerAfterHead.has(tokens[last]?.lower ?? '')) last--;
  return last < first ? undefined : { first, last };
}

/** The ending of a possessive: 's or a bare apostrophe. */
export function isPossessive(token: Token): boolean {
  return possessiveEndings.has(token.lower);
}

const possessiveEndings: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);

function isCapitalisedAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && isCapitalised(token.text);
}

function glued(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.start === tokens[index - 1]?.end && tokens[index]?.end === tokens[index + 1]?.start;
}
