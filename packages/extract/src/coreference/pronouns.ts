import { type Chain, nullFeatures, pairFeatures, pronounClass, quotedTokens } from './features.ts';
import { type PronounWeights, scoreOf } from './model.ts';
import type { Phrase, PhraseContext } from './phrases.ts';

/** A phrase a pronoun may refer to, with the features of the pair. */
export interface Candidate {
  readonly phrase: Phrase;
  readonly features: readonly string[];
}

/** What was decided for a pronoun: its antecedent, or undefined where it refers to nothing said before. */
export interface Resolution {
  readonly pronoun: Phrase;
  readonly antecedent: Phrase | undefined;
}

const sentencesBack = 4;
const sentencesBackForPeople = 6;

/** The chains of an article while its pronouns are read in order. */
export class Chains {
  readonly #of = new Map<number, Chain>();
  readonly #byEntity = new Map<string, Chain>();

  /** The chain of a phrase; makes it from the phrase alone, or from its entity's earlier names. */
  of(phrase: Phrase): Chain {
    const known = this.#of.get(phrase.index);
    if (known !== undefined) return known;
    const same = phrase.entity === undefined ? undefined : this.#byEntity.get(phrase.entity);
    const chain: Chain = same ?? {
      phrases: [],
      nature: phrase.nature,
      sex: phrase.sex,
      plural: phrase.plural,
      entity: phrase.entity,
    };
    if (phrase.entity !== undefined) this.#byEntity.set(phrase.entity, chain);
    this.#add(chain, phrase);
    return chain;
  }

  /** Puts a phrase in the chain of another. What it tells of sex fills what was unknown. */
  join(phrase: Phrase, antecedent: Phrase): void {
    const chain = this.of(antecedent);
    this.#add(chain, phrase);
    chain.sex ??= phrase.sex;
  }

  #add(chain: Chain, phrase: Phrase): void {
    chain.phrases.push(phrase);
    this.#of.set(phrase.index, chain);
  }
}

/** The phrases before a pronoun that it may refer to, nearest first, with their features. */
export function candidatesFor(
  context: PhraseContext,
  pronoun: Phrase,
  phrases: readonly Phrase[],
  chains: Chains,
  quoted: readonly boolean[],
): Candidate[] {
  const found: Candidate[] = [];
  const reach = pronoun.sex === undefined ? sentencesBack : sentencesBackForPeople;
  for (let i = pronoun.index - 1; i >= 0; i--) {
    const phrase = phrases[i];
    if (phrase === undefined || pronoun.sentence - phrase.sentence > reach) break;
    if (phrase.first <= pronoun.head && pronoun.head <= phrase.last) continue;
    found.push({
      phrase,
      features: pairFeatures(context, pronoun, phrase, chains.of(phrase), found.length, quoted),
    });
  }
  return found;
}

/** Resolves all third-person pronouns of a document in text order; `onResolved` sees each decision as it is made. */
export function resolvePronouns(
  context: PhraseContext,
  phrases: readonly Phrase[],
  chains: Chains,
  weights: PronounWeights,
): Resolution[] {
  const quoted = quotedTokens(context.document);
  const resolutions: Resolution[] = [];
  for (const phrase of phrases) {
    if (phrase.form !== 'pronoun') {
      chains.of(phrase);
      continue;
    }
    const kind = pronounClass(phrase);
    let best: Phrase | undefined;
    const all = unbound(candidatesFor(context, phrase, phrases, chains, quoted));
    const owners = ownersOf(context, phrase, all, chains);
    // 'he', 'she' and the owner of a post always refer to somebody; else 'it' and 'they' may refer to nothing.
    const always = kind === 'he' || owners !== undefined;
    let bestScore = always ? -Infinity : scoreOf(weights, kind, nullFeatures(context.document, phrase));
    for (const candidate of owners ?? all) {
      const score = scoreOf(weights, kind, candidate.features);
      if (score > bestScore) [best, bestScore] = [candidate.phrase, score];
    }
    if (best !== undefined) chains.join(phrase, best);
    resolutions.push({ pronoun: phrase, antecedent: best });
  }
  return resolutions;
}

/** Nobody receives themselves as 'her': whoever the verb of the pronoun has already is left out, unless there is nobody else. */
function unbound(candidates: readonly Candidate[]): readonly Candidate[] {
  const free = candidates.filter(({ features }) => !features.includes('bound'));
  return free.length > 0 ? free : candidates;
}

/** The bodies before 'its chief executive', 'its spokeswoman': whoever has posts is a body. Undefined for other pronouns. */
function ownersOf(
  context: PhraseContext,
  pronoun: Phrase,
  candidates: readonly Candidate[],
  chains: Chains,
): readonly Candidate[] | undefined {
  const token = context.document.tokens[pronoun.head];
  const owned = token?.deprel === 'nmod:poss' ? context.document.tokens[token.head] : undefined;
  if (
    token?.lower !== 'its' ||
    owned === undefined ||
    context.reader.postKind(owned.lemma.toLowerCase()) === undefined
  )
    return undefined;
  const bodies = candidates.filter(({ phrase }) => chains.of(phrase).nature === 'group');
  const named = bodies.filter(({ phrase }) => chains.of(phrase).entity !== undefined);
  return named.length > 0 ? named : bodies.length > 0 ? bodies : undefined;
}
