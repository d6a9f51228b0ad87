import { ancestors, type AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../../context.ts';
import { argumentsOf } from '../../roles/arguments.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { peopleOrGroups } from '../parties/parties.ts';

/** Kinds of groups that hear people. */
const hears = /^(?:government_body|igo)$/;

/**
 * Gives hearings of which only the one who is heard is told their body: the panel or committee that does what the sentence tells ('the
 * panel held him in contempt for not coming to a hearing'), else the only one that hears anybody in the article.
 */
export function addHearingBodies(
  sources: MeetingSources,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
): void {
  const hearings = drafts.filter(({ form }) => form === 'hearing');
  const open = hearings.filter((draft) => bodiesAt(sources.table, draft).length === 0);
  if (open.length === 0) return;
  const known = new Set(hearings.flatMap((draft) => bodiesAt(sources.table, draft)));
  const only = known.size === 1 ? [...known] : [];
  for (const draft of open) {
    if (draft.participants.length === 0) continue;
    const acting = draft.mentions.flatMap(({ trigger }) => bodyAbove(sources, words, trigger));
    const bodies = acting.length > 0 ? acting.slice(0, 1) : only;
    const taking = bodies.filter((id) => !isCourt(sources.table, id));
    draft.groups = [...new Set([...draft.groups, ...taking])];
    draft.hosts = [...new Set([...draft.hosts, ...bodies])];
  }
}

const bodiesAt = (table: EntityTable, { groups, hosts, unnamed }: MeetingDraft): string[] =>
  [...groups, ...hosts, ...unnamed].filter((id) => hears.test(table.byId(id)?.groupKind ?? ''));

/** A court has the house and is no party. */
const isCourt = (table: EntityTable, id: string): boolean =>
  /\b(?:court|tribunal|jury)\b/i.test(table.byId(id)?.name ?? '');

/** The committee, panel or court that is the subject of a verb above a hearing. */
function bodyAbove(sources: MeetingSources, words: MeetingWords, trigger: number): string[] {
  const subjects = verbsAbove(sources.document, trigger).flatMap(
    (verb) => argumentsOf(sources.document, verb).slots.subject ?? [],
  );
  const bodies = subjects.filter((token) =>
    words.hearingBodies.has(sources.document.tokens[token]?.lemma.toLowerCase() ?? ''),
  );
  return peopleOrGroups(sources, words, bodies).filter((id) =>
    hears.test(sources.table.byId(id)?.groupKind ?? ''),
  );
}

const verbsAbove = (document: AnnotatedDocument, token: number): number[] =>
  ancestors(document, token)
    .filter(({ upos }) => upos === 'VERB')
    .map(({ i }) => i);
