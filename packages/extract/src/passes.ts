import { defaultGazetteer } from '@dragoman/gazetteer';
import { buildAttribution } from './attribution/attribution.ts';
import { createCoreferenceTools, readCoreference } from './coreference/coreference.ts';
import { dateArticle } from './dates/dates.ts';
import { extractEvents, readEventLexicon } from './events/events.ts';
import { extractMeetings, readMeetingLexicon } from './meetings/meetings.ts';
import { unnamedPlaces } from './meetings/places/scenes.ts';
import { unnamedSides } from './meetings/parties/unnamed.ts';
import { addVenues, type KnownLands } from './meetings/places/venues.ts';
import { KnownNames } from './names/known-names.ts';
import { createNameTools, readNames } from './names/names.ts';
import { loadLexicon } from './lexicon/load.ts';
import { officesFile } from './positions/office-lexicon.ts';
import { readPositions } from './positions/positions.ts';
import { positionVerbsFile } from './positions/verbs.ts';
import type { Pass } from './reading.ts';
import { loadRelationLexicon } from './relations/lexicon.ts';
import { readRelations } from './relations/relations.ts';
import { findActors } from './roles/actors.ts';
import { readRoles } from './roles/roles.ts';
import { loadCueLexicon, readStatements } from './statements/index.ts';
import { isInMarks } from './statements/layout.ts';

/** The passes in the order they run. `folders` are a user's own lexicons. Throws LEXICON_INVALID. */
export function createPasses(folders: readonly string[]): Pass[] {
  const gazetteer = defaultGazetteer();
  const names = createNameTools(new KnownNames(gazetteer), folders);
  const coreference = createCoreferenceTools(names, folders);
  const cues = loadCueLexicon(folders);
  const positionVerbs = loadLexicon(positionVerbsFile, folders);
  const offices = loadLexicon(officesFile, folders);
  const relations = loadRelationLexicon(folders);
  const meetings = readMeetingLexicon(folders);
  const events = readEventLexicon(folders);
  const lands: KnownLands = {
    capitalOf: (state) => gazetteer.get(gazetteer.get(state)?.capital ?? ''),
    ofAdjective: (word) => gazetteer.find(word, ({ use }) => use === 'adjective')[0]?.entry.id,
  };
  return [
    { number: 1, name: 'names', run: ({ context, table }) => readNames(context, table, names) },
    {
      number: 2,
      name: 'coreference',
      run: ({ context, table }) => void readCoreference(context, table, coreference),
    },
    {
      number: 3,
      name: 'statements',
      run(reading) {
        const spoken = readStatements(reading.context, reading.table, cues);
        reading.statements = [...spoken.statements];
        reading.attributedTo = buildAttribution(spoken);
        reading.isQuoted = (token) => isInMarks(spoken.layout, token);
      },
    },
    {
      number: 4,
      name: 'positions',
      run(reading) {
        const { groups } = coreference.lexicon.nominals;
        reading.positionEvidence = readPositions(reading, names, positionVerbs, offices, groups);
        reading.positions = reading.positionEvidence.flatMap(({ position, verbal }) =>
          verbal?.isPost === false ? [] : [position],
        );
      },
    },
    {
      number: 5,
      name: 'roles',
      run(reading) {
        const { document } = reading.context;
        reading.happening = {
          roles: readRoles(document),
          actors: findActors(document, reading.table),
          dating: dateArticle(reading.context),
        };
      },
    },
    {
      number: 6,
      name: 'relations',
      run(reading) {
        const { context, table, attributedTo, happening } = reading;
        if (happening === undefined) return;
        const { roles, actors } = happening;
        reading.relations = readRelations(
          { context, table, roles, actors, attributedTo, lexicon: relations },
          reading.positionEvidence,
        );
      },
    },
    {
      number: 7,
      name: 'meetings',
      run(reading) {
        const { context, table, attributedTo, happening, positions } = reading;
        if (happening === undefined) return;
        addVenues(context.document, table, meetings.words, lands);
        reading.meetings = extractMeetings({
          context,
          document: context.document,
          table,
          ...happening,
          positions,
          attributedTo,
          unnamedSide: unnamedSides(context.document, table, meetings.words),
          unnamedPlace: unnamedPlaces(context.document, table, meetings.words),
          lexicon: meetings,
        });
      },
    },
    {
      number: 8,
      name: 'events',
      run(reading) {
        const { context, table, attributedTo, isQuoted, happening, positions } = reading;
        if (happening === undefined) return;
        reading.events = extractEvents({
          context,
          document: context.document,
          table,
          positions,
          ...happening,
          attributedTo,
          isQuoted,
          kindsOfNouns: coreference.lexicon.nominals.groups,
          lexicon: events,
        });
      },
    },
  ];
}
