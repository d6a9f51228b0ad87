import { type AnnotatedDocument, child, children, hasRelation, subtreeSpan, type Token } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import { foldName } from '../names/text.ts';
import type { TitleReader } from '../names/title-words.ts';
import type { CoreferenceLexicon, Sex } from './lexicon.ts';

export type PhraseForm = 'name' | 'nominal' | 'pronoun';
export type Nature = 'person' | 'group' | 'place' | 'thing';

/** A noun phrase that may be referred to again, or that refers back. */
export interface Phrase {
  /** Place in the list of phrases, in text order of the heads. */
  readonly index: number;
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly form: PhraseForm;
  readonly nature: Nature;
  readonly plural: boolean;
  readonly sex: Sex | undefined;
  /** The entity, where the phrase is one of its names. */
  readonly entity: string | undefined;
  readonly lemma: string;
}

/** What finding phrases needs. */
export interface PhraseContext {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly lexicon: CoreferenceLexicon;
  readonly reader: TitleReader;
}

const thirdPerson =
  /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|themself)$/;

/** Is the token a third-person pronoun? */
export function isThirdPerson(token: Token): boolean {
  return thirdPerson.test(token.lower) && (token.upos === 'PRON' || token.upos === 'DET');
}

/** The noun phrases of a document in the order of their heads: names, nouns and third-person pronouns. */
export function findPhrases(context: PhraseContext): Phrase[] {
  const phrases: Phrase[] = [];
  for (const token of context.document.tokens) {
    const phrase = phraseAt(context, token, phrases.length);
    if (phrase !== undefined) phrases.push(phrase);
  }
  return phrases;
}

const outside = /^(appos|acl|conj|cc|parataxis|punct|case)/;
const isOutsidePhrase = ({ deprel }: Token): boolean => outside.test(deprel);

function phraseAt(context: PhraseContext, token: Token, index: number): Phrase | undefined {
  const { document, table } = context;
  const mentions = table.mentionsAt(token.i);
  const named = mentions.findLast((mention) => mention.head === token.i && mention.form !== 'pronoun');
  if (named !== undefined) return namePhrase(context, token, named, index);
  if (isThirdPerson(token)) return mentions[0]?.form === 'name' ? undefined : pronounPhrase(token, index);
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return undefined;
  if (/^(compound|flat|fixed|goeswith|appos)/.test(token.deprel) || mentions[0]?.form === 'name')
    return undefined;
  if (context.lexicon.nominals.times.has(token.lemma.toLowerCase())) return undefined;
  const span = subtreeSpan(document, token.i, isOutsidePhrase);
  const nature = natureOfNoun(context, token);
  return {
    index,
    head: token.i,
    first: span.start,
    last: span.end - 1,
    sentence: token.sentence,
    form: 'nominal',
    nature,
    plural: isPlural(document, token),
    sex: nature === 'person' ? sexOfNoun(context, token) : undefined,
    entity: undefined,
    lemma: token.lemma.toLowerCase(),
  };
}

function namePhrase(context: PhraseContext, token: Token, mention: Mention, index: number): Phrase {
  const entity = context.table.byId(mention.entity);
  const nature: Nature = entity === undefined ? 'thing' : entity.kind;
  return {
    index,
    head: token.i,
    first: mention.first,
    last: mention.last,
    sentence: token.sentence,
    form: mention.form === 'nominal' ? 'nominal' : 'name',
    nature: mention.form === 'nominal' && nature === 'group' && token.xpos === 'NNS' ? 'person' : nature,
    plural:
      mention.form === 'nominal'
        ? isPlural(context.document, token)
        : children(context.document, token.i, 'conj').length > 0,
    sex: entity?.kind === 'person' ? sexOfPerson(context, mention.entity, entity.name) : undefined,
    entity: mention.entity,
    lemma: token.lemma.toLowerCase(),
  };
}

function pronounPhrase(token: Token, index: number): Phrase {
  const word = token.lower;
  const plural = word.startsWith('the');
  const sex: Sex | undefined = /^(he|him|his|himself)$/.test(word)
    ? 'male'
    : /^(she|her|hers|herself)$/.test(word)
      ? 'female'
      : undefined;
  const nature: Nature = sex === undefined ? 'thing' : 'person';
  return {
    index,
    head: token.i,
    first: token.i,
    last: token.i,
    sentence: token.sentence,
    form: 'pronoun',
    nature,
    plural,
    sex,
    entity: undefined,
    lemma: word,
  };
}

function natureOfNoun(context: PhraseContext, token: Token): Nature {
  const lemma = token.lemma.toLowerCase();
  if (context.lexicon.nominals.persons.has(lemma) || context.reader.postKind(lemma) !== undefined)
    return 'person';
  if (Object.hasOwn(context.lexicon.nominals.groups, lemma)) return 'group';
  return 'thing';
}

function isPlural(document: AnnotatedDocument, token: Token): boolean {
  if (token.xpos === 'NNS' || token.xpos === 'NNPS') return true;
  return (
    token.lemma === 'people' ||
    children(document, token.i, 'conj').some(
      (other) => child(document, other.i, 'cc') !== undefined && !hasRelation(other, 'parataxis'),
    )
  );
}

function sexOfNoun(context: PhraseContext, token: Token): Sex | undefined {
  return context.reader.sexOf(token.lemma.toLowerCase());
}

/** By the titles and descriptions of the person, else by the given name. */
export function sexOfPerson(context: PhraseContext, id: string, name: string): Sex | undefined {
  const profile = context.table.profileOf(id);
  if (profile.gender !== undefined) return profile.gender;
  for (const description of profile.descriptions) {
    const sex = context.reader.sexOf(description);
    if (sex !== undefined) return sex;
  }
  const [given = ''] = foldName(name).split(' ');
  return context.lexicon.givenNames.get(given);
}
