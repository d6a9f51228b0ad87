import { children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isParty } from '../roles/actors.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import { addresseeAt } from './addressee.ts';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention, EventSources } from './find.ts';
import { tokensTagged } from '../word-index.ts';

const required = wordSet(roleVocabulary.modality.required);
const reporting = wordSet(roleVocabulary.modality.reportVerbs);

/** 'Indonesia must ensure security, donors said': what somebody says another must do is a request. */
export function obligationAt(sources: EventSources, verb: Token): EventMention | undefined {
  const { document, roles, actors } = sources;
  if (!isObliged(document, verb)) return undefined;
  const saying = sayingOver(document, verb);
  if (saying === undefined) return undefined;
  const speaker = roles.at(saying.i).slots.subject ?? [];
  return demand(sources, verb, actors.actors(speaker), speaker, saying.i);
}

/**
 * As `obligationAt`, for whatever the text attributes to somebody: '“Hungary should lift its veto,” Rutte told reporters'. What
 * should have been done is blamed on who left it undone.
 */
export function findObligations(
  sources: EventSources,
  attributedTo: AttributedTo,
  bodies: ReadonlySet<string>,
): EventMention[] {
  const { document } = sources;
  return tokensTagged(document, 'VERB').flatMap((verb) => {
    const speaker = attributedTo(verb.i);
    if (speaker === null || !isObliged(document, verb)) return [];
    const mention =
      demand(sources, verb, [speaker], [], verb.i) ??
      demandOfAddressee(sources, verb, speaker) ??
      demandOfBody(sources, verb, speaker, bodies);
    if (mention === undefined) return [];
    if (!isPerfect(document, verb)) return [mention];
    return [{ ...mention, type: 'ACCUSE', mode: 'judgement', rule: 'event.accuse.omission' }];
  });
}

/** '“You should resign,” Warren told Stumpf'. */
function demandOfAddressee(sources: EventSources, verb: Token, speaker: string): EventMention | undefined {
  const { document, roles } = sources;
  const predication = roles.at(verb.i);
  const subject = predication.slots.subject ?? [];
  if (predication.modality === 'conditional') return undefined;
  if (!subject.some((token) => document.tokens[token]?.lower === 'you')) return undefined;
  const targets = addresseeAt(sources, verb.i, speaker).filter((id) => id !== speaker);
  return targets.length === 0 ? undefined : request(sources, verb, { actors: [speaker], targets });
}

/** 'The cabinet should resign, the leader of the opposition said.' */
function demandOfBody(
  { document, roles, dating }: EventSources,
  verb: Token,
  speaker: string,
  bodies: ReadonlySet<string>,
): EventMention | undefined {
  const predication = roles.at(verb.i);
  if (predication.modality === 'conditional' || verb.deprel.startsWith('acl')) return undefined;
  const obliged = (predication.slots.subject ?? []).filter((token) => {
    const noun = document.tokens[token];
    return noun?.upos === 'NOUN' && bodies.has(noun.lemma);
  });
  if (obliged.length === 0) return undefined;
  const told = request({ roles, dating }, verb, { actors: [speaker], targets: [] });
  return { ...told, targetTokens: obliged };
}

function demand(
  sources: EventSources,
  verb: Token,
  actor: readonly string[],
  actorTokens: readonly number[],
  dated: number,
): EventMention | undefined {
  const { document, roles, actors, dating } = sources;
  const predication = roles.at(verb.i);
  if (predication.modality === 'conditional' || verb.deprel.startsWith('acl')) return undefined;
  const obliged = (predication.slots.subject ?? predication.slots.object ?? []).filter(
    (token) => document.tokens[token]?.upos !== 'PRON' && isParty(document, actors, token),
  );
  const target = actors.doers(obliged).filter((id) => !actor.includes(id));
  if (actor.length === 0 || target.length === 0) return undefined;
  const told = request(sources, verb, { actors: actor, targets: target });
  return { ...told, actorTokens, targetTokens: obliged, date: dating.dateOf(dated) ?? null };
}

function request(
  { roles, dating }: Pick<EventSources, 'roles' | 'dating'>,
  verb: Token,
  parties: Pick<EventMention, 'actors' | 'targets'>,
): EventMention {
  return {
    ...parties,
    trigger: verb.i,
    sentence: verb.sentence,
    type: 'REQUEST',
    mode: 'must',
    rule: 'event.request.must',
    actorTokens: [],
    targetTokens: [],
    place: null,
    date: dating.dateOf(verb.i) ?? null,
    status: 'held',
    predication: roles.at(verb.i),
  };
}

/** 'must leave', 'has to leave', 'needs to leave': the auxiliary, or the verb over the infinitive. */
function isObliged(document: AnnotatedDocument, verb: Token): boolean {
  if (children(document, verb.i, 'aux').some(({ lower }) => required.has(lower))) return true;
  const governor = headOf(document, verb.i);
  const mark = children(document, verb.i, 'mark')[0]?.lower;
  return (
    verb.deprel === 'xcomp' &&
    mark === 'to' &&
    governor?.xpos !== 'VB' &&
    governor?.deprel !== 'acl:relcl' &&
    /^(?:have|need|ought|get)$/.test(governor?.lemma ?? '')
  );
}

/** A participle with 'have' before it. */
const isPerfect = (document: AnnotatedDocument, verb: Token): boolean =>
  verb.xpos === 'VBN' && children(document, verb.i, 'aux').some(({ lower }) => lower === 'have');

/** The verb of saying whose content a verb heads. */
function sayingOver(document: AnnotatedDocument, verb: Token): Token | undefined {
  const governor = headOf(document, verb.i);
  if (governor === undefined || !reporting.has(governor.lemma)) return undefined;
  return verb.deprel === 'ccomp' || verb.deprel === 'parataxis' ? governor : undefined;
}
