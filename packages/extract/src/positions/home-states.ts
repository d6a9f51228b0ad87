import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import type { KnownNames } from '../names/known-names.ts';
import { isDateline } from '../names/use-of-place.ts';

/**
 * Where an article comes from, as gazetteer ids of states: where its outlet sits, where it was written, which land's section it stands in,
 * and where its headline plays.
 */
export interface HomeStates {
  readonly outlet?: string;
  readonly dateline?: string;
  readonly section?: string;
  readonly headline?: string;
}

/** Country codes that sites anywhere use. */
const sold = new Set([
  'ac',
  'ai',
  'am',
  'cc',
  'co',
  'fm',
  'gg',
  'in',
  'io',
  'is',
  'it',
  'la',
  'ly',
  'me',
  'news',
  'st',
  'su',
  'tk',
  'to',
  'tv',
  'ws',
]);
/** Second letters of a code that is not the state's ISO code. */
const codes: Readonly<Record<string, string>> = { uk: 'GB' };

/** Reads the outlet's state off its address and its name ('Bangkok Post', '.com.au'), the others off the dateline, the address and the headline. */
export function homeStates(
  article: Article,
  document: AnnotatedDocument,
  table: EntityTable,
  known: KnownNames,
): HomeStates {
  const outlet = stateOfHost(article.url, known) ?? stateOfName(article.source, known);
  const dateline =
    stateOfDateline(document, table) ?? stateOfPlace(article.dateline?.place ?? undefined, known);
  const section = stateOfSection(article.url, known);
  const headline = stateOfName(article.title, known);
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(section === undefined ? {} : { section }),
    ...(headline === undefined ? {} : { headline }),
  };
}

/** By a folder of the address that is called after a state: '/world/sri-lanka/'. */
function stateOfSection(url: string | null, known: KnownNames): string | undefined {
  const path = url === null || !URL.canParse(url) ? '' : new URL(url).pathname;
  for (const folder of path.split('/').slice(0, -1)) {
    if (!/^[a-z]{4,}(-[a-z]+){0,3}$/.test(folder)) continue;
    const name = folder.replace(
      /(^|-)([a-z])/g,
      (_, dash: string, letter: string) => `${dash === '' ? '' : ' '}${letter.toUpperCase()}`,
    );
    const state = known.lookup(name).find(({ entry }) => entry.groupKind === 'state');
    if (state !== undefined) return state.entry.id;
  }
  return undefined;
}

/** By the code that ends the host's name: 'abc.net.au'. */
function stateOfHost(url: string | null, known: KnownNames): string | undefined {
  const host = url === null || !URL.canParse(url) ? '' : new URL(url).hostname;
  const code = host.split('.').at(-1) ?? '';
  if (code.length !== 2 || (sold.has(code) && !/\.(com|co|org|net|gov|ac)\.\w\w$/.test(host)))
    return undefined;
  return known.byId(`state:${codes[code] ?? code.toUpperCase()}`)?.id;
}

const longestName = 3;

/** By a state, a capital, a large city or a region in an outlet's name. */
function stateOfName(source: string | null, known: KnownNames): string | undefined {
  const words = (source ?? '').split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  for (let length = longestName; length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const state = stateOfPlace(words.slice(first, first + length).join(' '), known);
      if (state !== undefined) return state;
    }
  return undefined;
}

const largeCity = 200_000;
const largeRegion = 10_000;

function stateOfPlace(name: string | undefined, known: KnownNames): string | undefined {
  if (name === undefined) return undefined;
  const entries = known.lookup(name).map(({ entry }) => entry);
  const state = entries.find(({ groupKind }) => groupKind === 'state');
  if (state !== undefined) return state.id;
  const city = entries.find(
    ({ placeKind, capitalOf, population }) =>
      placeKind === 'city' && (capitalOf !== undefined || (population ?? 0) >= largeCity),
  );
  if (city !== undefined) return city.country;
  const regions = [name, `${name} Province`].flatMap((each) => known.lookup(each).map(({ entry }) => entry));
  return regions.find(
    ({ placeKind, population }) => placeKind === 'region' && (population ?? 0) >= largeRegion,
  )?.country;
}

/** By the place the text opens with. */
function stateOfDateline(document: AnnotatedDocument, table: EntityTable): string | undefined {
  const opening = table.mentions.find(({ first, last }) => isDateline(document, { first, last }));
  return opening === undefined ? undefined : table.byId(opening.entity)?.country;
}
