import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { readAhead } from '../../dates/dates.ts';
import { realityOf } from '../../roles/modality.ts';
import type { Status } from '../../roles/status.ts';
import { settingsAgree } from './affinity.ts';
import type { MeetingDraft } from './draft.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { isToldBefore } from './nearness.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences back the meeting that 'it' means is looked for. */
const reach = 3;

/** Nouns that take a meeting up again. */
const taken = /^(?:meeting|talk|round|summit|visit|conference|hearing|session|encounter|negotiation)$/;

const announced = /^(?:talks|round|meeting|summit|conference|visit|hearing|session)$/;

/**
 * 'No meeting has been agreed, the ministry said. The envoy insists that it will take place': what one denies and another
 * announces is told as two, with the same parties; the new one has its own date where that is told.
 */
export function addDisputed({ document, dating }: MeetingSources, drafts: MeetingDraft[]): void {
  for (const verb of tokensTagged(document, 'VERB')) {
    if (!tellsHappening(document, verb) || !isOfMeeting(document, verb)) continue;
    const { modality, negated } = realityOf(document, verb.i);
    const isDenied = negated || modality === 'denied';
    if ((!isDenied && modality !== 'planned') || isOnlyLater(document, verb)) continue;
    const status: Status = isDenied ? 'denied' : 'planned';
    const meant = drafts.findLast(
      (draft) => announced.test(draft.form) && isToldBefore(document, draft, verb.i, reach),
    );
    const lead = meant?.mentions[0];
    const other: Status = isDenied ? 'planned' : 'denied';
    if (meant === undefined || lead === undefined || meant.status !== other) continue;
    const date = dating.dateOf(verb.i);
    const told = { ...meant, status, date: date === undefined ? meant.date : readAhead(date) };
    const isKnown = drafts.some(
      (draft) =>
        draft.status === status &&
        draft.groups.every((id) => meant.groups.includes(id)) &&
        settingsAgree(draft, told),
    );
    if (!isKnown) drafts.push({ ...told, mentions: [{ ...lead, trigger: verb.i, status }] });
  }
}

/** 'would not take place before September': it is put off, not denied. */
function isOnlyLater(document: AnnotatedDocument, { i }: Token): boolean {
  return document.tokens
    .slice(i + 1, i + laterReach)
    .some(({ lower }) => /^(?:before|until|till|unless)$/.test(lower));
}

const laterReach = 5;

/** 'take place', 'go ahead', 'happen'. */
function tellsHappening(document: AnnotatedDocument, { i, lemma }: Token): boolean {
  if (lemma === 'take') return child(document, i, 'obj')?.lower === 'place';
  if (lemma === 'go') return children(document, i).some(({ lower }) => /^(?:ahead|forward)$/.test(lower));
  return /^(?:happen|proceed|occur|materialise|materialize)$/.test(lemma);
}

/** Is the subject 'it' or 'the meeting'? */
function isOfMeeting(document: AnnotatedDocument, verb: Token): boolean {
  const subject = child(document, verb.i, 'nsubj');
  if (subject === undefined) return false;
  if (/^(?:it|they|this)$/.test(subject.lower)) return true;
  const determiner = child(document, subject.i, 'det')?.lower;
  return taken.test(subject.lemma) && /^(?:the|this|that|these|those)$/.test(determiner ?? '');
}
