import { type AnnotatedDocument, children, hasRelation, headOfSpan } from '@dragoman/nlp';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { type Cue, type Evidence, mentionOf } from './mention.ts';
import { articled, calledBody, ofNoun, owning } from './noun-cues.ts';
import { aged, calledByPart, ofBody, reflexive, related, relative, takenUp, titled } from './person-cues.ts';
import { calledPlace, directed, lying, placed } from './place-cues.ts';
import { doing, obliquely, told, undergoing } from './verb-cues.ts';

const cues: ReadonlyArray<readonly [string, Cue]> = Object.entries({
  relative,
  titled,
  aged,
  related,
  doing,
  undergoing,
  reflexive,
  ofBody,
  calledByPart,
  takenUp,
  ofNoun,
  obliquely,
  owning,
  calledBody,
  calledPlace,
  placed,
  lying,
  directed,
  articled,
  told,
});

/** What the words around one mention of a name tell of its kind, each cue by its name. */
export function cuesAt(
  document: AnnotatedDocument,
  span: NameSpan,
  tools: SpanTools,
): Map<string, Partial<Evidence>> {
  const mention = mentionOf(document, span, tools);
  const found = new Map<string, Partial<Evidence>>();
  for (const [name, cue] of cues) {
    const evidence = cue(mention);
    if (evidence !== undefined) found.set(name, evidence);
  }
  return found;
}

/** Names of one row are mostly of one kind; the others are looked up where they are weighed. */
export function joinedNames(document: AnnotatedDocument, span: NameSpan): number[] {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const siblings = children(document, head.i, 'conj').map(({ i }) => i);
  return hasRelation(head, 'conj') ? [head.head, ...siblings] : siblings;
}
