import { spanText } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { foldName } from '../names/text.ts';
import type { Mention } from '../context.ts';
import { stateById } from '../entity-table.ts';
import { isPossessive } from '../names/runs.ts';
import { nameFrom, nameUpTo, possessorBefore } from './phrases.ts';
import { ownerOf } from './possessions.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** A body named with its state: 'Ethiopian Foreign Ministry', "Moldova's parliament", 'US military', "Japan's Self-Defense Forces". */
export function ownedBodies(sources: RelationSources): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const body = table.byId(mention.entity);
    if (
      mention.form !== 'name' ||
      body?.kind !== 'group' ||
      !/^(government_body|military)$/.test(body.groupKind ?? '')
    )
      return [];
    const inner = table
      .mentionsAt(mention.first)
      .find(
        (other) =>
          other.entity !== mention.entity && other.last < mention.head && other.first >= mention.first,
      );
    const naming =
      inner ??
      stateBefore(sources, mention) ??
      stateAtEnd(sources, mention) ??
      stateOfSeat(sources, mention, body.country);
    const owner =
      naming === undefined ? undefined : (table.actorAt(naming.head) ?? table.byId(naming.entity));
    if (
      owner === undefined ||
      owner.kind === 'person' ||
      (owner.kind === 'place' && owner.placeKind !== 'country') ||
      owner.id === body.id ||
      isOfOther(body, owner) ||
      isOnlyOf(body, owner)
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: body.id,
        to: owner.id,
        trigger: mention.head,
        rule: 'relations.owned-body',
        confidence: 0.7,
      },
    ];
  });
}

/** 'the foreign ministry in Dushanbe': the state that the names pass read from the capital, where the article names it. */
function stateOfSeat(
  { table, context }: RelationSources,
  { last }: Mention,
  country: string | undefined,
): Mention | undefined {
  if (country === undefined || context.document.tokens[last + 1]?.lower !== 'in') return undefined;
  if (table.placeAt(last + 2)?.country !== country) return undefined;
  const state = stateById(table, country);
  return state === undefined ? undefined : table.mentionsOf(state.id)[0];
}

/** 'the Central Bank of Kenya': the state that a body's name ends with. */
function stateAtEnd(sources: RelationSources, mention: Mention): Mention | undefined {
  const { table } = sources;
  const state = table
    .mentionsAt(mention.last)
    .find(
      ({ last, first, entity }) => last === mention.last && first > mention.head && entity !== mention.entity,
    );
  const { tokens } = sources.context.document;
  if (state === undefined || !/^(of|the)$/.test(tokens[state.first - 1]?.lower ?? '')) return undefined;
  if (tokens[state.first - 1]?.lower === 'the' && tokens[state.first - 2]?.lower !== 'of') return undefined;
  const entity = table.byId(state.entity);
  return entity?.groupKind === 'state' || entity?.placeKind === 'country' ? state : undefined;
}

/**
 * Does a state's name tell only which of two layers or lands a body is of, as with 'U.S. Court of Appeals', 'Hong Kong police' or 'Nigerian
 * Senate', or whom it fights, as with 'Syrian opposition forces'? Ministries, forces and missions are told to be parts of their state.
 */
function isOnlyOf(body: Entity, owner: Entity): boolean {
  const isStates = owner.groupKind === 'state' || owner.placeKind === 'country';
  if (isStates && nation.test(body.name)) return true;
  if (isStates && (domestic.test(body.name) || opposed.test(body.name))) return true;
  return body.groupKind === 'government_body' && owner.gazetteer === 'state:US' && !federal.test(body.name);
}

const domestic = /\b(cabinet|senate|congress|garrison|rapporteurs)$/i;
/** A nation within a state has bodies of its own: 'the Scottish Parliament'. */
const nation =
  /^(Scottish|Welsh|Catalan|Basque|Kurdish|Northern Ireland|Hong Kong|Macau|Puerto Rico|Puerto Rican)\b/;
const opposed = /\b(opposition|rebel|resistance|insurgent|separatist)\b/i;
/** Bodies of the United States that are called by them to say that they are no other state's. */
const federal = /\b(embassy|consulate|mission|delegation|department|treasury)\b/i;

/** Is a body known to be of another state than the one beside its name? */
const isOfOther = (body: Entity, state: Entity): boolean =>
  body.country !== undefined && state.groupKind === 'state' && body.country !== state.gazetteer;

/** The state that owns or qualifies a body right before its name: "Japan's Self-Defense Forces", 'the Turkish Coast Guard'. */
function stateBefore(sources: RelationSources, mention: Mention): Mention | undefined {
  const { table } = sources;
  const before =
    possessorBefore(sources, mention)[0] ??
    nameUpTo(sources, mention.first - 1) ??
    pronounBefore(sources, mention);
  const state = before === undefined ? undefined : table.actorAt(before.head);
  return state?.groupKind === 'state' ? before : undefined;
}

/** 'its foreign ministry', 'Brazil, whose air force'. */
function pronounBefore(sources: RelationSources, mention: Mention): Mention | undefined {
  const word = sources.context.document.tokens[mention.first - 1];
  if (word?.lower === 'whose') {
    const comma = sources.context.document.tokens[word.i - 1]?.text === ',';
    return nameUpTo(sources, comma ? word.i - 2 : word.i - 1);
  }
  return /^(its|their)$/.test(word?.lower ?? '')
    ? sources.table.mentionHeadedBy(mention.first - 1)
    : undefined;
}

/** "Tufts University's Feinstein International Center", 'the Nuclear Policy Program at the Carnegie Endowment'. */
export function bodiesInBodies(sources: RelationSources): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const inner = table.byId(mention.entity);
    if (mention.form !== 'name' || inner?.kind !== 'group' || inner.groupKind === 'state') return [];
    if (ownerOf(sources, mention) !== undefined) return [];
    const owners = [...possessorBefore(sources, mention), bodyBehind(sources, mention)];
    return owners.flatMap((owner) => {
      const outer = owner === undefined || owner.form !== 'name' ? undefined : table.byId(owner.entity);
      if (outer?.kind !== 'group' || outer.groupKind === 'state' || outer.id === inner.id) return [];
      if (outer.groupKind === 'company' && !isUnit.test(inner.name)) return [];
      if (sources.context.document.tokens[mention.last + 1]?.text === '-') return [];
      return [
        {
          type: 'PART_OF',
          from: inner.id,
          to: outer.id,
          trigger: mention.head,
          rule: 'relations.body-in-body',
          confidence: 0.65,
        },
      ];
    });
  });
}

/** Words in the names of a company's parts, where other names are its products: "Apple's MacBook". */
const isUnit =
  /\b(labs?|laborator(y|ies)|cent(er|re)|division|foundation|institute|research|unit|group|team|office|department|operations|academy|studios?|ventures|solutions|bank|europe|asia|africa|americas?|international)\b/i;

/** Last words in the names of divisions: 'the Cyber Unit of the Kenyan police'. */
const isDivision =
  /^(unit|brigade|battalion|regiment|department|bureau|committee|subcommittee|commission|office|division|wing|arm|chapter|branch|directorate|faculty|school|local|lodge|area|district|section|panel|council|board|secretariat|synod|cell|squad|team|desk|executive|league|house|\d+)$/;

/** 'the Nuclear Policy Program at the Carnegie Endowment', 'the Cyber Unit of the Kenyan police', "at Johns Hopkins University's School of …": the body right behind 'at'. */
function bodyBehind(sources: RelationSources, mention: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  let at = mention.last + 1;
  const isOf = tokens[at]?.lower === 'of' && isDivision.test(tokens[mention.last]?.lower ?? '');
  if (tokens[at]?.lower !== 'at' && !isOf) return undefined;
  at += tokens[at + 1]?.upos === 'DET' ? 2 : 1;
  const body = nameFrom(sources, at);
  const ending = body === undefined ? undefined : tokens[body.last + 1];
  const inner = ending !== undefined && isPossessive(ending) ? nameFrom(sources, ending.i + 1) : undefined;
  return inner !== undefined && sources.table.byId(inner.entity)?.kind === 'group' ? inner : body;
}

/** 'Senate Armed Services Committee' beside 'Senate', 'UN Security Council' beside the UN: a body whose name begins with another's. */
export function partsByName(sources: RelationSources): FoundRelation[] {
  const groups = sources.table.entities.filter(
    (entity) => entity.kind === 'group' && sources.table.mentionsOf(entity.id).length > 0,
  );
  return groups.flatMap((part) => {
    const mention = sources.table.mentionsOf(part.id)[0];
    if (mention === undefined || !/^(government_body|military|igo|media|other)$/.test(part.groupKind ?? ''))
      return [];
    const whole = groups.find(
      (other) =>
        other !== part &&
        other.groupKind !== 'party' &&
        other.rule !== 'names.people' &&
        !other.name.endsWith(part.name) &&
        mayHold(part, other) &&
        !isOfOther(part, other) &&
        !isOnlyOf(part, other) &&
        isNamedAfter(sources, part, other),
    );
    if (whole === undefined) return [];
    return [
      {
        type: 'PART_OF',
        from: part.id,
        to: whole.id,
        trigger: mention.head,
        rule: 'relations.part-by-name',
        confidence: 0.6,
      },
    ];
  });
}

/** Bodies hold bodies and newsrooms desks; what else begins with a company's name is its product: 'Nissan Sentra'. */
function mayHold(part: Entity, whole: Entity): boolean {
  if (part.groupKind === 'media') return whole.groupKind === 'media';
  return part.groupKind !== 'other' || /^(government_body|igo|other)$/.test(whole.groupKind ?? '');
}

/** Does a name of a body begin with a name of another? With a state's only where the article itself says it so: 'US Navy'. */
function isNamedAfter(sources: RelationSources, part: Entity, whole: Entity): boolean {
  if (whole.groupKind !== 'state') return beginsWith([part.name, ...part.aliases], whole);
  if (part.groupKind !== 'military' && part.groupKind !== 'government_body') return false;
  const { document } = sources.context;
  const said = sources.table
    .mentionsOf(part.id)
    .filter(({ form }) => form === 'name')
    .map(({ first, last }) => spanText(document, { start: first, end: last + 1 }));
  return beginsWith(said, whole);
}

/** Does one of some names begin with a name of a body, whatever its full stops? */
function beginsWith(names: readonly string[], whole: Entity): boolean {
  const short = whole.name === 'United Nations' ? ['UN', 'U.N.'] : [];
  const starts = [whole.name, ...whole.aliases, ...short].map(foldName).filter((start) => start !== '');
  return names
    .map((name) => foldName(name.replace(/^the |(?<=\w)['’]s\b/gi, '')))
    .some((name) => starts.some((start) => name.startsWith(`${start} `)));
}
