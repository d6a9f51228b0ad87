import { coreferenceOf, createCoreferenceTools, type ReadCoreference } from '@dragoman/extract/coreference';
import { type GoldMention, type GumDocument, readGum } from './gum.ts';

/** Shares of right decisions, with how many there were. */
export interface CoreferenceScore {
  readonly pronouns: { readonly right: number; readonly of: number };
  readonly nominals: { readonly right: number; readonly of: number };
}

/** Third-person pronouns to the right chain and nominals joined to a name, on the genres given. */
export function scoreCoreference(part: 'train' | 'dev', genres: readonly string[]): CoreferenceScore {
  const tools = createCoreferenceTools();
  const pronouns = { right: 0, of: 0 };
  const nominals = { right: 0, of: 0 };
  for (const gum of readGum(part).filter(({ genre }) => genres.includes(genre))) {
    const read = coreferenceOf(gum.document, tools);
    addPronouns(gum, read, pronouns);
    addNominals(gum, read, nominals);
  }
  return { pronouns, nominals };
}

/** A pronoun counts where its chain was mentioned before; it is right where its antecedent is a mention of the same chain. */
function addPronouns(gum: GumDocument, read: ReadCoreference, score: { right: number; of: number }): void {
  const chainAt = chainsByHead(gum.mentions);
  for (const { pronoun, antecedent } of read.pronouns) {
    const chain = chainAt.get(pronoun.head);
    if (
      chain === undefined ||
      !gum.mentions.some((mention) => mention.chain === chain && mention.first < pronoun.head)
    )
      continue;
    score.of++;
    if (antecedent !== undefined && chainsAround(gum.mentions, antecedent.head).includes(chain))
      score.right++;
  }
}

/** A nominal joined to a named entity is right where its chain has a mention that is one of the entity's names. */
function addNominals(gum: GumDocument, read: ReadCoreference, score: { right: number; of: number }): void {
  for (const { head, names } of read.nominals) {
    const chains = chainsAround(gum.mentions, head);
    score.of++;
    if (names.some((name) => chainsAround(gum.mentions, name).some((chain) => chains.includes(chain))))
      score.right++;
  }
}

/** Chain by head token; the widest mention wins where several have one head. */
export function chainsByHead(mentions: readonly GoldMention[]): Map<number, string> {
  const sorted = mentions.toSorted((a, b) => a.last - a.first - (b.last - b.first));
  return new Map(sorted.map((mention) => [mention.head, mention.chain]));
}

function chainsAround(mentions: readonly GoldMention[], head: number): string[] {
  return mentions.filter((mention) => mention.head === head).map((mention) => mention.chain);
}
