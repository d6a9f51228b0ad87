import type { Mention } from '../context.ts';
import { nameFrom } from './phrases.ts';
import type { RelationSources } from './source.ts';

/** A title before a name takes no more tokens, if nothing else is said. */
const longestTitle = 5;

/**
 * The person named behind a token, where nothing but a title stands between: 'under its new director Ana Lopes', 'replacing former minister X'.
 * @param title the parts of speech that the title may have
 * @param reach the name begins within so many tokens
 */
export function personBehind(
  sources: RelationSources,
  from: number,
  title: RegExp,
  reach = longestTitle,
): Mention | undefined {
  const { tokens } = sources.context.document;
  for (let at = from + 1; at <= from + reach; at++) {
    const name = nameFrom(sources, at);
    if (name !== undefined) return sources.table.byId(name.entity)?.kind === 'person' ? name : undefined;
    if (!title.test(tokens[at]?.upos ?? '') || tokens[at]?.text === '.') return undefined;
  }
  return undefined;
}
