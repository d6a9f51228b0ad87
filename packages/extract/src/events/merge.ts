import type { AnnotatedDocument } from '@dragoman/nlp';
import type { DatedExpression } from '../dates/dates.ts';
import type { EventMention } from './find.ts';

/** Mentions of one event, the fullest first in `lead`. */
export interface JoinedEvent {
  readonly lead: EventMention;
  readonly mentions: readonly EventMention[];
}

/** Joins mentions that tell of one event: same root and status, the same actors, nothing that speaks against it. In text order. */
export function joinEvents(document: AnnotatedDocument, mentions: readonly EventMention[]): JoinedEvent[] {
  const groups: EventMention[][] = [];
  for (const mention of mentions) {
    const group = groups.find((members) => members.every((member) => isSameEvent(document, member, mention)));
    if (group === undefined) groups.push([mention]);
    else group.push(mention);
  }
  return groups.map((members) => ({ lead: completed(members), mentions: members }));
}

function isSameEvent(document: AnnotatedDocument, a: EventMention, b: EventMention): boolean {
  if (a.type !== b.type || !datesAgree(a.date, b.date)) return false;
  if (a.place !== null && b.place !== null && a.place !== b.place) return false;
  if (isMention(b) && isPartOf(b.actors, a.actors) && isAimedAlike(a, b)) return true;
  if (a.status !== b.status) return false;
  if (a.sentence === b.sentence) return isOneDeed(document, a, b);
  if (isMention(b) || !sameMembers(a.actors, b.actors)) return false;
  if (a.actors.length === 0)
    return a.mode === b.mode && a.targets.length > 0 && sameMembers(a.targets, b.targets);
  if (a.targets.length > 0 && b.targets.length > 0 && !sameMembers(a.targets, b.targets)) return false;
  return a.predication.lemma === b.predication.lemma;
}

/** 'fired on the patrol, killing four', 'was fined, a penalty imposed by …': told twice in a sentence, each time with some of the parties. */
function isOneDeed(document: AnnotatedDocument, a: EventMention, b: EventMention): boolean {
  const targetsAgree = a.targets.length === 0 || b.targets.length === 0 || sameMembers(a.targets, b.targets);
  if (!targetsAgree) return false;
  if (a.actors.length > 0 && b.actors.length > 0) return sameMembers(a.actors, b.actors);
  const told = [a, b].filter(({ actorTokens }) => actorTokens.length > 0);
  if (told.length === 2) return a.actorTokens.some((token) => b.actorTokens.includes(token));
  return !isAside(document, a, b) && !isAside(document, b, a);
}

/** 'A man was shot dead as troops chased gunmen who had fired': what a relative clause tells of its noun is a deed of its own. */
function isAside(document: AnnotatedDocument, { trigger }: EventMention, other: EventMention): boolean {
  const verb = document.tokens[trigger];
  return (
    verb?.deprel === 'acl:relcl' && !isMention(other) && document.tokens[other.trigger]?.head !== trigger
  );
}

/** A noun that may only point back: 'the attack', 'the sanctions'. */
const isMention = ({ predication }: EventMention): boolean => predication.kind === 'noun';

/** A noun that points back may name more or fewer of those it was done to. */
const isAimedAlike = (a: EventMention, b: EventMention): boolean =>
  b.targets.length === 0 || b.targets.some((id) => a.targets.includes(id));

const isPartOf = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Two dates agree where one is missing or the coarser is the beginning of the finer. */
export function datesAgree(a: DatedExpression | null, b: DatedExpression | null): boolean {
  const x = a?.start ?? a?.end;
  const y = b?.start ?? b?.end;
  if (x === undefined || x === null || y === undefined || y === null) return true;
  return x.slice(0, 10).startsWith(y.slice(0, 10)) || y.slice(0, 10).startsWith(x.slice(0, 10));
}

/** The first mention, with what the others add to it. */
function completed(members: readonly EventMention[]): EventMention {
  const [first, ...rest] = members;
  if (first === undefined) throw new RangeError('an event has at least one mention');
  return rest.reduce(
    (lead, other) => ({
      ...lead,
      actors: lead.actors.length > 0 ? lead.actors : other.actors,
      actorTokens: lead.actorTokens.length > 0 ? lead.actorTokens : other.actorTokens,
      targetTokens: lead.targetTokens.length > 0 ? lead.targetTokens : other.targetTokens,
      targets: lead.targets.length > 0 ? lead.targets : other.targets,
      place: lead.place ?? other.place,
      date: lead.date ?? other.date,
    }),
    first,
  );
}
