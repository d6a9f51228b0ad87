import { child, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { namedBy, nameUpTo, verbOver } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

const holding = /^(own|hold|control|keep|retain|possess)$/;

/** Nouns that a share may be said to be of without its company being named. */
const unnamedWhole = /^(company|firm|business|stock|share|shares|equity|it|capital|group|which|them)$/;

/**
 * 'Rao still owns 9 percent', 'Harbinger, which holds 28%', 'The rest belongs to Lagoon Star', '60 percent of which belongs to Gulf Quays':
 * who has a share that is not said to be of what: of the company that is told of there.
 */
export function shares(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return [
    ...occurrencesOf(document, ['percent', 'cent', '%', 'pc']).flatMap((share) => heldShare(sources, share)),
    ...occurrencesOf(document, ['rest', 'remainder']).flatMap((rest) => restOf(sources, rest)),
  ];
}

function heldShare(sources: RelationSources, share: Token): FoundRelation[] {
  const { document } = sources.context;
  const verb = verbAbove(sources, share);
  const isOfThings = document.tokens[share.i + 1]?.upos === 'NOUN';
  if (verb === undefined || isOfThings || namesWhole(sources, share, verb)) return [];
  const isRelative =
    document.tokens[share.i + 1]?.lower === 'of' && document.tokens[share.i + 2]?.lower === 'which';
  const holders = isRelative
    ? belongingTo(sources, verb)
    : holding.test(verb.lemma)
      ? [...(sources.roles.at(verb.i).slots['subject'] ?? [])]
      : ownersBy(sources, share);
  const company = isRelative
    ? nameUpTo(sources, comma(sources, share))?.entity
    : companyOfStory(sources, share);
  return owned(sources, holders, company, share);
}

/** Over '60' to the name before the comma before '60 percent of which'. */
function comma(sources: RelationSources, share: Token): number {
  const { tokens } = sources.context.document;
  let at = share.i - 1;
  while (/^(NUM|ADV|SYM)$/.test(tokens[at]?.upos ?? '')) at--;
  return tokens[at]?.text === ',' ? at - 1 : at;
}

/** How many heads up the verb may stand. */
const highest = 3;

function verbAbove(sources: RelationSources, share: Token): Token | undefined {
  const verb = verbOver(sources, share, highest);
  return verb !== undefined && (holding.test(verb.lemma) || verb.lemma === 'belong') ? verb : undefined;
}

/** '40 percent of Goro Minéraux', '5 percent in Y': what the share is of is said, which the patterns read. */
function namesWhole(sources: RelationSources, share: Token, verb: Token): boolean {
  const { tokens } = sources.context.document;
  const preposition = tokens[share.i + 1];
  if (preposition === undefined || !/^(of|in)$/.test(preposition.lower)) return false;
  for (let at = share.i + 2; at <= share.i + 6; at++) {
    const token = tokens[at];
    if (token === undefined || token.i === verb.i || token.upos === 'PUNCT') return false;
    if (unnamedWhole.test(token.lemma.toLowerCase())) return false;
    if (/^(NOUN|PROPN)$/.test(token.upos)) return true;
  }
  return false;
}

/** The tokens behind 'belongs to'. */
const belongingTo = (sources: RelationSources, verb: Token): readonly number[] =>
  verb.lemma === 'belong' ? (sources.roles.at(verb.i).slots['to'] ?? []) : [];

/** 'Helvia, owner of 40 percent': whom the noun above calls. */
function ownersBy(sources: RelationSources, share: Token): number[] {
  const noun = headOf(sources.context.document, share.i);
  return noun?.lemma === 'owner' ? namedBy(sources, noun).map(({ i }) => i) : [];
}

/** 'The rest belongs to Z', 'Z has the rest'. */
function restOf(sources: RelationSources, rest: Token): FoundRelation[] {
  const { document } = sources.context;
  const verb = headOf(document, rest.i);
  if (verb === undefined || child(document, rest.i, 'nmod') !== undefined) return [];
  const holders =
    verb.lemma === 'belong' && rest.deprel === 'nsubj'
      ? belongingTo(sources, verb)
      : /^(have|own|hold)$/.test(verb.lemma) && rest.deprel === 'obj' && sharesBefore(sources, rest)
        ? (sources.roles.at(verb.i).slots['subject'] ?? [])
        : [];
  return owned(sources, holders, companyOfStory(sources, rest), rest);
}

/** Was a share told of in the sentence or the one before? */
const sharesBefore = (sources: RelationSources, { i, sentence }: Token): boolean =>
  occurrencesOf(sources.context.document, ['percent', 'cent', '%', 'pc']).some(
    (other) => other.i < i && sentence - other.sentence <= 1,
  );

/** The company that the article is about: the one told of most, in whatever form, that has not the share itself. */
function companyOfStory(sources: RelationSources, share: Token): string | undefined {
  const verb = verbAbove(sources, share) ?? headOf(sources.context.document, share.i);
  const { subject = [], to = [] } = verb === undefined ? {} : sources.roles.at(verb.i).slots;
  const holders = new Set([...subject, ...to].flatMap((token) => sources.actors.named([token])));
  const counted = sources.table.entities
    .filter(({ id, groupKind }) => /^(company|media)$/.test(groupKind ?? '') && !holders.has(id))
    .map(({ id }) => ({ id, all: sources.table.mentionsOf(id) }))
    .filter(({ all }) => (all[0]?.first ?? share.i) < share.i)
    .toSorted((a, b) => b.all.length - a.all.length);
  const [best, next] = counted;
  return best === undefined || best.all.length === next?.all.length ? undefined : best.id;
}

function owned(
  sources: RelationSources,
  holders: readonly number[],
  company: string | undefined,
  { i }: Token,
): FoundRelation[] {
  if (company === undefined) return [];
  return [...new Set(holders.flatMap((token) => sources.actors.named([token])))]
    .filter((holder) => holder !== company)
    .map((holder) => ({
      type: 'OWNS',
      from: holder,
      to: company,
      trigger: i,
      rule: 'relations.share',
      confidence: 0.6,
    }));
}
