import { child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import { coordinated } from '../roles/coordination.ts';
import { occurrencesOf, tokensTagged } from '../word-index.ts';
import { patternsByTrigger } from './lexicon.ts';
import { isNegated } from './patterns.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** What two are to each other: 'close allies', 'an alliance between'. */
export function mutualRelations(sources: RelationSources): FoundRelation[] {
  return [...calledMutual(sources), ...betweenTwo(sources), ...families(sources)];
}

/** 'Pakistan and China are close allies', 'the rivals Iran and Saudi Arabia': each of two is that to the other; told once. */
function calledMutual(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const byTrigger = patternsByTrigger(sources.lexicon);
  const plurals = document.tokens.filter(({ xpos }) => xpos === 'NNS');
  return plurals.flatMap((noun) => {
    const type = byTrigger.NOUN.get(noun.lemma.toLowerCase())?.[0]?.type;
    if (
      (type !== 'ALLIED_WITH' && type !== 'OPPOSES') ||
      hasOther(sources, noun.i) ||
      isNegated(sources, noun.i)
    )
      return [];
    const subjects = child(document, noun.i, 'cop') === undefined ? [] : children(document, noun.i, 'nsubj');
    const beside = children(document, noun.i).filter(
      ({ deprel, i }) => /^(appos|flat)/.test(deprel) && i > noun.i,
    );
    return ofTwo(
      sources,
      type,
      noun,
      [...subjects, ...beside].map(({ i }) => i),
    );
  });
}

/** 'X and Y were married in 1990', 'X and Y are siblings', 'X and Y have two children': two people who are family to each other. */
function families(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const verbs = occurrencesOf(document, ['married', 'marry', 'wed', 'divorced', 'divorce']).filter(
    ({ i, upos }) => /^(VERB|ADJ)$/.test(upos) && child(document, i, 'obj') === undefined,
  );
  const nouns = occurrencesOf(document, [
    'siblings',
    'cousins',
    'brothers',
    'sisters',
    'twins',
    'spouses',
  ]).filter(({ i }) => child(document, i, 'cop') !== undefined && !hasOther(sources, i));
  const parents = occurrencesOf(document, [
    'children',
    'sons',
    'daughters',
    'child',
    'son',
    'daughter',
  ]).flatMap((child) => {
    const verb = hasRelation(child, 'obj') ? headOf(document, child.i) : undefined;
    return verb?.lemma === 'have' ? [verb] : [];
  });
  return [...verbs, ...nouns, ...parents].flatMap((told) => {
    const subjects = children(document, told.i, 'nsubj').map(({ i }) => i);
    return isNegated(sources, told.i) || hasPhrase(sources, told)
      ? []
      : ofTwo(sources, 'FAMILY_OF', told, subjects).filter(({ from, to }) =>
          [from, to].every((end) => sources.table.byId(end)?.kind === 'person'),
        );
  });
}

/** 'X and Y are married to brothers': whom each is tied to is told. */
const hasPhrase = (sources: RelationSources, { i }: Token): boolean =>
  children(sources.context.document, i).some(
    ({ deprel, i: phrase }) =>
      /^(obl|nmod)/.test(deprel) &&
      /^(to|of|from)$/.test(child(sources.context.document, phrase, 'case')?.lower ?? ''),
  );

/** The relation that a noun tells of the actors at some tokens, where they are two. */
function ofTwo(
  sources: RelationSources,
  type: string,
  noun: Token,
  tokens: readonly number[],
): FoundRelation[] {
  const { document } = sources.context;
  const [first, second, third] = sources.actors.actors(
    tokens.flatMap((token) => coordinated(document, token)),
  );
  if (first === undefined || second === undefined || third !== undefined) return [];
  const rule = `relations.mutual.${noun.lemma}`;
  return [{ type, from: first, to: second, trigger: noun.i, rule, confidence: 0.7 }];
}

/** "Iran's allies", 'allies of Iran': the other one is told, so the list is not of each other. */
function hasOther(sources: RelationSources, noun: number): boolean {
  const { possessive = [], of = [], modifier = [] } = sources.roles.at(noun).slots;
  return sources.actors.actors([...possessive, ...of, ...modifier]).length > 0;
}

/** 'the alliance between X and Y', 'a coalition of X and Y', 'the feud between X and Y': two that a noun in the singular joins. */
function betweenTwo(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { NOUN } = patternsByTrigger(sources.lexicon);
  return tokensTagged(document, 'NOUN').flatMap((noun) => {
    if (!/^(between|of)$/.test(document.tokens[noun.i + 1]?.lower ?? '')) return [];
    const pattern = NOUN.get(noun.lemma.toLowerCase())?.find(
      ({ type, from }) => (type === 'ALLIED_WITH' || type === 'OPPOSES') && from.includes('between'),
    );
    const ofPeople = pattern?.same === true;
    if (pattern === undefined || isNegated(sources, noun.i)) return [];
    const { of = [], between = [] } = sources.roles.at(noun.i).slots;
    const isUnion = /^(coalition|alliance)$/.test(noun.lemma);
    const found = ofTwo(sources, pattern.type, noun, between.length > 0 ? between : isUnion ? of : []);
    return ofPeople ? found.filter(({ from }) => sources.table.byId(from)?.kind === 'person') : found;
  });
}
