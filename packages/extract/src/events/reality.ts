import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { Predication } from '../roles/predication.ts';
import { statusOf, type Status } from '../roles/status.ts';
import type { EventPattern } from './lexicon.ts';

/** Roots that, refused or ruled out, are a refusal. */
const refusable = new Set(['AGREE', 'CONCEDE', 'RETREAT', 'COOPERATE', 'AID', 'SUPPORT']);
/** Roots of hostile deeds, which are no news where they explain a name ('Artemis, the operation against …'). */
export const hostileRoots: ReadonlySet<string> = new Set(['SANCTION', 'ASSAULT', 'COERCE', 'MOBILIZE']);
/** Roots that, planned on a condition, are a threat: 'would go on strike unless …'. */
const threatening = new Set([...hostileRoots, 'PROTEST']);
/** Roots of which an attempt is one already. */
const attemptRoots = new Set(['ASSAULT', 'COERCE', 'AID', 'PROTEST']);

/** The root and status once negation and modality are read; undefined where nothing is told to happen. */
export function realityOf(
  document: AnnotatedDocument,
  pattern: EventPattern,
  predication: Predication,
): { type: string; status: Status } | undefined {
  const { negated, modality } = predication;
  if (negated) {
    const becomes =
      pattern.negated ?? (refusable.has(pattern.root) && modality !== 'actual' ? 'REJECT' : 'drop');
    if (becomes === 'drop') return undefined;
    return becomes === 'deny' ? { type: pattern.root, status: 'denied' } : { type: becomes, status: 'held' };
  }
  if (isCounterfactual(document, predication)) return undefined;
  const attempted = modality === 'attempted' && attemptRoots.has(pattern.root);
  const status = attempted ? 'held' : isForetold(document, predication) ? 'planned' : statusOf(predication);
  if (status === undefined) return undefined;
  if (status === 'planned' && threatening.has(pattern.root) && isConditional(document, predication))
    return { type: 'THREATEN', status: 'held' };
  if (status === 'ongoing' && isSaidOnce(pattern)) return { type: pattern.root, status: 'held' };
  const isOver = pattern.status === 'ongoing' && isSimplePast(document, predication);
  return { type: pattern.root, status: status === 'held' && !isOver ? (pattern.status ?? status) : status };
}

/** Roots and modes of what is said at once, though news tells it in the progressive: 'is endorsing Trump', 'are slamming Kaine'. */
const isSaidOnce = ({ root, mode }: EventPattern): boolean =>
  root === 'SUPPORT' || root === 'REJECT' || (root === 'ACCUSE' && saidOnce.has(mode ?? ''));
const saidOnce = new Set(['criticize', 'concern', 'sue', 'lash-out', 'allege', 'brand']);

/** 'detained six men', not 'are detaining', 'have kept him since July': over when it is told. */
function isSimplePast(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  const verb = document.tokens[trigger];
  return (
    kind === 'verb' &&
    verb?.xpos === 'VBD' &&
    children(document, trigger).every(({ deprel }) => !deprel.startsWith('aux'))
  );
}

/** 'would have signed', 'could have been broken': what did not come about. */
function isCounterfactual(document: AnnotatedDocument, { modality, trigger, verb }: Predication): boolean {
  if (modality !== 'possible' && modality !== 'planned') return false;
  const auxiliaries = children(document, verb ?? trigger, 'aux').map(({ lower }) => lower);
  return auxiliaries.includes('have') && auxiliaries.some((word) => /^(?:would|could|should)$/.test(word));
}

/** 'said it would leave the treaty if …', 'unless …': what will be done on a condition is a threat. */
function isConditional(document: AnnotatedDocument, { trigger, verb }: Predication): boolean {
  return children(document, verb ?? trigger, 'advcl').some(({ i }) =>
    children(document, i, 'mark').some(({ lower }) => lower === 'if' || lower === 'unless'),
  );
}

/** 'agreed that the men would be sent home', 'under the deal it would pay': outside a condition 'would' tells what is to come. */
function isForetold(document: AnnotatedDocument, predication: Predication): boolean {
  const { modality, trigger, verb } = predication;
  if (modality !== 'possible') return false;
  const auxiliaries = children(document, verb ?? trigger, 'aux');
  const isWould =
    auxiliaries.some(({ lower }) => lower === 'would') && auxiliaries.every(({ lower }) => lower !== 'have');
  return isWould && !isConditional(document, predication);
}
