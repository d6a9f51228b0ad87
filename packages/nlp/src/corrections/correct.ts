/** Corrections of the network's names, in order. Each was measured on held-out corpora before it went in (packages/bench, nlp). */
import type { Entity, Token } from '../document.ts';
import type { FeatureLists } from '../model/lists.ts';
import { acronyms, surnames, wordAcronyms } from './consistency.ts';
import type { NameContext, NameCorrection } from './context.ts';
import { hyphenatedNames, partyAndState } from './hyphens.ts';
import {
  dropTimes,
  knownKinds,
  listedMissing,
  organisationEndings,
  placesByPreposition,
  ruledBodies,
} from './kinds.ts';
import { nameLexicon } from './lexicon.ts';
import { dropBareTitles, nameAfterTitle, splitAtTitles, stripTitles } from './titles.ts';

/** Corrections that a sentence alone allows. */
export const sentenceCorrections: readonly NameCorrection[] = [
  dropTimes,
  partyAndState,
  nameAfterTitle,
  hyphenatedNames,
  organisationEndings,
  knownKinds,
];

/** Corrections that need the whole text, or that go against how some corpora annotate. */
export const documentCorrections: readonly NameCorrection[] = [
  splitAtTitles,
  stripTitles,
  dropBareTitles,
  listedMissing,
  acronyms,
  wordAcronyms,
  placesByPreposition,
  surnames,
  ruledBodies,
];

export interface CorrectionOptions {
  lists: FeatureLists;
  /** Adds what only several sentences tell. */
  isWholeText: boolean;
  /** The user's own names, applied last. */
  own?: NameCorrection | undefined;
}

/** Names in text order, corrected. */
export function correctNames(
  entities: readonly Entity[],
  tokens: readonly Token[],
  { lists, isWholeText, own }: CorrectionOptions,
): Entity[] {
  const context: NameContext = { tokens, lists, lexicon: nameLexicon() };
  const corrections = [
    ...sentenceCorrections,
    ...(isWholeText ? documentCorrections : []),
    ...(own === undefined ? [] : [own]),
  ];
  return corrections.reduce<Entity[]>((names, correct) => correct(names, context), [...entities]);
}
