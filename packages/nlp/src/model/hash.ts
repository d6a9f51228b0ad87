/** FNV-1a with a final mix, over UTF-8, as train/FORMAT.md defines it for hashed features. */

const encoder = new TextEncoder();
const offsetBasis = 2_166_136_261;
const prime = 16_777_619;

/** Unsigned 32 bits. */
export function hashFeature(text: string): number {
  let hash = offsetBasis;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return mix(hashBytes(encoder.encode(text)));
    hash = Math.imul(hash ^ unit, prime);
  }
  return mix(hash);
}

function hashBytes(bytes: Uint8Array): number {
  let hash = offsetBasis;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, prime);
  return hash;
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c_1b_3c_6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}
