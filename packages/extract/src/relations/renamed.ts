import { occurrencesOf } from '../word-index.ts';
import { nameFrom } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between two names of a body: 'or MaT – formerly known as the'. */
const longestAside = 8;

/** 'Stellantis, formerly Fiat Chrysler', 'X, or MaT – formerly the Free Syrian Army': a body goes on under another name. */
export function renamedBodies(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return occurrencesOf(sources.context.document, ['formerly']).flatMap((token) => {
    let at = token.i + 1;
    while (/^(known|called|named|as|the)$/.test(tokens[at]?.lower ?? '')) at++;
    const old = nameFrom(sources, at);
    const body = old === undefined ? undefined : groupBefore(sources, token.i);
    if (old === undefined || body === undefined || body === old.entity) return [];
    if (sources.table.byId(old.entity)?.kind !== 'group') return [];
    return [
      {
        type: 'SUCCEEDS',
        from: body,
        to: old.entity,
        trigger: token.i,
        rule: 'relations.renamed',
        confidence: 0.7,
      },
    ];
  });
}

function groupBefore(sources: RelationSources, token: number): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = token - 1; at >= Math.max(0, token - longestAside); at--) {
    if (tokens[at]?.upos === 'VERB' || tokens[at]?.sentence !== tokens[token]?.sentence) return undefined;
    const group = sources.table.mentionsAt(at).find(({ form }) => form === 'name');
    if (group !== undefined)
      return sources.table.byId(group.entity)?.kind === 'group' ? group.entity : undefined;
  }
  return undefined;
}
