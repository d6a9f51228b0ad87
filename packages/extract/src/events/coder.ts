import { sha256 } from '@dragoman/core';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import { EntityTableBuilder } from '../entity-table.ts';
import { findMeetings, type MeetingMention } from '../meetings/find.ts';
import { readMeetingLexicon } from '../meetings/meetings.ts';
import { createPasses } from '../passes.ts';
import { emptyReading } from '../reading.ts';
import { findEvents, type EventMention } from './find.ts';
import { readEventLexicon } from './lexicon.ts';

/** What a text tells, one item a trigger, before mentions are joined. */
export interface CodedText {
  readonly document: AnnotatedDocument;
  readonly events: readonly EventMention[];
  readonly meetings: readonly MeetingMention[];
  /** The name of an entity that the items refer to. */
  nameOf(id: string): string;
}

/** Passes after this one read whole articles; the coder does without them. */
const lastNeededPass = 'roles';

/**
 * Makes a coder of bare texts (sentences of a corpus, examples of a lexicon): the passes of the extractor up to the roles,
 * then the triggers of events and meetings. `published` is YYYY-MM-DD or null.
 */
export function createEventCoder(
  annotate: (text: string) => AnnotatedDocument,
  folders: readonly string[] = [],
): (text: string, published?: string | null) => CodedText {
  const passes = createPasses(folders);
  const needed = passes.slice(0, passes.findIndex(({ name }) => name === lastNeededPass) + 1);
  const events = readEventLexicon(folders);
  const meetings = readMeetingLexicon(folders);
  return (text, published = null) => {
    const document = annotate(text);
    const table = new EntityTableBuilder();
    const reading = emptyReading({ article: plainArticle(text, published), document, published }, table);
    for (const pass of needed) pass.run(reading);
    const { happening, positions } = reading;
    const nameOf = (id: string): string => table.byId(id)?.name ?? '';
    if (happening === undefined) return { document, events: [], meetings: [], nameOf };
    const sources = { document, table, positions, ...happening };
    return {
      document,
      nameOf,
      events: findEvents({ ...sources, lexicon: events }),
      meetings: findMeetings({ ...sources, lexicon: meetings }),
    };
  };
}

/** An article of which nothing but its text and its date is known. */
function plainArticle(text: string, published: string | null): Article {
  const textHash = sha256(text);
  return {
    id: textHash,
    inputId: textHash,
    url: null,
    source: null,
    language: 'en',
    title: null,
    authors: [],
    published,
    publishedFrom: null,
    modified: null,
    modifiedFrom: null,
    section: null,
    keywords: [],
    dateline: null,
    text,
    textHash,
    asides: [],
    entries: [],
    dropped: [],
    notes: [],
    fetched: null,
    cleanerVersion: 'none',
  };
}
