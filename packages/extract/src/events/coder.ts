import { sha256 } from '@dragoman/core';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import type { ExtractionContext } from '../context.ts';
import { dateArticle } from '../dates/dates.ts';
import { EntityTableBuilder } from '../entity-table.ts';
import { findMeetings, type MeetingMention, type MeetingSources } from '../meetings/mentions/find.ts';
import { readMeetingLexicon } from '../meetings/meetings.ts';
import { createPasses } from '../passes.ts';
import { plainArticle } from '../plain-article.ts';
import { emptyReading } from '../reading.ts';
import { findActors } from '../roles/actors.ts';
import { readRoles } from '../roles/roles.ts';
import { findEvents, type EventMention } from './find.ts';
import { readEventLexicon } from './lexicon.ts';

/** What a text tells, one item a trigger, before mentions are joined. */
export interface CodedText {
  readonly document: AnnotatedDocument;
  readonly events: readonly EventMention[];
  readonly meetings: readonly MeetingMention[];
  /** The name of an entity that the items refer to. */
  readonly nameOf: (id: string) => string;
}

/** Passes after this one read whole articles; the coder does without them. */
const lastNeededPass = 'roles';

/** What the passes over happenings read of a bare text. */
export interface TextSources extends MeetingSources {
  readonly context: ExtractionContext;
  readonly table: EntityTableBuilder;
}

/** Codes bare texts; `published` is YYYY-MM-DD or null. */
export interface EventCoder {
  (text: string, published?: string | null): CodedText;
  /** The text as the passes over happenings read it. */
  read(text: string, published?: string | null): TextSources;
}

/**
 * Makes a coder of bare texts (sentences of a corpus, probes): the passes of the extractor up to the roles, then the
 * triggers of events and meetings. Throws LEXICON_INVALID.
 */
export function createEventCoder(
  annotate: (text: string) => AnnotatedDocument,
  folders: readonly string[] = [],
): EventCoder {
  const passes = createPasses(folders);
  const needed = passes.slice(0, passes.findIndex(({ name }) => name === lastNeededPass) + 1);
  const events = readEventLexicon(folders);
  const meetings = readMeetingLexicon(folders);
  const read = (text: string, published: string | null = null): TextSources => {
    const document = annotate(text);
    const table = new EntityTableBuilder();
    const context = { article: datedArticle(text, published), document, published };
    const reading = emptyReading(context, table);
    for (const pass of needed) pass.run(reading);
    const happening = reading.happening ?? {
      roles: readRoles(document),
      actors: findActors(document, table),
      dating: dateArticle(context),
    };
    return { context, document, table, positions: reading.positions, ...happening };
  };
  const code = (text: string, published: string | null = null): CodedText => {
    const sources = read(text, published);
    return {
      document: sources.document,
      events: findEvents({ ...sources, lexicon: events }),
      meetings: findMeetings({ ...sources, lexicon: meetings }),
      nameOf: (id) => sources.table.byId(id)?.name ?? '',
    };
  };
  return Object.assign(code, { read });
}

/** An article of which nothing but its text and its date is known. */
function datedArticle(text: string, published: string | null): Article {
  const textHash = sha256(text);
  return { ...plainArticle(text), id: textHash, inputId: textHash, textHash, published };
}
