/** Bodies that every state has: 'Iranian Foreign Ministry', "Oman's parliament", 'Ministry of Defence of Ukraine'. */
import type { GroupKind } from './entry.ts';
import { bodiesSchema, dataFile, readYaml } from './files.ts';
import { defaultGazetteer, type Gazetteer } from './gazetteer.ts';
import { nameKey } from './key.ts';

export interface StateBody {
  groupKind: GroupKind;
  /** What it is, whatever its name: 'foreign ministry', 'parliament', 'army'. */
  body: string;
  /** The id of its state, where the name tells it. */
  country?: string;
}

interface BodyPattern {
  groupKind: GroupKind;
  body: string;
  /** A key, or with * for up to three words. */
  pattern: RegExp;
}

let patterns: BodyPattern[] | undefined;

function bodyPatterns(): BodyPattern[] {
  patterns ??= readYaml(dataFile('bodies.yaml'), bodiesSchema).flatMap(({ kind, body, words }) =>
    words.map((word) => {
      const source = word
        .split(' ')
        .map((part) => (part === '*' ? '((?:[^ ]+ ){0,2}[^ ]+)' : nameKey(part)))
        .filter((part) => part !== '')
        .join(' ');
      return { groupKind: kind, body, pattern: new RegExp(`^${source}$`) };
    }),
  );
  return patterns;
}

const longestName = 12;
/** Words of a state before the body's own: "the Democratic Republic of Congo's". */
const longestState = 6;

/**
 * What body of which state a name means; undefined where it is no such name. The state stands before it ('Iranian', "Iran's", 'US')
 * or after it ('of Iran').
 */
export function bodyOf(name: string, gazetteer: Gazetteer = defaultGazetteer()): StateBody | undefined {
  const words = name.split(/\s+/);
  if (words.length > longestName) return undefined;
  for (let cut = Math.min(words.length - 1, longestState); cut >= 0; cut--) {
    const country = cut === 0 ? undefined : stateOf(words.slice(0, cut).join(' '), gazetteer);
    if (cut > 0 && country === undefined) continue;
    const found = bodyBeforeOf(words.slice(cut), country, gazetteer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A body's own words, perhaps with 'of STATE' after them. */
function bodyBeforeOf(
  words: readonly string[],
  before: string | undefined,
  gazetteer: Gazetteer,
): StateBody | undefined {
  for (let end = 1; end <= words.length; end++) {
    const after = /^(?:of|in)$/.test(words[end] ?? '')
      ? stateOf(words.slice(end + 1).join(' '), gazetteer)
      : undefined;
    if (end < words.length && after === undefined) continue;
    const found = ownWords(nameKey(words.slice(0, end).join(' ')));
    const country = before ?? after;
    if (found !== undefined) return { ...found, ...(country === undefined ? {} : { country }) };
  }
  return undefined;
}

function ownWords(key: string): { groupKind: GroupKind; body: string } | undefined {
  for (const { groupKind, body, pattern } of bodyPatterns()) {
    const found = pattern.exec(key);
    if (found !== null) return { groupKind, body: body.replace('*', found[1] ?? '') };
  }
  return undefined;
}

/** The state that a name, an adjective or a possessive means. */
function stateOf(text: string, gazetteer: Gazetteer): string | undefined {
  const bare = text.replace(/['’]s?$/, '').replace(/^[Tt]he /, '');
  return gazetteer.find(bare, ({ entry }) => entry.groupKind === 'state')[0]?.entry.id;
}
