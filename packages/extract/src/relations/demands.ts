import { children, headOf, type Token } from '@dragoman/nlp';
import type { FoundRelation, RelationSources } from './source.ts';

/** Verbs by which somebody demands, and what somebody in office does who is forced out. */
const demanding = /^(want|urge|ask|press|demand|call|tell|pressure)$/;
const leaving = /^(resign|quit|step|abdicate)$/;
/** What is demanded to be done to somebody: 'to be dismissed', 'sacked', 'gone'. */
const removal = /^(dismiss|sack|fire|remove|oust|impeach|depose|expel|recall|unseat)$/;
const departure = /^(resignation|ouster|removal|impeachment|dismissal|sacking|overthrow)$/;

/** 'The Dawn Bloc wants X to resign', "lawmakers demanded Y's resignation": who wants somebody out of office opposes them. */
export function demandedDepartures(sources: RelationSources): FoundRelation[] {
  const triggers = sources.context.document.tokens.filter(
    ({ upos, lemma, lower, deprel }) =>
      (upos === 'VERB' && (leaving.test(lemma) || removal.test(lemma) || lemma === 'go')) ||
      (upos === 'ADP' && lower === 'out' && deprel === 'compound:prt') ||
      (upos === 'NOUN' && (lemma === 'confidence' || departure.test(lemma))),
  );
  return triggers.flatMap((token) => {
    const found =
      isLeft(sources, token) || (token.xpos === 'VBN' && removal.test(token.lemma))
        ? demandedOf(sources, token)
        : token.lower === 'out'
          ? wantedOut(sources, token)
          : departure.test(token.lemma)
            ? demandedBy(sources, token)
            : token.lower === 'confidence'
              ? distrust(sources, token)
              : undefined;
    if (found === undefined) return [];
    const { asked, verb } = found;
    const predication = sources.roles.at(verb.i);
    if (predication.negated) return [];
    const to = sources.actors.named(asked)[0];
    return sources.actors
      .named(predication.slots['subject'] ?? [])
      .filter((from) => to !== undefined && from !== to)
      .map((from) => ({
        type: 'OPPOSES',
        from,
        to: to ?? '',
        trigger: token.i,
        rule: `relations.demand.${token.lemma}`,
        confidence: 0.6,
      }));
  });
}

interface Demand {
  readonly verb: Token;
  /** The tokens of whom it is demanded. */
  readonly asked: readonly number[];
}

/** 'to resign', 'to go' and no more, 'gone'. */
function isLeft(sources: RelationSources, { i, xpos, lemma }: Token): boolean {
  if (lemma !== 'go') return xpos === 'VB' && leaving.test(lemma);
  const next = sources.context.document.tokens[i + 1];
  return (
    (xpos === 'VB' || xpos === 'VBN') && (next === undefined || next.upos === 'PUNCT' || next.lower === 'and')
  );
}

/** 'want X out'. */
function wantedOut(sources: RelationSources, out: Token): Demand | undefined {
  const verb = headOf(sources.context.document, out.i);
  return verb?.lemma === 'want'
    ? { verb, asked: children(sources.context.document, verb.i, 'obj').map(({ i }) => i) }
    : undefined;
}

/** 'wants X to resign', 'called on X to step down'. */
function demandedOf(sources: RelationSources, leave: Token): Demand | undefined {
  const { document } = sources.context;
  const verb = headOf(document, leave.i);
  if (verb === undefined || !demanding.test(verb.lemma) || !/^(xcomp|ccomp|advcl)/.test(leave.deprel))
    return undefined;
  if (leave.lemma === 'step' && document.tokens[leave.i + 1]?.lower !== 'down') return undefined;
  const { slots } = sources.roles.at(verb.i);
  const asked = [
    ...children(document, leave.i, 'nsubj').map(({ i }) => i),
    ...(slots['object'] ?? []),
    ...(slots['on'] ?? []),
    ...(slots['for'] ?? []),
  ];
  return { verb, asked };
}

/** "demanded X's resignation", "called for the ouster of X". */
function demandedBy(sources: RelationSources, noun: Token): Demand | undefined {
  const verb = headOf(sources.context.document, noun.i);
  if (
    verb === undefined ||
    !/^(demand|seek|urge|want|call)$/.test(verb.lemma) ||
    noun.deprel.startsWith('nsubj')
  )
    return undefined;
  const { slots } = sources.roles.at(noun.i);
  return { verb, asked: [...(slots['possessive'] ?? []), ...(slots['of'] ?? [])] };
}

/** How many heads up from 'confidence' the verb may be: 'has promised a vote of no confidence in X'. */
const highestVerb = 4;

/** 'tabled a motion of no confidence in X', 'a no-confidence vote against Y'. */
function distrust(sources: RelationSources, noun: Token): Demand | undefined {
  const { document } = sources.context;
  const before = document.tokens.slice(Math.max(0, noun.i - 2), noun.i);
  if (!before.some(({ lower }) => lower === 'no')) return undefined;
  let verb: Token | undefined = noun;
  for (let step = 0; verb !== undefined && verb.upos !== 'VERB' && step < highestVerb; step++)
    verb = headOf(document, verb.i);
  if (verb === undefined || verb.upos !== 'VERB') return undefined;
  for (let at = noun.i + 1; at <= noun.i + highestVerb; at++) {
    if (!/^(in|against)$/.test(document.tokens[at]?.lower ?? '')) continue;
    const asked = document.tokens.slice(at + 1, at + 2 + highestVerb).map(({ i }) => i);
    return { verb, asked: asked.filter((i) => sources.table.mentionHeadedBy(i) !== undefined).slice(0, 1) };
  }
  return undefined;
}
