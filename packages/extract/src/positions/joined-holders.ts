import type { Entity } from '@dragoman/schemas';
import { isCapitalised } from '../names/text.ts';
import { meansBody } from './called-body.ts';
import type { FoundTitle } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';

/** Posts that a body has beside others of its own, and those of newsrooms. */
const ofSameBody =
  /\b(chief|executive|officer|director|director[- ]general|chairman|chairwoman|chair|manager|editor|treasurer|secretary|president|counsel|coach|captain)$/i;
const ofNewsroom = /\b(reporter|correspondent|presenter|journalist|columnist|editor)$/i;

/** Heads of a government and those who sit in it: 'Chilean President X and Foreign Minister Y'. */
const heads = /^(president|prime minister|premier|chancellor)$/i;
const ofCabinet = /^(?!prime ).*\b(minister|secretary)$/i;

/**
 * "its chairman, X, and production chief Y", 'Orion chairman X, chief executive Y and finance director Z': one of several people named in a
 * row whose post is told of no body holds it with the body of the one before.
 */
export function withBodiesOfJoined(context: TitleContext, titles: readonly FoundTitle[]): FoundTitle[] {
  const read: FoundTitle[] = [];
  for (const title of titles.toSorted((one, other) => one.phrase.first - other.phrase.first)) {
    const before = ownerBefore(context, title, read);
    read.push(
      before === undefined ? title : { ...title, phrase: { ...title.phrase, owner: before, link: 'joined' } },
    );
  }
  const byTitle = new Map(read.map((title) => [keyOf(title), title]));
  return titles.map((title) => byTitle.get(keyOf(title)) ?? title);
}

const keyOf = ({ person, phrase, rule }: FoundTitle): string =>
  [person.first, phrase.first, phrase.title, rule].join();

/** The body of the person named right before a post that is told of none. */
function ownerBefore(
  { document, table }: TitleContext,
  { phrase, rule }: FoundTitle,
  read: readonly FoundTitle[],
): string | undefined {
  if (phrase.link !== undefined || rule !== 'positions.title-before') return undefined;
  const { tokens } = document;
  const first = read.findLast(({ person }) => {
    const comma = tokens[person.last + 1]?.text === ',' ? 1 : 0;
    const and = tokens[person.last + comma + 1]?.lower === 'and' ? 1 : 0;
    return comma + and > 0 && person.last + comma + and + 1 === phrase.first;
  });
  const body = table.byId(first?.phrase.owner ?? '');
  if (first !== undefined && body?.groupKind === 'state')
    return heads.test(first.phrase.title) && ofCabinet.test(phrase.title) ? body.id : undefined;
  if (first === undefined || !isOfBody(first, body)) return undefined;
  if (beginsWithBody(phrase.title)) return undefined;
  const fits =
    ofSameBody.test(phrase.title) || (body?.groupKind === 'media' && ofNewsroom.test(phrase.title));
  return fits ? body?.id : undefined;
}

/** 'union secretary', 'Treasury Secretary': a post that says by itself what it is of. */
const beginsWithBody = (title: string): boolean =>
  isCapitalised(title) || meansBody(title.split(' ')[0]?.toLowerCase() ?? '');

/** Is a post before a name told of a body that is no state or party? */
const isOfBody = ({ person, phrase }: FoundTitle, body: Entity | undefined): boolean =>
  phrase.last < person.first &&
  /^(possessive|pronoun|modifier|joined)$/.test(phrase.link ?? '') &&
  body?.kind === 'group' &&
  !/^(state|party)$/.test(body.groupKind ?? '');
