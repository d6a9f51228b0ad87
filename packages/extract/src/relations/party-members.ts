import { hasRelation, headOf } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many tokens of a title may stand between a party and a name: 'Republican Secretary of State Jon Husted'. */
const longestTitle = 7;

/** 'Republican Gov. X', 'Democrat X', 'X, the top Democrat on …': a member of the party. */
export function partyMembers(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const kind = sources.table.byId(mention.entity)?.kind;
    if (kind === 'person' && mention.form === 'name') {
      const label = partyBefore(sources, mention);
      return label === undefined ? [] : [member(mention.entity, label, 'relations.party-member')];
    }
    const person = personDescribed(sources, mention);
    return person === undefined ? [] : [member(person.entity, mention, 'relations.party-member')];
  });
}

const member = (person: string, party: Mention, rule: string): FoundRelation => ({
  type: 'MEMBER_OF',
  from: person,
  to: party.entity,
  trigger: party.head,
  rule,
  confidence: 0.8,
});

function isParty(sources: RelationSources, mention: Mention): boolean {
  return sources.table.byId(mention.entity)?.groupKind === 'party' && mention.form !== 'pronoun';
}

/** The party before a name, with nothing but a title between the two, and not one that tells another tie ('Republican counsel X'). */
function partyBefore(sources: RelationSources, person: Mention): Mention | undefined {
  const { document } = sources.context;
  const sentence = document.tokens[person.first]?.sentence;
  for (let at = person.first - 1; at >= Math.max(0, person.first - longestTitle); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== sentence) return undefined;
    const label = sources.table
      .mentionsAt(at)
      .find((mention) => mention.last === at && isParty(sources, mention));
    if (label !== undefined) return isPlural(sources, label) ? undefined : label;
    const isTitle =
      /^(NOUN|PROPN|ADJ)$/.test(token.upos) ||
      token.text === '.' ||
      (token.text === '-' && at < person.first - 1) ||
      (token.lower === 'of' && at < person.first - 1);
    if (!isTitle || sources.lexicon.partyOutsiders.has(token.lower)) return undefined;
    if (sources.table.mentionsAt(at).some((other) => sources.table.byId(other.entity)?.kind === 'person'))
      return undefined;
  }
  return undefined;
}

function isPlural(sources: RelationSources, mention: Mention): boolean {
  const tag = sources.context.document.tokens[mention.head]?.xpos;
  return mention.first === mention.last && (tag === 'NNS' || tag === 'NNPS');
}

/** For 'Democrat' in 'X, the top Democrat on the committee' the person. */
function personDescribed(sources: RelationSources, mention: Mention): Mention | undefined {
  const { document } = sources.context;
  const token = document.tokens[mention.head];
  if (
    token === undefined ||
    !isParty(sources, mention) ||
    isPlural(sources, mention) ||
    !hasRelation(token, 'appos')
  )
    return undefined;
  const described = headOf(document, token.i);
  const person = described === undefined ? undefined : sources.table.mentionHeadedBy(described.i);
  return person !== undefined &&
    person.form === 'name' &&
    sources.table.byId(person.entity)?.kind === 'person'
    ? person
    : undefined;
}

/** "Trudeau's Liberal Party", 'her National League for Democracy': a party and whose it is. */
export function ownParties(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    if (mention.form !== 'name' || !isParty(sources, mention)) return [];
    const before = document.tokens[mention.first - 1];
    const owner =
      before?.deprel === 'nmod:poss' ? table.mentionHeadedBy(before.i) : possessorBefore(sources, mention)[0];
    if (owner === undefined || table.byId(owner.entity)?.kind !== 'person') return [];
    return [{ ...member(owner.entity, mention, 'relations.own-party'), confidence: 0.7 }];
  });
}
