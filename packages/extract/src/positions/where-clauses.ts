import type { Mention } from '../context.ts';
import { onlyBodyNear } from './bodies-near.ts';
import type { FoundTitle } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';

/** How many words may stand between 'where' and who holds the post there: 'where her father, the Rev. X, was principal'. */
const longestLead = 7;

/**
 * 'the institute, where X is director', 'Nadi College, where her father, X, was the president': the body that 'where' stands for, or
 * 'there' behind the post: 'a nurse there'.
 */
export function withBodyOfPlace(context: TitleContext, title: FoundTitle): FoundTitle {
  const { person, phrase, rule } = title;
  if (phrase.link !== undefined) return title;
  const { document, table } = context;
  const isThere = document.tokens[phrase.last + 1]?.lower === 'there';
  const owner = isThere
    ? onlyBodyNear(document, table, phrase.first, () => true)?.id
    : /^positions\.(copula|verb)/.test(rule)
      ? bodyBeforeWhere(context, person)
      : undefined;
  return owner === undefined ? title : { ...title, phrase: { ...phrase, owner, link: 'at' } };
}

function bodyBeforeWhere({ document, table }: TitleContext, person: Mention): string | undefined {
  const { tokens } = document;
  for (let at = person.first - 1; at >= person.first - longestLead; at--) {
    const token = tokens[at];
    if (token === undefined || token.upos === 'VERB' || token.sentence !== tokens[person.first]?.sentence)
      return undefined;
    if (token.lower !== 'where') continue;
    const last = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
    const body = table
      .mentionsAt(last)
      .findLast((mention) => mention.last === last && mention.form === 'name');
    const entity = table.byId(body?.entity ?? '');
    return entity !== undefined && entity.kind !== 'person' && entity.groupKind !== 'state'
      ? entity.id
      : undefined;
  }
  return undefined;
}
