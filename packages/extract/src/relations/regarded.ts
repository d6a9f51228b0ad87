import { child, children, headOf, type Token } from '@dragoman/nlp';
import { patternsByTrigger, type RelationPattern } from './lexicon.ts';
import { fits } from './patterns.ts';
import type { FoundRelation, RelationSources } from './source.ts';
import { tokensTagged } from '../word-index.ts';

const regarding =
  /^(count|regard|see|consider|view|treat|describe|list|call|deem|label|brand|recognise|recognize|denounce|hail|designate)$/;

/**
 * 'Israel does not regard Ireland as an ally', 'Nova Steel counts Golden Holdings as its largest shareholder', 'Moscow considers Georgia an
 * enemy': who somebody is said to be to the subject, by the nouns that relate two.
 */
export function regarded(sources: RelationSources): FoundRelation[] {
  const byTrigger = patternsByTrigger(sources.lexicon);
  return tokensTagged(sources.context.document, 'NOUN').flatMap((noun) => {
    const patterns = byTrigger.NOUN.get(noun.lemma.toLowerCase());
    const verb = patterns === undefined ? undefined : verbOver(sources, noun);
    return patterns === undefined || verb === undefined ? [] : ofVerb(sources, noun, verb, patterns);
  });
}

/** The verb of regarding whose 'as' or second object a noun is. */
function verbOver(sources: RelationSources, noun: Token): Token | undefined {
  const { document } = sources.context;
  const verb = headOf(document, noun.i);
  if (verb?.upos !== 'VERB' || !regarding.test(verb.lemma)) return undefined;
  const isAs = child(document, noun.i, 'case')?.lower === 'as';
  const isSecond = noun.deprel === 'xcomp' && child(document, verb.i, 'obj') !== undefined;
  return isAs || isSecond ? verb : undefined;
}

function ofVerb(
  sources: RelationSources,
  noun: Token,
  verb: Token,
  patterns: readonly RelationPattern[],
): FoundRelation[] {
  const { slots, negated, modality } = sources.roles.at(verb.i);
  const [other] = sources.actors.named(slots['object'] ?? []);
  const own = children(sources.context.document, noun.i, 'nmod:poss').map(({ i }) => i);
  const owner = sources.actors.named(own)[0] ?? sources.actors.actors(slots['subject'] ?? [])[0];
  if (other === undefined || owner === undefined || other === owner || modality === 'conditional') return [];
  for (const pattern of patterns) {
    const isMutual = pattern.type === 'ALLIED_WITH' || pattern.type === 'OPPOSES';
    const [from, to] = isMutual || !pattern.from.includes('apposed') ? [owner, other] : [other, owner];
    if (pattern.alone === true || !fits(sources, pattern, from, to)) continue;
    return [
      {
        type: pattern.type,
        from,
        to,
        trigger: noun.i,
        rule: `relations.regarded.${noun.lemma.toLowerCase()}`,
        confidence: 0.65,
        denied: negated,
      },
    ];
  }
  return [];
}
