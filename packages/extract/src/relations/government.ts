import type { Mention } from '../context.ts';
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
