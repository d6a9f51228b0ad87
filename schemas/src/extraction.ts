import { z } from 'zod';
import {
  entityKindSchema,
  eventTypeSchema,
  groupKindSchema,
  placeKindSchema,
  polaritySchema,
  relationTypeSchema,
  statusSchema,
} from './ontology.ts';

/** Offsets into `Article.text`, in UTF-16 units, end exclusive. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;

/** What every extracted item carries: the rule that made it, how sure it is, and the words it rests on. */
const groundedSchema = z.object({
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  spans: z.array(spanSchema).nonempty(),
});

const localId = z.string();
const isoDate = z.string().nullable();

export const entitySchema = groundedSchema.extend({
  id: localId,
  kind: entityKindSchema,
  groupKind: groupKindSchema.optional(),
  placeKind: placeKindSchema.optional(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** Lemmas of the nouns that the article calls a person by: 'midfielder', 'nurse'. */
  descriptions: z.array(z.string()).optional(),
  /** The gazetteer's id, where the name is one of its entries ('state:IR', 'city:GB:london', 'igo:iaea'). */
  gazetteer: z.string().optional(),
  /** The state it belongs to, as a gazetteer id, where the article tells ('state:IR'). */
  country: z.string().optional(),
  /** True for somebody whom the article describes and does not name ('a doctor on the scene'): nobody beyond the article. */
  unnamed: z.boolean().optional(),
});
export type Entity = z.infer<typeof entitySchema>;

export const positionSchema = groundedSchema.extend({
  person: localId,
  title: z.string(),
  group: localId.nullable(),
  status: z.enum(['current', 'former', 'acting', 'future', 'candidate']),
  since: isoDate,
  until: isoDate,
  attributedTo: localId.nullable(),
});
export type Position = z.infer<typeof positionSchema>;

export const relationSchema = groundedSchema.extend({
  type: relationTypeSchema,
  from: localId,
  to: localId,
  polarity: polaritySchema,
  amount: z.string().nullable(),
  attributedTo: localId.nullable(),
  quote: z.string(),
});
export type Relation = z.infer<typeof relationSchema>;

/** A number that an event's passage gives: '3,000 ballistic missiles', '40 observers'. */
export const quantitySchema = z.object({ value: z.number(), unit: z.string(), text: z.string() });
export type Quantity = z.infer<typeof quantitySchema>;

const happeningSchema = groundedSchema.extend({
  id: localId,
  place: localId.nullable(),
  /** As exact as the text allows: 2026, 2026-03, 2026-03-01 or 2026-02-06T10:00. */
  start: isoDate,
  end: isoDate,
  status: statusSchema,
  attributedTo: localId.nullable(),
  quote: z.string(),
  numbers: z.array(quantitySchema),
});

export const meetingSchema = happeningSchema.extend({
  /** talks, visit, summit, call, hearing, … */
  form: z.string(),
  participants: z.array(localId),
  represented: z.array(localId),
  mediators: z.array(localId),
  hosts: z.array(localId),
  /** Whether the parties sat together; null where the text does not say. */
  direct: z.boolean().nullable(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const eventSchema = happeningSchema.extend({
  type: eventTypeSchema,
  mode: z.string().nullable(),
  actors: z.array(localId),
  targets: z.array(localId),
  /** True where the passage tells what was before the news. */
  background: z.boolean(),
});
export type Event = z.infer<typeof eventSchema>;

export const statementSchema = groundedSchema.extend({
  speaker: localId.nullable(),
  quote: z.string(),
  direct: z.boolean(),
  cue: z.string().nullable(),
});
export type Statement = z.infer<typeof statementSchema>;

export const extractionSchema = z.object({
  articleId: z.string(),
  extractorVersion: z.string(),
  /** False where the language is not read: everything below is then empty. */
  read: z.boolean(),
  entities: z.array(entitySchema),
  positions: z.array(positionSchema),
  relations: z.array(relationSchema),
  meetings: z.array(meetingSchema),
  events: z.array(eventSchema),
  statements: z.array(statementSchema),
});
/** All that one article says, before it is joined with others. Ids are local to the article. */
export type Extraction = z.infer<typeof extractionSchema>;
