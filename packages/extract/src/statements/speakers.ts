import { tokenOf, type AnnotatedDocument } from '@dragoman/nlp';
import {
  fromAgent,
  fromColon,
  fromHow,
  fromNameBehind,
  fromSubject,
  fromTopic,
  fromVerbBeside,
} from './clause-speakers.ts';
import { TELLING, type Cue } from './cues.ts';
import { isInFrame, type PlacedQuotation, type QuotationLayout } from './layout.ts';
import {
  followsDirectly,
  governs,
  introduces,
  isPart,
  isWithin,
  nearest,
  opensRightBefore,
  sentencesOf,
} from './placement.ts';
import { behind, below, fromBeat, fromLineAbove, nextTo, opensParagraph, predicateOf } from './neighbours.ts';
import { nameBehind, parenthetical, subjectByOrder } from './order.ts';
import { speakingOf, type Speaking, type SpeakerRule } from './speaking.ts';
import { fromNounBehind, fromOwnedNoun, fromOwner, fromPossessive, type WordNouns } from './word-nouns.ts';

/** Gives every quotation its speaker, in text order. */
export function assignSpeakers(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  cues: readonly Cue[],
  lexicon: WordNouns,
): Speaking[] {
  const spoken: Speaking[] = [];
  for (const quotation of layout.quotations) {
    const near = cuesAround(cues, quotation).filter(({ token }) => isInFrame(layout, token, quotation));
    const frame = near.filter(({ token }) => layout.paragraphAt[token] === quotation.paragraph);
    const speaking =
      (quotation.block ? fromLineAbove(doc, layout, quotation, near, lexicon) : undefined) ??
      fromCues(doc, layout, quotation, frame, lexicon) ??
      fromBeat(doc, layout, quotation, frame) ??
      fromEarlier(doc, layout, quotation, spoken) ??
      behind(doc, layout, quotation) ??
      nextTo(doc, layout, quotation, frame) ??
      below(doc, layout, quotation, near);
    spoken.push(speaking ?? speakingOf(quotation, 'none', undefined, undefined));
  }
  return spoken;
}

/** A cue beside a quotation is at most so many tokens from it. */
const BESIDE = 9;

/** Cues further from a quotation, in tokens, do not tell who speaks it. */
const WINDOW = 150;

function cuesAround(cues: readonly Cue[], { tokens }: PlacedQuotation): readonly Cue[] {
  return cues.slice(firstFrom(cues, tokens.start - WINDOW), firstFrom(cues, tokens.end + WINDOW));
}

/** The index of the first cue at or after a token, by halving: cues come in text order. */
function firstFrom(cues: readonly Cue[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.token ?? Infinity) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The best cue of the sentence. Beside a whole quotation a cue stands right after or right before the marks; a fragment belongs
 * to the clause that it is part of.
 */
function fromCues(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
  lexicon: WordNouns,
): Speaking | undefined {
  const sourced = cues
    .map((cue) => withSourceOutside(doc, cue, quotation))
    .filter((cue) => cue.source !== undefined && !isWithin(cue.source, quotation))
    .filter(({ reported, lemma }) => !(reported && SHOWING.has(lemma)));
  const reporting = sourced.filter((cue) => cue.kind !== 'attitude' && cue.kind !== 'noun');
  const pick = (rule: SpeakerRule, cue: Cue | undefined): Speaking | undefined =>
    cue && speakingOf(quotation, rule, cue.source, cue);
  const follows = () =>
    pick(
      'follows',
      reporting.find((cue) => followsDirectly(doc, layout, quotation, cue)),
    );
  const introduced = () =>
    pick(
      'introduced',
      reporting.findLast((cue) => introduces(doc, layout, quotation, cue)),
    );
  const governed = () => {
    const governing = sourced.filter((cue) => governs(doc, quotation, cue));
    const near = nearest(governing, quotation);
    const inserted = near?.kind === 'attitude' ? insertedIn(doc, reporting, quotation) : undefined;
    return pick('governed', inserted ?? near);
  };
  /** '… a “lawful source,” as the ministry put it': the comma in the marks goes with the cue. */
  const afterComma = () => {
    if (!doc.text.slice(quotation.start, quotation.end).endsWith(',')) return undefined;
    const after = follows();
    return after?.cue !== undefined && after.cue.token - quotation.tokens.end <= BESIDE ? after : undefined;
  };
  const sentences = sentencesOf(doc, quotation);
  const inSentence = () =>
    pick(
      'same-sentence',
      nearest(
        reporting.filter((cue) => sentences.has(tokenOf(doc, cue.token).sentence)),
        quotation,
      ),
    );
  if (!isPart(doc, quotation)) {
    const opening = introduced();
    if (opening?.cue !== undefined && opensRightBefore(doc, layout, quotation, opening.cue)) return opening;
    return (
      fromHow(doc, quotation) ??
      fromNounBehind(doc, quotation, lexicon) ??
      follows() ??
      fromOwnedNoun(doc, quotation, lexicon) ??
      opening ??
      governed() ??
      fromPossessive(doc, quotation) ??
      fromVerbBeside(doc, layout, quotation) ??
      fromNameBehind(doc, quotation) ??
      fromColon(doc, layout, quotation, lexicon) ??
      inSentence()
    );
  }
  const byCue =
    fromAgent(doc, quotation, cues) ??
    introduced() ??
    afterComma() ??
    governed() ??
    follows() ??
    fromVerbBeside(doc, layout, quotation);
  if (byCue?.cue?.kind === 'judgement') return byCue;
  const owned = fromOwner(doc, quotation, lexicon.courses);
  if (owned?.source !== undefined) return owned;
  const ofNoun = fromOwnedNoun(doc, quotation, lexicon);
  if (ofNoun !== undefined) return ofNoun;
  return (
    byCue ??
    fromHow(doc, quotation) ??
    fromNounBehind(doc, quotation, lexicon) ??
    fromPossessive(doc, quotation) ??
    owned ??
    fromTopic(doc, quotation) ??
    predicateOf(doc, layout, quotation, cues) ??
    fromSubject(doc, quotation) ??
    inSentence()
  );
}

/** Verbs whose object is words only where no other cue reports the clause: 'the judge said that he had shown “no remorse”'. */
const SHOWING = new Set([
  'show',
  'demonstrate',
  'illustrate',
  'express',
  'offer',
  'deliver',
  'list',
  'reveal',
  'signal',
  'determine',
]);

/** 'his name, said Ana Lopes, was found “twice”': a clause between commas tells who says the sentence that a thought is part of. */
function insertedIn(
  doc: AnnotatedDocument,
  reporting: readonly Cue[],
  quotation: PlacedQuotation,
): Cue | undefined {
  const sentences = sentencesOf(doc, quotation);
  return reporting.findLast(
    ({ token, source }) =>
      token < quotation.tokens.start &&
      sentences.has(tokenOf(doc, token).sentence) &&
      parenthetical(doc, token)?.i === source,
  );
}

/** A cue whose source the tree puts into the quoted words has the one that the order of the words tells. */
function withSourceOutside(doc: AnnotatedDocument, cue: Cue, quotation: PlacedQuotation): Cue {
  if (cue.source === undefined || !isWithin(cue.source, quotation)) return cue;
  const ordered = nameBehind(doc, cue.token) ?? subjectByOrder(doc, cue.token);
  const isTold = ordered !== undefined && ordered.i > cue.token && TELLING.has(cue.lemma);
  return { ...cue, source: isTold ? undefined : ordered?.i };
}

/** Among so many quotations before one its speaker may be found. */
const LOOK_BACK = 12;

/** The speaker of an earlier quotation: it went on over the paragraphs, or the same paragraph or the next goes on quoting. */
function fromEarlier(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  spoken: readonly Speaking[],
): Speaking | undefined {
  const earlier = spoken
    .slice(-LOOK_BACK)
    .findLast((other) => other.quotation.inside === quotation.inside && other.source !== undefined);
  if (earlier === undefined) return undefined;
  const distance = quotation.paragraph - earlier.quotation.paragraph;
  if (earlier.quotation.continues && distance === 1)
    return speakingOf(quotation, 'continued', earlier.source, earlier.cue);
  if (isInterrupted(doc, earlier.quotation, quotation))
    return speakingOf(quotation, 'continued', earlier.source, earlier.cue);
  const carries = distance === 0 || (distance === 1 && opensParagraph(layout, quotation));
  if (!carries || isPart(doc, quotation)) return undefined;
  return speakingOf(quotation, 'carried', earlier.source, earlier.cue);
}

/** How many characters a clause may take that interrupts a quotation. */
const INTERRUPTION = 120;

/** '"…," she went on, "…"': commas on both sides of the clause between two parts of one quotation. */
function isInterrupted(doc: AnnotatedDocument, earlier: PlacedQuotation, later: PlacedQuotation): boolean {
  const between = doc.text.slice(earlier.outerEnd, later.outerStart);
  return (
    earlier.index === later.index - 1 &&
    between.length <= INTERRUPTION &&
    doc.text.charAt(earlier.end - 1) === ',' &&
    /^[^.!?\n“”"]+,\s*$/.test(between)
  );
}
