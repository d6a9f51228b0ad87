import { child, hasRelation, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { type FoundTitle, titleHeadedBy } from './found-title.ts';
import { type Holders, stateOfHolder, unAmerican } from './state-of-office.ts';
import type { TitleContext } from './title-complement.ts';
import { isSubjectOfSentence } from './titles-in-passing.ts';
import { readTitlePhrase, type TitlePhrase } from './title-phrase.ts';

/** The name may stand so many sentences before or behind the title. */
const reachBefore = 1;
const reachBehind = 2;

/** Posts that one holds alone: 'the Peruvian president', and not 'the Latvian diplomat'. */
const sole =
  /\b(president|minister|premier|chancellor|leader|king|queen|emir|sultan|mayor|governor|chairman|chairwoman|chief executive|taoiseach|congressman|congresswoman|director-general|secretary-general|archbishop|ruler|dictator|strongman)$/i;

/**
 * 'Talon flew in. The president of Benin was sent by …', 'From Lima the Peruvian president decreed a halt. Fujimori boasted …': a post
 * told of a body without a name, and the one person named nearby of whom the article tells no post (delayed identification).
 * @param titled those of whom a post is told beside the name
 */
export function delayedTitles(
  context: TitleContext,
  titled: readonly FoundTitle[],
  holders: Holders,
): FoundTitle[] {
  const { document, reader } = context;
  const known = new Set(titled.map(({ person }) => person.entity));
  const nouns = document.tokens.filter(
    (token) =>
      (token.xpos === 'NN' || token.xpos === 'NNP') &&
      reader.postKind(token.lemma.toLowerCase()) !== undefined &&
      isDefinite(context, token),
  );
  return nouns.flatMap((noun): FoundTitle[] => {
    const phrase = postOf(context, noun);
    if (phrase === undefined || isHeld(context, titled, phrase)) return [];
    const person = holderNear(context, noun, phrase, known, holders);
    return person === undefined ? [] : [{ person, phrase, rule: 'positions.delayed', confidence: 0.55 }];
  });
}

/** 'the Peruvian president', 'THE Prime Minister of Japan': one that is taken as known, in a place of the clause of its own. */
const isDefinite = ({ document }: TitleContext, noun: Token): boolean =>
  child(document, noun.i, 'det')?.lower === 'the' && /^(nsubj|obj$|obl|nmod:poss|root)/.test(noun.deprel);

/** A public or leading post with no name beside, of a body that its own phrase tells or, as the subject of its sentence, of none. */
function postOf(context: TitleContext, noun: Token): TitlePhrase | undefined {
  const { document, table } = context;
  const head = titleHeadedBy(context, noun);
  const phrase = head === undefined ? undefined : readTitlePhrase(context, head, document.tokens.length);
  if (phrase === undefined || phrase.status !== 'current' || !sole.test(phrase.title.replace(/ of .*$/, '')))
    return undefined;
  const beside = table.mentionsAt(phrase.last + 1)[0] ?? table.mentionsAt(phrase.last + 2)[0];
  if (beside !== undefined && table.byId(beside.entity)?.kind === 'person') return undefined;
  if (phrase.owner === undefined)
    return phrase.link === undefined &&
      hasRelation(noun, 'nsubj') &&
      (phrase.title.includes(' ') || /^(chancellor|premier)$/i.test(phrase.title))
      ? phrase
      : undefined;
  const own = table.byId(phrase.owner);
  return /^(modifier|of|possessive)$/.test(phrase.link ?? '') && own !== undefined && own.kind !== 'person'
    ? phrase
    : undefined;
}

/** 'The premier left', 'it is simple - the premier goes': a subject, and not of what somebody thinks: 'they believe the premier is ill'. */
function isSubjectOfMain({ document }: TitleContext, noun: Token): boolean {
  const verb = document.tokens[noun.head];
  return hasRelation(noun, 'nsubj') && /^(root|parataxis|conj)$/.test(verb?.deprel ?? '');
}

/** How near a holder of the same post may be named with no body for the post to be theirs. */
const nearby = 4;

/** Does somebody hold the post whom the article names with it? */
function isHeld(
  { document, table }: TitleContext,
  titled: readonly FoundTitle[],
  post: TitlePhrase,
): boolean {
  const sentenceOf = ({ first }: TitlePhrase): number => document.tokens[first]?.sentence ?? 0;
  return titled.some(({ phrase }) => {
    if (nameOfPost(phrase) !== nameOfPost(post)) return false;
    if (phrase.owner === undefined || post.owner === undefined)
      return Math.abs(sentenceOf(phrase) - sentenceOf(post)) <= nearby;
    return phrase.owner === post.owner || table.counterpart(phrase.owner)?.id === post.owner;
  });
}

/** The title as it is written out: 'governor' for 'Gov.'. */
const nameOfPost = ({ title }: TitlePhrase): string =>
  title
    .toLowerCase()
    .replace(/\bgov\.?$/, 'governor')
    .replace(/\b(rep\.?|representative)$/, 'congressman');

/** Who is known to head the state, else the one person without a post who is told of nearby. */
function holderNear(
  context: TitleContext,
  noun: Token,
  { owner, title }: TitlePhrase,
  known: ReadonlySet<string>,
  holders: Holders,
): Mention | undefined {
  const { document, table } = context;
  const meant = table.mentionsAt(noun.i).find(({ entity }) => table.byId(entity)?.kind === 'person');
  if (meant !== undefined) return known.has(meant.entity) || owner === undefined ? undefined : meant;
  const near = table.mentions.filter(({ entity, form, head }) => {
    const token = document.tokens[head];
    const distance = (token?.sentence ?? 0) - noun.sentence;
    if (form !== 'name' || token === undefined || distance === 0) return false;
    if (
      distance < (owner === undefined ? -2 : -reachBefore) ||
      distance > (owner === undefined ? 0 : reachBehind)
    )
      return false;
    if (table.byId(entity)?.kind !== 'person' || known.has(entity) || isNamedIn(context, entity, noun))
      return false;
    const state = stateOfHolder(table, { entity }, holders);
    if (state === undefined) return owner !== undefined || isSubjectOfMain(context, noun);
    return owner === undefined ? mayHold(state, title) : state.id === owner;
  });
  const subjects = near.filter(({ head }) => {
    const token = document.tokens[head];
    return token !== undefined && hasRelation(token, 'nsubj');
  });
  if (/\bleader$/i.test(title)) return onlyOne(near);
  return onlyOne(subjects);
}

/** 'The leader says X was misled': who is named in the sentence of which a description is the subject is somebody else. */
const isNamedIn = ({ document, table }: TitleContext, person: string, noun: Token): boolean =>
  isSubjectOfSentence(document, noun) &&
  table
    .mentionsOf(person)
    .some(({ form, head }) => form === 'name' && document.tokens[head]?.sentence === noun.sentence);

/** The United States have no prime minister. */
const mayHold = ({ name }: Entity, title: string): boolean =>
  !(name === 'United States' && unAmerican.test(title));

function onlyOne(mentions: readonly Mention[]): Mention | undefined {
  const [first] = mentions;
  return mentions.every(({ entity }) => entity === first?.entity) ? first : undefined;
}
