import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import type { KnownNames } from '../names/known-names.ts';
import { isDateline } from '../names/use-of-place.ts';

/** Where an article comes from, as gazetteer ids of states: where its outlet sits and where it was written. */
export interface HomeStates {
  readonly outlet?: string;
  readonly dateline?: string;
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

/** Reads the outlet's state off its address and its name ('Bangkok Post', '.com.au'), the other off the dateline. */
export function homeStates(
  article: Article,
  document: AnnotatedDocument,
  table: EntityTable,
  known: KnownNames,
): HomeStates {
  const outlet = stateOfHost(article.url, known) ?? stateOfName(article.source, known);
  const dateline =
    stateOfDateline(document, table) ?? stateOfPlace(article.dateline?.place ?? undefined, known);
  return { ...(outlet === undefined ? {} : { outlet }), ...(dateline === undefined ? {} : { dateline }) };
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
