import { type AnnotatedDocument, tokenOf } from '@dragoman/nlp';
import type { NameLexicons } from '../lexicons.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import { covers, type NameSpan, SpanIndex } from '../spans.ts';
import { isCapitalised, textBetween } from '../text.ts';

/**
 * Names of people that the model cut at a particle or a hyphen: 'Bilal' and 'Ghissa' of 'Bilal ag Ghissa', 'Tsai Ing' of 'Tsai
 * Ing-wen'. What then lies within a longer name is left out.
 */
export function joinedByParticles(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const joined = spans
    .map((span) => withGivenPlace(document, span, spans, tools))
    .map((span) => withOtherHalf(document, span, spans, tools))
    .map((span) => withOwnedHead(document, withHyphenedHalf(document, span, spans), tools))
    .map((span) => withSyllable(document, withParticle(document, span, spans, tools)))
    .map((span) => withOtherAcronym(document, withNickname(document, span, spans, tools)))
    .map((span) => withIzafet(document, withPartner(document, span, spans), spans));
  const index = new SpanIndex(joined);
  return joined.filter(
    (span) =>
      !index
        .meeting(span)
        .some(
          (other) =>
            (other.kind === span.kind || other.kind === 'person' || other.rule === partners) &&
            isLonger(other, span),
        ),
  );
}

/** The rule of firms that are called by those who founded them. */
const partners = 'names.partners';

/** 'Hobb & Winterton': two family names joined by '&' are a firm's. */
function withPartner(document: AnnotatedDocument, span: NameSpan, spans: readonly NameSpan[]): NameSpan {
  const [sign, next] = [1, 2].map((step) => document.tokens[span.last + step]);
  if (sign?.text !== '&' || next === undefined || span.first !== span.last || !isNameWord(document, next.i))
    return span;
  const half = spans.find((other) => covers(other, { first: next.i, last: next.i }));
  if (span.kind !== 'person' && half?.kind !== 'person') return span;
  return { ...span, last: half?.last ?? next.i, kind: 'group', groupKind: 'company', rule: partners };
}

/** 'Jamiat Ahl' and 'Sunnat Party' of 'Jamiat Ahl-e-Sunnat Party': halves of a name that a Persian or Arabic particle joins. */
function withIzafet(document: AnnotatedDocument, span: NameSpan, spans: readonly NameSpan[]): NameSpan {
  const [hyphen, particle, second, next] = [1, 2, 3, 4].map((step) => document.tokens[span.last + step]);
  const isJoined =
    hyphen?.text === '-' && second?.text === '-' && /^(e|i|o|ul|ud|ur|us)$/.test(particle?.text ?? '');
  if (!isJoined || next === undefined || !isNameWord(document, next.i) || span.adjective === true)
    return span;
  const half = spans.find((other) => covers(other, { first: next.i, last: next.i }));
  return { ...span, last: half?.last ?? next.i, kind: half?.kind === 'group' ? 'group' : span.kind };
}

const isLonger = (a: NameSpan, b: NameSpan): boolean => a.last - a.first > b.last - b.first;

/** Goes on over 'bin', 'ag', 'al-' to the name word behind it. A name the model took for no person's must have a second half of its own. */
function withParticle(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan {
  const { binding } = tools.heads.lexicons.nameParts;
  const particle = document.tokens[span.last + 1];
  if (particle === undefined || isCapitalised(particle.text) || !binding.has(particle.lower)) return span;
  let next = particle.i + 1;
  while (document.tokens[next]?.text === '-' || binding.has(document.tokens[next]?.lower ?? '')) next++;
  if (!isNameWord(document, next) || tokenOf(document, next).sentence !== particle.sentence) return span;
  const half = spans.find((other) => other.first === next);
  const apart = /^(bin|ibn|bint|ag|ould|uld|binti)$/.test(particle.lower);
  if (span.kind !== 'person' && !(apart && span.first === span.last && span.adjective !== true)) return span;
  if (half !== undefined && half.kind !== 'person' && !apart) return span;
  return withParticle(document, { ...span, kind: 'person', last: half?.last ?? next }, spans, tools);
}

/** A syllable of a Korean or Chinese name in lower case, as it stands behind the hyphen of 'Jae-in', 'Ing-wen', 'Ki-moon'. */
const syllable = /^[bcdfghjklmnpqrstwxyz]{0,2}[aeiouyw]{1,3}(n|ng|k|l|m|p|r|h)?$/;

function withSyllable(document: AnnotatedDocument, span: NameSpan): NameSpan {
  const [last, hyphen, after] = [0, 1, 2].map((step) => document.tokens[span.last + step]);
  if (span.kind !== 'person' || span.first === span.last || hyphen?.text !== '-' || after === undefined)
    return span;
  const glued = hyphen.start === last?.end && after.start === hyphen.end;
  return glued && (last?.text.length ?? 9) <= 5 && after.text.length <= 5 && syllable.test(after.text)
    ? { ...span, last: after.i }
    : span;
}

/** 'Robert C. "Bobby" Scott', 'Jhonny “Pargo” Mina': a person's name has a nickname in quotation marks within, wherever the model cut it. */
function withNickname(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan {
  const around = nicknameAt(document, span, tools.heads.lexicons);
  if (around === undefined) return span;
  const halfAt = (token: number): NameSpan | undefined =>
    spans.find((other) => other !== span && covers(other, { first: token, last: token }));
  const [given, surname] = [halfAt(around.given), halfAt(around.surname)];
  const isPerson = [span, given, surname].some((half) => half?.kind === 'person');
  if (!isPerson) return span;
  const first = Math.min(span.first, given?.kind === 'person' ? given.first : around.given);
  const last = Math.max(span.last, surname?.kind === 'person' ? surname.last : around.surname);
  return { ...span, kind: 'person', first, last };
}

/** The words before and behind a nickname that stands within a span or beside it; undefined where there is none. */
function nicknameAt(
  document: AnnotatedDocument,
  span: NameSpan,
  { notNames }: NameLexicons,
): { readonly given: number; readonly surname: number } | undefined {
  const { tokens } = document;
  const isName = (token: number): boolean =>
    isNameWord(document, token) && !notNames.times.has(tokens[token]?.lower ?? '');
  for (let open = span.first - LONGEST_NICKNAME - 1; open <= span.last + 2; open++) {
    if (!opening.test(tokens[open]?.text ?? '')) continue;
    const from = tokens[open + 1]?.text === 'The' ? open + 2 : open + 1;
    const close = [from + 1, from + 2].find((at) => closing.test(tokens[at]?.text ?? ''));
    if (close === undefined || !isName(from) || !isName(close - 1)) continue;
    const given = tokens[open - 1]?.text === '.' ? open - 2 : open - 1;
    const touches = span.first <= close + 1 && span.last >= given;
    if (touches && isName(given) && isName(close + 1)) return { given, surname: close + 1 };
  }
  return undefined;
}

/** So many tokens may stand between the given name and the surname: “The Fox” with its marks, and one word more. */
const LONGEST_NICKNAME = 5;
const opening = /^["“”‘']$/;
const closing = /^["“”’']$/;

/** 'Teknaf Citizens' and the 'Forum' of 'Teknaf Citizens' Forum': people in the plural and the body that is theirs by name. */
function withOwnedHead(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): NameSpan {
  const [owner, mark, head] = [0, 1, 2].map((step) => document.tokens[span.last + step]);
  if (span.kind !== 'group' || span.adjective === true || head === undefined) return span;
  const plural = /^\p{Lu}\p{Ll}+s$/u.test(owner?.text ?? '') && /^['’]$/.test(mark?.text ?? '');
  const men =
    /^\p{Lu}\p{Ll}*(men|women|people|children)$/u.test(owner?.text ?? '') && /^['’]s$/.test(mark?.text ?? '');
  if (!plural && !men) return span;
  if (!isNameWord(document, head.i) || tools.heads.groupKind([head.lower]) === undefined) return span;
  const { text, tokens } = document;
  return tools.known.lookup(textBetween(text, tokens, span.first, span.last)).length > 0
    ? span
    : { ...span, last: head.i };
}

/** 'AFL-CIO': one body of two acronyms joined by a hyphen. */
function withOtherAcronym(document: AnnotatedDocument, span: NameSpan): NameSpan {
  const [last, hyphen, after] = [0, 1, 2].map((step) => document.tokens[span.last + step]);
  if (span.kind !== 'group' || hyphen?.text !== '-' || last === undefined || after === undefined) return span;
  const glued = hyphen.start === last.end && after.start === hyphen.end;
  const acronyms = [last, after].every(({ text }) => /^\p{Lu}{2,5}$/u.test(text));
  return glued && acronyms ? { ...span, last: after.i } : span;
}

/** 'the defence minister, Israel Katz', 'Jordan Bardella': a given name that is a land's too, right before a name the model saw alone. */
function withGivenPlace(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan {
  if (span.kind !== 'person' || span.first !== span.last) return span;
  const given = document.tokens[span.first - 1];
  if (
    given === undefined ||
    !tools.heads.lexicons.givenNames.has(given.lower) ||
    !isNameWord(document, given.i)
  )
    return span;
  if (given.sentence !== document.tokens[span.first]?.sentence) return span;
  const land = spans.find(({ first, last }) => first === given.i && last === given.i);
  return land !== undefined && land.kind !== 'person' && land.adjective !== true
    ? { ...span, first: given.i }
    : span;
}

/**
 * 'Getachew Alemu', which the model cut in two names of different kinds, or of which it saw one word: two words that the tree joins and
 * no gazetteer has. A person where the model took one of them for one, else what the title beside it tells later.
 */
function withOtherHalf(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan {
  const next = document.tokens[span.last + 1];
  if (span.first !== span.last || span.kind === 'misc' || span.adjective === true || next === undefined)
    return span;
  if (tools.heads.lexicons.notNames.times.has(next.lower)) return span;
  if (span.kind === 'group' && tools.titles.wordOf(next.lower) !== undefined) return span;
  const own = tokenOf(document, span.first);
  const joined =
    (next.deprel === 'flat' && next.head === own.i) ||
    (/^(flat|amod|compound)$/.test(own.deprel) && own.head === next.i);
  if (!joined || !isNameWord(document, next.i)) return span;
  const half = spans.find((other) => covers(other, { first: next.i, last: next.i }));
  if (half !== undefined && (half.first !== next.i || half.kind === span.kind)) return span;
  const last = half?.last ?? next.i;
  const known = [span.first, next.i].some(
    (token) => tools.known.lookup(tokenOf(document, token).text).length > 0,
  );
  if (known) return span;
  return { ...span, last, kind: half?.kind === 'person' ? 'person' : span.kind };
}

/** 'Behrouz Tavakkoli' and 'Nia' of 'Behrouz Tavakkoli-Nia': a name of two words and the rest of it behind a hyphen. */
function withHyphenedHalf(document: AnnotatedDocument, span: NameSpan, spans: readonly NameSpan[]): NameSpan {
  const hyphen = document.tokens[span.last + 1];
  if (hyphen?.text !== '-' || span.first === span.last) return span;
  const half = spans.find(({ first }) => first === span.last + 2);
  if (half === undefined || half.first !== half.last) return span;
  const glued =
    hyphen.start === document.tokens[span.last]?.end && hyphen.end === document.tokens[half.first]?.start;
  const person = span.kind === 'person' || half.kind === 'person';
  return glued && person ? { ...span, last: half.last, kind: 'person' } : span;
}
