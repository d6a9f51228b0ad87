import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { ActorFinder } from '../../roles/actors.ts';
import { argumentsOf } from '../../roles/arguments.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import { sentencesBefore } from '../joining/nearness.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences behind the last mention of a meeting those who came along are told. */
const reach = 2;

/**
 * Adds those whom a party brought along: 'She was accompanied by General Paredes', 'Villacís came with his lawyer, Inés
 * Toapanta', told of somebody who takes part, right behind the meeting.
 */
export function addCompanions(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
): void {
  const held = drafts.filter(
    ({ status, participants, groups }) => status === 'held' && participants.length + groups.length > 0,
  );
  if (held.length === 0) return;
  const ofStates = new Set(held.filter(({ participants }) => participants.length === 0));
  for (const verb of tokensTagged(document, 'VERB')) {
    if (!words.companyVerbs.has(verb.lemma)) continue;
    const { led, following, states } = companyOf(document, actors, verb);
    if (led.length === 0 || following.length === 0) continue;
    const meant = held.findLast(
      (draft) =>
        isBehind(document, draft, verb) &&
        (led.some((id) => draft.participants.includes(id)) || (ofStates.has(draft) && leads(draft, states))),
    );
    if (meant === undefined) continue;
    if (ofStates.has(meant) && leads(meant, states))
      meant.participants = [...new Set([...meant.participants, ...led])];
    const others = following.filter((id) => !meant.mediators.includes(id) && !meant.chairs.includes(id));
    meant.participants = [...new Set([...meant.participants, ...others])];
  }
}

/** 'The ministers of Peru and Ecuador met. Rosaura Quispe, of Peru, brought …': one whom the text gives a side that is at the table. */
function leads({ groups }: MeetingDraft, states: readonly string[]): boolean {
  return states.some((id) => groups.includes(id));
}

interface CompanyTold {
  /** Those who came, and those who came with them; all people. */
  readonly led: readonly string[];
  readonly following: readonly string[];
  /** The states that the words beside those who came give them. */
  readonly states: readonly string[];
}

function companyOf(document: AnnotatedDocument, actors: ActorFinder, verb: Token): CompanyTold {
  const { slots } = argumentsOf(document, verb.i);
  const people = (tokens: readonly number[] = []): string[] =>
    actors.actors(tokens).filter((id) => actors.kind(id) === 'person');
  const isBy = /^(?:accompany|join|flank)$/.test(verb.lemma);
  const first = (isBy ? slots.object : slots.subject) ?? [];
  const isAlone = child(document, verb.i, 'obj') === undefined;
  const along = isAlone ? besideNobody(document, slots.with) : [];
  const following = isBy ? slots.subject : verb.lemma === 'bring' ? slots.object : along;
  const owners = first.flatMap((token) =>
    children(document, token).filter(({ deprel }) => /^nmod(?::poss)?$/.test(deprel)),
  );
  return { led: people(first), following: people(following), states: actors.named(owners.map(({ i }) => i)) };
}

/** 'with nobody but his lawyer': those who follow 'but' as well. */
function besideNobody(document: AnnotatedDocument, tokens: readonly number[] = []): number[] {
  return tokens.flatMap((token) => [token, ...children(document, token, 'conj').map(({ i }) => i)]);
}

function isBehind(document: AnnotatedDocument, draft: MeetingDraft, verb: Token): boolean {
  return sentencesBefore(document, draft, verb.i).some((gap) => gap >= 0 && gap <= reach);
}
