import { entityAt, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Found } from './cues.ts';

/** 'Lopes: No deal' at the start of a line, and '“No deal.” — Ana Lopes': a name set beside words by a mark alone. */
export function labelCue(doc: AnnotatedDocument, token: Token): Found | undefined {
  const source = token.text === ':' ? labelBefore(doc, token.i) : nameAfterDash(doc, token);
  if (source === undefined) return undefined;
  return { token: token.i, kind: 'label', lemma: token.text, source, content: undefined };
}

/** No name in a label has more tokens. */
const MAX_LABEL = 4;
/** So many tokens may tell in a label what the words are about: 'Lopes on the bridge: …'. */
const MAX_TOPIC = 10;
/** What may stand on the line before a label: a mark, the time of an entry. */
const LINE_START = /(?:^|\n)(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*[-–—]?\s*)?["“”]?\s*$/i;
const LONGEST_TIME = 16;

function labelBefore(doc: AnnotatedDocument, colon: number): number | undefined {
  const last = labelEnd(doc, colon);
  let at = last;
  while (at >= 0 && last - at < MAX_LABEL && isLabelWord(doc.tokens[at])) at -= 1;
  const first = doc.tokens[at + 1];
  if (first === undefined || at === last) return undefined;
  const opensLine = LINE_START.test(doc.text.slice(Math.max(0, first.start - LONGEST_TIME), first.start));
  return opensLine ? last : undefined;
}

/** A word of a name, also where the tagger takes a lone surname for a noun. */
const isLabelWord = (token: Token | undefined): boolean =>
  token?.upos === 'PROPN' || (token?.upos === 'NOUN' && /^\p{Lu}/u.test(token.text));

/** Where the name of a label ends: before the colon, or before 'on …' behind a person. */
function labelEnd(doc: AnnotatedDocument, colon: number): number {
  for (let at = colon - 1; at > 0 && colon - at <= MAX_TOPIC; at -= 1) {
    const token = tokenOf(doc, at);
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(token.upos)) break;
    if (token.lower === 'on' && entityAt(doc, at - 1)?.kind === 'PER') return at - 1;
  }
  return colon - 1;
}

const DASHES: ReadonlySet<string> = new Set(['—', '–', '―']);

function nameAfterDash(doc: AnnotatedDocument, token: Token): number | undefined {
  if (!DASHES.has(token.text) || !/^["”]$/.test(doc.tokens[token.i - 1]?.text ?? '')) return undefined;
  let at = token.i + 1;
  while (at - token.i <= MAX_LABEL && doc.tokens[at]?.upos === 'PROPN') at += 1;
  return at > token.i + 1 ? at - 1 : undefined;
}
