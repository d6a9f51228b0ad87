import { child, children, hasRelation, tokensOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { type PhraseContext, sexOfPerson } from './phrases.ts';

/** The name stands in one of so many sentences behind the lead. */
const reach = 3;

/**
 * Joins who an article's first sentence tells of without a name to the person named soon after: 'A retired bank manager was jailed
 * on Monday. Duncan Abercrombie, 67, had …', 'Eritrea denied that its foreign minister … said Girmai Tesfazion had not left'. News
 * leads put off a name that few readers know (the delayed-identification lead of newswriting handbooks).
 */
export function resolveLead(context: PhraseContext, table: EntityTableBuilder): void {
  const lead = leadSentence(context.document);
  if (lead === undefined) return;
  const nouns = unnamedIn(context, lead);
  const titled = nouns.flatMap((noun) => {
    const person = holderBehind(context, lead, noun);
    return person === undefined ? [] : [{ noun, person, rule: 'coreference.lead-titled' }];
  });
  const [first] = nouns;
  const isTitled = titled.some(({ noun }) => noun === first);
  const untitled = first === undefined || isTitled ? undefined : personBehind(context, lead, first);
  const named =
    first === undefined || untitled === undefined
      ? titled
      : [...titled, { noun: first, person: untitled, rule: 'coreference.lead' }];
  for (const { noun, person: meant, rule } of named) {
    table.profileOf(meant.id).descriptions.add(noun.lemma.toLowerCase());
    table.addMention({ entity: meant.id, form: 'nominal', first: noun.i, last: noun.i, head: noun.i, rule });
  }
}

/** The first sentence with a verb in a tense: no dateline, no heading. */
function leadSentence(document: AnnotatedDocument): number | undefined {
  return document.sentences
    .slice(0, reach)
    .find((sentence) => tokensOf(document, sentence).some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos ?? '')))
    ?.index;
}

/** The people that a sentence tells of by a noun alone, its main subject first. */
function unnamedIn(context: PhraseContext, sentence: number): Token[] {
  const { document } = context;
  const bounds = document.sentences[sentence];
  const nouns =
    bounds === undefined ? [] : tokensOf(document, bounds).filter((token) => isUnnamed(context, token));
  const main = nouns.filter((token) => isMainSubject(document, token));
  return [...main, ...nouns.filter((token) => !main.includes(token))];
}

const isMainSubject = (document: AnnotatedDocument, token: Token): boolean =>
  hasRelation(token, 'nsubj') && document.tokens[token.head]?.deprel === 'root';

const mainSubject = (document: AnnotatedDocument, sentence: number): Token | undefined =>
  document.tokens.find((token) => token.sentence === sentence && isMainSubject(document, token));

/** Nouns for who tells a thing and remains unnamed. */
const unnamedSource =
  /^(?:official|source|witness|spokesman|spokeswoman|spokesperson|analyst|expert|reporter|person|diplomat)$/;

/** 'a retired bank manager', 'its foreign minister', 'the mayor of Lisbon': one person, in a place of the clause, with no name beside. */
function isUnnamed({ document, table, lexicon, reader }: PhraseContext, token: Token): boolean {
  if (token.upos !== 'NOUN' || token.xpos !== 'NN' || table.mentionAt(token.i) !== undefined) return false;
  const lemma = token.lemma.toLowerCase();
  if (!lexicon.nominals.persons.has(lemma) && reader.postKind(lemma) === undefined) return false;
  if (unnamedSource.test(lemma) || !/^(?:nsubj|obj$|obl:agent)/.test(token.deprel)) return false;
  const below = children(document, token.i);
  if (
    below.some(
      ({ deprel, upos }) =>
        /^(?:conj|cc|appos)/.test(deprel) || (deprel.startsWith('flat') && upos === 'PROPN'),
    )
  )
    return false;
  const determiner = child(document, token.i, 'det')?.lower ?? '';
  const isOwned = child(document, token.i, 'nmod:poss') !== undefined;
  const isNarrowed = below.some(({ deprel }) => /^(?:nmod|compound|amod|acl)/.test(deprel));
  return isOwned || /^(?:an?|one)$/.test(determiner) || (determiner === 'the' && isNarrowed);
}

/** Who is first named behind the lead, within so many sentences of it. */
function introducedBehind(
  { document, table }: PhraseContext,
  lead: number,
  within: number,
): { readonly entity: Entity; readonly first: Mention }[] {
  return table.entities.flatMap((entity) => {
    const first = table.mentionsOf(entity.id).find(({ form }) => form === 'name');
    const sentence = first === undefined ? -1 : (document.tokens[first.head]?.sentence ?? -1);
    const isNear = entity.kind === 'person' && sentence > lead && sentence <= lead + within;
    return first !== undefined && isNear ? [{ entity, first }] : [];
  });
}

/** A holder of the post may be named that many sentences behind. */
const holderReach = 8;

/** The one person whose title behind the lead is the noun: 'its energy minister … Minister Khamphay Vongsavath', 'a judge … Judge Ana Lee'. */
function holderBehind(context: PhraseContext, lead: number, noun: Token): Entity | undefined {
  const fields = fieldsOf(context, noun);
  const holders = introducedBehind(context, lead, holderReach).filter(({ first }) => {
    const title = titleOf(context, first);
    if (title?.lemma.toLowerCase() !== noun.lemma.toLowerCase()) return false;
    const own = fieldsOf(context, title);
    const isOfField = own.length === 0 || fields.length === 0 || own.some((field) => fields.includes(field));
    return isOfField && !isOfAnother(context, noun, title);
  });
  return holders.length === 1 ? holders[0]?.entity : undefined;
}

/** The noun or title that stands before a name or beside it. */
function titleOf({ document, reader }: PhraseContext, { first, head }: Mention): Token | undefined {
  const before = first > 0 ? reader.endingAt(document.tokens, first - 1) : undefined;
  if (before !== undefined && before.word.type !== 'honorific') return document.tokens[before.last];
  const name = document.tokens[head];
  const above = name !== undefined && hasRelation(name, 'appos') ? document.tokens[name.head] : undefined;
  return above ?? children(document, head, 'appos').find(({ upos }) => upos === 'NOUN');
}

/** What a post is for: 'energy' of 'energy minister', 'prime' of 'prime minister'; no names, and nothing that tells when. */
function fieldsOf({ document, table }: PhraseContext, noun: Token): string[] {
  const fields: string[] = [];
  for (let at = noun.i - 1; at >= 0; at--) {
    const token = document.tokens[at];
    if (token?.sentence !== noun.sentence || !/^(?:NOUN|PROPN|ADJ)$/.test(token.upos)) break;
    if (table.mentionAt(at) !== undefined) break;
    if (!/^(?:former|then|acting|new|senior|top|late|outgoing|veteran)$/.test(token.lower))
      fields.push(token.lower);
  }
  return fields;
}

/** Are two nouns said to be of different states or bodies? */
function isOfAnother(context: PhraseContext, noun: Token, title: Token): boolean {
  const [ours, theirs] = [ownersOf(context, noun), ownersOf(context, title)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((id) => theirs.includes(id));
}

/** Whose a post is said to be; 'its' is whose the sentence tells of. */
function ownersOf({ document, table }: PhraseContext, { i, sentence }: Token): string[] {
  const idOf = (token: number): string | undefined =>
    table.actorAt(token)?.id ?? table.mentionAt(token)?.entity;
  return children(document, i).flatMap((part) => {
    const isPronoun = part.deprel === 'nmod:poss' && part.upos === 'PRON';
    const owner = isPronoun ? mainSubject(document, sentence) : part;
    return (owner && idOf(owner.i)) ?? [];
  });
}

/** The one person first named in the sentences behind the lead, undescribed there, of whom the clause tells and who does not speak. */
function personBehind(context: PhraseContext, lead: number, noun: Token): Entity | undefined {
  const { document } = context;
  const sex = context.reader.sexOf(noun.lemma.toLowerCase());
  const fitting = introducedBehind(context, lead, reach).filter(({ entity, first }) => {
    const own = sexOfPerson(context, entity.id, entity.name);
    const isOfSex = sex === undefined || own === undefined || own === sex;
    return isOfSex && entity.name.includes(' ') && isUndescribed(context, first);
  });
  const aged = fitting.filter(({ first }) => hasAge(document, first));
  const told = aged.length > 0 ? aged : fitting.filter(({ first }) => isTold(context, first));
  return told.length === 1 ? told[0]?.entity : undefined;
}

/** 'Duncan Abercrombie, 67, …'. */
const hasAge = ({ tokens }: AnnotatedDocument, { last }: Mention): boolean =>
  tokens[last + 1]?.text === ',' &&
  /^(?:1\d|[2-9]\d)$/.test(tokens[last + 2]?.text ?? '') &&
  tokens[last + 3]?.text === ',';

/** No title before the name, and no noun beside it that tells who it is. */
function isUndescribed({ document, reader, lexicon }: PhraseContext, { first, head }: Mention): boolean {
  const before = first > 0 ? reader.endingAt(document.tokens, first - 1) : undefined;
  if (before !== undefined && before.word.type !== 'honorific') return false;
  const name = document.tokens[head];
  if (name === undefined || hasRelation(name, 'appos')) return false;
  return !children(document, head, 'appos').some(
    ({ lemma, upos }) =>
      upos === 'NOUN' && (lexicon.nominals.persons.has(lemma) || reader.postKind(lemma) !== undefined),
  );
}

/** Is the person the subject of a clause, and of no word of saying? */
function isTold({ document, lexicon }: PhraseContext, { head }: Mention): boolean {
  const name = document.tokens[head];
  const verb = name === undefined ? undefined : document.tokens[name.head];
  return (
    name !== undefined &&
    verb !== undefined &&
    hasRelation(name, 'nsubj') &&
    !lexicon.nominals.speechVerbs.has(verb.lemma)
  );
}
