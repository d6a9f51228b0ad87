import { child, children } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** 'the Rift Futures Institute in Nairobi', 'the Brussels-based Egmont Foundation', 'US troops in Japan'. */
export function seats(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const group = sources.table.byId(mention.entity);
    if (
      group?.kind !== 'group' ||
      /^(state|party)$/.test(group.groupKind ?? '') ||
      mention.form === 'pronoun'
    )
      return [];
    const places = [...placedIn(sources, mention), ...basedBefore(sources, mention)];
    return places.map((place): FoundRelation => ({
      type: 'BASED_IN',
      from: group.id,
      to: place,
      trigger: mention.head,
      rule: 'relations.seat',
      confidence: 0.7,
    }));
  });
}

function placedIn(sources: RelationSources, mention: Mention): string[] {
  const { document } = sources.context;
  const nouns = [mention.head, ...apposedTo(sources, mention)];
  return nouns.flatMap((noun) =>
    children(document, noun, 'nmod')
      .filter((phrase) => phrase.i > noun && child(document, phrase.i, 'case')?.lower === 'in')
      .flatMap((phrase) => placeNamed(sources, phrase.i)),
  );
}

/** Nouns in apposition to a name, whichever of its words the parser hung them on. */
function apposedTo(sources: RelationSources, mention: Mention): number[] {
  const { document } = sources.context;
  const words = document.tokens.slice(mention.first, mention.last + 1);
  return words
    .flatMap(({ i }) => children(document, i, 'appos'))
    .filter(({ i }) => i > mention.last)
    .map(({ i }) => i);
}

function placeNamed(sources: RelationSources, token: number): string[] {
  const mention = sources.table.mentionHeadedBy(token) ?? sources.table.mentionAt(token);
  if (mention === undefined || mention.form !== 'name') return [];
  const place =
    sources.table.byId(mention.entity)?.kind === 'place' ? sources.table.byId(mention.entity) : undefined;
  return place === undefined ? [] : [place.id];
}

/** 'Brussels-based' before a name, or before a noun that the name stands beside. */
function basedBefore(sources: RelationSources, mention: Mention): string[] {
  const { document } = sources.context;
  const heads = [mention.head, ...apposedTo(sources, mention)];
  return heads.flatMap((head) =>
    children(document, head).flatMap((part) => {
      if (part.lower !== 'based' && !part.lower.endsWith('-based')) return [];
      const place = document.tokens[part.i - 2];
      return document.tokens[part.i - 1]?.text === '-' && place !== undefined
        ? (sources.table.placeAt(place.i)?.id ?? [])
        : [];
    }),
  );
}
