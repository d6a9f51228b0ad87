import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { ActorFinder } from '../roles/actors.ts';
import { argumentsOf } from '../roles/arguments.ts';
import type { MeetingDraft } from './join.ts';
import type { MeetingWords } from './lexicon.ts';

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
  const held = drafts.filter(({ status, participants }) => status === 'held' && participants.length > 0);
  if (held.length === 0) return;
  for (const verb of document.tokens) {
    if (verb.upos !== 'VERB' || !words.companyVerbs.has(verb.lemma)) continue;
    const { led, following } = companyOf(document, actors, verb);
    if (led.length === 0 || following.length === 0) continue;
    const meant = held.findLast(
      (draft) => led.some((id) => draft.participants.includes(id)) && isBehind(document, draft, verb),
    );
    if (meant === undefined) continue;
    const others = following.filter((id) => !meant.mediators.includes(id) && !meant.chairs.includes(id));
    meant.participants = [...new Set([...meant.participants, ...others])];
  }
}

/** Who came, and who came with them, both people. */
function companyOf(
  document: AnnotatedDocument,
  actors: ActorFinder,
  verb: Token,
): { readonly led: readonly string[]; readonly following: readonly string[] } {
  const { slots } = argumentsOf(document, verb.i);
  const people = (tokens: readonly number[] = []): string[] =>
    actors.actors(tokens).filter((id) => actors.kind(id) === 'person');
  const isBy = verb.lemma === 'accompany' || verb.lemma === 'join' || verb.lemma === 'flank';
  if (isBy) return { led: people(slots.object), following: people(slots.subject) };
  if (verb.lemma === 'bring') return { led: people(slots.subject), following: people(slots.object) };
  const isAlone = child(document, verb.i, 'obj') === undefined;
  return { led: people(slots.subject), following: isAlone ? people(besideNobody(document, slots.with)) : [] };
}

/** 'with nobody but his lawyer': those who follow 'but' as well. */
function besideNobody(document: AnnotatedDocument, tokens: readonly number[] = []): number[] {
  return tokens.flatMap((token) => [token, ...children(document, token, 'conj').map(({ i }) => i)]);
}

function isBehind(document: AnnotatedDocument, { mentions }: MeetingDraft, verb: Token): boolean {
  return mentions.some(({ trigger }) => {
    const gap = verb.sentence - (document.tokens[trigger]?.sentence ?? verb.sentence + 1);
    return gap >= 0 && gap <= reach;
  });
}
