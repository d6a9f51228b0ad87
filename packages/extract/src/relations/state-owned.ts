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
    const state = stateOver(sources, mention) ?? onlyState(sources, mention);
    if (state === undefined) return [];
    const found = { trigger: mention.head, rule: 'relations.state-owned', confidence: 0.7 };
    const isOwned = sources.context.document.tokens
      .slice(Math.max(0, mention.first - longestDescription), mention.first)
      .some(({ lower }) => /^(state-owned|owned)$/.test(lower));
    return group?.groupKind === 'company' || (isOwned && group?.groupKind === 'other')
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

/** 'the state-owned Southern Phosphate Company' where the article tells of one state's government or names its own with the body. */
function onlyState(sources: RelationSources, mention: Mention): string | undefined {
  const { tokens } = sources.context.document;
  let at = mention.first - 1;
  while (at > mention.first - longestDescription && /^(ADJ|NOUN)$/.test(tokens[at]?.upos ?? '')) {
    if (isOfState(tokens[at] as Token) && tokens[at]?.lower !== 'government') break;
    at--;
  }
  const word = tokens[at]?.lower ?? '';
  if (!/^(state|state-(run|owned|controlled))$/.test(word) && !/^(owned|run|controlled)$/.test(word))
    return undefined;
  if (/^(owned|run|controlled)$/.test(word) && tokens[at - 2]?.lower !== 'state') return undefined;
  const counts = new Map<string, number>();
  for (const { entity, form } of sources.table.mentions) {
    const state = form === 'pronoun' ? undefined : sources.table.byId(entity);
    if (state?.gazetteer?.startsWith('state:') === true)
      counts.set(state.gazetteer, (counts.get(state.gazetteer) ?? 0) + 1);
  }
  const [most, next] = [...counts.entries()].toSorted((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < 2 * (next?.[1] ?? 0)) return undefined;
  return sources.table.entities.find(
    ({ gazetteer, groupKind }) => gazetteer === most[0] && groupKind === 'state',
  )?.id;
}

const isOfState = ({ lower }: Token): boolean =>
  /^(state|government|state-(run|owned|controlled|backed))$/.test(lower);
