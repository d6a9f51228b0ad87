import { sentenceOf } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Whom 'the Republican nominee' may be: nouns for people that parties put forward or have in a chamber. */
const partyPerson =
  /^(nominee|candidate|senator|congressman|congresswoman|lawmaker|governor|contender|frontrunner|front-runner|mayor|lawmaker|representative|legislator)$/;
const longestPhrase = 5;

/**
 * 'The Republican presidential nominee noted …': a description with a party and no name opens a sentence about who the two before were
 * about. Nobody who is told to be of another party.
 */
export function partyNominals(sources: RelationSources, known: readonly FoundRelation[]): FoundRelation[] {
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    if (table.byId(mention.entity)?.groupKind !== 'party' || mention.form === 'pronoun') return [];
    const noun = describedBehind(sources, mention);
    const person = noun === undefined ? undefined : mostSpokenOf(sources, mention.first);
    if (noun === undefined || person === undefined) return [];
    const elsewhere = known.some(
      ({ type, from, to }) =>
        (type === 'MEMBER_OF' || type === 'LEADS') &&
        from === person &&
        to !== mention.entity &&
        table.byId(to)?.groupKind === 'party',
    );
    return elsewhere
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: person,
            to: mention.entity,
            trigger: noun,
            rule: 'relations.party-nominal',
            confidence: 0.55,
          },
        ];
  });
}

/** The noun for a person that ends a phrase with 'the' before a party and no name behind. */
function describedBehind(sources: RelationSources, party: Mention): number | undefined {
  const { tokens } = sources.context.document;
  if (tokens[party.first - 1]?.text !== 'The') return undefined;
  for (let at = party.last + 1; at <= party.last + longestPhrase; at++) {
    const token = tokens[at];
    if (token === undefined || !/^(ADJ|NOUN)$/.test(token.upos)) return undefined;
    if (!partyPerson.test(token.lower)) continue;
    const next = tokens[at + 1];
    const isNamed =
      next !== undefined &&
      (sources.table.mentionAt(next.i) !== undefined ||
        next.text === ',' ||
        isPossessive(next) ||
        (next.lower === 'for' && tokens[next.i + 1]?.lower !== 'president'));
    return isNamed || token.deprel === 'appos' ? undefined : at;
  }
  return undefined;
}

/** The last subject of the sentence before a token and the two before it, where the article speaks of nobody there more. */
function mostSpokenOf(sources: RelationSources, token: number): string | undefined {
  const { document } = sources.context;
  const { table } = sources;
  const first = sentenceOf(document, token).first;
  const from = document.sentences[Math.max(0, (document.tokens[first]?.sentence ?? 0) - 2)]?.first ?? 0;
  const people = table.mentions.filter(
    ({ entity, first: begin }) => begin >= from && begin < token && table.byId(entity)?.kind === 'person',
  );
  const often = (entity: string): number => table.mentionsOf(entity).length;
  const most = people.toSorted((a, b) => often(b.entity) - often(a.entity))[0]?.entity;
  const subject = people.findLast(({ head }) => document.tokens[head]?.deprel.startsWith('nsubj') === true);
  return subject?.entity === most ? most : undefined;
}
