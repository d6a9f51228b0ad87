import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';

/** 'had he not met her', 'were they to meet': an auxiliary before its subject, in no question and no clause that opens with 'nor'. */
export function isInverted(document: AnnotatedDocument, verb: Token): boolean {
  const subject = child(document, verb.i, 'nsubj');
  const auxiliary = child(document, verb.i, 'aux') ?? child(document, verb.i, 'cop');
  if (subject === undefined || auxiliary === undefined || auxiliary.i > subject.i) return false;
  if (!/^(?:had|were|should)$/.test(auxiliary.lower)) return false;
  return (
    !/^(?:nor|neither|so|never|only|there|\?)$/.test(document.tokens[auxiliary.i - 1]?.lower ?? '') &&
    !asks(document, verb)
  );
}

function asks(document: AnnotatedDocument, verb: Token): boolean {
  const last = document.sentences[verb.sentence]?.last;
  return (
    last !== undefined &&
    document.tokens.slice(Math.max(0, last - 2), last + 1).some(({ text }) => text === '?')
  );
}

/** 'told her that he had left' tells what happened, 'demanded that he leave' what is wanted. */
export const isFinite = (document: AnnotatedDocument, verb: Token): boolean =>
  [verb, ...children(document, verb.i, 'aux')].some(({ xpos }) => /^VB[DZ]$/.test(xpos ?? '')) ||
  children(document, verb.i, 'aux').some(({ lower }) => lower === 'have');

/**
 * 'denied having put pressure on anyone and accused the court': a finite verb that the tree joins to an infinitive or a
 * participle is joined to the clause above.
 */
export function isOutgrown(document: AnnotatedDocument, verb: Token): boolean {
  if (verb.deprel !== 'conj' || !isFinite(document, verb)) return false;
  const first = headOf(document, verb.i);
  if (first?.upos !== 'VERB' || isFinite(document, first)) return false;
  return /^(?:xcomp|acl|advcl)/.test(first.deprel) && /^VB[GN]?$/.test(first.xpos ?? '');
}
