import { z } from 'zod';
import { byLemma } from '../lexicon/by-lemma.ts';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';
import { conditionsSchema, weightOf } from '../roles/condition-schema.ts';

const words = z.array(z.string()).nonempty();

/** A pattern: which words tell of a meeting, and in which slots its parties are. */
export const meetingPatternSchema = z.strictObject({
  /** talks, meeting, visit, summit, call, hearing, …; free to name. */
  form: z.string(),
  verbs: words.optional(),
  nouns: words.optional(),
  needs: conditionsSchema.optional(),
  parties: words,
  hosts: words.optional(),
  mediators: words.optional(),
  visited: words.optional(),
  /** How many parties must be named. */
  partners: z.number().int().optional(),
  /** Parties must be two at least, or 'both sides' or another word for several told before. */
  several: z.boolean().optional(),
  /** How many people must be named. */
  people: z.number().int().optional(),
  /** Only in the plural ('talks', not 'talk'). */
  plural: z.boolean().optional(),
  /** Only with a place or a date of its own. */
  settled: z.boolean().optional(),
  /** 'round': only of talks, or where talks have been told. */
  ofMeeting: z.boolean().optional(),
  /** Only where a name, a place or a date tells which one is meant. */
  named: z.boolean().optional(),
  /** Only with investigators among the parties (interviews by the press are no meetings). */
  investigators: z.boolean().optional(),
  /** The status where the text does not say otherwise. */
  status: z.enum(['held', 'ongoing', 'planned', 'possible']).optional(),
  /** The status in the simple present: 'ongoing' for 'negotiates'. */
  present: z.enum(['ongoing', 'planned']).optional(),
  /** What is met, if anything is, must be people. */
  personal: z.boolean().optional(),
  /** What the verb is done to must itself be somebody: 'received the minister', not 'received the minister's letter'. */
  namedObject: z.boolean().optional(),
  /** Who is told something is named there and does not work for the press. */
  toName: z.boolean().optional(),
  /** Only with a place of its own. */
  placed: z.boolean().optional(),
  /** Only of somebody with a post, in a land that is not theirs. */
  abroad: z.boolean().optional(),
  /** Only where it is not denied: who did not shake hands may have met. */
  asserted: z.boolean().optional(),
  /** Only where it is still to come: who was questioned was mostly asked by the press. */
  ahead: z.boolean().optional(),
  /** Only with a date of its own. */
  dated: z.boolean().optional(),
  /** What the date opened by 'for' announces: 'invited her for October 21'. */
  announces: z.boolean().optional(),
  /** The parties are in one room. */
  together: z.boolean().optional(),
  /** The parties do not sit together: others go between them. */
  indirect: z.boolean().optional(),
  /** Each in a room, on a floor, in a house of their own. */
  apart: z.boolean().optional(),
  /** The subject must be a court or its jury. */
  court: z.boolean().optional(),
  examples: words,
});
export type MeetingPattern = z.infer<typeof meetingPatternSchema>;

export const meetingLexiconSchema = z.strictObject({
  patterns: z.array(meetingPatternSchema).nonempty(),
  directWords: words,
  indirectWords: words,
  mediationVerbs: words,
  leadVerbs: words,
  hostVerbs: words,
  tellingVerbs: words,
  apart: words,
  motionVerbs: words,
  cancelVerbs: words,
  pursuingVerbs: words,
  investigators: words,
  anotherRound: words,
  buildings: words,
  sites: words,
  mediators: words,
  mediationNouns: words,
  leaders: words,
  bodies: words,
  companyVerbs: words,
  attendanceVerbs: words,
  attendeeNouns: words,
  delegateVerbs: words,
  delegationNouns: words,
  agreementVerbs: words,
  lands: words,
  holdingVerbs: words,
  ferryingVerbs: words,
  carryingVerbs: words,
  messages: words,
  apartWords: words,
  rooms: words,
  hearingBodies: words,
  hearingVerbs: words,
  hearingOffices: words,
  unnamedBodies: words,
  met: words,
  unnamedPeople: words,
});
export type MeetingLexiconData = z.infer<typeof meetingLexiconSchema>;

/** The meeting patterns, for `dragoman lexicon check` and the meeting pass. */
export const meetingLexiconFile: LexiconFile<typeof meetingLexiconSchema> = {
  file: 'meetings.yaml',
  schema: meetingLexiconSchema,
};

/** A pattern with its place in the lexicon. */
export interface NumberedMeetingPattern {
  readonly pattern: MeetingPattern;
  /** 'meeting.visit.19': form and place in the file. */
  readonly rule: string;
  readonly weight: number;
}

/** The patterns by lemma, the most particular first, and the word lists. */
export interface MeetingLexicon {
  readonly verbs: ReadonlyMap<string, readonly NumberedMeetingPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly NumberedMeetingPattern[]>;
  readonly words: MeetingWords;
}

/** The word lists of the lexicon, for look-up. */
export type MeetingWords = Readonly<
  Record<Exclude<keyof MeetingLexiconData, 'patterns'>, ReadonlySet<string>>
>;

/** Reads the meeting patterns: the shipped ones, joined with those of the folders given. */
export function readMeetingLexicon(folders: readonly string[] = []): MeetingLexicon {
  return indexMeetingPatterns(loadLexicon(meetingLexiconFile, folders));
}

/** Orders patterns and lists for look-up. */
export function indexMeetingPatterns({ patterns, ...lists }: MeetingLexiconData): MeetingLexicon {
  const numbered = patterns.map((pattern, index) => ({
    pattern,
    rule: `meeting.${pattern.form}.${index + 1}`,
    weight: weightOf(pattern.needs),
  }));
  const verbs = byLemma(numbered, ({ pattern }) => pattern.verbs ?? []);
  const nouns = byLemma(numbered, ({ pattern }) => pattern.nouns ?? []);
  return { verbs, nouns, words: asSets(lists) };
}

function asSets(lists: Omit<MeetingLexiconData, 'patterns'>): MeetingWords {
  return {
    directWords: new Set(lists.directWords),
    indirectWords: new Set(lists.indirectWords),
    mediationVerbs: new Set(lists.mediationVerbs),
    leadVerbs: new Set(lists.leadVerbs),
    hostVerbs: new Set(lists.hostVerbs),
    tellingVerbs: new Set(lists.tellingVerbs),
    apart: new Set(lists.apart),
    motionVerbs: new Set(lists.motionVerbs),
    cancelVerbs: new Set(lists.cancelVerbs),
    pursuingVerbs: new Set(lists.pursuingVerbs),
    investigators: new Set(lists.investigators),
    anotherRound: new Set(lists.anotherRound),
    buildings: new Set(lists.buildings),
    sites: new Set(lists.sites),
    mediators: new Set(lists.mediators),
    mediationNouns: new Set(lists.mediationNouns),
    leaders: new Set(lists.leaders),
    bodies: new Set(lists.bodies),
    companyVerbs: new Set(lists.companyVerbs),
    attendanceVerbs: new Set(lists.attendanceVerbs),
    attendeeNouns: new Set(lists.attendeeNouns),
    delegateVerbs: new Set(lists.delegateVerbs),
    delegationNouns: new Set(lists.delegationNouns),
    agreementVerbs: new Set(lists.agreementVerbs),
    lands: new Set(lists.lands),
    holdingVerbs: new Set(lists.holdingVerbs),
    ferryingVerbs: new Set(lists.ferryingVerbs),
    carryingVerbs: new Set(lists.carryingVerbs),
    messages: new Set(lists.messages),
    apartWords: new Set(lists.apartWords),
    rooms: new Set(lists.rooms),
    hearingBodies: new Set(lists.hearingBodies),
    hearingVerbs: new Set(lists.hearingVerbs),
    hearingOffices: new Set(lists.hearingOffices),
    unnamedBodies: new Set(lists.unnamedBodies),
    met: new Set(lists.met),
    unnamedPeople: new Set(lists.unnamedPeople),
  };
}

let shipped: MeetingLexicon | undefined;

/** The shipped patterns, read once. */
export function meetingLexicon(): MeetingLexicon {
  return (shipped ??= readMeetingLexicon());
}
