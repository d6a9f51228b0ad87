import type { Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between a state and the name of what it owns: "Russia's state-owned oil company Rosneft". */
const longestDescription = 6;

/** "Mali's state broadcaster ORTM" is part of Mali; 'Russian state-owned oil company Rosneft' is owned by Russia. */
export function stateOwned(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const group = sources.table.byId(mention.entity);
    if (mention.form !== 'name' || !/^(media|company|other)$/.test(group?.groupKind ?? '')) return [];
    const state = stateOver(sources, mention);
    if (state === undefined) return [];
    const found = { trigger: mention.head, rule: 'relations.state-owned', confidence: 0.7 };
    return group?.groupKind === 'company'
      ? [{ ...found, type: 'OWNS', from: state, to: mention.entity }]
      : [{ ...found, type: 'PART_OF', from: mention.entity, to: state }];
  });
}

/** The state whose name or adjective opens a phrase with 'state', 'state-run' or 'national' before a name. */
function stateOver(sources: RelationSources, mention: Mention): string | undefined {
  const { tokens } = sources.context.document;
  let owned = false;
  for (let at = mention.first - 1; at >= mention.first - 1 - longestDescription; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[mention.first]?.sentence) return undefined;
    const name = nameUpTo(sources, isPossessive(token) ? at - 1 : at);
    if (name !== undefined) {
      const state = sources.table.actorAt(name.head);
      return owned && state?.groupKind === 'state' ? state.id : undefined;
    }
    if (!/^(ADJ|NOUN|VERB|PUNCT)$/.test(token.upos) || /^[.;:()]$/.test(token.text)) return undefined;
    owned ||= isOfState(token);
  }
  return undefined;
}

const isOfState = ({ lower }: Token): boolean =>
  /^(state|government|state-(run|owned|controlled|backed))$/.test(lower);
