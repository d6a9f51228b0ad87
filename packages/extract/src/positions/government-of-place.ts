import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { FoundTitle } from './found-title.ts';

/** Offices of a town or region as a whole. */
const governs =
  /\b(governor|mayor|prefect|administrator|sheriff|ombudsman|treasurer|spokes(man|woman|person))\b/i;
/** Offices of regions that have a government of their own, which are so told before a name too: 'New Brunswick premier X'. */
const ofCabinet = /\b(premier|first minister|chief minister|minister)\b/i;

/**
 * The government of a town or region that the phrase of an office names: 'the governor of Loei', "Ostrava's mayor". It is added to the
 * table as a group of the same name, once for each place. Undefined for other posts, for past ones, and for what only addresses
 * somebody: 'Gov. X of Ohio'.
 */
export function governmentOf(table: EntityTableBuilder, { phrase, rule }: FoundTitle): Entity | undefined {
  const { owner, link, kind, title, status } = phrase;
  const place = table.byId(owner ?? '');
  if (place?.kind !== 'place' || !/^(city|region)$/.test(place.placeKind ?? '')) return undefined;
  if (!/^(office|speaker)$/.test(kind) || /^(former|candidate)$/.test(status)) return undefined;
  const isSaid = /^(possessive|of)$/.test(link ?? '') && /^positions\.(apposition|comma|copula)$/.test(rule);
  if (!(isSaid && governs.test(title)) && !(ofCabinet.test(title) && link !== 'to')) return undefined;
  return (
    table.entities.find(
      ({ kind: other, name, gazetteer }) =>
        other === 'group' &&
        (name === place.name || (gazetteer !== undefined && gazetteer === place.gazetteer)),
    ) ?? table.addEntity(governmentNamed(place))
  );
}

function governmentNamed({ id: _id, placeKind: _placeKind, ...shared }: Entity): Omit<Entity, 'id'> {
  return { ...shared, kind: 'group', groupKind: 'government_body' };
}
