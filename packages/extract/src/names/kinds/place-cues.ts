import type { Token } from '@dragoman/nlp';
import { isDescribedPlace } from './described-places.ts';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import { isCapitalised, isSmallNoun } from '../text.ts';
import { isDateline } from '../use-of-place.ts';
import { type Cue, nounBefore } from './mention.ts';

/** 'the village of X' is told by its noun; 'two villages, X and Y', 'the towns of X and Y', 'the village X', 'X, a town in Peru'. */
export const calledPlace: Cue = ({ document, tools, span }) => {
  if (isDescribedPlace(document, span, tools.heads.lexicons.kindCues.place.behind)) return { place: 3 };
  const { tokens } = document;
  let at = span.first - 1;
  while (
    span.first - at < 12 &&
    (/^(,|and|:|the)$/.test(tokens[at]?.lower ?? '') || isCapitalised(tokens[at]?.text ?? ''))
  )
    at--;
  const isOf = tokens[at]?.lower === 'of' && at < span.first - 1;
  const noun = tokens[isOf ? at - 1 : at];
  if (noun === undefined || noun.sentence !== tokens[span.first]?.sentence || !isSmallNoun(noun))
    return undefined;
  const { before } = tools.heads.lexicons.kindCues.place;
  if (at === span.first - 1) return before.has(noun.lower) ? { place: 2 } : undefined;
  return noun.xpos === 'NNS' && before.has(noun.lemma) && (isOf || /^[,:]$/.test(tokens[at + 1]?.text ?? ''))
    ? { place: 2.5 }
    : undefined;
};

/** How many words may stand between a name and the point of the compass: ', 40 km', ', about 12 miles'. */
const longestDistance = 4;

/** 'Kolka, 40 km north of Ziren', 'Kolka south-west of Ziren': how a place lies. */
export const lying: Cue = ({ document: { tokens }, tools, span, after }) => {
  const { directions } = tools.heads.lexicons.placeHeads;
  let at = span.last + (after?.text === ',' ? 2 : 1);
  const end = at + longestDistance;
  while (
    at < end &&
    /^(NUM|NOUN|ADV)$/.test(tokens[at]?.upos ?? '') &&
    !directions.has(tokens[at]?.lower ?? '')
  )
    at++;
  if (!directions.has(tokens[at]?.text ?? '')) return undefined;
  if (tokens[at + 1]?.text === '-') at += 2;
  const isOfName = tokens[at + 1]?.lower === 'of' && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '');
  return isOfName && tokens[at]?.sentence === after?.sentence ? { place: 3 } : undefined;
};

/** 'western Kolka', 'central Kolka': what has a west and a middle. */
export const directed: Cue = ({ tools, isArticled, before }) => {
  const isDirection = /(ern|^central)$/.test(before?.text ?? '');
  return isDirection && !isArticled && tools.heads.lexicons.placeHeads.directions.has(before?.text ?? '')
    ? { place: 2.5 }
    : undefined;
};

/** 'Lucia Ferreira: The dam will hold.': who speaks a line; datelines before a colon stand in capitals. */
const isLabel = ({ document, span, after }: Parameters<Cue>[0]): boolean =>
  after?.text === ':' &&
  document.tokens.slice(span.first, span.last + 1).some(({ text }) => /\p{Ll}/u.test(text));

/** 'in X', 'near X', '40 km north of X', 'flew to X', 'from X to Y', 'X, Ghana,', 'Jane Roe, 34, of X'. */
export const placed: Cue = (mention) => {
  const { document, tools, span, governor, preposition, isArticled, after, modifies } = mention;
  const { tokens } = document;
  if (isDateline(document, span) && !isLabel(mention)) return { place: 2.5 };
  if (after?.text === '-' && /^(based|headquartered|born)$/.test(tokens[span.last + 2]?.lower ?? ''))
    return { place: 3 };
  if (preposition === undefined || modifies) return undefined;
  const noun = nounBefore(mention);
  const { kindCues, placeHeads } = tools.heads.lexicons;
  const word = preposition.lower;
  if (word === 'of' && placeHeads.directions.has(tokens[preposition.i - 1]?.lower ?? ''))
    return { place: 2.5 };
  const isElsewhere = noun !== undefined && kindCues.place.notIn.has(noun.lemma.toLowerCase());
  const verb = tokens[preposition.i - 1]?.upos === 'VERB' ? tokens[preposition.i - 1] : undefined;
  if (verb !== undefined && /^(believe|invest|trust|confide|result|interest)$/.test(verb.lemma))
    return undefined;
  const land = after?.text === ',' ? tools.known.lookup(tokens[span.last + 2]?.text ?? '') : [];
  const isInLand = land.some(
    (hit) => !isDemonym(hit) && (hit.entry.groupKind === 'state' || hit.entry.placeKind === 'region'),
  );
  if (/^(in|near|at|from|to)$/.test(word) && isInLand && !isArticled) return { place: 2.5 };
  switch (word) {
    case 'in':
      return isElsewhere ? undefined : { place: isArticled ? 1.25 : 2 };
    case 'near':
      return { place: 2 };
    case 'outside':
    case 'around':
    case 'across':
    case 'through':
    case 'via':
    case 'towards':
    case 'toward':
    case 'into':
    case 'past':
      return { place: 1.25 };
    case 'at':
    case 'on':
      return isElsewhere ? undefined : { place: 0.75, group: word === 'at' ? 0.5 : 0 };
    case 'from':
      if (tokens[span.last + 1]?.lower === 'to') return { place: 2 };
      return { place: noun !== undefined && isSomebody(noun, tools) ? 1.5 : 0.5 };
    case 'to':
      if (
        governor !== undefined &&
        (placeHeads.motion.has(governor.lemma) || placeHeads.motionNouns.has(governor.lemma))
      )
        return { place: 1.5 };
      return undefined;
    case 'between':
      return noun !== undefined &&
        /^(road|border|railway|line|highway|ferry|way|crossing|flight|train|route|distance|halfway)$/.test(
          noun.lower,
        )
        ? { place: 2 }
        : undefined;
    case 'of':
      if (tokens[preposition.i - 1]?.text !== ',' || isArticled) return undefined;
      return { place: /^\d{2}$/.test(tokens[preposition.i - 2]?.text ?? '') ? 2 : 1 };
    default:
      return undefined;
  }
};

/** Who comes from a place: 'a teacher', 'farmers', 'a refugee'. */
function isSomebody(noun: Token, { heads, titles }: SpanTools): boolean {
  return (
    titles.wordOf(noun.lemma) !== undefined ||
    titles.postKind(noun.lower) !== undefined ||
    heads.lexicons.placeHeads.comingNouns.has(noun.lemma)
  );
}
