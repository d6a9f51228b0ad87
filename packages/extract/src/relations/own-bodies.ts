import type { Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { occurrencesOf } from '../word-index.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Bodies that somebody is in whose they are said to be. */
const joined = [
  'party',
  'club',
  'union',
  'group',
  'team',
  'employer',
  'federation',
  'movement',
  'newspaper',
  'university',
  'regiment',
  'organisation',
  'organization',
  'band',
  'militia',
  'outfit',
];

/** How many words may stand between an owner and the noun: 'her new football'. */
const longestModifiers = 3;

/** "Olonga's club, Takashinga,", 'his party, the Front for Order,': somebody's own body, named behind the comma. */
export function ownBodies(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return occurrencesOf(sources.context.document, joined).flatMap((noun): FoundRelation[] => {
    const comma = tokens[noun.i + 1]?.text === ',' ? noun.i + 2 : noun.i + 1;
    const body = nameFrom(sources, tokens[comma]?.upos === 'DET' ? comma + 1 : comma);
    const owner = body === undefined ? undefined : ownerOf(sources, noun);
    if (body === undefined || owner === undefined || !isClosed(sources, noun, body)) return [];
    if (sources.table.byId(owner.entity)?.kind !== 'person') return [];
    const group = sources.table.byId(body.entity);
    if (group?.kind !== 'group' || group.groupKind === 'state') return [];
    return [
      {
        type: 'MEMBER_OF',
        from: owner.entity,
        to: body.entity,
        trigger: noun.i,
        rule: 'relations.own-body',
        confidence: 0.7,
      },
    ];
  });
}

/** With a comma before the name there is a mark behind it as well: "his party, Fatah and Hamas" is a list. */
function isClosed(sources: RelationSources, noun: Token, body: Mention): boolean {
  const { tokens } = sources.context.document;
  return (
    tokens[noun.i + 1]?.text !== ',' || /^[,.;:)(\u2013\u2014-]$/.test(tokens[body.last + 1]?.text ?? '')
  );
}

/** Whose the noun is: a possessive, 'his' or 'her' before it. */
function ownerOf(sources: RelationSources, noun: Token): Mention | undefined {
  const { tokens } = sources.context.document;
  for (let at = noun.i - 1; at >= noun.i - 1 - longestModifiers; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== noun.sentence) return undefined;
    if (isPossessive(token)) return nameUpTo(sources, at - 1);
    if (/^(his|her)$/.test(token.lower)) return sources.table.mentionHeadedBy(at);
    if (!/^(ADJ|NOUN)$/.test(token.upos)) return undefined;
  }
  return undefined;
}
