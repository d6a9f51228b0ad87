import { children, sentenceOf, tokensOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { prepositionalSlots } from '../roles/arguments.ts';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention, EventSources } from './find.ts';
import { isClaim } from './judgement.ts';
import type { NominalParty } from './nominal-parties.ts';
import { tokensTagged } from '../word-index.ts';

const denials = /^(?:deny|dispute|reject|dismiss|refute|rebut|contest)$/;
const pointing = /^(?:it|this|that|which|everything|anything|wrongdoing|involvement|any|such)$/;
/** What is no charge though it be denied: 'said that the envoys had met'. */
const friendly =
  /^(?:meet|talk|speak|negotiate|visit|agree|sign|accept|offer|promise|support|back|welcome|win|be|have)$/;
/** How many sentences back what is denied may have been said. */
const reach = 1;

/**
 * 'Chile says that Altiplano Metals paid the hauliers. The company denies it.': what somebody says of another who denies it is a
 * charge, whatever its words.
 */
export function findDeniedClaims(
  sources: EventSources,
  attributedTo: AttributedTo,
  partyOf: NominalParty,
): EventMention[] {
  const { document, roles, actors } = sources;
  return tokensTagged(document, 'VERB').flatMap((verb) => {
    if (!denials.test(verb.lemma)) return [];
    const { slots, negated } = roles.at(verb.i);
    const own = children(document, verb.i, 'obj').map(({ i }) => i);
    if (negated || !pointsBack(document, [...own, ...(slots.object ?? [])])) return [];
    const subject = slots.subject ?? [];
    const named = actors.doers(subject);
    const denying = named.length > 0 ? named : subject.flatMap((token) => partyOf(token) ?? []);
    const said = denying.length === 0 ? undefined : claimAbout(sources, attributedTo, verb, denying);
    return said === undefined ? [] : [said];
  });
}

/** 'it', 'the charge', 'any wrongdoing', not 'the offer'. */
function pointsBack(document: AnnotatedDocument, objects: readonly number[]): boolean {
  return objects.some((token) => {
    const object = document.tokens[token];
    return object !== undefined && (pointing.test(object.lower) || isClaim(object));
  });
}

/** The last thing said before by somebody else that one of those who deny does, by or to whom it is done. */
function claimAbout(
  { document, roles, actors, dating }: EventSources,
  attributedTo: AttributedTo,
  denial: Token,
  denying: readonly string[],
): EventMention | undefined {
  const { index } = sentenceOf(document, denial.i);
  const before = document.sentences
    .slice(Math.max(0, index - reach), index + 1)
    .flatMap((sentence) => tokensOf(document, sentence))
    .filter(({ i, upos }) => i < denial.i && upos === 'VERB');
  for (const verb of before.toReversed()) {
    const speaker = attributedTo(verb.i);
    if (speaker === null || denying.includes(speaker) || actors.groupKind(speaker) === 'media') continue;
    if (friendly.test(verb.lemma)) continue;
    const predication = roles.at(verb.i);
    const { subject = [], from = [] } = predication.slots;
    const below = children(document, verb.i, 'obj').flatMap(
      ({ i }) => prepositionalSlots(document, i).from ?? [],
    );
    const targets = actors.doers([...subject, ...from, ...below]).filter((id) => denying.includes(id));
    if (targets.length === 0) continue;
    return {
      trigger: verb.i,
      sentence: verb.sentence,
      type: 'ACCUSE',
      mode: 'judgement',
      rule: 'event.accuse.denied',
      actors: [speaker],
      targets,
      actorTokens: [],
      targetTokens: [],
      place: null,
      date: dating.dateOf(verb.i) ?? null,
      status: 'held',
      predication,
    };
  }
  return undefined;
}
