import { type AnnotatedDocument, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import type { SpanTools } from '../candidates/model-spans.ts';
import { isPossessive } from '../runs.ts';
import type { NameSpan, SpanKind } from '../spans.ts';

/** How much speaks for each kind that a name may be of. */
export type Evidence = Record<Exclude<SpanKind, 'misc'>, number>;

/** One place at which a name stands, with what every cue looks at. */
export interface Mention {
  readonly document: AnnotatedDocument;
  readonly tools: SpanTools;
  readonly span: NameSpan;
  /** The word of the name that the others hang on, and what that hangs on. */
  readonly head: Token;
  readonly governor: Token | undefined;
  /** The preposition right before the name, or before its article. */
  readonly preposition: Token | undefined;
  readonly isArticled: boolean;
  /** Does the name only tell of the noun behind it: 'the Río de Oro pipeline', 'in Kolka’s words'? */
  readonly modifies: boolean;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

/** What one sort of sign at a mention tells of the name's kind; undefined where there is none. 2 and more tells it, less is a hint. */
export type Cue = (mention: Mention) => Partial<Evidence> | undefined;

/** Looks once at what the cues need. */
export function mentionOf(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): Mention {
  const { tokens } = document;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const isArticled = tokens[span.first - 1]?.lower === 'the';
  const before = tokens[span.first - (isArticled ? 2 : 1)];
  const own = tokens[span.first]?.sentence;
  const inSentence = (token: Token | undefined): Token | undefined =>
    token?.sentence === own ? token : undefined;
  const governor = headOf(document, head.i);
  const after = inSentence(tokens[span.last + 1]);
  return {
    document,
    tools,
    span,
    head,
    governor,
    modifies:
      governor !== undefined &&
      governor.i > span.last &&
      after !== undefined &&
      (/^(NOUN|PROPN|ADJ)$/.test(after.upos) || isPossessive(after)),
    preposition: before?.upos === 'ADP' || before?.lower === 'to' ? inSentence(before) : undefined,
    isArticled,
    before: inSentence(before),
    after,
  };
}

/** The noun that the name's preposition hangs on. */
export function nounBefore({ document: { tokens }, preposition, modifies }: Mention): Token | undefined {
  if (modifies) return undefined;
  const noun = tokens[(preposition?.i ?? 0) - 1];
  return noun?.sentence === preposition?.sentence && /^(NOUN|PROPN)$/.test(noun?.upos ?? '')
    ? noun
    : undefined;
}
