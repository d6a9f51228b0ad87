/** FNV-1a with a final mix, over UTF-8, as train/FORMAT.md defines it for hashed features. */

const encoder = new TextEncoder();
const offsetBasis = 2_166_136_261;
const prime = 16_777_619;

/** Where the hash of a text put together of parts begins. */
export const hashStart = offsetBasis;

/** The state after a further part; parts do not cut a surrogate pair. */
export function hashPart(state: number, text: string): number {
  let hash = state;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return hashBytes(hash, encoder.encode(text.slice(i)));
    hash = Math.imul(hash ^ unit, prime);
  }
  return hash;
}

function hashBytes(state: number, bytes: Uint8Array): number {
  let hash = state;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, prime);
  return hash;
}

/** The hash of the parts so far: unsigned 32 bits. */
export function hashEnd(state: number): number {
  let mixed = state ^ (state >>> 15);
  mixed = Math.imul(mixed, 0x2c_1b_3c_6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

/** Unsigned 32 bits. */
export const hashFeature = (text: string): number => hashEnd(hashPart(hashStart, text));
