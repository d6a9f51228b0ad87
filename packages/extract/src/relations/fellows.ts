import { isPossessive } from '../names/runs.ts';
import { occurrencesOf } from '../word-index.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between an owner and 'fellow', and between that and the body. */
const longestGap = 3;

/** 'her fellow Democrats', "Poland's fellow NATO members": who has fellows in a body is in it. */
export function fellows(sources: RelationSources): FoundRelation[] {
  return occurrencesOf(sources.context.document, ['fellow']).flatMap((token) => {
    const owner = ownerBefore(sources, token.i);
    const body = owner === undefined ? undefined : bodyBehind(sources, token.i);
    return owner === undefined || body === undefined || owner === body
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: owner,
            to: body,
            trigger: token.i,
            rule: 'relations.fellow',
            confidence: 0.7,
          },
        ];
  });
}

function ownerBefore(sources: RelationSources, fellow: number): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = fellow - 1; at >= fellow - longestGap; at--) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (isPossessive(token)) return sources.table.actorAt(at - 1)?.id;
    if (/^(his|her|its|their)$/.test(token.lower)) return sources.table.mentionHeadedBy(at)?.entity;
    if (!/^(ADJ|NUM|DET)$/.test(token.upos)) return undefined;
  }
  return undefined;
}

function bodyBehind(sources: RelationSources, fellow: number): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = fellow + 1; at <= fellow + longestGap; at++) {
    const mention = sources.table.mentionsAt(at).findLast(({ first }) => first === at);
    const body = sources.table.byId(mention?.entity ?? '');
    if (mention !== undefined) {
      const isMany =
        tokens[mention.last + 1]?.lower === 'members' || tokens[mention.head]?.xpos?.endsWith('S') === true;
      return isMany && /^(party|igo|ngo|government_body)$/.test(body?.groupKind ?? '') ? body?.id : undefined;
    }
    if (!/^(ADJ|NOUN)$/.test(tokens[at]?.upos ?? '')) return undefined;
  }
  return undefined;
}
