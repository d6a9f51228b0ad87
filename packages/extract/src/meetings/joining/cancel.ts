import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { MeetingDraft } from './draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import { isToldBefore } from './nearness.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences back 'it' is looked for in 'called it off'. */
const reach = 2;

/** 'Her office called it off': marks the planned meeting told just before as cancelled. */
export function markCancelled(
  document: AnnotatedDocument,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
): void {
  for (const verb of tokensTagged(document, 'VERB')) {
    if (!cancelsIt(document, words, verb)) continue;
    const meant = drafts.findLast((draft) => isToldBefore(document, draft, verb.i, reach));
    if (meant !== undefined && meant.status !== 'denied') meant.status = 'cancelled';
  }
}

function cancelsIt(document: AnnotatedDocument, words: MeetingWords, verb: Token): boolean {
  if (!words.cancelVerbs.has(verb.lemma)) return false;
  if (verb.lemma === 'call' && child(document, verb.i, 'compound:prt')?.lower !== 'off') return false;
  const object = child(document, verb.i, 'obj') ?? child(document, verb.i, 'nsubj:pass');
  return object?.lower === 'it';
}
