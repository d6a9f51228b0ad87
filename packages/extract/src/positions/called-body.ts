import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import type { FoundTitle } from './found-title.ts';

/** Nouns for bodies and the kinds of group they may mean. */
export type BodyNouns = Readonly<Record<string, readonly string[]>>;

/** How many sentences back a body may have been named that a noun means: "The group's director". */
const longestDistance = 3;

/** Nouns that stand in the names of the bodies they mean, or another word for it does. */
const inName: Readonly<Record<string, RegExp>> = {
  panel: /\b(committee|subcommittee|commission|panel)$/i,
  committee: /\b(committee|subcommittee)\b/i,
  commission: /\bcommission\b/i,
  court: /\b(court|tribunal)\b/i,
  council: /\bcouncil\b/i,
  ministry: /\bministry\b/i,
  department: /\bdepartment\b/i,
  university: /\b(university|college|institute of)\b/i,
  union: /\b(union|workers|teamsters|association|federation)\b/i,
  school: /\b(school|academy)\b/i,
  police: /\bpolice\b/i,
  parliament: /\b(parliament|assembly|knesset|congress|duma|diet)\b/i,
  army: /\b(army|armed forces|military)$/i,
  navy: /\bnavy$/i,
  embassy: /\bembassy\b/i,
};

/** Nouns for public offices, whose names need not say them: 'the department' for Global Affairs Canada. */
const ofGovernment = /^(department|ministry|agency|bureau|commission)$/;

/** Nouns in the plural for the people of an armed group. */
const ofArmedGroup =
  /^(rebels|insurgents|militants|guerrillas|gunmen|fighters|mutineers|separatists|jihadists|militiamen)$/;

/** Does a noun mean a body that has been named, as 'ministry' in 'a spokeswoman for the ministry' does? */
export const meansBody = (noun: string): boolean =>
  Object.hasOwn(inName, noun) ||
  ofArmedGroup.test(noun) ||
  /^(company|firm|party|bank|airline|federation|association|foundation|charity|institute|agency|bureau|group|club|hospital|newspaper|coalition|alliance|movement|campaign|league)$/.test(
    noun,
  );

/** Those who do research or run an office: of 'the group' that is no band of fighters, where there is one. */
const civil = /\b(director|researcher|analyst|economist|coordinator|organi[sz]er|scholar|lawyer|counsel)$/i;

/** The body that the noun of an owner means which coreference left alone: the last one named that it fits. */
export function calledBody(
  document: AnnotatedDocument,
  table: EntityTable,
  { phrase }: FoundTitle,
  bodies: BodyNouns,
  noun = phrase.ownerWords[0] ?? '',
): Entity | undefined {
  if (ofArmedGroup.test(noun)) return onlyArmedGroup(table, phrase.first);
  const own = Object.hasOwn(bodies, noun) ? (bodies[noun] ?? []) : [];
  const kinds = civil.test(phrase.title) ? own.filter((kind) => kind !== 'armed_group') : own;
  const ending = endingIn(table, noun, phrase.first);
  if (ending !== undefined) return ending;
  const pattern = Object.hasOwn(inName, noun) ? inName[noun] : undefined;
  if ((kinds.length === 0 && pattern === undefined) || kinds.includes('state')) return undefined;
  const sentence = document.tokens[phrase.first]?.sentence ?? 0;
  const fits = ({ entity, form, first, last }: Mention): boolean => {
    const group = table.byId(entity);
    if (form !== 'name' || last >= phrase.first || group?.kind !== 'group') return false;
    if (pattern !== undefined) return pattern.test(group.name);
    return isNear(first) && kinds.includes(group.groupKind ?? '');
  };
  const isNear = (first: number): boolean =>
    sentence - (document.tokens[first]?.sentence ?? 0) <= longestDistance;
  const isOffice = ({ entity, form, first, last }: Mention): boolean =>
    form === 'name' &&
    last < phrase.first &&
    isNear(first) &&
    ofGovernment.test(noun) &&
    table.byId(entity)?.groupKind === 'government_body';
  const mention = table.mentions.findLast(fits) ?? table.mentions.findLast(isOffice);
  return mention === undefined ? undefined : table.byId(mention.entity);
}

/** "The rebels' negotiator": of the one armed group that an article has named. */
export function onlyArmedGroup(table: EntityTable, before: number): Entity | undefined {
  const groups = new Set(
    table.mentions.flatMap(({ entity, form, last }) =>
      form === 'name' && last < before && table.byId(entity)?.groupKind === 'armed_group' ? [entity] : [],
    ),
  );
  const [only, other] = groups;
  return only === undefined || other !== undefined ? undefined : table.byId(only);
}

/** The body named last before whose name ends in a noun: "the collective's leader" of the Fishermen's Collective. */
function endingIn(table: EntityTable, noun: string, before: number): Entity | undefined {
  if (noun.length < 4) return undefined;
  const named = table.mentions.filter(
    ({ entity, form, last }) =>
      form === 'name' &&
      last < before &&
      table.byId(entity)?.kind === 'group' &&
      table.byId(entity)?.name.toLowerCase().endsWith(` ${noun}`) === true,
  );
  const last = named.at(-1);
  return last === undefined ? undefined : table.byId(last.entity);
}
