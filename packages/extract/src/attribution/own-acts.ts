import type { Event } from '@dragoman/schemas';

/** Roots of what is mostly done by saying so. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT', 'THREATEN']);

/**
 * Whom the article attributes an event to. What somebody does by saying it ('“You should resign,” Ana Lopes told him' is a request) is
 * told by the article itself: the words are hers, that she asks is not.
 */
export const attributionOf = ({ type, actors, attributedTo }: Event): string | null =>
  attributedTo !== null && SPOKEN.has(type) && actors.includes(attributedTo) ? null : attributedTo;
