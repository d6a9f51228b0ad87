import type { ToldPlace } from './telling.ts';

export type PlaceRelation = 'same' | 'within' | 'conflict' | 'unknown';

/** How two told places lie: one place, one within the other's state, two places that cannot both be where it was, or not known. */
export function relatePlaces(left: ToldPlace | null, right: ToldPlace | null): PlaceRelation {
  if (left === null || right === null) return 'unknown';
  if (left.node === right.node) return 'same';
  const sameState = left.country !== '' && left.country === right.country;
  if (left.country !== '' && right.country !== '' && !sameState) return 'conflict';
  if (left.kind === 'country' || right.kind === 'country') return sameState ? 'within' : 'unknown';
  const divisions = left.division !== '' && right.division !== '';
  if (sameState && divisions && (left.kind === 'region' || right.kind === 'region'))
    return left.division === right.division ? 'within' : 'conflict';
  // A hall or a district may lie in the city that the other names; only two cities exclude each other.
  return left.kind === 'city' && right.kind === 'city' ? 'conflict' : 'unknown';
}

/** Sites that lie outside towns. */
const outside = /\b(?:dam|camp|crossing|bridge|mine|farm|island|border post|checkpoint|base|lodge)$/i;

/**
 * Whether two places told of one meeting contradict each other: besides those that cannot both be where it was, two named towns and
 * sites of which the gazetteer knows one at most.
 */
export function placesContradict(left: ToldPlace | null, right: ToldPlace | null): boolean {
  if (left === null || right === null) return false;
  const relation = relatePlaces(left, right);
  if (relation !== 'unknown') return relation === 'conflict';
  const isSpot = ({ kind, name }: ToldPlace): boolean =>
    kind === 'city' || kind === 'other' || outside.test(name);
  const [a, b] = [left.name.toLowerCase(), right.name.toLowerCase()];
  return isSpot(left) && isSpot(right) && !a.includes(b) && !b.includes(a);
}
