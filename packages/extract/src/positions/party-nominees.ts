import type { Mention } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { foldName } from '../names/text.ts';
import { occurrencesOf } from '../word-index.ts';
import type { FoundTitle } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';
import { readTitlePhrase, type TitlePhrase } from './title-phrase.ts';

/** Full names, folded, of those whom a party has put forward, by the party's name. */
export type Nominees = Readonly<Record<string, readonly string[]>>;

/** How many sentences back a nominee may be named for a description to mean that one rather than whom the article tells of most. */
const longestReach = 3;

/**
 * 'The Democratic presidential nominee', with no name beside: the one whom the article calls so elsewhere, else one of the party's
 * well-known nominees that it names. The description becomes a mention of the person. `told` are the titles that stand beside a name.
 */
export function partyNominees(
  context: TitleContext,
  table: EntityTableBuilder,
  told: readonly FoundTitle[],
  nominees: Nominees,
): FoundTitle[] {
  const { document, reader } = context;
  return occurrencesOf(document, ['nominee', 'candidate', 'standard-bearer']).flatMap((noun) => {
    if (table.mentionHeadedBy(noun.i) !== undefined) return [];
    const head = reader.endingAt(document.tokens, noun.i);
    const phrase = head === undefined ? undefined : readTitlePhrase(context, head, noun.i + 1);
    const party = table.byId(phrase?.owner ?? '');
    if (phrase === undefined || party?.groupKind !== 'party' || !isBare(context, phrase)) return [];
    const person = calledSo(told, phrase) ?? wellKnown(context, phrase, nominees[party.name] ?? []);
    if (person === undefined) return [];
    const mention: Mention = {
      entity: person,
      form: 'nominal',
      first: phrase.first,
      last: noun.i,
      head: noun.i,
      rule: 'positions.party-nominee',
    };
    table.addMention(mention);
    return [{ person: mention, phrase, rule: 'positions.party-nominee', confidence: 0.6 }];
  });
}

/** Behind 'the', with no name beside and no other office than the highest. */
function isBare({ document, table }: TitleContext, { first, last, title }: TitlePhrase): boolean {
  const { tokens } = document;
  if (
    tokens[first - 1]?.lower !== 'the' ||
    /\b(vice|senate|house|congressional|gubernatorial|mayoral)\b/i.test(title)
  )
    return false;
  const next = tokens[last + 1];
  if (next?.lower === 'for') return tokens[last + 2]?.lower === 'president';
  if (next !== undefined && /^(in|of|to|against)$/.test(next.lower)) return false;
  const over = next?.text === ',' ? last + 2 : last + 1;
  return table.mentionsAt(over).every(({ first: begin, form }) => begin !== over || form !== 'name');
}

/** The one person who is called a nominee of the party beside a name. */
function calledSo(told: readonly FoundTitle[], { owner }: TitlePhrase): string | undefined {
  const [only, other] = new Set(
    told.flatMap(({ person, phrase }) =>
      phrase.status === 'candidate' && phrase.owner === owner && !/\bvice\b/i.test(phrase.title)
        ? [person.entity]
        : [],
    ),
  );
  return other === undefined ? only : undefined;
}

/** The nominee of some names whom the article named last, not far before, else the one it names most. */
function wellKnown(
  { document, table }: TitleContext,
  { first }: TitlePhrase,
  names: readonly string[],
): string | undefined {
  const surnames = new Set(names.map((name) => name.split(' ').at(-1)));
  const isOne = (name: string): boolean =>
    names.includes(name) || (surnames.has(name) && !name.includes(' '));
  const people = table.entities.filter(({ kind, name }) => kind === 'person' && isOne(foldName(name)));
  const ids = new Set(people.map(({ id }) => id));
  const sentence = document.tokens[first]?.sentence ?? 0;
  const near = table.mentions.findLast(
    (mention) =>
      ids.has(mention.entity) &&
      mention.form === 'name' &&
      mention.last < first &&
      sentence - (document.tokens[mention.first]?.sentence ?? 0) <= longestReach,
  );
  const most = [...ids].toSorted((a, b) => table.mentionsOf(b).length - table.mentionsOf(a).length)[0];
  return near?.entity ?? most;
}
