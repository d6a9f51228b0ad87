import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';

/**
 * Who holds the posts that a noun names of groups: 'the foreign ministers of Peru and Ecuador' are those whom the article
 * calls foreign ministers of the two. A post that several hold tells of nobody.
 */
export function holdersOf(
  { document, table, actors, positions }: MeetingSources,
  words: MeetingWords,
  token: number,
): string[] {
  const noun = document.tokens[token];
  if (noun?.upos !== 'NOUN') return [];
  const found = actors.actors([token]);
  if (found.some((id) => actors.kind(id) !== 'group')) return [];
  const post = postOf(document, noun);
  if (found.length === 0) {
    const holder = onlyHolder(document, noun, post, positions, words);
    return holder.length > 0 ? holder : onlyTwoHolders(document, noun, post, positions, words);
  }
  const ofGroups = found.flatMap((group) => {
    const holders = positions.filter(
      (position) => position.group === group && isCurrent(position) && isTitled(position, post, words),
    );
    const people = [...new Set(holders.map(({ person }) => person))];
    const only = people.length === 1 ? people : [];
    return only.filter((person) => table.byId(person) !== undefined);
  });
  return ofGroups.length > 0 ? ofGroups : onlyTwoHolders(document, noun, post, positions, words);
}

/** 'the deputy minister': the only one whom the article gives that post, whoever else it names. */
function onlyHolder(
  document: AnnotatedDocument,
  { i, xpos }: Token,
  post: Post,
  positions: readonly Position[],
  words: MeetingWords,
): string[] {
  if (xpos !== 'NN' || child(document, i, 'det')?.lower !== 'the') return [];
  const people = allHolders(post, positions, words);
  return people.length === 1 ? people : [];
}

/** 'the two governors', 'the governors of Loei and Xayaboury': the only two whom the article gives that post. */
function onlyTwoHolders(
  document: AnnotatedDocument,
  { i, xpos }: Token,
  post: Post,
  positions: readonly Position[],
  words: MeetingWords,
): string[] {
  const counted =
    child(document, i, 'det') ?? child(document, i, 'nummod') ?? child(document, i, 'nmod:poss');
  if (xpos !== 'NNS' || !/^(?:the|two|both|2|these|their)$/.test(counted?.lower ?? '')) return [];
  const people = allHolders(post, positions, words);
  return people.length === 2 ? people : [];
}

/** All whom the article gives a post; a prime minister is none of 'the ministers'. */
function allHolders(post: Post, positions: readonly Position[], words: MeetingWords): string[] {
  const isPrime = ({ title }: Position): boolean => /\bprime\b/i.test(title);
  const holders = positions.filter(
    (position) =>
      isCurrent(position) &&
      isTitled(position, post, words) &&
      (!isPrime(position) || post.head !== 'minister' || post.qualifiers.includes('prime')),
  );
  return [...new Set(holders.map(({ person }) => person))];
}

/** A post as a noun tells it. */
export interface Post {
  readonly head: string;
  readonly qualifiers: readonly string[];
}

/** 'foreign minister' of 'their foreign ministers'. */
export function postOf(document: AnnotatedDocument, noun: Token): Post {
  const qualifiers = children(document, noun.i)
    .filter(
      ({ i, deprel, text }) => /^(?:amod|compound)/.test(deprel) && i < noun.i && !/^\p{Lu}/u.test(text),
    )
    .map(({ lower }) => lower);
  return { head: noun.lemma.toLowerCase(), qualifiers };
}

/** Held now. */
export const isCurrent = ({ status }: Position): boolean => status !== 'former' && status !== 'candidate';

/** Titles of those who stand in for another. */
const deputising = /^(?:deputy|vice|assistant|acting|junior|under|deputy-|vice-)/;

/** Who leads a part of a state does not lead the state. */
const ofAPart =
  /^(?:opposition|party|minority|majority|house|senate|parliamentary|rebel|militia|union|council|committee)$/;

/** Is a title that of a post: 'Deputy Minister of Foreign Affairs' none of 'foreign minister'? */
export function isTitled({ title }: Position, { head, qualifiers }: Post, words: MeetingWords): boolean {
  const parts = title.toLowerCase().split(/[\s-]+/);
  const heads = head === 'leader' ? words.leaders : new Set([head]);
  if (!parts.some((part) => heads.has(part))) return false;
  if (head === 'leader' && parts.some((part) => ofAPart.test(part))) return false;
  if (!qualifiers.every((qualifier) => parts.includes(qualifier))) return false;
  return parts.some((part) => deputising.test(part)) === qualifiers.some((word) => deputising.test(word));
}
