import type { Mention } from '../context.ts';
import type { PositionEvidence } from '../positions/positions.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** 'the governing Common Roof Party … the opposition Dawn Bloc': the one opposes the other, where the article names one of each. */
export function oppositionParties(sources: RelationSources): FoundRelation[] {
  const ruling = partiesCalled(sources, /^(governing|ruling)$/);
  const opposing = partiesCalled(sources, /^opposition$/);
  const [rulers, opponents] = [ruling, opposing].map((list) => new Set(list.map(({ entity }) => entity)));
  const [ruler, opponent] = [ruling[0], opposing[0]];
  if (ruler === undefined || opponent === undefined || rulers?.size !== 1 || opponents?.size !== 1) return [];
  return [
    {
      type: 'OPPOSES',
      from: opponent.entity,
      to: ruler.entity,
      trigger: opponent.head,
      rule: 'relations.opposition-party',
      confidence: 0.6,
    },
  ];
}

function partiesCalled(sources: RelationSources, word: RegExp): Mention[] {
  const { tokens } = sources.context.document;
  return sources.table.mentions.filter(
    (mention) =>
      mention.form === 'name' &&
      sources.table.byId(mention.entity)?.groupKind === 'party' &&
      word.test(tokens[mention.first - 1]?.lower ?? ''),
  );
}

/**
 * 'The opposition National Party', 'opposition leader X': against the one president or prime minister of whom the article tells, where
 * it names no ruling party.
 */
export function oppositionToHeads(
  sources: RelationSources,
  positions: readonly PositionEvidence[],
): FoundRelation[] {
  const heads = new Set(
    positions.flatMap(({ position }) =>
      position.status === 'current' &&
      headOfGovernment.test(position.title) &&
      (position.group === null || sources.table.byId(position.group)?.groupKind === 'state')
        ? [position.person]
        : [],
    ),
  );
  const [head] = heads;
  if (head === undefined || heads.size > 1 || partiesCalled(sources, /^(governing|ruling)$/).length > 0)
    return [];
  const parties = partiesCalled(sources, /^opposition$/).map(({ entity, head: trigger }) => ({
    from: entity,
    trigger,
  }));
  const leaders = positions.flatMap(({ position, found }) =>
    /^(main )?opposition leader$/i.test(position.title) && position.status === 'current'
      ? [{ from: position.person, trigger: found?.phrase.head.last ?? 0 }]
      : [],
  );
  return [...parties, ...leaders]
    .filter(({ from }) => from !== head)
    .map(({ from, trigger }) => ({
      type: 'OPPOSES',
      from,
      to: head,
      trigger,
      rule: 'relations.opposition-to-head',
      confidence: 0.55,
    }));
}

const headOfGovernment = /^(president|prime minister|premier|chancellor)$/i;
