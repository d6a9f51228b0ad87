import { hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { describedBefore, joinedBefore, onlyPersonBefore, ownsBefore, relativeOwner } from './owners.ts';
import { nameFrom, namesListed, nameUpTo, overBrackets } from './phrases.ts';
import type { RelationSources } from './source.ts';

/** Who a noun that relates two ('ally', 'lawyer', 'subsidiary') is of, and who is called by it. */
export interface RelatedPair {
  /** 'Russia' in "Belarus, Russia's ally". */
  readonly owner: Mention;
  /** 'of' in 'an ally of Russia'; undefined for an owner before the noun. */
  readonly preposition?: string;
  /** 'Belarus'. */
  readonly holders: readonly Mention[];
}

interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly owner: Mention;
}

/** How many words may stand between an owner and its noun, and between a comma and a name. */
const longestModifiers = 6;

/**
 * Reads by the order of words, not by the tree, who a noun relates: "Belarus, Russia's close ally", "Russia's ally Belarus", 'an attorney
 * for X, Y, said', 'its parent, the Houston-based Z', 'Putin ally X', 'X is a critic of Y'.
 */
export function relatedByNoun(sources: RelationSources, noun: Token): RelatedPair | undefined {
  const next = sources.context.document.tokens[noun.i + 1];
  const isModifier =
    next !== undefined &&
    (next.lower === 'general' || (next.upos === 'NOUN' && sources.table.mentionAt(next.i) === undefined));
  const phrase = isModifier ? undefined : phraseAround(sources, noun);
  if (phrase === undefined) return undefined;
  const several = noun.xpos === 'NNS';
  const holders = [
    () => (phrase.last === noun.i ? namesListed(sources, noun.i + 1) : []),
    () => beforeComma(sources, phrase),
    () => (opensApposition(sources, noun, phrase) ? afterComma(sources, phrase.last) : []),
    () => subjectOfCopula(sources, phrase),
    () => included(sources, phrase.last),
  ];
  for (const read of holders) {
    const found = read().filter(({ entity }) => entity !== phrase.owner.entity);
    if (found.length > 0) {
      const preposition =
        phrase.last > noun.i ? sources.context.document.tokens[noun.i + 1]?.lower : undefined;
      const holders = several ? found : found.slice(0, 1);
      return { owner: phrase.owner, holders, ...(preposition === undefined ? {} : { preposition }) };
    }
  }
  return undefined;
}

/** The noun with its owner: before it with a possessive or as a modifier, or behind it with 'of', 'for' or 'to'. */
function phraseAround(sources: RelationSources, noun: Token): NounPhrase | undefined {
  const { tokens } = sources.context.document;
  let first = noun.i;
  for (let at = noun.i - 1; at >= Math.max(0, noun.i - longestModifiers); at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== noun.sentence) break;
    if (isPossessive(token)) {
      const owner = sources.table.mentionsAt(at - 1).findLast((mention) => mention.last === at - 1);
      if (owner === undefined && tokens[at - 1]?.upos === 'NOUN') continue;
      return owner === undefined ? undefined : { first: owner.first, last: noun.i, owner };
    }
    if (/^(its|his|her|their)$/.test(token.lower)) {
      const owner =
        joinedBefore(sources, at) ?? sources.table.mentionHeadedBy(at) ?? onlyPersonBefore(sources, token);
      return owner === undefined ? undefined : { first: at, last: noun.i, owner };
    }
    if (token.lower === 'whose') {
      const owner =
        describedBefore(sources, at) ??
        nameUpTo(sources, tokens[at - 1]?.text === ',' ? at - 2 : at - 1) ??
        relativeOwner(sources, at);
      return owner === undefined ? undefined : { first: at, last: noun.i, owner };
    }
    const name = nameUpTo(sources, at);
    if (name?.form === 'adjective' && ownsBefore(sources, name.first - 1)) {
      at = name.first;
      first = at;
      continue;
    }
    const joined = partnerBefore(
      sources,
      name === undefined || name.form !== 'adjective' ? at : name.first - 1,
    );
    if (joined !== undefined) return { first: joined.first, last: noun.i, owner: joined };
    if (name !== undefined)
      return behind(sources, noun, name.first) ?? { first: name.first, last: noun.i, owner: name };
    if (token.upos === 'DET') {
      first = at;
      break;
    }
    if (!/^(ADJ|NOUN|ADV|NUM)$/.test(token.upos) && token.text !== '-' && token.deprel !== 'amod') break;
    first = at;
  }
  return behind(sources, noun, first);
}

/** 'Trump and Democratic rival Hillary Clinton', 'Putin and ally Lukashenko': the person or state named before 'and' right before the noun. */
function partnerBefore(sources: RelationSources, and: number): Mention | undefined {
  if (sources.context.document.tokens[and]?.lower !== 'and') return undefined;
  const name = nameUpTo(sources, and - 1);
  return name?.form === 'name' ? name : undefined;
}

/** 'a lawyer for Julian Assange', 'the arm of Padma Holdings'. */
function behind(sources: RelationSources, noun: Token, first: number): NounPhrase | undefined {
  const { tokens } = sources.context.document;
  if (!/^(of|for|to)$/.test(tokens[noun.i + 1]?.lower ?? '')) return undefined;
  let at = noun.i + 2;
  while (tokens[at]?.upos === 'DET') at++;
  at = overTitle(sources, at);
  if (
    tokens[at + 1]?.text === '-' &&
    /^(based|listed|headquartered|born|owned|run|backed)$/.test(tokens[at + 2]?.lower ?? '')
  )
    at += 3;
  const owner = sources.table
    .mentionsAt(at)
    .findLast((mention) => mention.first === at && mention.form === 'name');
  const next = owner === undefined ? undefined : tokens[owner.last + 1];
  return owner === undefined || (next !== undefined && (isPossessive(next) || next.upos === 'NOUN'))
    ? undefined
    : { first, last: owner.last, owner };
}

/** Over 'Prime Minister' in 'the party of Prime Minister X'. */
function overTitle(sources: RelationSources, first: number): number {
  const { tokens } = sources.context.document;
  for (let at = first; at < first + longestModifiers; at++) {
    const name = nameFrom(sources, at);
    if (name !== undefined) return sources.table.byId(name.entity)?.kind === 'person' ? at : first;
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[at]?.upos ?? '')) return first;
  }
  return first;
}

/** 'Alexei Navalny, a critic of …': the name before the comma before the phrase; an age may stand between. */
function beforeComma(sources: RelationSources, phrase: NounPhrase): Mention[] {
  const { tokens } = sources.context.document;
  let at = overOneOf(sources, phrase.first - 1);
  if (tokens[at]?.lower === 'and') at = overJoined(sources, at - 1);
  while (/^(ADV|DET|ADJ|NUM)$/.test(tokens[at]?.upos ?? '')) at--;
  if (tokens[at]?.text === ',' && tokens[at - 1]?.upos === 'NUM') at -= 2;
  const name = tokens[at]?.text === ',' ? nameUpTo(sources, overBrackets(sources, at - 1)) : undefined;
  return name?.form === 'name' ? [name] : [];
}

/** Over 'one of' in "Mike Lee, one of Cruz's closest allies". */
function overOneOf(sources: RelationSources, at: number): number {
  const { tokens } = sources.context.document;
  return tokens[at]?.lower === 'of' && /^(one|some|two|three)$/.test(tokens[at - 1]?.lower ?? '')
    ? at - 2
    : at;
}

/** Over 'the founder and' in 'X, the founder and chief executive of Y'. */
function overJoined(sources: RelationSources, last: number): number {
  const { tokens } = sources.context.document;
  let at = last;
  while (
    at > last - longestModifiers &&
    (/^(NOUN|ADJ)$/.test(tokens[at]?.upos ?? '') || tokens[at]?.text === '-')
  )
    at--;
  return at;
}

/** May a name behind the comma be called by the phrase? Not where it is a predicate: 'was a member of the Academy, the Society and …'. */
function opensApposition(sources: RelationSources, noun: Token, phrase: NounPhrase): boolean {
  const { tokens } = sources.context.document;
  if (phrase.last === noun.i) return true;
  let at = phrase.first - 1;
  while (/^(ADV|ADJ)$/.test(tokens[at]?.upos ?? '')) at--;
  const isPredicate = /^(be|become|remain)$/.test(tokens[at]?.lemma ?? '');
  return !isPredicate && /^(DET|NUM)$/.test(tokens[phrase.first]?.upos ?? '');
}

/** 'his lawyer, Bruno Salles,' and 'its parent, the Houston-based Tarrant Group,': the name behind the comma, closed by another mark. */
function afterComma(sources: RelationSources, last: number): Mention[] {
  const { tokens } = sources.context.document;
  const comma = overAside(sources, last);
  if (comma === undefined) return [];
  for (let at = comma + 1; at <= comma + 1 + longestModifiers; at++) {
    const token = tokens[at];
    if (token === undefined) return [];
    const name = sources.table
      .mentionsAt(at)
      .findLast((mention) => mention.first === at && mention.form === 'name');
    if (name !== undefined && tokens[name.last + 1]?.text !== '-') {
      const closing = tokens[name.last + 1];
      const isClosed =
        closing === undefined || closing.upos === 'PUNCT' || /^(who|which|and)$/.test(closing.lower);
      return isClosed ? namesListed(sources, at) : [];
    }
    if (!/^(DET|ADJ|NOUN|PROPN|VERB)$/.test(token.upos) && token.text !== '-') return [];
  }
  return [];
}

/** How many words may stand in 'as permanent secretary of the Ministry of Health'. */
const longestRole = 14;

/** The comma behind a phrase; 'at Harbours SA' and 'as head of the bank' may stand before it. */
function overAside(sources: RelationSources, last: number): number | undefined {
  const { tokens } = sources.context.document;
  if (tokens[last + 1]?.text === ',') return last + 1;
  const opening = tokens[last + 1]?.lower ?? '';
  if (!/^(at|in|as)$/.test(opening)) return undefined;
  const isRole = opening === 'as';
  for (let at = last + 2; at <= last + 1 + (isRole ? longestRole : longestModifiers); at++) {
    const token = tokens[at];
    if (token?.text === ',') return at;
    const isWithin = isRole && (/^(of|at|for|and)$/.test(token?.lower ?? '') || token?.upos === 'PART');
    if (!/^(DET|ADJ|NOUN|PROPN)$/.test(token?.upos ?? '') && token?.text !== '-' && !isWithin)
      return undefined;
  }
  return undefined;
}

/** "His biggest donors include X, Y and Z", 'its members are X and Y', 'the largest shareholder of X is Y'. */
function included(sources: RelationSources, last: number): Mention[] {
  const { tokens } = sources.context.document;
  if (/^(is|was)$/.test(tokens[last + 1]?.lower ?? '')) {
    const [only] = namesListed(sources, last + 2);
    const next = only === undefined ? undefined : tokens[only.last + 1];
    return only !== undefined && (next === undefined || next.upos === 'PUNCT') ? [only] : [];
  }
  return tokens[last]?.xpos === 'NNS' && /^(include|included|are|were)$/.test(tokens[last + 1]?.lower ?? '')
    ? namesListed(sources, last + 2)
    : [];
}

/** 'Viktor Orban is a close ally of …', 'Oleg Tarasov remains the owner of …'. */
function subjectOfCopula(sources: RelationSources, phrase: NounPhrase): Mention[] {
  const { tokens } = sources.context.document;
  let at = overOneOf(sources, phrase.first - 1);
  while (/^(ADV|DET|ADJ|PART)$/.test(tokens[at]?.upos ?? '')) {
    if (/^(not|n't|never|no)$/.test(tokens[at]?.lower ?? '')) return [];
    at--;
  }
  const verb = tokens[at];
  if (verb === undefined || !/^(be|remain|become)$/.test(verb.lemma)) return [];
  while (/^(AUX|ADV)$/.test(tokens[at]?.upos ?? '')) at--;
  const last = verb.upos === 'AUX' ? at : at - 1;
  const subject = nameUpTo(sources, last) ?? antecedentOfRelative(sources, last);
  return subject?.form === 'name' ? [subject] : [];
}

/** The name that 'who' stands for, or that the noun it stands for is beside: 'X, a former minister who is a critic of …'. */
function antecedentOfRelative(sources: RelationSources, relative: number): Mention | undefined {
  const { document } = sources.context;
  if (!/^(who|which)$/.test(document.tokens[relative]?.lower ?? '')) return undefined;
  let noun = document.tokens[relative - 1];
  if (noun?.text === ',') noun = document.tokens[relative - 2];
  if (noun === undefined) return undefined;
  const own = nameUpTo(sources, noun.i);
  if (own !== undefined) return own;
  const entity = sources.table.mentionHeadedBy(noun.i)?.entity;
  const above = headOf(document, noun.i);
  const named =
    entity === undefined
      ? hasRelation(noun, 'appos') && above !== undefined
        ? sources.table.mentionHeadedBy(above.i)
        : undefined
      : sources.table.mentionsOf(entity).findLast(({ last, form }) => form === 'name' && last < noun.i);
  return named;
}
