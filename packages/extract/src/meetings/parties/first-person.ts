import type { AnnotatedDocument } from '@dragoman/nlp';
import type { ActorFinder } from '../../roles/actors.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { holdersOf } from './posts.ts';

const firstPerson = /^(?:i|me|we|us)$/;

/** How many words behind 'you' in a question whoever answers says 'I'. */
const answerReach = 60;

/**
 * Finds actors as `actors` does, and behind 'I', 'me', 'we' and 'us' whoever the article attributes the words to: '"I met her in
 * Sochi," Orban said'; behind 'you' in a question whoever says 'I' in the answer. `speakerAt` tells that of a token, null for
 * the article itself.
 */
export function withSpeakers(
  document: AnnotatedDocument,
  actors: ActorFinder,
  speakerAt: (token: number) => string | null,
): ActorFinder {
  const answering = (token: number): string | null => {
    if (speakerAt(token) !== null) return null;
    const answer = document.tokens
      .slice(token + 1, token + answerReach)
      .find(({ i, lower }) => /^(?:i|me)$/.test(lower) && speakerAt(i) !== null);
    return answer === undefined ? null : speakerAt(answer.i);
  };
  const speakers = (token: number): readonly string[] => {
    const word = document.tokens[token]?.lower ?? '';
    if (word !== 'you' && !firstPerson.test(word)) return [];
    const speaker = word === 'you' ? answering(token) : speakerAt(token);
    return speaker === null || actors.kind(speaker) !== 'person' ? [] : [speaker];
  };
  const beside =
    (find: ActorFinder['actors']): ActorFinder['actors'] =>
    (tokens) => {
      const told = find(tokens);
      const spoken = tokens.flatMap(speakers);
      return spoken.length === 0 ? told : [...new Set([...told, ...spoken])];
    };
  return { ...actors, actors: beside(actors.actors), doers: beside(actors.doers) };
}

/** Finds actors as the sources do, and at 'the minister' or 'the envoy' that names nobody the only one who holds that post. */
export function withHolders(sources: MeetingSources, words: MeetingWords): ActorFinder {
  const { document, actors } = sources;
  const known = new Map<number, readonly string[]>();
  const holders = (token: number): readonly string[] => {
    if (document.tokens[token]?.xpos !== 'NN') return [];
    let found = known.get(token);
    if (found === undefined) {
      found = actors.actors([token]).length === 0 ? holdersOf(sources, words, token) : [];
      known.set(token, found);
    }
    return found;
  };
  return {
    ...actors,
    actors: (tokens) => {
      const found = actors.actors(tokens);
      const held = tokens.flatMap(holders);
      return held.length === 0 ? found : [...new Set([...found, ...held])];
    },
  };
}
