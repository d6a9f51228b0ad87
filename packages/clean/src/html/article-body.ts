import type { Block, JsonObject, JsonValue } from '../page.ts';
import { decodeEntities, singleSpaced } from './entities.ts';

const articleType = /Article|BlogPosting|Report|LiveBlog/;
const minBody = 300;
/** So much of a body is nearly always enough to see that it is long enough. */
const telling = 1000;

/** Letters and digits only, in lower case: what two writings of one text have in common. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The longest `articleBody` that the page's JSON-LD states, a line a paragraph, or null. */
export function statedBody(objects: readonly JsonObject[]): string | null {
  let longest = '';
  for (const object of objects) {
    const body = object['articleBody'];
    if (typeof body === 'string' && isArticle(object['@type']) && body.length > longest.length)
      longest = body;
  }
  const text = linesOf(longest).join('\n');
  return bare(text.slice(0, telling)).length > minBody || bare(text).length > minBody ? text : null;
}

const isArticle = (type: JsonValue | undefined): boolean => articleType.test(JSON.stringify(type ?? ''));

/** Stated bodies hold markup, sometimes escaped twice. */
function linesOf(body: string): readonly string[] {
  const withoutMarkup = (text: string): string =>
    decodeEntities(
      text.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^>]{0,300}>/gi, '\n').replace(/<[^<>]{0,2000}>/g, ' '),
    );
  return withoutMarkup(withoutMarkup(body))
    .split(/\n+/)
    .map(singleSpaced)
    .filter((line) => line !== '');
}

/** What the stated body says about the blocks that were found. */
export interface BodyVerdict {
  readonly kept: readonly Block[];
  /** Blocks that the stated body does not have. */
  readonly dropped: readonly Block[];
}

/** Letters and digits only: stated bodies lose blanks between elements. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Compares the blocks found on the page with the body that the page states.
 * Where the two agree for the most part, what the stated body lacks is dropped. Where the page has less
 * than half of the stated body, the stated one is the better text. Null where neither holds: stated
 * bodies are often cut, or another article's, and then only the page counts.
 */
export function confirmByStatedBody(
  blocks: readonly Block[],
  stated: string,
): BodyVerdict | 'stated instead' | null {
  const body = letters(stated);
  const found = letters(blocks.map((block) => block.text).join(' '));
  if (found.length < body.length * 0.5) return 'stated instead';
  if (body.length < found.length * 0.75) return null;
  const confirmed = blocks.map((block) => isConfirmed(block, body));
  const confirmedLength = lengthOf(blocks.filter((_, index) => confirmed[index] === true));
  if (confirmedLength < lengthOf(blocks) * 0.6) return null;
  const kept: Block[] = [];
  const dropped: Block[] = [];
  let last = true;
  blocks.forEach((block, index) => {
    last = confirmed[index] ?? last;
    (last ? kept : dropped).push(block);
  });
  return { kept, dropped };
}

/** Too short a line says nothing: it follows the line before it. */
function isConfirmed(block: Block, body: string): boolean | null {
  const text = letters(block.text);
  return text.length < 10 ? null : body.includes(text.slice(0, 50));
}

export const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.text.length, 0);

/** Text without markup as blocks, a paragraph a line. */
export const plainBlocks = (text: string): readonly Block[] =>
  text.split('\n').map((line) => ({
    text: singleSpaced(line),
    linkDensity: 0,
    leadsOut: false,
    tag: 'P',
    inList: false,
    inTable: false,
    inQuote: false,
  }));
