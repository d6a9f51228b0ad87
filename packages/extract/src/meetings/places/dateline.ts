import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import { isLodging } from '../../roles/setting.ts';
import type { Predication } from '../../roles/predication.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/** A dateline is in one of so many first sentences. */
const reach = 4;

/** The city that the article is dated from: 'PORT VILA, May 13 (OPA) -'; undefined where it has no dateline. */
export function datelineOf(document: AnnotatedDocument, table: EntityTable): Entity | undefined {
  for (const { first, last } of document.sentences.slice(0, reach)) {
    if (!/^(?:[-–—]{1,3}|\/)$/.test(document.tokens[last]?.text ?? '')) continue;
    for (let at = first; at < last; at++) {
      const place = table.mentionHeadedBy(at) === undefined ? undefined : table.placeAt(at);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** Forms of meetings that are reported from where they are. */
const reportedThere = /^(?:hearing|session|debate|summit|conference|ceremony|speech)$/;

/** How many sentences behind the dateline a meeting is taken to be where the article is dated from. */
const placedWithin = 3;

/** Gives meetings the city of the dateline: 'opened here', and hearings and sessions of the opening sentences that are told without a place. */
export function placedByDateline(
  document: AnnotatedDocument,
  city: Entity | undefined,
  mention: MeetingMention,
): MeetingMention {
  if (city === undefined) return mention;
  if (mention.place !== null)
    return isLodging(mention.place) && isOver(mention) ? { ...mention, place: city } : mention;
  const sentence = document.tokens[mention.trigger]?.sentence ?? placedWithin + reach;
  const isOpening = sentence < placedWithin + reach && /^(?:held|ongoing)$/.test(mention.status);
  const isTold = mention.date !== null || mention.predication.kind === 'verb';
  const isThere = isOpening && reportedThere.test(mention.form) && isTold && !mention.background;
  return isThere || isHere(document, mention.predication) ? { ...mention, place: city } : mention;
}

const isOver = ({ status }: MeetingMention): boolean => status === 'held' || status === 'ongoing';

/** How many words behind its trigger 'here' still tells where a meeting is. */
const hereReach = 14;

/** 'a summit that was to have opened here', 'exchanged maps of the border here on Monday'. */
function isHere(document: AnnotatedDocument, { trigger, verb }: Predication): boolean {
  const behind = document.tokens.slice(trigger + 1, trigger + hereReach);
  const stop = behind.findIndex(({ upos, text }) => upos === 'VERB' || /^[.;:"”]$/.test(text));
  const clause = stop < 0 ? behind : behind.slice(0, stop);
  if (clause.some(({ lower, upos }) => lower === 'here' && upos === 'ADV')) return true;
  const near = [trigger, verb].flatMap((token) => (token === null ? [] : [token]));
  const clauses = near.flatMap((token) => children(document, token, 'acl:relcl').map(({ i }) => i));
  return [...near, ...clauses].some((token) =>
    children(document, token, 'advmod').some(({ lower }) => lower === 'here'),
  );
}
