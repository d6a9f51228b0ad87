import type { AnnotatedDocument } from '@dragoman/nlp';
import type { ActorFinder } from '../roles/actors.ts';
import type { MeetingWords } from './lexicon.ts';
import type { MeetingSources } from './mention.ts';
import { holdersOf } from './posts.ts';

const firstPerson = /^(?:i|me|we|us)$/;

/**
 * Finds actors as `actors` does, and behind 'I', 'me', 'we' and 'us' whoever the article attributes the words to: '"I met her in
 * Sochi," Orban said'. `speakerAt` tells that of a token, null for the article itself.
 */
export function withSpeakers(
  document: AnnotatedDocument,
  actors: ActorFinder,
  speakerAt: (token: number) => string | null,
): ActorFinder {
  const speakers = (token: number): readonly string[] => {
    if (!firstPerson.test(document.tokens[token]?.lower ?? '')) return [];
    const speaker = speakerAt(token);
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
