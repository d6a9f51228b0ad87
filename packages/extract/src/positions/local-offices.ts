import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { namedState } from './told-states.ts';

/** The body of an office that is not a state's as a whole: an embassy's state, a parliament, the region that a governor governs. */
export function localBody(table: EntityTable, before: number, title: string): Entity | undefined {
  if (isAbroad(title)) return stateOfEmbassy(table, before);
  if (title === 'speaker') return legislatureNamed(table, before);
  return regional.test(title) ? regionOfStory(table) : undefined;
}

/** The one government of a region that an article names, for who heads it: the 'Queensland Government' for the premier. */
export function cabinetOfRegion(table: EntityTable, title: string): Entity | undefined {
  if (!/^(premier|first minister|chief minister)$/.test(title)) return undefined;
  const regions = table.entities.filter(({ placeKind }) => placeKind === 'region');
  const [only, other] = table.entities.filter(({ groupKind, name }) => {
    const whose = /^(.+) (government|executive|cabinet)$/i.exec(name)?.[1];
    return (
      groupKind === 'government_body' &&
      regions.some((region) => whose !== undefined && [region.name, ...region.aliases].includes(whose))
    );
  });
  return other === undefined ? only : undefined;
}

/** Offices of a region: 'Gov.', 'Lt. Gov.', and the law officers where the story is a region's. */
const regional =
  /^((former |then-|acting )?(lt\.? |lieutenant |deputy )?gov(\.|ernor)?|attorney general|solicitor general)$/i;

const fewestMentions = 3;
const share = 0.6;

/** The region that acts in an article and that most names of regions are of. */
function regionOfStory(table: EntityTable): Entity | undefined {
  const counts = new Map<string, number>();
  for (const { entity: id } of table.mentions) {
    const entity = table.byId(id);
    if (entity?.gazetteer?.startsWith('region:') === true)
      counts.set(entity.gazetteer, (counts.get(entity.gazetteer) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < fewestMentions || best[1] < share * all) return undefined;
  return table.entities.find(({ kind, gazetteer }) => kind === 'group' && gazetteer === best[0]);
}

/** Offices that one holds abroad. */
const abroad =
  /^(ambassador|high commissioner|consul|consul general|consul-general|charg[eé] d['’]affaires|nuncio|attach[eé])$/;

/** 'the High Commissioner' behind 'the Vanuatu High Commission': whose embassy the article named last before. */
function stateOfEmbassy(table: EntityTable, before: number): Entity | undefined {
  const embassies = table.mentions.filter(({ entity, first }) => {
    const body = table.byId(entity);
    return (
      first < before &&
      body?.country !== undefined &&
      /\b(embassy|high commission|consulate|nunciature)\b/i.test(body.name)
    );
  });
  const last = embassies.at(-1);
  const country = last === undefined ? undefined : table.byId(last.entity)?.country;
  return country === undefined ? undefined : namedState(table, country);
}

/** The parliament or chamber named last before its speaker, the only one that the article names else. */
function legislatureNamed(table: EntityTable, before: number): Entity | undefined {
  const all = table.mentions.filter(({ entity, form }) => {
    const body = table.byId(entity);
    return form === 'name' && body?.kind === 'group' && chamber.test(body.name) && !/['’]/.test(body.name);
  });
  const last =
    all.findLast(({ first }) => first < before) ??
    (new Set(all.map(({ entity }) => entity)).size === 1 ? all[0] : undefined);
  return last === undefined ? undefined : table.byId(last.entity);
}

const chamber =
  /\b(parliament|assembly|senate|house|house of \w+|knesset|duma|diet|lok sabha|bundestag|sejm|majlis|congress)$/i;

/** The chambers that lawmakers sit in, by what they are called: the first kind that the article names. */
const chambersByTitle: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/^(senator|sen\.?)$/i, [/\bsenate$/i]],
  [/^(rep\.?|representative|congressman|congresswoman)$/i, [/\bhouse of representatives$/i, /\bcongress$/i]],
  [
    /^(deputy|mp|member of parliament|parliamentarian)$/i,
    [
      /\b(parliament|national assembly|chamber of deputies|house of (commons|representatives)|knesset|state duma|bundestag|lok sabha)$/i,
      /\b(congress|legislative assembly|assembly|majlis)$/i,
    ],
  ],
];

/**
 * The one chamber of a lawmaker's kind that an article names: the parliament for its deputies, the Senate for senators. Those of the United
 * States, which have no deputies, are told by their titles alone.
 */
export function chamberOf(table: EntityTable, title: string): Entity | undefined {
  const kinds = chambersByTitle.find(([called]) => called.test(title))?.[1] ?? [];
  const isDeputy = /^(deputy|mp)$/i.test(title);
  for (const kind of kinds) {
    const [only, other] = table.entities.filter(
      ({ groupKind, name, aliases, id }) =>
        groupKind === 'government_body' &&
        (isDeputy || !name.startsWith('US ')) &&
        [name, ...aliases].some((each) => kind.test(each)) &&
        table.mentionsOf(id).length > 0,
    );
    if (only !== undefined) return other === undefined ? only : undefined;
  }
  return undefined;
}

export const isAbroad = (title: string): boolean => abroad.test(title);
