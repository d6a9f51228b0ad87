import type { Token } from '@dragoman/nlp';
import { apposedBody, describedAsBody, inListOfBodies, isAbbreviated } from './called-bodies.ts';
import { hasTitleBefore } from './person-evidence.ts';
import { isPossessive } from '../runs.ts';
import { isCapitalised } from '../text.ts';
import { type Cue, nounBefore } from './mention.ts';

/** 'the trial of X', 'members of X', 'the mayor of X'. */
export const ofNoun: Cue = (mention) => {
  const { document, tools, preposition } = mention;
  const noun = nounBefore(mention);
  if (noun === undefined || preposition === undefined) return undefined;
  const { person, group, place } = tools.heads.lexicons.kindCues;
  const phrase = `${document.tokens[noun.i - 1]?.lower ?? ''} ${noun.lemma}`;
  const isOne = (of: ReadonlySet<string>): boolean =>
    of.has(noun.lemma.toLowerCase()) || of.has(noun.lower) || of.has(phrase);
  const word = preposition.lower;
  if (word === 'by' && person.works.has(noun.lemma)) return { person: 1.5 };
  if (word === 'of' && isOne(place.of)) return { place: 2 };
  if (word === 'at' && group.at.has(noun.lemma)) return { group: 3 };
  if (
    isOne(group.of) &&
    isBodily(word, noun.lemma) &&
    !(word === 'in' && isOfOther(document.tokens[noun.i - 1]))
  )
    return { group: 2 };
  const isPost = noun.xpos !== 'NNS' && tools.titles.postKind(noun.lower) !== undefined;
  if (isPost && /^(at|with)$/.test(word)) return { group: 1.75 };
  if (word === 'of' && isOne(person.of)) return { person: 1.25, group: 0.25 };
  return undefined;
};

/** 'Fretilin' of 'a Fretilin member in Baucau': the body is named already. */
const isOfOther = (before: Token | undefined): boolean =>
  before !== undefined && (before.upos === 'PROPN' || isPossessive(before));

/** 'shares in', 'a spokesman for'; a director in or a candidate for is of a place. */
function isBodily(preposition: string, noun: string): boolean {
  if (preposition === 'in') return /^(share|stake|member|membership)$/.test(noun);
  if (preposition === 'for') return /^(spokes|analyst|economist|reporter|correspondent)/.test(noun);
  return /^(of|at|from|with)$/.test(preposition);
}

/** "X's widow", "X's headquarters", "X's harbour", 'X province'. */
export const owning: Cue = ({ document: { tokens }, tools, span, after, isArticled }) => {
  const { person, group, place } = tools.heads.lexicons.kindCues;
  const isOwner = after !== undefined && isPossessive(after);
  let at = span.last + (isOwner ? 2 : 1);
  for (const end = at + 3; at < end; at++) {
    const token = tokens[at];
    if (token === undefined || !/^(NOUN|ADJ|NUM)$/.test(token.upos) || isCapitalised(token.text))
      return undefined;
    const isPost = at === span.last + 1 && isCapitalised(tokens[at + 1]?.text ?? '');
    if (isPost && group.posts.has(token.lower)) return { group: 2 };
    const phrase = `${token.lower} ${tokens[at + 1]?.lemma ?? ''}`;
    const isOne = (owns: ReadonlySet<string>): boolean =>
      owns.has(token.lower) || owns.has(token.lemma) || owns.has(phrase);
    if (isOne(place.owns))
      return isOwner
        ? { place: 1.25 }
        : {
            place:
              isArticled ||
              /^(province|region|district|county|village|town|municipality|oblast|governorate|residents?)$/.test(
                token.lower,
              )
                ? 2.5
                : 1.25,
          };
    if (isOne(group.owns)) return { group: isOwner ? 1.75 : 1.25 };
    if (isOwner && isOne(person.owns)) return { person: 2 };
    if (token.upos === 'NOUN') return undefined;
  }
  return undefined;
};

/** 'the newspaper X', 'two firms, X and Y', 'X, a union that', 'X (ABC)'. */
export const calledBody: Cue = ({ document, tools, span, before, isArticled }) => {
  const { heads } = tools;
  if (isAbbreviated(document, span)) return { group: 3 };
  if (hasTitleBefore(document, span, tools)) return undefined;
  if (describedAsBody(document, span, tools)) return { group: 2.5 };
  if (apposedBody(document, span, tools) || inListOfBodies(document, span, heads)) return { group: 2.5 };
  if (
    isArticled ||
    before === undefined ||
    !/^\p{Ll}/u.test(before.text) ||
    !/^(NOUN|PROPN|ADJ)$/.test(before.upos) ||
    heads.lexicons.nameParts.kin.has(before.lemma) ||
    (before.xpos === 'NNS' && heads.commonKind(before.lemma) === undefined)
  )
    return undefined;
  const phrase = `${document.tokens[before.i - 1]?.lower ?? ''} ${before.lower}`;
  const isBody = [before.lower, phrase].some(
    (noun) => (heads.commonKind(noun) ?? heads.groupKind([noun])) !== undefined,
  );
  const isPlace = heads.placeKind([before.lower]) ?? heads.lexicons.kindCues.place.before.has(before.lower);
  return isBody && (isPlace === undefined || isPlace === false) ? { group: 2.5 } : undefined;
};

/** A name with an article is nobody's; 'the leftist X' seldom is. */
export const articled: Cue = ({ document: { tokens }, tools, span, isArticled, before, after }) => {
  if (after !== undefined && after.upos === 'NOUN' && !isCapitalised(after.text))
    return isArticled ? { person: -1 } : undefined;
  if (!isArticled) {
    const { stands } = tools.heads.lexicons.groupHeads.politics;
    const isPolitical = stands.has(before?.lower ?? '') && tokens[span.first - 2]?.lower === 'the';
    return isPolitical ? { person: -0.5, group: 1.5 } : undefined;
  }
  return span.last > span.first || tokens[span.last]?.lower.endsWith('s') !== true
    ? { person: -2.5, group: 0.5 }
    : { person: -1 };
};
