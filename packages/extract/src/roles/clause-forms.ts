import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { roleVocabulary, wordSet } from './vocabulary.ts';

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

const reporting = wordSet(roleVocabulary.modality.reportVerbs);
const speechActs = wordSet(roleVocabulary.speechActs);
const whoSpeak = wordSet([
  ...roleVocabulary.representatives,
  ...roleVocabulary.people,
  ...(roleVocabulary.classes.people ?? []),
  ...(roleVocabulary.classes.bodies ?? []),
]);

/**
 * The verb of saying that a verb goes on from although the tree joins it to what is said: 'Ellman said the image was offensive but
 * urged calm', 'Ruiz said she would resign and blamed Chad'. Things urge nothing, and what would be done is not joined to what was.
 */
export function sayingBefore(document: AnnotatedDocument, verb: Token): Token | undefined {
  if (verb.deprel !== 'conj' || !/^VB[DZPN]$/.test(verb.xpos ?? '')) return undefined;
  const below = children(document, verb.i);
  if (below.some(({ deprel }) => /^(?:nsubj|csubj|aux|cop|mark)/.test(deprel))) return undefined;
  const said = headOf(document, verb.i);
  const saying = said === undefined ? undefined : sayingOver(document, said);
  if (said === undefined || saying === undefined || isPast(saying) !== isPast(verb)) return undefined;
  if (said.xpos === 'VB' && verb.xpos !== 'VBN' && hasModal(document, said)) return saying;
  if (!speechActs.has(verb.lemma)) return undefined;
  return isAboutThing(document, said) || (said.xpos === 'VBD' && !isPast(verb)) ? saying : undefined;
}

/** A past form, which may be tagged as a participle. */
const isPast = ({ xpos }: Token): boolean => xpos === 'VBD' || xpos === 'VBN';

const hasModal = (document: AnnotatedDocument, { i }: Token): boolean =>
  children(document, i, 'aux').some(({ xpos }) => xpos === 'MD');

/** The verb that tells what is said, also where that hangs on whom it is told to ('told reporters the vote had been rigged'). */
function sayingOver(document: AnnotatedDocument, said: Token): Token | undefined {
  const above = headOf(document, said.i);
  const saying = said.deprel === 'acl:relcl' && above?.deprel === 'obj' ? headOf(document, above.i) : above;
  const isSaid = said.deprel === 'ccomp' || (saying !== above && saying?.lemma === 'tell');
  return isSaid && saying !== undefined && reporting.has(saying.lemma) ? saying : undefined;
}

/** Is the subject of a clause a thing, so no name, no pronoun and nobody who speaks? */
function isAboutThing(document: AnnotatedDocument, clause: Token): boolean {
  const subject = children(document, clause.i).find(({ deprel }) => /^(?:nsubj|expl)/.test(deprel));
  if (subject === undefined) return false;
  return subject.deprel === 'expl' || (subject.upos === 'NOUN' && !whoSpeak.has(subject.lemma));
}

/**
 * 'denied having put pressure on anyone and accused the court': a finite verb that the tree joins to an infinitive or a
 * participle is joined to the clause above.
 */
export function isOutgrown(document: AnnotatedDocument, verb: Token): boolean {
  if (verb.deprel !== 'conj' || !isFinite(document, verb)) return false;
  if (sayingBefore(document, verb) !== undefined) return true;
  const first = headOf(document, verb.i);
  if (first?.upos !== 'VERB' || isFinite(document, first)) return false;
  return /^(?:xcomp|acl|advcl)/.test(first.deprel) && /^VB[GN]?$/.test(first.xpos ?? '');
}
