import { child, children, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { PhraseContext } from './phrases.ts';

/** How far back, in tokens, a body or person said by a noun alone may have been named. */
const reach = 400;
const reachByKind = 120;

/**
 * Joins definite nominals to entities named before: 'the former minister', 'the envoy' where the article described somebody so;
 * 'the company', 'the militia' where one body of that kind was named lately.
 */
export function resolveNominals(context: PhraseContext, table: EntityTableBuilder): void {
  for (const token of context.document.tokens) {
    if (!isDefinite(context, token)) continue;
    const match = described(context, token) ?? ofKind(context, token);
    if (match === undefined) continue;
    const first = child(context.document, token.i, 'det')?.i ?? token.i;
    table.addMention({
      entity: match.entity.id,
      form: 'nominal',
      first,
      last: token.i,
      head: token.i,
      rule: match.rule,
    });
  }
}

/** A singular noun with 'the' or 'this', named nowhere itself, without a complement or clause that would tell another one apart. */
function isDefinite(context: PhraseContext, token: Token): boolean {
  const { document, table } = context;
  const isTitle = token.upos === 'PROPN' && context.reader.postKind(token.lower) !== undefined;
  if (!(token.upos === 'NOUN' || isTitle) || /^NNP?S$/.test(token.xpos ?? '')) return false;
  if (table.mentionAt(token.i) !== undefined) return false;
  if (/^(compound|flat|fixed|appos)/.test(token.deprel)) return false;
  const determiner = child(document, token.i, 'det')?.lower;
  if (determiner !== 'the' && determiner !== 'this' && determiner !== 'that') return false;
  // 'the company, 40 per cent of which …': what stands behind a comma tells no other one.
  const aside = document.tokens[token.i + 1]?.text === ',' ? /^(acl|nummod|appos)/ : undefined;
  const narrowed = children(document, token.i).some(
    (part) =>
      /^(nmod|acl|nummod|appos|compound|conj)/.test(part.deprel) &&
      part.deprel !== 'nmod:poss' &&
      !(part.i > token.i && part.upos !== 'PROPN' && aside?.test(part.deprel) === true),
  );
  return (
    !narrowed &&
    !children(document, token.i, 'amod').some((part) =>
      /^(other|same|new|first|second|next|last|whole|entire|latter|only|best|worst|previous|rival|local)$/.test(
        part.lower,
      ),
    )
  );
}

interface Match {
  readonly entity: Entity;
  readonly rule: string;
}

/** The entity that the article described with this noun, the one spoken of last where there are several. */
function described(context: PhraseContext, token: Token): Match | undefined {
  const lemma = token.lemma.toLowerCase();
  const { nominals } = context.lexicon;
  const person = nominals.persons.has(lemma) || context.reader.postKind(lemma) !== undefined;
  const body = Object.hasOwn(nominals.groups, lemma);
  const entity = nearest(context, token, reach, (candidate) => {
    const fits = candidate.kind === 'person' ? person : candidate.kind === 'group' && body;
    return (
      fits &&
      (context.table.profileOf(candidate.id).descriptions.has(lemma) ||
        (lemma === 'party' && candidate.groupKind === 'party'))
    );
  });
  return entity === undefined ? undefined : { entity, rule: 'coreference.described' };
}

/** The body of a kind that the noun means, named lately and the only one of its kind there. */
function ofKind(context: PhraseContext, token: Token): Match | undefined {
  const lemma = token.lemma.toLowerCase();
  const kinds = Object.hasOwn(context.lexicon.nominals.groups, lemma)
    ? context.lexicon.nominals.groups[lemma]
    : undefined;
  if (kinds === undefined || kinds.includes('state') || kinds.includes('government_body')) return undefined;
  const entity = nearest(
    context,
    token,
    reachByKind,
    (candidate) => candidate.kind === 'group' && mayMean(context, lemma, kinds, candidate),
  );
  return entity === undefined ? undefined : { entity, rule: 'coreference.kind' };
}

/** Words of many uses mean their first kind only; the others any of theirs: 'the bloc' is a party alliance or an international body. */
function mayMean(
  context: PhraseContext,
  lemma: string,
  kinds: readonly string[],
  candidate: Entity,
): boolean {
  const kind = candidate.groupKind ?? '';
  return context.lexicon.nominals.anyKind.has(lemma) ? kinds.includes(kind) : kind === kinds[0];
}

/** The entity named last before a token that fits, within a number of tokens. */
function nearest(
  context: PhraseContext,
  token: Token,
  within: number,
  fits: (entity: Entity) => boolean,
): Entity | undefined {
  const { mentions } = context.table;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.first >= token.i) continue;
    if (token.i - mention.first > within) return undefined;
    const entity = context.table.byId(mention.entity);
    if (entity !== undefined && mention.form !== 'pronoun' && fits(entity)) return entity;
  }
  return undefined;
}
