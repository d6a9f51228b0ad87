import { child, hasRelation, headOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { definiteAt, type Definite } from './definites.ts';
import { fitsOf, governing, reachByKind, sexes } from './fits.ts';
import type { PhraseContext } from './phrases.ts';
import type { Portrait } from './portraits.ts';
import { areJoined, fellowsOf, lastMention, mentionsBefore, obscurity } from './salience.ts';

/** Somebody a description may mean; the cost is in sentences: how little it fits and how far off it was told. */
interface Candidate {
  readonly entity: Entity;
  readonly last: Mention;
  readonly cost: number;
  readonly rule: string;
}

/**
 * Joins definite descriptions to those told of before: 'the former minister', 'the envoy' where the article described somebody so;
 * 'the company', 'the militia' where a body of that kind was told of lately; 'the country' for the state, 'the town' for the place.
 * Among several that fit it is the one on the reader's mind: told of last, as a subject, often. Where two are as likely it is nobody.
 */
export function resolveNominals(
  context: PhraseContext,
  table: EntityTableBuilder,
  portraits: readonly Portrait[],
): void {
  const called = new Set(portraits.flatMap(({ nouns }) => [...nouns.keys()]));
  for (const token of context.document.tokens) {
    const definite = definiteAt(context, token);
    if (definite === undefined || !mayMean(context, called, definite)) continue;
    const meant = likeliest(context, candidatesFor(context, portraits, definite));
    if (meant === undefined) continue;
    table.addMention({
      entity: meant.entity.id,
      form: 'nominal',
      first: definite.first,
      last: token.i,
      head: token.i,
      rule: meant.rule,
    });
  }
}

/** May a description mean anybody: is its noun said of somebody, or one for bodies, states, places or people that stands for others? */
function mayMean(
  { lexicon: { nominals } }: PhraseContext,
  called: ReadonlySet<string>,
  { noun }: Definite,
): boolean {
  if (noun === undefined || called.has(noun) || Object.hasOwn(sexes, noun)) return true;
  return [nominals.groups, nominals.lands, nominals.places, nominals.standsFor].some((nouns) =>
    Object.hasOwn(nouns, noun),
  );
}

/** The candidate of least cost, unless it is joined to one of the same cost. */
function likeliest({ document }: PhraseContext, candidates: readonly Candidate[]): Candidate | undefined {
  const [best, next] = candidates.toSorted((a, b) => a.cost - b.cost);
  if (best === undefined || next === undefined) return best;
  const isEven = next.cost - best.cost < even;
  return isEven && areJoined(document, best.last, next.last) ? undefined : best;
}

/** Costs less apart than that are the same. */
const even = 0.6;

function candidatesFor(
  context: PhraseContext,
  portraits: readonly Portrait[],
  definite: Definite,
): Candidate[] {
  const { document, table } = context;
  const { head } = definite;
  const fitting = fitsOf(context, portraits, definite);
  if (fitting.length === 0) return [];
  const stranger = unnamedBefore(context, definite);
  const owned = hasRelation(head, 'nmod:poss') ? headOf(document, head.i) : undefined;
  const fellows = fellowsOf(document, table, owned ?? head);
  return fitting.flatMap(({ entity, misfit, within, rule }) => {
    const isFellow = fellows.has(entity.id);
    const last = isFellow && owned === undefined ? undefined : lastMention(table, entity.id, definite.first);
    if (last === undefined || head.i - last.first > within || last.last < stranger) return [];
    const told = rule === governing ? mentionsBefore(table, entity.id, head.i) / -2 : 0;
    const cost =
      misfit + told + obscurity(document, table, entity.id, last, head) + (isFellow ? reflexive : 0);
    return [{ entity, last, rule, cost }];
  });
}

/** Where the article last brought in somebody unnamed by the noun, 'a company in Oslo', whom it then takes up; -1 where it did not. */
function unnamedBefore({ document, table }: PhraseContext, { head, first }: Definite): number {
  const { tokens } = document;
  for (let i = first - 1; i >= 0 && first - i <= reachByKind; i--) {
    const token = tokens[i];
    if (token?.lemma !== head.lemma || token.xpos !== 'NN' || table.mentionAt(i) !== undefined) continue;
    const isNew = /^(?:an?|another|one)$/.test(child(document, i, 'det')?.lower ?? '');
    if (isNew && !/^(?:appos|compound)/.test(token.deprel) && child(document, i, 'cop') === undefined)
      return i;
  }
  return -1;
}

/** What it costs to own what one acts on: 'Chad rejected the country's demands'. */
const reflexive = 3;
