import type { Entity } from '@dragoman/schemas';
import type { Predication } from '../roles/predication.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventSources } from './find.ts';
import type { EventPattern } from './lexicon.ts';

/** Houses and works that are attacked and attack nobody: 'the Parliament attack', 'the embassy bombing'. */
const struck = wordSet([
  ...(roleVocabulary.classes.premises ?? []),
  'center',
  'centre',
  'tower',
  'mall',
  'stadium',
]);

/** A noun's slots without what stands before it and only tells where it was: no state riots in 'Chad's riots', no embassy bombs in 'the embassy bombing'. */
export function withoutScene(
  { document, actors }: EventSources,
  { root }: EventPattern,
  predication: Predication,
): Predication {
  const { kind, slots } = predication;
  if (kind === 'verb' || (root !== 'PROTEST' && root !== 'ASSAULT')) return predication;
  const isScene = (token: number): boolean =>
    root === 'PROTEST'
      ? actors.named([token]).some((id) => actors.groupKind(id) === 'state')
      : struck.has(document.tokens[token]?.lower ?? '');
  const without = (tokens: readonly number[] = []): number[] => tokens.filter((token) => !isScene(token));
  return {
    ...predication,
    slots: { ...slots, possessive: without(slots.possessive), modifier: without(slots.modifier) },
  };
}

/**
 * The place named right before a noun: 'the Mumbai bombings'; not what stands before another noun that the tree joins it to, nor a country,
 * which is a party there ('US airstrikes'), but of protests ("Chad's riots").
 */
export function placeBefore(
  { document, actors }: EventSources,
  type: string,
  { kind, trigger, slots }: Predication,
  parties: readonly string[],
): Entity | undefined {
  if (kind === 'verb') return undefined;
  return [...(slots.modifier ?? []), ...(slots.possessive ?? [])]
    .filter(
      (token) =>
        document.tokens[token]?.head === trigger && !actors.named([token]).some((id) => parties.includes(id)),
    )
    .map((token) => actors.place(token))
    .find((place) => place?.kind === 'place' && (type === 'PROTEST' || place.placeKind !== 'country'));
}
