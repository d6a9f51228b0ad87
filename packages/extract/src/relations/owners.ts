import { children, headOf, sentenceOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { nameUpTo } from './phrases.ts';
import type { RelationSources } from './source.ts';

/** Does a possessive stand right before an adjective: 'her' in 'her Republican opponent'? */
export function ownsBefore(sources: RelationSources, at: number): boolean {
  const token = sources.context.document.tokens[at];
  return token !== undefined && (isPossessive(token) || /^(its|his|her|their)$/.test(token.lower));
}

/** 'X and his nephew Y': whose the second of two is, whoever the pronoun may stand for elsewhere; not behind 'his wife X'. */
export function joinedBefore(sources: RelationSources, pronoun: number): Mention | undefined {
  const { tokens } = sources.context.document;
  const name = tokens[pronoun - 1]?.lower === 'and' ? nameUpTo(sources, pronoun - 2) : undefined;
  if (name?.form !== 'name' || sources.lexicon.kin.has(tokens[name.first - 1]?.lemma ?? '')) return undefined;
  const isThing = tokens[pronoun]?.lower === 'its';
  return (sources.table.byId(name.entity)?.kind === 'person') !== isThing ? name : undefined;
}

/**
 * 'X resigned; her successor, Y, …', 'X was listed. His lawyer, Y, …': the one person named before a pronoun in its sentence, or in the one
 * before, where nobody is known to be meant.
 */
export function onlyPersonBefore(sources: RelationSources, pronoun: Token): Mention | undefined {
  if (!/^(his|her)$/.test(pronoun.lower)) return undefined;
  const { document } = sources.context;
  const { first } = sentenceOf(document, pronoun.i);
  const here = peopleNamed(sources, first, pronoun.i);
  const people =
    here.length > 0 || first === 0
      ? here
      : peopleNamed(sources, sentenceOf(document, first - 1).first, first);
  return people.every(({ entity }) => entity === people[0]?.entity) ? people.at(-1) : undefined;
}

/** People named from a token on, before another. */
const peopleNamed = (sources: RelationSources, first: number, end: number): Mention[] =>
  sources.table.mentions.filter(
    (mention) =>
      mention.form === 'name' &&
      mention.first >= first &&
      mention.last < end &&
      sources.table.byId(mention.entity)?.kind === 'person',
  );

/** How many words of a description may stand before 'whose': 'a haulage company in Kaunas whose owner'. */
const longestDescription = 7;

/** 'Nemuno Kryptis, a haulage company in Kaunas whose owner, …': the name before the comma that a description follows. */
export function describedBefore(sources: RelationSources, whose: number): Mention | undefined {
  const { tokens } = sources.context.document;
  for (let at = whose - 1; at >= whose - longestDescription; at--) {
    const token = tokens[at];
    if (token === undefined || /^(VERB|AUX|PUNCT)$/.test(token.upos)) return undefined;
    if (token.upos !== 'DET' || tokens[at - 1]?.text !== ',') continue;
    const name = nameUpTo(sources, at - 2);
    return name?.form === 'name' ? name : undefined;
  }
  return undefined;
}

/** 'X, who plays for Y and whose cousin, Z, …': what the clause of 'whose' hangs on. */
export function relativeOwner(sources: RelationSources, whose: number): Mention | undefined {
  const { document } = sources.context;
  let above = headOf(document, whose);
  for (let depth = 0; above !== undefined && depth < 5; depth++) {
    if (above.deprel.startsWith('acl')) {
      const noun = headOf(document, above.i);
      const beside =
        noun === undefined
          ? []
          : [noun, ...children(document, noun.i, 'appos'), ...children(document, noun.i, 'flat')];
      return beside.map(({ i }) => sources.table.mentionAt(i)).find((mention) => mention?.form === 'name');
    }
    above = headOf(document, above.i);
  }
  return undefined;
}
