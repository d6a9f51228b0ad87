import { type AnnotatedDocument, child, hasRelation, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive, type Run } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, textBetween } from '../text.ts';

/** How many words such a name has at most. */
const longestName = 4;

/** Words that may stand in lower case within one: 'Yes to Change', 'Homeland and Order'. */
const within = /^(and|for|of|to|the|with|with|our)$/;

/**
 * Parties called by common words with capitals, where the model took them for nothing or for a part: 'lawmakers from Yes to Change', 'the
 * opposition Civil Pact', 'New Dawn on 23 percent'.
 */
export function politicalNames(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const { tokens } = document;
  const { people, stands } = tools.heads.lexicons.groupHeads.politics;
  const behindPeople = occurrencesOf(document, people).flatMap((noun) => {
    if (!/^(of|from|for)$/.test(tokens[noun.i + 1]?.lower ?? '')) return [];
    return partyFrom(document, tokens[noun.i + 2]?.lower === 'the' ? noun.i + 3 : noun.i + 2, tools);
  });
  const behindStance = occurrencesOf(document, stands).flatMap((stance) =>
    tokens[stance.i + 1]?.upos === 'PROPN' || isNameWord(document, stance.i + 1)
      ? partyFrom(document, stance.i + 1, tools)
      : [],
  );
  return [...behindPeople, ...behindStance];
}

function partyFrom(document: AnnotatedDocument, first: number, tools: SpanTools): NameSpan[] {
  const { tokens } = document;
  const isPart = (at: number): boolean =>
    tokens[at]?.sentence === tokens[first]?.sentence && /^\p{Lu}\p{Ll}+$/u.test(tokens[at]?.text ?? '');
  if (!isPart(first)) return [];
  let last = first;
  for (let at = first + 1; at < first + longestName; at++) {
    if (isPart(at)) last = at;
    else if (!within.test(tokens[at]?.lower ?? '') || isCapitalised(tokens[at]?.text ?? '')) break;
  }
  if (last === first || isCapitalised(tokens[last + 1]?.text ?? '')) return [];
  return isOther(document, { first, last }, tools)
    ? []
    : [
        {
          first,
          last,
          kind: 'group',
          groupKind: 'party',
          rule: 'names.political',
          confidence: 0.65,
          readings: [],
        },
      ];
}

/** A person, a place, a post, a day: a name of another kind, or one that holds some. */
function isOther(
  document: AnnotatedDocument,
  { first, last }: Run,
  { heads, titles, known }: SpanTools,
): boolean {
  const { tokens, entityAt, entities } = document;
  const { givenNames, notNames, nameParts } = heads.lexicons;
  const joined = tokens.slice(first, last).some(({ lower }) => lower === 'and');
  for (let at = first; at <= last; at++) {
    const { lower, text } = tokens[at] as Token;
    if (titles.wordOf(lower) !== undefined || notNames.times.has(lower)) return true;
    if (notNames.words.has(lower) && at === last) return true;
    if (
      known
        .lookup(text)
        .some(({ entry }) => /^(|state)$/.test(entry.groupKind ?? '') && (at === first || joined))
    )
      return true;
  }
  const model = entities[entityAt[first] ?? -1];
  if (model !== undefined && /^(PER|LOC)$/.test(model.kind) && model.end - model.start > 1) return true;
  return (
    (givenNames.has(tokens[first]?.lower ?? '') &&
      !nameParts.ambiguousHeads.has(tokens[first]?.lower ?? '')) ||
    heads.placeKind([tokens[last]?.lower ?? '']) !== undefined
  );
}

/** Does a name that might be a treaty's or a plan's stand as a party does: 'Civil Pact leader X', 'Civil Pact won 31 seats', "Civil Pact's X"? */
function standsAsParty(document: AnnotatedDocument, { first, last }: Run, { heads }: SpanTools): boolean {
  const { tokens, entities, entityAt } = document;
  const { byPost, politics } = heads.lexicons.groupHeads;
  const next = tokens[last + 1];
  if (next === undefined) return false;
  if (
    byPost.ofParty.has(next.lower) ||
    politics.people.has(next.lower) ||
    /^(party|leaders?)$/.test(next.lower)
  )
    return true;
  if (politics.stands.has(tokens[first - 1]?.lower ?? '')) return true;
  const owned = entities[entityAt[next.i + 1] ?? -1];
  if (isPossessive(next) && owned?.kind === 'PER' && owned.start === next.i + 1) return true;
  const article = tokens[first - 1]?.lower === 'the' ? 1 : 0;
  const holder = tokens[first - 2 - article]?.lower ?? '';
  if (/^(of|from|for)$/.test(tokens[first - 1 - article]?.lower ?? ''))
    return politics.people.has(holder) || byPost.ofParty.has(holder);
  const head = headOfSpan(document, { start: first, end: last + 1 });
  const verb = headOf(document, head.i);
  if (verb?.upos !== 'VERB' || !hasRelation(head, 'nsubj')) return false;
  if (politics.does.has(verb.lemma)) return true;
  const object = child(document, verb.i, 'obj');
  return (
    /^(win|lose|take|get|hold)$/.test(verb.lemma) &&
    (object?.upos === 'NUM' || politics.wins.has(object?.lemma ?? ''))
  );
}

/** Words between a party and whom it puts up: 'its presidential candidate'. */
const contested =
  /^(presidential|vice-presidential|mayoral|gubernatorial|parliamentary|senate|legislative|local|leading|lead|top|first)$/;

/** What one does for a party. */
const standing = /^(run|stand|elect|re-elect|reelect|vote|campaign|sit)$/;
const seats = /^(seat|constituency|election|by-election|majority|vote|runoff|mayoralty|governorship)$/;
const chambers = /^(parliament|assembly|senate|congress)$/;

/** Does a name stand as only parties do: 'the Green Left backbencher', "the Green Left's candidate", 'stood for the Green Left'? */
function isElectoral(document: AnnotatedDocument, { first, last }: Run, { heads }: SpanTools): boolean {
  const { tokens } = document;
  const { byPost, politics } = heads.lexicons.groupHeads;
  let at = last + 1;
  if (tokens[at] !== undefined && isPossessive(tokens[at] as Token)) at++;
  if (contested.test(tokens[at]?.lower ?? '')) at++;
  const behind = tokens[at]?.lower ?? '';
  if (byPost.ofParty.has(behind) || politics.holds.has(behind)) return true;
  const article = tokens[first - 1]?.lower === 'the' ? 1 : 0;
  if (politics.stands.has(tokens[first - 1]?.lower ?? '')) return true;
  const preposition = tokens[first - 1 - article]?.lower ?? '';
  if (preposition === 'of' && byPost.ofParty.has(tokens[first - 2 - article]?.lower ?? '')) return true;
  const head = headOfSpan(document, { start: first, end: last + 1 });
  const verb = headOf(document, head.i);
  if (verb === undefined) return false;
  const isSeat = politics.wins.has(verb.lemma) && verb.upos === 'NOUN' && verb.lemma !== 'percent';
  if (preposition === 'for') {
    const isForSeat = seats.test(child(document, verb.i, 'obj')?.lemma ?? '');
    return (
      (verb.upos === 'VERB' && (standing.test(verb.lemma) || isForSeat)) ||
      isSeat ||
      chambers.test(verb.lemma)
    );
  }
  if (/^(from|to)$/.test(preposition)) return /^(defect|defection)$/.test(verb.lemma);
  if (verb.upos !== 'VERB' || !hasRelation(head, 'nsubj')) return false;
  const object = child(document, verb.i, 'obj');
  return (
    (/^(win|lose|take|hold|gain)$/.test(verb.lemma) && seats.test(object?.lemma ?? '')) ||
    /^(nominate|field)$/.test(verb.lemma)
  );
}

/** The names of unknown bodies that stand as only parties do anywhere in the article. */
export function electoralNames(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): ReadonlySet<string> {
  const open = spans.filter(
    ({ kind, readings, groupKind }) =>
      kind === 'group' && readings.length === 0 && /^(|other|ngo|armed_group)$/.test(groupKind ?? ''),
  );
  return new Set(
    open
      .filter((span) => isElectoral(document, span, tools))
      .map(({ first, last }) => textBetween(document.text, document.tokens, first, last)),
  );
}

/** Agreements and the like that parties are called by: 'Rural Accord', 'the Civic Pact'. */
const isCovenant = /^(accord|pact|compact|covenant|concord)$/;
const isPartyLike =
  /^(accord|pact|compact|covenant|concord|agreement|charter|revolution|dialogue|order|era|spring|age|agenda)$/;

/** Is a name that ends in such a word a party's, by how it or the same name stands anywhere in the article? */
export function isParty(
  document: AnnotatedDocument,
  span: NameSpan,
  lastWord: string,
  spans: readonly NameSpan[],
  tools: SpanTools,
): boolean {
  if (span.kind !== 'group' || !isPartyLike.test(lastWord)) return false;
  if (span.rule === 'names.political') return true;
  if (span.rule === 'names.acting' && isCovenant.test(lastWord)) return true;
  const name = textBetween(document.text, document.tokens, span.first, span.last);
  return spans.some(
    (other) =>
      textBetween(document.text, document.tokens, other.first, other.last) === name &&
      standsAsParty(document, other, tools),
  );
}
