import type { Token } from '@dragoman/nlp';
import { nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words of a noun phrase may follow the participle: 'the Iran-backed Shiite militia Kataib Hezbollah'. */
const longestPhrase = 6;

/** 'the Iran-backed Houthis', 'Saudi-led coalition', 'the Adani-owned broadcaster NDTV': a name, a hyphen and a participle before a name. */
export function compounds(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return tokens.flatMap((token) => {
    const type = sources.lexicon.compounds.get(token.lower);
    if (type === undefined || tokens[token.i - 1]?.text !== '-') return [];
    const doer = nameUpTo(sources, token.i - 2);
    const from = doer === undefined ? undefined : sources.table.actorAt(doer.head);
    const to = groupAfter(sources, token);
    if (from === undefined || to === undefined || from.id === to) return [];
    return [
      {
        type,
        from: from.id,
        to,
        trigger: token.i,
        rule: `relations.compound.${token.lower}`,
        confidence: 0.75,
      },
    ];
  });
}

/** The group that the noun phrase behind a participle names. */
function groupAfter(sources: RelationSources, participle: Token): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = participle.i + 1; at <= participle.i + longestPhrase; at++) {
    const token = tokens[at];
    if (token === undefined || !/^(ADJ|NOUN|PROPN)$/.test(token.upos)) return undefined;
    const mention = sources.table.mentionsAt(at).findLast((other) => other.first === at);
    const group = mention === undefined ? undefined : sources.table.byId(mention.entity);
    if (group?.kind === 'group' && group.groupKind !== 'state') return group.id;
  }
  return undefined;
}
