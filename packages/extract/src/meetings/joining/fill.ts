import { isOtherVersion, partiesOf, type GroupsOf } from './affinity.ts';
import { union, type MeetingDraft } from './draft.ts';
import type { JoinTools } from './join.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/** 'Both sides will meet': the parties of the meeting told last, else the two groups the text is about. */
export function withPartiesBefore(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  { groupsOf, sidesBefore }: JoinTools,
): MeetingMention {
  const all = drafts.filter((draft) => partiesOf(draft, groupsOf).size > 1);
  const between = all.filter(
    (draft) => isBetweenSides(draft) && (sidesAt(draft, groupsOf) > 1 || draft.status === 'denied'),
  );
  const several = mention.joint && between.length > 0 ? between : all;
  const alike = several.findLast(({ form }) => form === mention.form);
  const talks = several.findLast(({ form }) => form === 'talks' || form === 'round');
  const goesOn = /^(?:talks|round)$/.test(mention.form);
  const any = several.findLast(
    (draft) => !goesOn || /^(?:meeting|summit|signing|conference)$/.test(draft.form),
  );
  const last = (mention.again ? lastHeld(several) : undefined) ?? alike ?? talks ?? any;
  const ofStates = several.findLast(({ groups }) => groups.length > 1);
  const isUnplaced =
    last !== undefined && last.groups.length < 2 && last.participants.flatMap(groupsOf).length < 2;
  const before =
    isUnplaced && mention.another && /^(?:talks|round|meeting|summit)$/.test(mention.form)
      ? (ofStates ?? last)
      : last;
  const sidesTold =
    isUnplaced && mention.another && ofStates === undefined ? sidesBefore(mention.trigger) : [];
  if (before === undefined || sidesTold.length === 2)
    return { ...mention, groups: union(mention.groups, sidesBefore(mention.trigger)) };
  const sides =
    before.groups.length > 1 ? before.groups : union(before.groups, before.participants.flatMap(groupsOf));
  const people = sides.length > 1 ? [] : before.participants;
  return {
    ...mention,
    participants: union(mention.participants, people),
    groups: union(mention.groups, sides),
  };
}

/** Is it one in which sides face each other, not a hearing, a speech or a reception? */
const isBetweenSides = ({ form, hosts }: MeetingDraft): boolean =>
  /^(?:talks|round|meeting|summit|meal|signing|call)$/.test(form) && hosts.length === 0;

/** How many people or groups face each other there, each side counted once. */
function sidesAt({ participants, groups }: MeetingDraft, groupsOf: GroupsOf): number {
  const ofPeople = new Set(participants.flatMap(groupsOf));
  const alone = participants.filter((person) => groupsOf(person).length === 0);
  return new Set([...ofPeople, ...groups]).size + alone.length;
}

/** 'will meet again': those who sat together when the text last spoke of it. */
function lastHeld(drafts: readonly MeetingDraft[]): MeetingDraft | undefined {
  const held = drafts.filter(
    ({ status, form }) => /^(?:held|ongoing)$/.test(status) && /^(?:talks|round|meeting|summit)$/.test(form),
  );
  const toldAt = ({ mentions }: MeetingDraft): number => mentions.at(-1)?.trigger ?? 0;
  return held.toSorted((a, b) => toldAt(b) - toldAt(a))[0];
}

export function withPartiesIfAnother(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  tools: JoinTools,
): MeetingMention {
  const nobody = mention.participants.length + mention.groups.length === 0;
  // 'previous trials', 'the next session': a body hears or sits, not the two who met before.
  const isOfBody = /^(?:hearing|session)$/.test(mention.form);
  return nobody && mention.another && !isOfBody ? withPartiesBefore(mention, drafts, tools) : mention;
}

export function withPartiesOfVersion(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
): MeetingMention {
  if (partiesOf(mention, groupsOf).size > 0) return mention;
  const other = drafts.findLast((draft) => isOtherVersion(draft, mention, groupsOf));
  if (other === undefined) return mention;
  return {
    ...mention,
    participants: other.participants,
    groups: other.groups,
    date: mention.date ?? other.date,
  };
}

/** 'The talks', 'last weekend's call', 'the closing ceremony' where nobody has been named: those who met before, or the two sides. */
export function withSides(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  tools: JoinTools,
): MeetingMention {
  const nobody = mention.participants.length + mention.groups.length + mention.hosts.length === 0;
  const pointed = mention.definite || mention.date !== null;
  const goesOn = mention.form === 'hearing' && drafts.some(({ form }) => form === 'hearing');
  const named =
    /^(?:talks|call|round|ceremony)$/.test(mention.form) ||
    (/^(?:meeting|summit)$/.test(mention.form) && mention.unnamed.length === 0) ||
    mention.status === 'cancelled' ||
    (mention.status === 'denied' && mention.form === 'meeting') ||
    goesOn;
  if (!nobody || !pointed || !named) return mention;
  if (goesOn)
    return withBodyOf(
      mention,
      drafts.findLast(({ form }) => form === 'hearing'),
    );
  const filled = withPartiesBefore(mention, drafts, tools);
  return filled.participants.length + filled.groups.length > 1 ? filled : mention;
}

/** 'The hearing resumes on October 28': before the same body, whoever will be heard then. */
function withBodyOf(mention: MeetingMention, hearing: MeetingDraft | undefined): MeetingMention {
  if (hearing === undefined) return mention;
  const bodies = hearing.groups.filter((id) => hearing.hosts.includes(id));
  return { ...mention, groups: bodies.length > 0 ? bodies : hearing.groups };
}
