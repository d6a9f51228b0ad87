import { memoised } from '@dragoman/core';

/** Forms kept between texts; news repeats its words. */
const keptForms = 40_000;

/**
 * One string for all that are equal, and such a one as V8 knows property names by: the passes compare words and look them up hundreds of
 * times, which then takes an address and no letters. What it gives equals what comes in, always.
 */
export const interned = memoised((text) => Object.keys({ [text]: true })[0] ?? text, keptForms);

/** The interned word in lower case. */
export const internedLower = memoised((word) => interned(word.toLowerCase()), keptForms);
