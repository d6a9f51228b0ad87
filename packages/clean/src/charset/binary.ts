/** First bytes of kinds of files that are not text. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x50, 0x4b, 0x03, 0x04], // ZIP and office files
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstandard
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xd0, 0xcf, 0x11, 0xe0], // older office files
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP, WAV, AVI
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
];
const sampleSize = 16_384;

/**
 * Whether the bytes are not text in any charset that is read: a known signature, NUL bytes outside of
 * UTF-16, or more control characters than text has.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return true;
  const sample = bytes.subarray(0, sampleSize);
  if (sniffUtf16(sample) !== null) return false;
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte >= 32) continue;
    if (byte === 0) zeros += 1;
    else if (byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return zeros > sample.length * 0.001 + 2 || controls > sample.length * 0.02 + 4;
}

/** The byte order of UTF-16 without a mark: every other byte of Western markup is zero. */
export function sniffUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 8) return null;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}
