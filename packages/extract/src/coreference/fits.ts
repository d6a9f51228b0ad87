import type { Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Definite } from './definites.ts';
import { type PhraseContext, sexOfPerson } from './phrases.ts';
import type { Portrait } from './portraits.ts';

/** How far back, in tokens, somebody may have been told of last whom the article described so, and who is only of the kind. */
const reach = 400;
export const reachByKind = 120;

/** Somebody that a description fits, how little, in sentences, and how far back in tokens they may have been told of. */
export interface Fit {
  readonly entity: Entity;
  readonly misfit: number;
  readonly within: number;
  readonly rule: string;
}

/** All whom a description fits, wherever the article tells of them: the states for 'the country', else places, people and bodies. */
export function fitsOf(context: PhraseContext, portraits: readonly Portrait[], definite: Definite): Fit[] {
  return Object.hasOwn(context.lexicon.nominals.lands, definite.noun ?? '')
    ? statesFor(context, definite)
    : [...placesFor(context, definite), ...partiesFor(context, portraits, definite)];
}

/** The people and bodies that a description fits, by how closely: those called so, and those of a kind; nobody of unknown age where somebody is of that age. */
function partiesFor(context: PhraseContext, portraits: readonly Portrait[], definite: Definite): Fit[] {
  const fits = portraits.flatMap((portrait) => {
    const misfit = misfitOf(context, portrait, definite);
    if (misfit === undefined) return [];
    const called = misfit <= alike;
    return [
      {
        entity: portrait.entity,
        misfit,
        within: called ? reach : reachByKind,
        rule: called ? 'coreference.described' : 'coreference.kind',
      },
    ];
  });
  const told = definite.noun === undefined ? fits.filter(({ misfit }) => misfit === 0) : [];
  return told.length > 0 ? told : fits;
}

/** What it costs a candidate to be called by another word for the same, by the word for its kind, by its sex or age. */
const alike = 0.5;
const ofKind = 1.5;

function misfitOf(context: PhraseContext, portrait: Portrait, definite: Definite): number | undefined {
  const { entity, lands, age } = portrait;
  if (definite.age !== undefined && age !== undefined && age !== definite.age) return undefined;
  const misfit =
    entity.kind === 'person'
      ? misfitOfPerson(context, portrait, definite)
      : misfitOfBody(context, portrait, definite);
  if (misfit === undefined) return undefined;
  if (definite.lands.length === 0) return misfit;
  return definite.lands.every((ids) => ids.some((id) => lands.has(id))) ? misfit : undefined;
}

function misfitOfPerson(
  context: PhraseContext,
  { entity, nouns, age }: Portrait,
  { noun, fields, lands, age: said }: Definite,
): number | undefined {
  if (noun === undefined) {
    if (said !== undefined) return age === said ? 0 : ofKind;
    return lands.length > 0 ? 0 : undefined;
  }
  const sex = sexes[noun];
  if (sex !== undefined && !nouns.has(noun))
    return sexOfPerson(context, entity.id, entity.name) === sex ? ofKind : undefined;
  if (said !== undefined && said === age) return 0;
  const known = nouns.get(noun);
  if (known !== undefined) return misfitOfFields(noun, fields, known);
  const others = Object.hasOwn(context.lexicon.nominals.standsFor, noun)
    ? (context.lexicon.nominals.standsFor[noun] ?? [])
    : [];
  return fields.length === 0 && others.some((other) => nouns.has(other)) ? alike : undefined;
}

/** Nouns that tell no more than the sex. */
export const sexes: Readonly<Record<string, 'male' | 'female'>> = { man: 'male', woman: 'female' };

/** What a post is for must be the same where both tell it, and may be told by one alone; a prime minister is no 'minister'. */
function misfitOfFields(
  noun: string,
  fields: readonly string[],
  known: ReadonlySet<string>,
): number | undefined {
  if (fields.length === 0) return noun === 'minister' && known.has('prime') ? undefined : 0;
  if (fields.some((field) => known.has(field))) return 0;
  return known.size === 0 ? ofKind : undefined;
}

function misfitOfBody(
  { lexicon: { nominals } }: PhraseContext,
  { entity, nouns }: Portrait,
  { noun, fields }: Definite,
): number | undefined {
  if (noun === undefined) return undefined;
  const known = nouns.get(noun);
  if (known !== undefined) return misfitOfFields(noun, fields, known);
  const own: readonly string[] = Object.hasOwn(nominals.groups, noun) ? (nominals.groups[noun] ?? []) : [];
  const [first = ''] = own;
  if (own.length === 0 || first === 'state') return undefined;
  const specific = [...nouns.keys()].filter((word) => !nominals.general.has(word));
  const isOtherwise =
    specific.length > 0 && !specific.some((word) => shareKind(own, nominals.groups[word] ?? []));
  if (isOtherwise || !fields.every((field) => own.includes((nominals.kindsOfFields[field] ?? '') as never)))
    return undefined;
  if (nominals.alike.some((row) => row.has(noun) && specific.some((word) => row.has(word)))) return alike;
  const kinds = nominals.anyKind.has(noun) ? own : [first];
  if (!kinds.includes(entity.groupKind ?? '') || first === 'government_body') return undefined;
  if (fields.some((field) => nominals.kindsOfFields[field] !== entity.groupKind)) return undefined;
  if (nominals.general.has(noun))
    return entity.groupKind === 'company' && first !== 'company' ? ofKind : alike;
  return first === 'other' || specific.length > 0 ? undefined : ofKind;
}

const shareKind = (kinds: readonly string[], others: readonly string[]): boolean =>
  kinds.some((kind) => others.includes(kind));

/** How many tokens back 'the country' may have been named. */
const reachOfLand = 150;

/** Nouns for who acts for a state: they stand for it and are not the same. */
const acting = /^(?:government|regime|cabinet)$/;

/** The rule of 'the government', which is that of the state the article tells of most. */
export const governing = 'metonymy.government';

/** The states that 'the country', 'the kingdom', 'the government' may mean. */
function statesFor({ table, lexicon }: PhraseContext, { noun = '', lands, fields }: Definite): Fit[] {
  const only = lexicon.nominals.lands[noun] ?? [];
  if (lands.length > 0 || fields.length > 0) return [];
  return table.entities.flatMap((entity) => {
    if (entity.groupKind !== 'state' && entity.placeKind !== 'country') return [];
    const code = entity.gazetteer?.replace('state:', '') ?? '';
    if (only.length > 0 && !only.includes(code)) return [];
    return [
      { entity, misfit: 0, within: reachOfLand, rule: acting.test(noun) ? governing : 'coreference.land' },
    ];
  });
}

/** The places of a kind. */
function placesFor(context: PhraseContext, { noun = '', lands, fields, head }: Definite): Fit[] {
  const { places } = context.lexicon.nominals;
  const kinds: readonly string[] = Object.hasOwn(places, noun) ? (places[noun] ?? []) : [];
  if (kinds.length === 0 || lands.length > 0 || fields.length > 0) return [];
  return context.table.entities.flatMap((entity) => {
    if (entity.kind !== 'place' || !kinds.includes(entity.placeKind ?? '')) return [];
    const called = isCalled(context, entity, noun, head);
    if (!called && (entity.placeKind === 'other' || vague.test(noun))) return [];
    return [{ entity, misfit: called ? -1 : 0, within: reachByKind, rule: 'coreference.place' }];
  });
}

/** Nouns for any stretch of land: they mean the place that the article calls so. */
const vague = /^(?:region|district|territory|valley|camp|airport|settlement|resort|suburb)$/;

/** 'the town of Kisumu', 'Kisumu, a town', 'Logar province'. */
function isCalled(
  { document, table }: PhraseContext,
  entity: Entity,
  noun: string,
  { i: before }: Token,
): boolean {
  return table.mentionsOf(entity.id).some(({ first, last, head }) => {
    if (first >= before) return false;
    const name = document.tokens[head];
    const above = name === undefined ? undefined : document.tokens[name.head];
    const isOf = document.tokens[first - 1]?.lower === 'of' && document.tokens[first - 2]?.lemma === noun;
    const isBeside = document.tokens
      .slice(last + 1, last + 5)
      .some(({ lemma, deprel, head: of }) => lemma === noun && deprel === 'appos' && of === head);
    return (
      isOf ||
      isBeside ||
      above?.lemma === noun ||
      document.tokens[last + 1]?.lemma === noun ||
      document.tokens[last]?.lemma === noun
    );
  });
}
