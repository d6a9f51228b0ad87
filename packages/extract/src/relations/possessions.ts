import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** "Elon Musk's SpaceX", "Alphabet Inc's Google": a company or newspaper and who is named as its owner. */
export function possessions(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const owner = ownerOf(sources, mention);
    return owner === undefined
      ? []
      : [
          {
            type: 'OWNS',
            from: owner,
            to: mention.entity,
            trigger: mention.head,
            rule: 'relations.possession',
            confidence: 0.65,
          },
        ];
  });
}

/** The person, or the company of a company, that owns a company's name by a possessive right before it. */
export function ownerOf(sources: RelationSources, mention: Mention): string | undefined {
  const { table } = sources;
  const owned = table.byId(mention.entity);
  if (mention.form !== 'name' || !/^(company|media)$/.test(owned?.groupKind ?? '')) return undefined;
  const next = sources.context.document.tokens[mention.last + 1];
  if (next !== undefined && /^(NOUN|PROPN)$/.test(next.upos) && table.mentionAt(next.i) === undefined)
    return undefined;
  const owner = table.byId(possessorBefore(sources, mention)[0]?.entity ?? '');
  const canOwn =
    owner?.kind === 'person' || (owner?.groupKind === 'company' && owned?.groupKind === 'company');
  return canOwn ? owner?.id : undefined;
}

/** "Putin's Russia", "Hitler's Germany": a state said to be somebody's own is led by them. */
export function stateOfPerson(sources: RelationSources): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const state = table.byId(mention.entity);
    const isState = state?.groupKind === 'state' || state?.placeKind === 'country';
    const next = sources.context.document.tokens[mention.last + 1];
    const isModifier =
      next !== undefined && (/^(ADJ|NOUN|PROPN)$/.test(next.upos) || next.text === '-' || isPossessive(next));
    const owner = possessorBefore(sources, mention)[0];
    if (mention.form !== 'name' || !isState || isModifier || owner === undefined) return [];
    const to = table.actorAt(mention.head)?.id;
    return table.byId(owner.entity)?.kind !== 'person' || to === undefined
      ? []
      : [
          {
            type: 'LEADS',
            from: owner.entity,
            to,
            trigger: mention.head,
            rule: 'relations.state-of-person',
            confidence: 0.65,
          },
        ];
  });
}
