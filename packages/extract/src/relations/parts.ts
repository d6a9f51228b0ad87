import { child, children, headOf, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { foldName } from '../names/text.ts';
import { possessorBefore, withPreposition } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** A body named with its state: 'Ethiopian Foreign Ministry', "Moldova's parliament", 'US military'. */
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
    const owner = inner === undefined ? undefined : table.actorAt(inner.head);
    if (owner === undefined || owner.kind !== 'group') return [];
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

/** "Tufts University's Feinstein International Center", 'the Nuclear Policy Program at the Carnegie Endowment'. */
export function bodiesInBodies(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const inner = table.byId(mention.entity);
    if (mention.form !== 'name' || inner?.kind !== 'group' || inner.groupKind === 'state') return [];
    const owners = [
      ...possessorBefore(sources, mention),
      ...withPreposition(sources, document.tokens[mention.head] as Token, 'at').map(({ i }) =>
        table.mentionHeadedBy(i),
      ),
    ];
    return owners.flatMap((owner) => {
      const outer = owner === undefined || owner.form !== 'name' ? undefined : table.byId(owner.entity);
      if (outer?.kind !== 'group' || outer.groupKind === 'state' || outer.id === inner.id) return [];
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

/** 'Bratislava, Slovakia', 'Sarkh, Logar': a place and right after a comma the one it lies in. */
export function placesInPlaces(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const outer = table.byId(mention.entity);
    if (
      mention.form !== 'name' ||
      outer?.kind !== 'place' ||
      document.tokens[mention.first - 1]?.text !== ','
    )
      return [];
    const before = table.mentionsAt(mention.first - 2).findLast((other) => other.last === mention.first - 2);
    const inner = before === undefined ? undefined : table.byId(before.entity);
    if (
      inner?.kind !== 'place' ||
      !liesIn(inner, outer) ||
      (/^(,|and)$/.test(document.tokens[mention.last + 1]?.lower ?? '') && outer.placeKind !== 'country')
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: inner.id,
        to: outer.id,
        trigger: mention.head,
        rule: 'relations.place-in-place',
        confidence: 0.75,
      },
    ];
  });
}

/** May a place lie in another, by their kinds and by the states the gazetteer has them in? */
function liesIn(inner: Entity, outer: Entity): boolean {
  if (inner.placeKind === 'country' || (outer.placeKind !== 'country' && outer.placeKind !== 'region'))
    return false;
  if (outer.placeKind === 'country') return inner.country === undefined || inner.country === outer.gazetteer;
  return (
    inner.placeKind !== 'region' &&
    (inner.country === undefined || outer.country === undefined || inner.country === outer.country)
  );
}

/** 'Senate Armed Services Committee' beside 'Senate', 'UN Security Council' beside the UN: a body whose name begins with another's. */
export function partsByName(sources: RelationSources): FoundRelation[] {
  const groups = sources.table.entities.filter(
    (entity) =>
      entity.kind === 'group' &&
      entity.groupKind !== 'state' &&
      sources.table.mentionsOf(entity.id).length > 0,
  );
  return groups.flatMap((part) => {
    const whole = groups.find(
      (other) => other !== part && other.groupKind !== 'party' && beginsWith(part, other),
    );
    const mention = sources.table.mentionsOf(part.id)[0];
    if (
      whole === undefined ||
      mention === undefined ||
      !/^(government_body|igo|media|other)$/.test(part.groupKind ?? '')
    )
      return [];
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

/** Does a name of a body begin with a name of another, whatever its full stops? */
function beginsWith(part: Entity, whole: Entity): boolean {
  const names = (entity: Entity): string[] => [entity.name, ...entity.aliases].map(foldName);
  return names(part).some((name) =>
    names(whole).some((start) => start !== '' && name.startsWith(`${start} `)),
  );
}

/** 'the Danish island of Bornholm', "southern Syria's al-Tanf": a place and the state or place that owns it. */
export function placesOfStates(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const place = table.byId(mention.entity);
    if (place?.kind !== 'place' || place.placeKind === 'country' || mention.form !== 'name') return [];
    const possessor = possessorBefore(sources, mention)[0];
    const noun = headOf(document, mention.head);
    const described =
      noun?.upos === 'NOUN' && child(document, mention.head, 'case')?.lower === 'of' && noun.i < mention.first
        ? children(document, noun.i, 'amod')
        : [];
    const owner =
      possessor ?? described.map(({ i }) => table.mentionHeadedBy(i)).find((found) => found !== undefined);
    const whole = owner === undefined ? undefined : table.byId(owner.entity);
    if (
      whole === undefined ||
      whole.kind === 'person' ||
      (whole.kind === 'group' && whole.groupKind !== 'state') ||
      whole.id === place.id
    )
      return [];
    return [
      {
        type: 'PART_OF',
        from: place.id,
        to: whole.id,
        trigger: mention.head,
        rule: 'relations.place-of-state',
        confidence: 0.65,
      },
    ];
  });
}
