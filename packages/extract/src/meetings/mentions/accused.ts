import type { MeetingMention, MeetingSources } from './mention.ts';
import { argumentsOf } from '../../roles/arguments.ts';
import { wordSet } from '../../roles/vocabulary.ts';
import { tokensTagged } from '../../word-index.ts';

/** Verbs whose object stands before a court, and those whose subject does. */
const accusing = wordSet([
  'charge',
  'convict',
  'sentence',
  'acquit',
  'indict',
  'arraign',
  'try',
  'prosecute',
  'remand',
  'jail',
  'impeach',
]);
const answering = wordSet(['plead', 'admit']);

/** Words of a court of law. */
const courtly = wordSet([
  'court',
  'judge',
  'jury',
  'prosecutor',
  'prosecution',
  'magistrate',
  'sheriff',
  'trial',
]);

/**
 * Gives hearings told with nobody ('the trial resumes on May 20', 'a confiscation hearing is set for Monday') the one who stands
 * before the court in the article: whom it says most often to be charged, tried, convicted or to plead.
 */
export function withAccused(sources: MeetingSources, mentions: readonly MeetingMention[]): MeetingMention[] {
  const isOpen = ({ form, participants, groups, hosts, date, place }: MeetingMention): boolean =>
    form === 'hearing' &&
    participants.length === 0 &&
    groups.every((id) => hosts.includes(id)) &&
    (date !== null || place !== null);
  if (!mentions.some(isOpen) || !sources.document.tokens.some(({ lemma }) => courtly.has(lemma)))
    return [...mentions];
  const accused = accusedOf(sources);
  if (accused === undefined) return [...mentions];
  return mentions.map((mention) => (isOpen(mention) ? { ...mention, participants: [accused] } : mention));
}

/** The person most often told to answer to a court. */
function accusedOf({ document, actors }: MeetingSources): string | undefined {
  const counts = new Map<string, number>();
  for (const verb of tokensTagged(document, 'VERB')) {
    const isObject = accusing.has(verb.lemma);
    if (!isObject && !answering.has(verb.lemma)) continue;
    const { object = [], subject = [] } = argumentsOf(document, verb.i).slots;
    for (const id of actors.actors(isObject ? object : subject))
      if (actors.kind(id) === 'person') counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
