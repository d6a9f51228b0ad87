import { child, children, headOf, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { occurrencesOf, tokensTagged } from '../word-index.ts';
import { personBehind } from './person-behind.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words may stand between a noun for a relative and the name: 'a daughter, the botanist X'. */
const longestTitle = 5;
const titleWords = /^(DET|NOUN|ADJ|PROPN)$/;

/** 'X is survived by his wife, Y, and a son, Z', 'X leaves a widow, Y': the relatives of somebody dead, whose words have no owner of their own. */
export function survivors(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const verbs = tokensTagged(sources.context.document, 'VERB').filter(({ lemma }) =>
    /^(survive|leave)$/.test(lemma),
  );
  return verbs.flatMap((verb) => {
    const dead = subjectOf(sources, verb);
    if (dead === undefined) return [];
    const nouns = tokens.filter(
      ({ i, sentence, lemma, upos }) =>
        sentence === verb.sentence && i > verb.i && upos === 'NOUN' && sources.lexicon.kin.has(lemma),
    );
    return nouns.flatMap((noun) => {
      const name = tokens[noun.i - 1]?.upos === 'DET' ? namedOverComma(sources, noun) : undefined;
      return name === undefined || name.entity === dead
        ? []
        : [kin(name.entity, dead, noun, 'relations.survivor')];
    });
  });
}

/** Of whom a passive 'survived' or an active 'leaves' is told. */
function subjectOf(sources: RelationSources, verb: Token): string | undefined {
  const { document } = sources.context;
  const isSurvived = verb.lemma === 'survive';
  if (isSurvived !== (verb.xpos === 'VBN')) return undefined;
  const subjects = children(document, verb.i).filter(({ deprel }) =>
    isSurvived ? deprel === 'nsubj:pass' : deprel === 'nsubj',
  );
  return subjects
    .flatMap(({ i }) => sources.actors.named([i]))
    .find((id) => sources.table.byId(id)?.kind === 'person');
}

/** The person named over a comma behind a noun, with a title before the name at most. */
function namedOverComma(sources: RelationSources, noun: Token): Mention | undefined {
  const comma = sources.context.document.tokens[noun.i + 1];
  return comma?.text === ',' ? personBehind(sources, comma.i, titleWords, longestTitle + 1) : undefined;
}

const kin = (from: string, to: string, { i }: Token, rule: string, denied = false): FoundRelation => ({
  type: 'FAMILY_OF',
  from,
  to,
  trigger: i,
  rule,
  confidence: 0.75,
  ...(denied ? { denied } : {}),
});

/** 'X, no relation of the union leader, Y', 'X and Y are not related': that two are of no family. */
export function noRelations(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  const { tokens } = document;
  const none = occurrencesOf(document, ['relation', 'relative', 'kin']).flatMap((noun) => {
    if (tokens[noun.i - 1]?.lower !== 'no' || !/^(of|to)$/.test(tokens[noun.i + 1]?.lower ?? '')) return [];
    const from = personBefore(sources, noun.i - 2);
    const to = personFrom(sources, noun.i + 2);
    return from === undefined || to === undefined || from === to
      ? []
      : [kin(from, to, noun, 'relations.no-relation', true)];
  });
  const unrelated = occurrencesOf(document, ['related', 'unrelated']).flatMap((word) => {
    const isDenied = word.lower === 'unrelated' || sources.roles.at(word.i).negated;
    const subject = child(document, word.i, 'nsubj');
    if (!isDenied || subject === undefined || tokens[word.i + 1]?.lower === 'to') return [];
    const joined = [subject, ...children(document, subject.i, 'conj')].flatMap(({ i }) =>
      sources.actors.named([i]),
    );
    const [from, to, third] = joined.filter((id) => sources.table.byId(id)?.kind === 'person');
    return from === undefined || to === undefined || third !== undefined
      ? []
      : [kin(from, to, word, 'relations.no-relation', true)];
  });
  return [...none, ...unrelated];
}

/** Over 'who is', a comma or a bracket to the name before. */
function personBefore(sources: RelationSources, from: number): string | undefined {
  const { tokens } = sources.context.document;
  let at = from;
  while (/^(is|was|who|,|\(|but|and|though|although)$/.test(tokens[at]?.lower ?? '')) at--;
  const name = nameUpTo(sources, at) ?? sources.table.mentionHeadedBy(at);
  return name !== undefined && sources.table.byId(name.entity)?.kind === 'person' ? name.entity : undefined;
}

/** The person named from a token on, or behind a title that begins there; else whom the noun stands for. */
function personFrom(sources: RelationSources, first: number): string | undefined {
  const { tokens } = sources.context.document;
  const isPerson = (mention: Mention | undefined): mention is Mention =>
    mention !== undefined && sources.table.byId(mention.entity)?.kind === 'person';
  for (let at = first; at <= first + longestTitle; at++) {
    const name = nameFrom(sources, at);
    if (name !== undefined) return isPerson(name) ? name.entity : undefined;
    const nominal = sources.table.mentionsAt(at).find(isPerson);
    if (nominal !== undefined && tokens[at + 1]?.text !== ',') return nominal.entity;
    if (!titleWords.test(tokens[at]?.upos ?? '') && tokens[at]?.text !== ',') return undefined;
  }
  return undefined;
}

/** 'X, whose sister is married to Y': two families that a marriage joins. */
export function inLaws(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return occurrencesOf(document, ['whose']).flatMap((whose) => {
    const relative = document.tokens[whose.i + 1];
    const verb = relative === undefined ? undefined : headOf(document, relative.i);
    if (relative === undefined || verb?.lemma !== 'marry' || !sources.lexicon.kin.has(relative.lemma))
      return [];
    const owner = personBefore(sources, whose.i - 1);
    const { object = [], to = [] } = sources.roles.at(verb.i).slots;
    const other = [...to, ...object]
      .flatMap((token) => sources.actors.named([token]))
      .find((id) => sources.table.byId(id)?.kind === 'person' && id !== owner);
    return owner === undefined || other === undefined
      ? []
      : [kin(owner, other, relative, 'relations.in-law')];
  });
}
