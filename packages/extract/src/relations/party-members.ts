import { hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { isOwnWord } from './membership.ts';
import { nameFrom, nameUpTo, possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many tokens of a title may stand between a party and a name: 'Republican Secretary of State Jon Husted'. */
const longestTitle = 7;

/** 'Republican Gov. X', 'Democrat X', 'X, the top Democrat on …': a member of the party. */
export function partyMembers(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    const kind = sources.table.byId(mention.entity)?.kind;
    if (kind === 'person' && mention.form === 'name') {
      const label =
        partyBefore(sources, mention) ??
        partyOverSeat(sources, mention) ??
        partyDescribing(sources, mention) ??
        partyInBrackets(sources, mention);
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
    if (token.text === ',' && at === person.first - 1 && isRivalNoun(document.tokens[at - 1])) continue;
    if (token.text === ',') return labelOverTitle(sources, at);
    if (isRivalNoun(token) && labelsRival(sources, at)) continue;
    const isTitle =
      /^(NOUN|PROPN|ADJ)$/.test(token.upos) ||
      token.text === '.' ||
      (token.text === '-' && at < person.first - 1) ||
      (token.lower === 'of' && at < person.first - 1);
    if (!isTitle || isOutside(sources, at)) return undefined;
    if (sources.table.mentionsAt(at).some((other) => sources.table.byId(other.entity)?.kind === 'person'))
      return undefined;
  }
  return undefined;
}

/** 'The Republican, State Senator X': a party's adjective alone before the comma before the title. */
function labelOverTitle(sources: RelationSources, comma: number): Mention | undefined {
  const { tokens } = sources.context.document;
  const label = sources.table
    .mentionsAt(comma - 1)
    .find((mention) => mention.last === comma - 1 && isParty(sources, mention));
  const isAlone =
    label !== undefined && tokens[label.first - 1]?.lower === 'the' && !isPlural(sources, label);
  return isAlone &&
    /^(republican|democrat|conservative|liberal|socialist|labourite|tory)$/.test(
      tokens[label.last]?.lower ?? '',
    )
    ? label
    : undefined;
}

/** 'Labour MP', 'Likud lawmaker': a seat that somebody has for the party. */
const isFollowedByPost = (sources: RelationSources, { last }: Mention): boolean =>
  /^(mp|mep|lawmaker|legislator|deputy|senator|councill?or|politician|candidate|peer|assemblyman|congressman|congresswoman)$/.test(
    sources.context.document.tokens[last + 1]?.lower ?? '',
  );

/** 'the Labour MP for Leeds North, X': the party before a seat whose holder is named over a comma. */
function partyOverSeat(sources: RelationSources, person: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  if (tokens[person.first - 1]?.text !== ',') return undefined;
  for (let at = person.first - 2; at >= Math.max(0, person.first - longestTitle); at--) {
    const label = sources.table
      .mentionsAt(at)
      .find((mention) => mention.last === at && isParty(sources, mention));
    if (label !== undefined) return isFollowedByPost(sources, label) ? label : undefined;
    if (!/^(NOUN|PROPN|ADJ|ADP|DET)$/.test(tokens[at]?.upos ?? '')) return undefined;
  }
  return undefined;
}

/** 'X, the Democratic governor of …', 'X, a Wyoming Republican', 'X, former Labour minister', 'X, 54, a former envoy and Likud party politician'. */
function partyDescribing(sources: RelationSources, person: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  let at = person.last + 1;
  if (tokens[at]?.text !== ',') return undefined;
  if (tokens[at + 1]?.upos === 'NUM' && tokens[at + 2]?.text === ',') at += 2;
  const bare = nameFrom(sources, at + 1);
  if (bare !== undefined && isParty(sources, bare) && !isPlural(sources, bare))
    return isFollowedByPost(sources, bare) || /^(of|from)$/.test(tokens[bare.last + 1]?.lower ?? '')
      ? bare
      : undefined;
  const isFormer = /^(former|ex|onetime|veteran|longtime)$/.test(tokens[at + 1]?.lower ?? '');
  if (!isFormer && !/^(DET|PRON)$/.test(tokens[at + 1]?.upos ?? '')) return undefined;
  if (tokens[at + 1]?.upos === 'PRON') at++;
  for (const last = at + longestTitle; at < last; at++) {
    const token = tokens[at + 1];
    if (token === undefined || !/^(DET|ADJ|NOUN|PROPN|ADV)$/.test(token.upos)) return undefined;
    const label = sources.table
      .mentionsAt(token.i)
      .find((mention) => mention.first === token.i && isParty(sources, mention));
    if (label !== undefined)
      return isPlural(sources, label) || (isOutsider(sources, label.last + 1) && !isRival(sources, label))
        ? undefined
        : label;
  }
  return undefined;
}

/** 'Layla Moran (Liberal Democrats)', 'Rep. Jim Himes (Democrat)'. */
function partyInBrackets(sources: RelationSources, person: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  const party = tokens[person.last + 1]?.text === '(' ? nameFrom(sources, person.last + 2) : undefined;
  return party !== undefined && isParty(sources, party) && /^[,;)]$/.test(tokens[party.last + 1]?.text ?? '')
    ? party
    : undefined;
}

/** 'her Republican opponent': the adjective tells of what party the rival is. */
function isRival(sources: RelationSources, label: Mention): boolean {
  const { tokens } = sources.context.document;
  return tokens[label.head]?.upos === 'ADJ' && isRivalNoun(tokens[label.last + 1]);
}

const isRivalNoun = (token: Token | undefined): boolean =>
  /^(opponent|rival|challenger)$/.test(token?.lower ?? '');

/** Does the adjective of a party stand right before a noun for a rival? */
function labelsRival(sources: RelationSources, noun: number): boolean {
  const before = sources.table
    .mentionsAt(noun - 1)
    .find((mention) => mention.last === noun - 1 && isParty(sources, mention));
  return before !== undefined && isRival(sources, before);
}

function startsPerson(sources: RelationSources, token: number): boolean {
  const name = nameFrom(sources, token);
  return name !== undefined && sources.table.byId(name.entity)?.kind === 'person';
}

/** A word for who stands outside the party; an 'attorney general' may be of it. */
const isOutside = (sources: RelationSources, at: number): boolean => {
  const { tokens } = sources.context.document;
  return sources.lexicon.partyOutsiders.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower !== 'general';
};

/** Does the noun that a party stands before tell another tie: 'a Labour Party critic'? */
function isOutsider(sources: RelationSources, first: number): boolean {
  const { tokens } = sources.context.document;
  for (let at = first; at < first + longestTitle; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (startsPerson(sources, at) || isPossessive(token) || isOutside(sources, at)) return true;
    if (!/^(ADJ|NOUN|PROPN)$/.test(token.upos)) return false;
  }
  return false;
}

function isPlural(sources: RelationSources, mention: Mention): boolean {
  const token = sources.context.document.tokens[mention.head];
  return (
    mention.first === mention.last &&
    /^(NNS|NNPS)$/.test(token?.xpos ?? '') &&
    token?.lower.endsWith('s') === true
  );
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
    Math.abs(person.last - mention.first) <= longestTitle &&
    sources.table.byId(person.entity)?.kind === 'person'
    ? person
    : undefined;
}

/** 'the Unity Communists of former prime minister X': a party said by whom it is led. */
export function partiesOfLeaders(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return sources.table.mentions.flatMap((mention) => {
    if (mention.form !== 'name' || !isParty(sources, mention) || tokens[mention.last + 1]?.lower !== 'of')
      return [];
    for (let at = mention.last + 2; at <= mention.last + 2 + longestTitle; at++) {
      const name = nameFrom(sources, at);
      if (name !== undefined && sources.table.byId(name.entity)?.kind === 'person')
        return [
          { ...member(name.entity, mention, 'relations.party-of-leader'), type: 'LEADS', confidence: 0.7 },
        ];
      if (!/^(DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.upos ?? '') && tokens[at]?.text !== '-') return [];
    }
    return [];
  });
}

/** Parties, armed groups and unions have a leader whose they are said to be. */
function isFollowed(sources: RelationSources, mention: Mention): boolean {
  const group = sources.table.byId(mention.entity);
  const isNamed = sources.context.document.tokens[mention.head]?.upos === 'PROPN';
  return (
    isParty(sources, mention) ||
    group?.groupKind === 'armed_group' ||
    (/^(ngo|other)$/.test(group?.groupKind ?? '') && isNamed && group?.rule !== 'names.people')
  );
}

/** "Trudeau's Liberal Party", 'her National League for Democracy': a party and whose it is. */
export function ownParties(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  return table.mentions.flatMap((mention) => {
    const next = document.tokens[mention.last + 1];
    const isModifier = /^(NOUN|ADJ)$/.test(next?.upos ?? '') && !isOwnWord.test(next?.lower ?? '');
    if (mention.form !== 'name' || !isFollowed(sources, mention) || isModifier) return [];
    const before = document.tokens[mention.first - 1];
    const owner =
      before?.lower === 'whose'
        ? nameUpTo(sources, document.tokens[before.i - 1]?.text === ',' ? before.i - 2 : before.i - 1)
        : before?.deprel === 'nmod:poss'
          ? table.mentionHeadedBy(before.i)
          : possessorBefore(sources, mention)[0];
    if (owner === undefined || table.byId(owner.entity)?.kind !== 'person') return [];
    return [{ ...member(owner.entity, mention, 'relations.own-party'), type: 'LEADS', confidence: 0.7 }];
  });
}
