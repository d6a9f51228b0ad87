/** What windows-1252 has at 0x80 to 0x9F. */
const windows1252Upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Bytes as text in a charset of the encoding standard; what does not fit becomes U+FFFD.
 * Node 20 reads windows-1252 as ISO 8859-1, so its typographic quotes and dashes are set here.
 */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset).decode(bytes);
  if (charset !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => windows1252Upper[char.charCodeAt(0) - 0x80] ?? char);
}
