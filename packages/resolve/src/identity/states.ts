import { bodyOf, defaultGazetteer, type GazetteerEntry } from '@dragoman/gazetteer';
import type { Entity } from '@dragoman/schemas';

/** The gazetteer's entry of an entity that is one. */
export function entryOf(id: string): GazetteerEntry | undefined {
  return defaultGazetteer().get(id);
}

/** A state's own body ('Ethiopia's foreign ministry', 'Foreign Ministry of Ethiopia'), one identity however it is spelled. */
export interface BodyOfState {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly groupKind: string;
}

/** Reads a group's name as a body of a state; null where it is none, or where no state is known. */
export function bodyOfState(group: Entity): BodyOfState | null {
  const body = group.kind === 'group' ? bodyOf(group.name) : undefined;
  const country = body?.country ?? group.country;
  if (body === undefined || country === undefined) return null;
  const state = entryOf(country)?.name ?? country;
  const name = `${state}${state.endsWith('s') ? '’' : '’s'} ${body.body}`;
  return {
    id: `body:${country}:${body.body.replaceAll(' ', '-')}`,
    name,
    country,
    groupKind: body.groupKind,
  };
}

/** Whether a group's name is that of a kind of body, with no state to say whose. */
export function isStatelessBody(group: Entity): boolean {
  return bodyOf(group.name) !== undefined && bodyOfState(group) === null;
}

/** The states an entity belongs to, as gazetteer ids: what the extractor says, and what its entry or its name says. */
export function countriesOf(entity: Entity): string[] {
  const found = new Set<string>();
  const add = (state: string | undefined): void => {
    if (state !== undefined && state !== '') found.add(state);
  };
  add(entity.country);
  const entry = entity.gazetteer === undefined ? undefined : entryOf(entity.gazetteer);
  add(entity.gazetteer?.startsWith('state:') === true ? entity.gazetteer : entry?.country);
  add(bodyOfState(entity)?.country);
  return [...found].toSorted();
}
