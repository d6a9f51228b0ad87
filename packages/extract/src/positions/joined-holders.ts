import type { EntityTable } from '../context.ts';
import { isCapitalised } from '../names/text.ts';
import { meansBody } from './called-body.ts';
import type { FoundTitle } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';

/** Posts that a body has beside others of its own. */
const ofSameBody =
  /\b(chief|executive|officer|director|chairman|chairwoman|chair|manager|editor|treasurer|secretary|president|counsel|coach|captain)$/i;

/**
 * "its chairman, X, and production chief Y", 'Orion chief executive X and finance director Y': the second of two people joined by 'and'
 * whose post is told of no body holds it with the body of the first.
 */
export function withBodiesOfJoined(context: TitleContext, titles: readonly FoundTitle[]): FoundTitle[] {
  return titles.map((title) => {
    const { phrase } = title;
    const isSecond = phrase.link === undefined && title.rule === 'positions.title-before';
    if (!isSecond || !ofSameBody.test(phrase.title) || beginsWithBody(phrase.title)) return title;
    const first = titles.find((other) => isJoinedTo(context, other, phrase.first));
    return first?.phrase.owner === undefined
      ? title
      : { ...title, phrase: { ...phrase, owner: first.phrase.owner, link: 'joined' } };
  });
}

/** 'union secretary', 'Treasury Secretary': a post that says by itself what it is of. */
const beginsWithBody = (title: string): boolean =>
  isCapitalised(title) || meansBody(title.split(' ')[0]?.toLowerCase() ?? '');

/** Does 'and' behind the name of a person with a body's post lead to a token? */
function isJoinedTo(
  { document, table }: TitleContext,
  { person, phrase }: FoundTitle,
  first: number,
): boolean {
  const { tokens } = document;
  const comma = tokens[person.last + 1]?.text === ',' ? 1 : 0;
  return (
    tokens[person.last + comma + 1]?.lower === 'and' &&
    person.last + comma + 2 === first &&
    phrase.last < person.first &&
    /^(possessive|pronoun|modifier)$/.test(phrase.link ?? '') &&
    isBody(table, phrase.owner)
  );
}

const isBody = (table: EntityTable, owner: string | undefined): boolean => {
  const body = table.byId(owner ?? '');
  return body?.kind === 'group' && !/^(state|party)$/.test(body.groupKind ?? '');
};
