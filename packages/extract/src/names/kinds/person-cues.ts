import type { Token } from '@dragoman/nlp';
import { describedAsBody } from './called-bodies.ts';
import { hasAge, isGivenNameFirst, isOwnedBy, titleBeside } from './person-evidence.ts';
import { partEvidence } from './part-evidence.ts';
import { isPossessive } from '../runs.ts';
import { isCapitalised } from '../text.ts';
import { hasRelation } from '@dragoman/nlp';
import type { Cue, Mention } from './mention.ts';

/** 'X, who', 'X, whose', 'X, which', 'X, where'. */
export const relative: Cue = (mention) => {
  const { document, span, after, preposition } = mention;
  const { tokens } = document;
  const isPlaced = /^(in|from|at|near|of|outside)$/.test(preposition?.lower ?? '') && !isKinOf(mention);
  const word = tokens[after?.text === ',' ? span.last + 2 : span.last + 1];
  switch (word?.lower) {
    case 'who':
    case 'whom':
      return isPlaced ? undefined : { person: 3 };
    case 'whose':
      return isPlaced ? undefined : { person: 0.75, group: 0.25 };
    case 'which':
      if (after?.text !== ',') return undefined;
      return doesAsBody(mention, tokens[word.i + 1]) ? { group: 2.5 } : { group: 1.5, place: 0.75 };
    case 'where':
      return { place: 1.25, group: 0.75 };
    default:
      return undefined;
  }
};

/** 'X, which operates': a verb of what only bodies do. */
const doesAsBody = ({ tools }: Mention, verb: Token | undefined): boolean =>
  tools.heads.lexicons.kindCues.group.does.sure.has(verb?.lemma ?? '');

export const titled: Cue = (mention) => {
  const { document, tools, span, isArticled } = mention;
  if (isArticled || isOfNounBehind(mention)) return undefined;
  const { tokens } = document;
  const { either } = tools.heads.lexicons.kindCues.person;
  const isEither = (token: Token | undefined): boolean => either.has(token?.lower ?? '');
  const before = tools.titles.endingAt(tokens, span.first - 1);
  // 'his private Caribbean island'
  const isAdjective = before !== undefined && tokens[before.last]?.upos === 'ADJ';
  if (before !== undefined && !isAdjective && !isEither(tokens[before.last]))
    return { person: before.word.type === 'honorific' ? 4 : 2.5 };
  const around = [
    ...tokens.slice(Math.max(0, span.first - 6), span.first),
    ...tokens.slice(span.last + 1, span.last + 7),
  ];
  if (around.some(isEither) || /^(ADP|PRON|SCONJ|ADV)$/.test(tokens[span.last + 2]?.upos ?? ''))
    return undefined;
  if (describedAsBody(document, span, tools) || isTitleOfNext(mention)) return undefined;
  if (titleBeside(document, span, tools)) return { person: 2.5 };
  return hasTradeBehind(mention) ? { person: 1.5 } : undefined;
};

/** 'veteran Nollywood actress', 'his wife, Democratic nominee X': the word tells of the noun behind it. */
const isOfNounBehind = ({ span, modifies, after }: Mention): boolean =>
  span.first === span.last && modifies && after !== undefined && !isCapitalised(after.text);

/** 'in Sioux Falls, Gov. Kristi Noem said': the title behind the comma is that of the name behind it. */
function isTitleOfNext({ document: { tokens }, tools, span, after }: Mention): boolean {
  if (after?.text !== ',') return false;
  for (let at = span.last + 2; at < span.last + 6; at++) {
    const word = tokens[at];
    if (word === undefined || !isCapitalised(word.text)) return false;
    if (tools.titles.endingAt(tokens, at) !== undefined) return isCapitalised(tokens[at + 1]?.text ?? '');
  }
  return false;
}

/** 'X, the beet grower whose …': a common noun for who does something, which names no body; 'a miner' may be a firm. */
function hasTradeBehind({ document: { tokens }, tools, span, after }: Mention): boolean {
  if (after?.text !== ',' || tokens[span.last + 2]?.lower !== 'the') return false;
  const phrase = tokens.slice(span.last + 3, span.last + 7);
  const end = phrase.findIndex(({ upos }) => !/^(ADJ|NOUN)$/.test(upos));
  const noun = phrase[end - 1];
  return (
    noun?.upos === 'NOUN' &&
    tools.titles.isAgent(noun.lower) &&
    tools.heads.commonKind(noun.lower) === undefined
  );
}

/** 'X, 34,', 'X, a 61-year-old', 'X (34)', 'X, born in 1956', 'X (right)'. */
export const aged: Cue = ({ document, span, after }) => {
  const { tokens } = document;
  const [second, third, fourth] = [2, 3, 4].map((step) => tokens[span.last + step]);
  if (hasAge(document, span)) return { person: 3 };
  if (after?.text === ',' && /^(aged|born)$/.test(second?.lower ?? '')) return { person: 2.5 };
  const years = [second, third, fourth].find((token) => /year-old/.test(token?.lower ?? ''));
  if (after?.text === ',' && years !== undefined) return { person: 3 };
  if (
    after?.text === ',' &&
    /^an?$/.test(second?.lower ?? '') &&
    /^\d\d$/.test(third?.text ?? '') &&
    fourth?.text === '-'
  )
    return { person: 3 };
  const closed = third?.text === ')';
  return after?.text === '(' &&
    closed &&
    /^(\d\d|left|right|centre|center|pictured)$/.test(second?.lower ?? '')
    ? { person: 2.5 }
    : undefined;
};

/** 'the brother-in-law of X'. */
function isKinOf({ document: { tokens }, tools, preposition, isArticled }: Mention): boolean {
  if (preposition?.lower !== 'of' || isArticled) return false;
  const { kin } = tools.heads.lexicons.nameParts;
  const noun = tokens[preposition.i - 1];
  const isInLaw = noun?.lower === 'law' && tokens[preposition.i - 3]?.lower === 'in';
  return kin.has(noun?.lower ?? '') || (isInLaw && kin.has(tokens[preposition.i - 5]?.lower ?? ''));
}

/** 'X, a cousin of the general', 'X, his younger brother,'. */
function hasKinBehind({ document: { tokens }, tools, span, after }: Mention): boolean {
  if (after?.text !== ',') return false;
  const phrase = tokens.slice(span.last + 2, span.last + 7);
  const at = phrase.findIndex(({ upos }) => !/^(DET|PRON|ADJ|NUM)$/.test(upos));
  const isDescribed = at > 0 && tools.heads.lexicons.nameParts.kin.has(phrase[at]?.lower ?? '');
  return isDescribed && /^(of|to|and|,|\.|—|–)$/.test(phrase[at + 1]?.lower ?? '');
}

/** "X is the negotiator's cousin", "the owner, X, is the negotiator's cousin". */
function isKin({ document, tools, head, governor }: Mention): boolean {
  if (governor === undefined) return false;
  const isOfSubject = hasRelation(head, 'appos') && hasRelation(governor, 'nsubj');
  const told = isOfSubject ? document.tokens[governor.head] : governor;
  const isTold = isOfSubject || hasRelation(head, 'nsubj');
  return isTold && told?.upos === 'NOUN' && tools.heads.lexicons.nameParts.kin.has(told.lower);
}

/** 'his wife, X', 'X and her husband', 'the son of X', 'X, a cousin of'. */
export const related: Cue = (mention) => {
  const { document, tools, span, before, isArticled } = mention;
  const { tokens } = document;
  if (isOfNounBehind(mention)) return undefined;
  if (isKinOf(mention)) return { person: 2 };
  if (hasKinBehind(mention) || isKin(mention)) return { person: 3 };
  const { kin } = tools.heads.lexicons.nameParts;
  const noun = before?.text === ',' ? tokens[before.i - 1] : before;
  if (noun !== undefined && !isArticled && kin.has(noun.lower)) return { person: 3 };
  const [and, whose, other] = [1, 2, 3].map((step) => tokens[span.last + step]);
  return and?.lower === 'and' && /^(his|her)$/.test(whose?.lower ?? '') && kin.has(other?.lower ?? '')
    ? { person: 2.5 }
    : undefined;
};

/** 'Girmai Tesfazion' where 'Girmai' stands alone as somebody, or beside somebody. */
export const calledByPart: Cue = ({ document, span }) => {
  const evidence = span.first < span.last ? partEvidence(document, span) : 0;
  return evidence > 0 ? { person: 0.75 * evidence } : undefined;
};

/** 'X himself', and 'himself' or 'herself' in the clause that the name is the subject of. */
export const reflexive: Cue = ({ document: { tokens }, head, governor, after }) => {
  if (/^(himself|herself)$/.test(after?.lower ?? '')) return { person: 3 };
  if (governor?.upos !== 'VERB' || !hasRelation(head, 'nsubj')) return undefined;
  const own = tokens
    .slice(governor.i + 1, governor.i + 6)
    .find(({ lower }) => /^(himself|herself)$/.test(lower));
  return own?.sentence === governor.sentence ? { person: 2 } : undefined;
};

/** "Labour's X", and "CNN's Wolf Blitzer": what else a newsroom has bears no given name. */
export const ofBody: Cue = ({ document, tools, span, before }) => {
  if (before === undefined || !isPossessive(before)) return undefined;
  if (isOwnedBy('party', document, span, tools)) return { person: 1.5 };
  const isReporter =
    isGivenNameFirst(document, span, tools.heads) && isOwnedBy('media', document, span, tools);
  return isReporter ? { person: 1.25 } : undefined;
};

/** 'X left early. She was tired': the next sentence begins with the pronoun of its subject. */
export const takenUp: Cue = ({ document: { sentences, tokens }, head, governor }) => {
  const next = sentences[head.sentence + 1];
  if (!hasRelation(head, 'nsubj') || governor?.deprel !== 'root' || next === undefined) return undefined;
  return /^(he|she|his|her)$/.test(tokens[next.first]?.lower ?? '') ? { person: 1.25 } : undefined;
};
