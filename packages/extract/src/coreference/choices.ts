import type { AnnotatedDocument } from '@dragoman/nlp';
import { EntityTableBuilder } from '../entity-table.ts';
import { readNames } from '../names/names.ts';
import { contextOf, type CoreferenceTools, phraseContext } from './coreference.ts';
import { nullFeatures, pronounClass, type PronounClass, quotedTokens } from './features.ts';
import { findPhrases } from './phrases.ts';
import { candidatesFor, Chains } from './pronouns.ts';

/** A pronoun as training sees it: what it may refer to (nothing is one option), with features, the right ones marked. */
export interface TrainingChoice {
  readonly kind: PronounClass;
  readonly options: readonly { readonly features: readonly string[]; readonly right: boolean }[];
}

/** The choices of a document, its chains built by the right answers. `same` tells whether two head tokens are of one gold chain. */
export function antecedentChoices(
  document: AnnotatedDocument,
  tools: CoreferenceTools,
  same: (pronoun: number, candidate: number) => boolean,
): TrainingChoice[] {
  const table = new EntityTableBuilder();
  readNames(contextOf(document), table, tools.names);
  const context = phraseContext(document, table, tools);
  const phrases = findPhrases(context);
  const chains = new Chains();
  const quoted = quotedTokens(document);
  const choices: TrainingChoice[] = [];
  for (const phrase of phrases) {
    if (phrase.form !== 'pronoun') {
      chains.of(phrase);
      continue;
    }
    const options = candidatesFor(context, phrase, phrases, chains, quoted).map((candidate) => ({
      ...candidate,
      right: same(phrase.head, candidate.phrase.head),
    }));
    const antecedent = options.find(({ right }) => right)?.phrase;
    if (antecedent !== undefined) chains.join(phrase, antecedent);
    const nothing = { features: nullFeatures(document, phrase), right: antecedent === undefined };
    choices.push({ kind: pronounClass(phrase), options: [...options, nothing] });
  }
  return choices;
}
