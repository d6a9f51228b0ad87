import type { Position } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import type { ActorFinder } from '../../roles/actors.ts';
import { settingsAgree } from '../joining/affinity.ts';
import { absorb, union, type MeetingDraft } from '../joining/draft.ts';

/** So often somebody must be named to be a rival of an article that does not say that they run, and where it does. */
const leastMentions = 3;
const leastOfRunning = 2;

/** What seating the rivals at debates needs to know. */
export interface DebateSources {
  readonly table: EntityTable;
  readonly positions: readonly Position[];
  readonly actors: ActorFinder;
}

/**
 * Seats the rivals at a debate, and who moderates it beside them. Where the words do not say who debates whom, it is the one who
 * runs for the office and the person named most beside them, whoever else speaks of it; debates of one day are one.
 */
export function seatRivals(sources: DebateSources, drafts: MeetingDraft[]): void {
  const debates = drafts.filter(({ form }) => form === 'debate');
  if (debates.length === 0) return;
  const rivals = rivalsOf(sources);
  for (const draft of debates) {
    if (isTold(sources, draft)) continue;
    if (rivals === undefined) continue;
    const areOthers = draft.participants.every((id) => !rivals.includes(id));
    if (draft.participants.length > 1 && areOthers && !isRunning(sources, rivals[0])) continue;
    draft.participants = [...rivals];
    draft.groups = draft.groups.filter((id) => sources.table.byId(id)?.groupKind !== 'party');
  }
  joinDays(debates, drafts);
  seatModerators(sources, drafts);
}

/** Do the words say who debated whom: 'against', 'with', 'between', 'debated him'? */
function isTold({ actors }: DebateSources, { mentions, participants }: MeetingDraft): boolean {
  if (participants.length < 2) return false;
  return mentions.some(({ predication: { slots } }) => {
    const faced = [
      ...(slots.with ?? []),
      ...(slots.against ?? []),
      ...(slots.between ?? []),
      ...(slots.object ?? []),
    ];
    return actors.actors(faced).some((id) => actors.kind(id) === 'person');
  });
}

/** Of several tellings of a debate on one day only the first stays, with what the others tell. */
function joinDays(debates: readonly MeetingDraft[], drafts: MeetingDraft[]): void {
  const kept: MeetingDraft[] = [];
  for (const draft of debates) {
    const same = kept.find(
      (other) =>
        other.date !== null &&
        draft.date !== null &&
        other.status === draft.status &&
        settingsAgree(other, draft) &&
        other.participants.some((id) => draft.participants.includes(id)),
    );
    if (same === undefined) {
      kept.push(draft);
      continue;
    }
    for (const mention of draft.mentions) absorb(same, { ...mention, participants: draft.participants });
    drafts.splice(drafts.indexOf(draft), 1);
  }
}

/** Who moderates debates takes part; one called a moderator without saying of which does where there is only one. */
function seatModerators({ positions }: DebateSources, drafts: readonly MeetingDraft[]): void {
  const debates = drafts.filter(({ form, participants }) => form === 'debate' && participants.length > 0);
  const called = positions.filter(({ title }) => /\bmoderator\b/i.test(title)).map(({ person }) => person);
  for (const draft of debates) {
    const told = [...draft.mediators, ...draft.chairs, ...(debates.length === 1 ? called : [])];
    draft.participants = union(draft.participants, told);
    draft.mediators = [];
  }
}

/** The two who run against each other in an article, as far as it tells; those for the second post are told by name. */
function rivalsOf(sources: DebateSources): readonly [string, string] | undefined {
  const { table, positions } = sources;
  const counts = mentionsByPerson(table);
  const others = new Set(positions.filter(isNoRival).map(({ person }) => person));
  const named = [...counts]
    .filter(([id]) => !others.has(id))
    .toSorted(([, a], [, b]) => b - a)
    .map(([id]) => id);
  const isOften = (id: string): boolean => (counts.get(id) ?? 0) >= leastMentions;
  const running = named.filter((id) => isRunning(sources, id));
  const isSeen = (id: string): boolean => (counts.get(id) ?? 0) >= leastOfRunning;
  const ranked = [...running.filter(isSeen), ...named.filter(isOften), ...running];
  const [first, second] = new Set(ranked);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** Does somebody run for an office, or against one who does? */
const isRunning = ({ positions }: DebateSources, id: string): boolean =>
  positions.some(
    ({ person, status, title }) =>
      person === id &&
      (status === 'candidate' || /\b(?:nominee|candidate|hopeful|contender|rival|opponent)\b/i.test(title)),
  );

/** Those for vice president, and those who moderate, report or explain. */
const isNoRival = ({ title }: Position): boolean =>
  /\b(?:vice|moderator|anchor|host|correspondent|manager|spokes\p{L}+|strategist|pollster|professor|director|analyst|author|editor)\b/iu.test(
    title,
  );

/** How often each person of an article is named. */
function mentionsByPerson(table: EntityTable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entity, form } of table.mentions) {
    if (form !== 'name' || table.byId(entity)?.kind !== 'person') continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return counts;
}
