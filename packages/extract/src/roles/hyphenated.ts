import type { AnnotatedDocument } from '@dragoman/nlp';

/** 'governor-general' for its first word, where the second is joined to it by a hyphen; undefined for other words. */
export function hyphenated(document: AnnotatedDocument, token: number): string | undefined {
  const [first, hyphen, second] = document.tokens.slice(token, token + 3);
  if (first === undefined || second === undefined || !/^[-‐‑]$/.test(hyphen?.text ?? '')) return undefined;
  const isOneWord = document.text.slice(first.end, second.start).length === 1;
  return isOneWord && /^(?:NOUN|PROPN)$/.test(first.upos) ? `${first.lower}-${second.lower}` : undefined;
}
