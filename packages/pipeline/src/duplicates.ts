import { sha256 } from '@dragoman/core';
import type { Duplicates } from './parts.ts';

/** Texts of the same words, whatever their spacing, are copies of one. */
export const duplicates: Duplicates = {
  fingerprint: (text) => ({ bands: [sha256(text.replace(/\s+/g, ' ').trim())], sketch: [] }),
  same: (left, right) => left.bands[0] === right.bands[0],
};
