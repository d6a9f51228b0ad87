import { tokenOf, type AnnotatedDocument } from '@dragoman/nlp';
import type { ExtractionContext } from '../context.ts';
import { EntityTableBuilder } from '../entity-table.ts';
import { defaultGazetteer } from '@dragoman/gazetteer';
import { KnownNames } from '../names/known-names.ts';
import { createNameTools, type NameTools, readNames } from '../names/names.ts';
import { plainArticle } from '../plain-article.ts';
import { addAppositions, addDescriptions } from './descriptions.ts';
import { type CoreferenceLexicon, loadCoreferenceLexicon } from './lexicon.ts';
import { resolveSeveral } from './joint.ts';
import { resolveLead } from './leads.ts';
import { loadPronounWeights, type PronounWeights } from './model.ts';
import { resolveNominals } from './nominals.ts';
import { drawPortraits } from './portraits.ts';
import { findPhrases, type Phrase, type PhraseContext, sexOfPerson } from './phrases.ts';
import { Chains, type Resolution, resolvePronouns } from './pronouns.ts';

/** What coreference works with, made once. */
export interface CoreferenceTools {
  readonly names: NameTools;
  readonly lexicon: CoreferenceLexicon;
  readonly weights: PronounWeights;
}

/** Loads word lists and weights. `names` are the tools of the name pass. Throws LEXICON_INVALID. */
export function createCoreferenceTools(
  names: NameTools = createNameTools(new KnownNames(defaultGazetteer())),
  folders: readonly string[] = [],
): CoreferenceTools {
  return { names, lexicon: loadCoreferenceLexicon(folders), weights: loadPronounWeights() };
}

/** The context of phrases for a document and its names. */
export function phraseContext(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  tools: CoreferenceTools,
): PhraseContext {
  return { document, table, lexicon: tools.lexicon, reader: tools.names.titles };
}

/**
 * The coreference pass: adds pronouns and nominals that refer to named entities to the table, and tells the sex of people.
 * Needs the names.
 */
export function readCoreference(
  context: ExtractionContext,
  table: EntityTableBuilder,
  tools: CoreferenceTools,
): Resolution[] {
  const phrasesIn = phraseContext(context.document, table, tools);
  addDescriptions(phrasesIn);
  addAppositions(phrasesIn, table);
  resolveLead(phrasesIn, table);
  const portraits = drawPortraits(phrasesIn);
  resolveNominals(phrasesIn, table, portraits);
  resolveSeveral(phrasesIn, table, portraits);
  const phrases = findPhrases(phrasesIn);
  const chains = new Chains();
  const resolutions = resolvePronouns(phrasesIn, phrases, chains, tools.weights);
  const said = new Map<string, number>();
  for (const { pronoun, antecedent } of resolutions) {
    const entity = antecedent === undefined ? undefined : chains.of(antecedent).entity;
    if (entity === undefined) continue;
    addPronoun(table, pronoun, entity);
    if (pronoun.sex === undefined) continue;
    const isSubject = /^s?he$/.test(tokenOf(context.document, pronoun.head).lower);
    const weight = isSubject ? SUBJECT_WEIGHT : 1;
    said.set(entity, (said.get(entity) ?? 0) + (pronoun.sex === 'female' ? weight : -weight));
  }
  tellSexes(phrasesIn, table, said);
  return resolutions;
}

/** What tells the sex: lists of names err, and so does what a pronoun is read to mean, 'his' and 'her' more than 'he' and 'she'. */
const NAME_WEIGHT = 4;
const SUBJECT_WEIGHT = 2;
const TELLING = 2;

/** Completes the sex of each person: by titles, else by given name and pronouns (`said`: the weight of those of women less that of those of men). */
function tellSexes(
  context: PhraseContext,
  table: EntityTableBuilder,
  said: ReadonlyMap<string, number>,
): void {
  for (const { id, kind, name } of table.entities) {
    const profile = table.profileOf(id);
    if (kind !== 'person' || profile.gender !== undefined) continue;
    const named = sexOfPerson(context, id, name);
    const byName = named === undefined ? 0 : named === 'female' ? NAME_WEIGHT : -NAME_WEIGHT;
    const balance = (said.get(id) ?? 0) + byName;
    if (Math.abs(balance) >= TELLING) profile.gender = balance > 0 ? 'female' : 'male';
  }
}

/** Records a pronoun. */
function addPronoun(table: EntityTableBuilder, pronoun: Phrase, entity: string): void {
  table.addMention({
    entity,
    form: 'pronoun',
    first: pronoun.head,
    last: pronoun.head,
    head: pronoun.head,
    rule: 'coreference.pronoun',
  });
}

/** What was decided on a document, for measuring. */
export interface ReadCoreference {
  readonly pronouns: readonly Resolution[];
  /** Nominals joined to a name: the nominal's head and the heads of the entity's names. */
  readonly nominals: readonly { readonly head: number; readonly names: readonly number[] }[];
}

/** Reads names and coreference of an annotated document by itself. */
export function coreferenceOf(document: AnnotatedDocument, tools: CoreferenceTools): ReadCoreference {
  const context = contextOf(document);
  const table = new EntityTableBuilder();
  readNames(context, table, tools.names);
  const pronouns = readCoreference(context, table, tools);
  const nominals = table.mentions
    .filter((mention) => mention.form === 'nominal' && mention.rule.startsWith('coreference.'))
    .map((mention) => ({
      head: mention.head,
      names: table
        .mentionsOf(mention.entity)
        .filter(({ form }) => form === 'name')
        .map(({ head }) => head),
    }));
  return { pronouns, nominals };
}

/** A context for a document without an article, for measuring and training. */
export function contextOf(document: AnnotatedDocument): ExtractionContext {
  return { article: plainArticle(document.text), document, published: null };
}
