import { fingerprint, isCopy } from '@dragoman/clean';
import type { Duplicates } from './parts.ts';

/** Copies of one text by their shingles, as packages/clean recognises them. */
export const duplicates: Duplicates = { fingerprint, same: isCopy };
