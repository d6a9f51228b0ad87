import { defaultGazetteer } from '@dragoman/gazetteer';
import { annotate } from '@dragoman/nlp';
import { contextOf, createCoreferenceTools, readCoreference } from './coreference/coreference.ts';
import { nominalsFile } from './coreference/lexicon.ts';
import { dateArticle, dateLexicon } from './dates/dates.ts';
import { EntityTableBuilder } from './entity-table.ts';
import { eventExamples } from './events/examples.ts';
import { eventLexiconFile } from './events/lexicon.ts';
import { loadLexicon } from './lexicon/load.ts';
import { type CheckedLexicon, checkLexiconFiles, type LexiconFault } from './lexicon/check.ts';
import { meetingExamples } from './meetings/examples.ts';
import { meetingLexiconFile } from './meetings/lexicon.ts';
import { kindCuesFile } from './names/kinds/lexicon.ts';
import { KnownNames } from './names/known-names.ts';
import {
  groupHeadsFile,
  metonymsFile,
  namePartsFile,
  notNamesFile,
  placeHeadsFile,
  shortNamesFile,
  titlesFile,
} from './names/lexicons.ts';
import { createNameTools, readNames } from './names/names.ts';
import { peoplesFile } from './names/references/peoples.ts';
import { positionExamples } from './positions/examples.ts';
import { officesFile } from './positions/office-lexicon.ts';
import { readPositions } from './positions/positions.ts';
import { positionVerbsFile, type PositionVerbs } from './positions/verbs.ts';
import { emptyReading } from './reading.ts';
import { relationExamples } from './relations/examples.ts';
import { relationsFile, type RelationLexicon } from './relations/lexicon.ts';
import { findActors } from './roles/actors.ts';
import { readRoles } from './roles/roles.ts';
import { roleLexicon } from './roles/vocabulary.ts';
import { cuesFile, type CueLexicon } from './statements/cue-lexicon.ts';
import { cueExamples } from './statements/examples.ts';

/**
 * `dragoman lexicon check`: are the lexicons sound? Every file must be YAML and fit its schema, every example sentence be
 * matched by its pattern. `folder` adds a user's own lexicon. Returns what is wrong; an empty list where all is sound.
 * Throws MODEL_MISSING where examples cannot be read.
 */
export function checkLexicon(folder?: string): LexiconFault[] {
  return checkLexiconFiles(checkedLexicons(), folder);
}

function checkedLexicons(): CheckedLexicon[] {
  const names = createNameTools(new KnownNames(defaultGazetteer()));
  const read = createSentenceReader();
  const plain = [
    titlesFile,
    groupHeadsFile,
    placeHeadsFile,
    namePartsFile,
    notNamesFile,
    shortNamesFile,
    metonymsFile,
    kindCuesFile,
    peoplesFile,
    nominalsFile,
    officesFile,
    roleLexicon,
    dateLexicon,
  ];
  return [
    ...plain.map((lexicon) => ({ lexicon })),
    { lexicon: positionVerbsFile, examples: (data) => positionExamples(data as PositionVerbs, names, read) },
    { lexicon: relationsFile, examples: (data) => relationExamples(data as RelationLexicon, read) },
    { lexicon: cuesFile, examples: (data) => cueExamples(data as CueLexicon, read) },
    { lexicon: meetingLexiconFile, examples: (data) => meetingExamples(data, read) },
    { lexicon: eventLexiconFile, examples: (data) => eventExamples(data, read) },
  ];
}

/** Reads a sentence as the passes would: parse, names, coreference, roles, times. Each sentence is read once. */
function createSentenceReader() {
  const tools = createCoreferenceTools();
  const verbs = loadLexicon(positionVerbsFile, []);
  const offices = loadLexicon(officesFile, []);
  const seen = new Map<string, ReturnType<typeof readSentence>>();
  const readSentence = (sentence: string) => {
    const document = annotate(sentence);
    const context = { ...contextOf(document), published: '2025-06-11' };
    const table = new EntityTableBuilder();
    readNames(context, table, tools.names);
    readCoreference(context, table, tools);
    const shared = {
      actors: findActors(document, table),
      roles: readRoles(document),
      dating: dateArticle(context),
    };
    const posts = readPositions(
      emptyReading(context, table),
      tools.names,
      verbs,
      offices,
      tools.lexicon.nominals.groups,
    );
    const positions = posts.map(({ position }) => position);
    return { context, document, table, positions, attributedTo: () => null, ...shared };
  };
  return (sentence: string): ReturnType<typeof readSentence> => {
    const known = seen.get(sentence) ?? readSentence(sentence);
    seen.set(sentence, known);
    return known;
  };
}
