import { type AnnotatedDocument, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import type { TitleMatch } from '../names/title-words.ts';
import { found, type FoundTitle, plural, singular } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';

/**
 * 'Sens. Mark Kelly, Susan Collins and Tim Kaine', 'the Turkish and Greek foreign ministers, X and Y': one post for each of a list,
 * with the states in the order of the names where there are as many.
 */
export function pluralTitles(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const list = listOf(context, person);
  const first = list[0];
  if (first === undefined) return [];
  const comma = document.tokens[first.first - 1]?.text === ',';
  const token = document.tokens[first.head];
  if (comma && (list.length < 2 || token === undefined || !/^(appos|conj)/.test(token.deprel))) return [];
  const until = comma ? first.first - 1 : first.first;
  const head = pluralHead(context, until - 1) ?? (comma ? pluralOverComplement(context, until) : undefined);
  if (head === undefined) return [];
  return found(context, first, head, until, 'positions.title-before', 0.8).map((title) => ({
    ...title,
    person,
    phrase: respective(context, title.phrase, until, list.indexOf(person), list.length),
  }));
}

/** The people of a list that somebody is the first or a later one of, in the order of the text. */
function listOf({ document, table }: TitleContext, person: Mention): Mention[] {
  const token = document.tokens[person.head];
  const joined = token !== undefined && hasRelation(token, 'conj') ? firstOf(document, token) : token;
  if (joined === undefined) return [];
  // 'Ana Lopes of Peru and Rui Paz of Chile': the tree may join the second to the state of the first.
  const behind = children(document, joined.i, 'nmod').flatMap(({ i }) => children(document, i, 'conj'));
  const heads = [
    joined,
    ...children(document, joined.i, 'conj'),
    ...children(document, joined.i, 'appos'),
    ...behind,
  ];
  const people = heads.flatMap(({ i }) => {
    const mention = i === person.head ? person : table.mentionHeadedBy(i);
    return mention !== undefined && table.byId(mention.entity)?.kind === 'person' ? [mention] : [];
  });
  const sorted = people.toSorted((a, b) => a.first - b.first);
  return sorted.includes(person) ? sorted : [person];
}

/** What a conjunct is joined to; where that hangs on a name by 'of', the name. */
function firstOf(document: AnnotatedDocument, conjunct: Token): Token | undefined {
  const joined = headOf(document, conjunct.i);
  return joined !== undefined && hasRelation(joined, 'nmod') && joined.upos === 'PROPN'
    ? headOf(document, joined.i)
    : joined;
}

/** The title of several people that ends at a token: 'foreign ministers'. */
export function pluralHead({ document, reader }: TitleContext, last: number): TitleMatch | undefined {
  const token = document.tokens[last];
  if (token === undefined || !plural(token)) return undefined;
  const match = reader.endingAt(document.tokens, last);
  if (match?.word.type === 'post') return match;
  const kind = reader.postKind(token.lower);
  return kind === undefined ? undefined : { first: last, last, word: { type: 'post', kind } };
}

const longestComplement = 8;

/** 'the foreign ministers of Kenya and Uganda': the head before a preposition, for a list that begins behind `until`. */
function pluralOverComplement(context: TitleContext, until: number): TitleMatch | undefined {
  const { tokens } = context.document;
  for (let at = until - 2; at >= Math.max(1, until - longestComplement); at--) {
    const token = tokens[at];
    if (token === undefined || /^(VERB|AUX|PUNCT|PRON)$/.test(token.upos)) return undefined;
    if (/^(of|from)$/.test(token.lower)) return pluralHead(context, at - 1);
  }
  return undefined;
}

/** The title in the singular, with the owner of the person at an index where several are named: none where they are not as many. */
function respective(
  context: TitleContext,
  phrase: FoundTitle['phrase'],
  until: number,
  index: number,
  people: number,
): FoundTitle['phrase'] {
  const title = singular(phrase.title);
  const owners = ownersWithin(context, phrase.first, until);
  if (owners.length < 2) return { ...phrase, title };
  const { owner: _owner, link, ...rest } = phrase;
  const own = owners.length === people ? owners[index] : undefined;
  return own === undefined
    ? { ...rest, title, link: 'unknown' }
    : { ...rest, title, owner: own, link: link ?? 'of' };
}

/** The groups named in a phrase and joined to its left: 'Turkish and Greek foreign ministers', 'the foreign ministers of Turkey and Greece'. */
function ownersWithin({ document, table }: TitleContext, from: number, until: number): string[] {
  let first = from;
  while (/^(and|,|&)$/.test(document.tokens[first - 1]?.lower ?? '')) {
    const before = table.mentionsAt(first - 2).find(({ last }) => last === first - 2);
    if (before === undefined) break;
    first = before.first;
  }
  const owners = table.mentions.flatMap((mention) => {
    if (mention.first < first || mention.last >= until || mention.form === 'nominal') return [];
    const entity = table.actorAt(mention.head) ?? table.byId(mention.entity);
    const group = entity?.kind === 'place' ? table.counterpart(entity.id) : entity;
    return group?.kind === 'group' ? [group.id] : [];
  });
  return [...new Set(owners)];
}
