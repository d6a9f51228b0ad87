import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { wordSet } from '../../roles/vocabulary.ts';

/** 'called for talks', 'pressed for a meeting', 'remains open to talks', 'is ready for a summit': nothing has been. */
export function isWished(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  const above = kind === 'verb' ? undefined : headOf(document, trigger);
  if (above === undefined || document.tokens[trigger]?.deprel !== 'obl') return false;
  const preposition = prepositionOf(document, trigger);
  if (above.upos === 'VERB') return preposition === 'for' && wishing.has(above.lemma);
  return above.upos === 'ADJ' && /^(?:for|to)$/.test(preposition ?? '') && willing.has(above.lower);
}

const wishing = wordSet([
  'call',
  'appeal',
  'push',
  'press',
  'plead',
  'hope',
  'wait',
  'beg',
  'lobby',
  'clamour',
  'clamor',
  'campaign',
  'argue',
]);
const willing = wordSet(['open', 'ready', 'eager', 'willing', 'amenable', 'receptive', 'keen', 'prepared']);

/** 'ahead of talks with her', 'on the eve of the summit', 'prior to a meeting': it is still to come. */
export function isAheadOfIt(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  if (kind === 'verb') return false;
  const { tokens } = document;
  const above = headOf(document, trigger);
  if (above?.lemma === 'eve' && document.tokens[trigger]?.deprel === 'nmod') return true;
  const preposition = child(document, trigger, 'case');
  const opening =
    preposition === undefined ? undefined : `${tokens[preposition.i - 1]?.lower} ${preposition.lower}`;
  return opening === 'ahead of' || opening === 'prior to';
}

/** 'Talks, which began on Monday, are expected to last until Friday': what is expected of them goes on. */
export function isUnderWay(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  if (kind === 'verb') return false;
  return children(document, trigger, 'acl:relcl').some(
    ({ lemma, xpos }) => xpos === 'VBD' && /^(?:begin|start|open|resume)$/.test(lemma),
  );
}

/** 'has yet to meet Putin'. */
export function isYetToBe(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  const above = kind === 'verb' ? headOf(document, trigger) : undefined;
  if (above === undefined || child(document, trigger, 'mark')?.lower !== 'to') return false;
  return /^(?:have|remain|be)$/.test(above.lemma) && document.tokens[trigger - 2]?.lower === 'yet';
}

/** 'scrapped plans to meet', 'plans for a summit have fallen through': what was planned is dropped with the plan. */
export function isDropped(document: AnnotatedDocument, { trigger }: Predication): boolean {
  const plan = planOver(document, trigger);
  const verb = plan === undefined ? undefined : headOf(document, plan.i);
  if (plan === undefined || verb?.upos !== 'VERB') return false;
  if (/^(?:obj|nsubj:pass)$/.test(plan.deprel)) return dropping.has(verb.lemma);
  const failing = verb.lemma === 'fall' && document.tokens[verb.i + 1]?.lower === 'through';
  return plan.deprel === 'nsubj' && (failing || verb.lemma === 'collapse' || dropping.has(verb.lemma));
}

const dropping = wordSet([
  'cancel',
  'scrap',
  'shelve',
  'abandon',
  'drop',
  'ditch',
  'axe',
  'scuttle',
  'torpedo',
  'derail',
]);

/** The plan that a meeting is the content of, whether the tree hangs it on the plan or beside it. */
function planOver(document: AnnotatedDocument, trigger: number): Token | undefined {
  const above = headOf(document, trigger);
  if (above === undefined) return undefined;
  if (above.lemma === 'plan' && above.upos === 'NOUN') return above;
  if (document.tokens[trigger]?.deprel !== 'xcomp') return undefined;
  return children(document, above.i, 'obj').find(({ lemma, i }) => lemma === 'plan' && i < trigger);
}

/** 'Talks between the two are back on', 'are under way again'. */
export function isBackOn(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  const predicate = kind === 'verb' ? undefined : headOf(document, trigger);
  if (predicate === undefined || document.tokens[trigger]?.deprel !== 'nsubj') return false;
  const copula = child(document, predicate.i, 'cop');
  return /^VB[PZ]$/.test(copula?.xpos ?? '') && /^(?:on|back|afoot|underway|way)$/.test(predicate.lower);
}
