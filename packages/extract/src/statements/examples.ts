import { type AnnotatedDocument, spanText, subtreeSpan, tokenOf } from '@dragoman/nlp';
import type { LexiconExample } from '../lexicon/check.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { findCues } from './cues.ts';

/** The examples of the cue lexicon: the cue named must be found, with the words named in its source. */
export function* cueExamples(
  lexicon: CueLexicon,
  read: (sentence: string) => { readonly document: AnnotatedDocument },
): Iterable<LexiconExample> {
  for (const [index, { sentence, cue, source }] of lexicon.examples.entries()) {
    const matches = (): boolean => {
      const { document } = read(sentence);
      const found = findCues(document, lexicon).find(({ token }) => tokenOf(document, token).text === cue);
      if (found?.source === undefined) return false;
      return spanText(document, subtreeSpan(document, found.source)).includes(source);
    };
    yield { place: `examples.${index}`, sentence, matches };
  }
}
