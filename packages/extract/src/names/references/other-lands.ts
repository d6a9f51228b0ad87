import { bodyOf, type NameHit } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { isAcronym, textBetween } from '../text.ts';
import { isModifier } from '../use-of-place.ts';
import { stateBefore } from './owned-bodies.ts';
import { type ArticleSpans, isCommonAlias } from './readings.ts';

/**
 * Names of parties and of bodies that every state has ('Senate', 'Supreme Court') recur from state to state: one whose state the
 * article does not name, while it names others, is another one.
 */
export function isForeign(reading: NameHit, surface: string, spans: ArticleSpans): boolean {
  const { groupKind, country } = reading.entry;
  const body = groupKind === 'government_body' ? bodyOf(surface) : undefined;
  const recurs =
    groupKind === 'party'
      ? country !== 'state:US' && isCommonAlias(reading)
      : isChamber.test(surface) ||
        (body !== undefined && body.country === undefined && body.body !== 'state department');
  if (country === undefined || spans.states.has(country)) return false;
  if (groupKind !== 'media' && isAcronymOfOneState(surface, country)) return true;
  return reading.use === 'alias' && recurs && spans.states.size > 0 && !spans.lands.has(country);
}

/** Houses of a parliament by one word. */
const isChamber = /^(Commons|Lords)$/;

/** 'SNA', 'MIT': few capitals mean one thing here and another there; those of the two lands that news is most of are known everywhere. */
const isAcronymOfOneState = (surface: string, country: string): boolean =>
  /^\p{Lu}{2,4}$/u.test(surface) && !/^state:(?:US|GB)$/.test(country);

/** "Tajikistan's Security Council": whose it is tells that it is not the body known by that name alone. */
export function isOfOtherState(
  document: AnnotatedDocument,
  span: NameSpan,
  { entry, use }: NameHit,
  tools: SpanTools,
): boolean {
  if (use !== 'alias' || !/^(government_body|party|igo)$/.test(entry.groupKind ?? '')) return false;
  const owner = stateBefore(document, span, tools);
  const isKnownByLetters = isAcronym(document.tokens[span.first]?.text ?? '');
  return (
    owner !== undefined && owner.id !== entry.country && !isKnownByLetters && !isModifier(document, span)
  );
}

/** "People's Party" of "Sierra Leone People's Party", 'Democratic Party' of 'Ohio Democratic Party': the end of the name of another land's body. */
export function isEndOfOther(
  document: AnnotatedDocument,
  span: NameSpan,
  { index }: ArticleSpans,
  { known }: SpanTools,
): boolean {
  const homes = span.readings.flatMap(({ entry, use }) =>
    entry.country !== undefined && (use === 'alias' || entry.groupKind === 'party') ? [entry.country] : [],
  );
  if (homes.length === 0) return false;
  return index.meeting(span).some((other) => {
    if (other.kind !== 'group' || other.last !== span.last || other.first >= span.first) return false;
    const { text, tokens } = document;
    const land = known
      .lookup(textBetween(text, tokens, other.first, span.first - 1))
      .find((hit) => hit.entry.groupKind === 'state' || /^(region|city)$/.test(hit.entry.placeKind ?? ''));
    return land !== undefined && !homes.includes(land.entry.id);
  });
}
