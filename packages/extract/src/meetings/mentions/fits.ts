import { children, subtree, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import type { DatedExpression } from '../../dates/dates.ts';
import { holds } from '../../roles/conditions.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import { firstFilled, type Predication } from '../../roles/predication.ts';
import { roleVocabulary, wordSet } from '../../roles/vocabulary.ts';
import { jointWithin } from '../parties/company.ts';
import type { MeetingLexicon, MeetingPattern, MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from './mention.ts';
import type { Parties } from '../parties/parties.ts';

const representatives = wordSet(roleVocabulary.representatives);

/** Do the words around a trigger meet what a pattern asks of them? */
export function fits(
  sources: MeetingSources,
  words: MeetingWords,
  token: Token,
  predication: Predication,
  pattern: MeetingPattern,
): boolean {
  if (pattern.plural === true && token.xpos !== 'NNS' && !token.lower.endsWith('s')) return false;
  if (
    pattern.apart === true &&
    !areApart(sources.document, words, predication) &&
    othersElsewhere(sources, words, predication).length === 0
  )
    return false;
  if (pattern.toName === true && !isToldToName(sources, predication)) return false;
  if (pattern.court === true && !isCourt(sources.document, predication)) return false;
  if (pattern.personal === true && !meetsPeople(sources, words, predication)) return false;
  if (pattern.namedObject === true && !isDoneToSomebody(sources, predication)) return false;
  return holds(sources, predication, pattern.needs ?? {});
}

/** 'told the minister, Anna Berg', 'asked me', not 'told him', nor 'told Bill O'Reilly of Fox News', 'told the host, Alex Marlow'. */
function isToldToName(sources: MeetingSources, { slots }: Predication): boolean {
  const told = firstFilled(slots, ['to', 'object']);
  return told.every((token) => {
    const word = sources.document.tokens[token];
    const isNamed = word?.upos !== 'PRON' || /^(?:me|us)$/.test(word.lower);
    return isNamed && !isOfPress(sources, token);
  });
}

/** Do the words beside a name or a post of its bearer give it to the press? */
function isOfPress({ document, table, positions }: MeetingSources, token: number): boolean {
  const isBeside = children(document, token).some(
    ({ i, lemma }) => pressPosts.has(lemma) || table.actorAt(i)?.groupKind === 'media',
  );
  const person = table.actorAt(token)?.id;
  const isPost = (title: string): boolean =>
    title
      .toLowerCase()
      .split(' ')
      .some((word) => pressPosts.has(word));
  return (
    isBeside ||
    positions.some(
      ({ person: holder, title, group }) =>
        holder === person && (isPost(title) || table.byId(group ?? '')?.groupKind === 'media'),
    )
  );
}

const pressPosts = wordSet([
  'host',
  'anchor',
  'presenter',
  'reporter',
  'journalist',
  'correspondent',
  'interviewer',
  'columnist',
  'moderator',
]);

/** 'on different floors of the hotel', 'in separate rooms'. */
function areApart(document: AnnotatedDocument, words: MeetingWords, { slots }: Predication): boolean {
  const { tokens } = document;
  return [...(slots.on ?? []), ...(slots.in ?? []), ...(slots.at ?? []), ...(slots.object ?? [])].some(
    (token) =>
      words.rooms.has(tokens[token]?.lemma ?? '') &&
      tokens[token]?.xpos === 'NNS' &&
      children(document, token).some(({ lower }) => lower !== 'own' && words.apartWords.has(lower)),
  );
}

/** 'stayed on the upper floor and his counterpart, Bounthavy Keo, on the ground floor': people whom the tree joins to a room. */
export function othersElsewhere(
  { document, actors }: MeetingSources,
  words: MeetingWords,
  { slots }: Predication,
): number[] {
  return ['on', 'in', 'at', 'aboard'].flatMap((name) => {
    const there = slots[name] ?? [];
    if (!there.some((token) => words.rooms.has(document.tokens[token]?.lemma ?? ''))) return [];
    return there.filter((token) => actors.actors([token]).some((id) => actors.kind(id) === 'person'));
  });
}

/** Words for people and bodies, one by one and in the plural. */
const somebody = wordSet([
  ...roleVocabulary.representatives,
  ...(roleVocabulary.classes.people ?? []),
  ...(roleVocabulary.classes.bodies ?? []),
]);

/** 'met the minister', 'met with lawmakers', not 'met the demands of the union', nor 'the plan was met with anger', 'the rivers meet'. */
function meetsPeople(sources: MeetingSources, words: MeetingWords, { slots }: Predication): boolean {
  const { object = [], with: company = [], subject = [] } = slots;
  const mayMeet = (tokens: readonly number[]): boolean =>
    tokens.length === 0 || tokens.some((token) => isSomebody(sources, words, token));
  return mayMeet(object) && mayMeet(company) && mayMeet(subject);
}

/** Is a token a name, a pronoun, or a noun for people or bodies, whatever owns it? */
function isSomebody(sources: MeetingSources, words: MeetingWords, token: number): boolean {
  const { document, table } = sources;
  const noun = document.tokens[token];
  if (noun === undefined) return false;
  if (isShare(noun)) return partsOf(document, noun).every((part) => isSomebody(sources, words, part));
  if (noun.upos !== 'NOUN' || standsForSeveral(document, token)) return true;
  // 'second-in-command' is cut at its hyphens.
  if (document.tokens[token - 1]?.text === '-') return true;
  const mention = table.mentionHeadedBy(token);
  if (mention !== undefined && table.byId(mention.entity)?.kind !== 'place') return true;
  if (children(document, token, 'appos').some(({ i }) => table.mentionHeadedBy(i)?.form === 'name'))
    return true;
  return [noun.lower, noun.lemma].some(
    (word) => somebody.has(word) || words.met.has(word) || words.unnamedPeople.has(word),
  );
}

/** 'many of the demands', 'most of its members': as much somebody as what the share is of. */
const isShare = ({ lower }: Token): boolean =>
  /^(?:many|most|some|all|none|few|several|half|part|much|any|both|one|two|three)$/.test(lower);

const partsOf = (document: AnnotatedDocument, { i }: Token): number[] =>
  children(document, i, 'nmod')
    .filter((part) => prepositionOf(document, part.i) === 'of')
    .map((part) => part.i);

/** 'both sides', 'a commission of the two', not 'their needs', which somebody only owns. */
function standsForSeveral(document: AnnotatedDocument, token: number): boolean {
  const word = jointWithin(document, token);
  return word !== undefined && document.tokens[word]?.lower !== 'their';
}

/** 'received the minister', 'called her', not 'received pages of his book', 'called half of them fools', 'calls him “Mike”'. */
function isDoneToSomebody({ document, table, actors }: MeetingSources, { slots }: Predication): boolean {
  return (slots.object ?? []).some((token) => {
    const word = document.tokens[token];
    const mention = table.mentionHeadedBy(token);
    const quoted = /^["“‘']/.test(document.tokens[(mention?.last ?? token) + 1]?.text ?? '');
    if (quoted) return false;
    if (/^(?:me|us)$/.test(word?.lower ?? '')) return actors.actors([token]).length > 0;
    return mention !== undefined || representatives.has(word?.lower ?? '') || word?.lower === 'delegation';
  });
}

function isCourt(document: AnnotatedDocument, { slots }: Predication): boolean {
  return (slots.subject ?? []).some((token) =>
    /^(?:jury|court|tribunal|judge|inquest|inquiry)$/.test(document.tokens[token]?.lemma ?? ''),
  );
}

/** Does the pattern have the parties, the place or the date it asks for? */
export function isTold(
  sources: MeetingSources,
  lexicon: MeetingLexicon,
  pattern: MeetingPattern,
  parties: Parties,
  place: Entity | undefined,
  date: DatedExpression | null,
  predication: Predication,
  joint: boolean,
): boolean {
  const { document, table } = sources;
  const all = new Set([...parties.participants, ...parties.groups, ...parties.unnamed, ...parties.hosts]);
  if (all.size < (pattern.partners ?? 0)) return false;
  if (parties.participants.length < (pattern.people ?? 0)) return false;
  if (pattern.several === true && !joint && all.size < 2) return false;
  if (pattern.placed === true && place === undefined) return false;
  if (pattern.dated === true && date === null) return false;
  if (pattern.abroad === true && !isAbroad(sources, parties, place)) return false;
  const isDenied = predication.modality === 'denied' || predication.negated;
  if (pattern.settled === true && place === undefined && date === null && !isDenied) return false;
  if (pattern.named === true && place === undefined && date === null && all.size === 0) return false;
  if (pattern.ofMeeting === true && !isRoundOfTalks(document, lexicon, predication.trigger)) return false;
  return pattern.investigators !== true || hasInvestigator(document, table, lexicon, predication);
}

/** Has somebody with a post gone to a land that they do not stand for? Those of world bodies are at home nowhere. */
function isAbroad(
  { table, positions }: MeetingSources,
  { participants }: Parties,
  place: Entity | undefined,
): boolean {
  const land = place?.placeKind === 'country' ? place.gazetteer : place?.country;
  if (land === undefined) return false;
  const groups = positions.flatMap(({ person, group, status }) =>
    participants.includes(person) && group !== null && status !== 'former' ? [table.byId(group)] : [],
  );
  if (groups.some((group) => group?.groupKind === 'igo')) return true;
  const lands = groups.map((group) => (group?.groupKind === 'state' ? group.gazetteer : group?.country));
  return lands.some((own) => own !== undefined) && !lands.includes(land);
}

/** 'a second round' after talks, 'a round of talks', 'four rounds mediated by …'. */
function isRoundOfTalks(document: AnnotatedDocument, { words }: MeetingLexicon, round: number): boolean {
  const of = children(document, round, 'nmod').filter(({ i }) => prepositionOf(document, i) === 'of');
  if (of.length > 0)
    return of.some(({ lemma }) =>
      /^(?:talk|negotiation|meeting|discussion|consultation|dialogue|contact|exchange|bargaining|mediation|diplomacy)$/.test(
        lemma,
      ),
    );
  return children(document, round).some(
    ({ deprel, lower }) => /^(?:amod|det)$/.test(deprel) && words.anotherRound.has(lower),
  );
}

function hasInvestigator(
  document: AnnotatedDocument,
  table: EntityTable,
  { words }: MeetingLexicon,
  { trigger }: Predication,
): boolean {
  return subtree(document, trigger).some((token) => {
    const name = table.actorAt(token)?.name.toLowerCase() ?? '';
    return (
      words.investigators.has(document.tokens[token]?.lemma ?? '') ||
      name.split(/\s+/).some((part) => words.investigators.has(part))
    );
  });
}
