import { children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventMention, EventSources } from './find.ts';

const required = wordSet(roleVocabulary.modality.required);
const reporting = wordSet(roleVocabulary.modality.reportVerbs);

/** 'Indonesia must ensure security, donors said': what somebody says another must do is a request. */
export function obligationAt(sources: EventSources, verb: Token): EventMention | undefined {
  const { document, roles, actors } = sources;
  if (!isObliged(document, verb)) return undefined;
  const saying = sayingOver(document, verb);
  if (saying === undefined) return undefined;
  const speaker = roles.at(saying.i).slots.subject ?? [];
  const obliged = roles.at(verb.i).slots.subject ?? roles.at(verb.i).slots.object ?? [];
  if (obliged.some((token) => document.tokens[token]?.upos === 'PRON')) return undefined;
  const actor = actors.actors(speaker);
  const target = actors.actors(obliged).filter((id) => !actor.includes(id));
  if (actor.length === 0 || target.length === 0) return undefined;
  const predication = roles.at(verb.i);
  return {
    trigger: verb.i,
    sentence: verb.sentence,
    type: 'REQUEST',
    mode: 'must',
    rule: 'event.request.must',
    actors: actor,
    targets: target,
    actorTokens: speaker,
    targetTokens: obliged,
    place: null,
    date: sources.dating.dateOf(saying.i) ?? null,
    status: 'held',
    predication,
  };
}

function isObliged(document: AnnotatedDocument, verb: Token): boolean {
  return children(document, verb.i, 'aux').some(({ lower }) => required.has(lower));
}

/** The verb of saying whose content a verb heads. */
function sayingOver(document: AnnotatedDocument, verb: Token): Token | undefined {
  const governor = headOf(document, verb.i);
  if (governor === undefined || !reporting.has(governor.lemma)) return undefined;
  return verb.deprel === 'ccomp' || verb.deprel === 'parataxis' ? governor : undefined;
}
