/** Characters that XML 1.0 cannot hold at all, and lone surrogates. */
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML may hold it, in an element or in an attribute between double quotes. */
export function xmlText(text: string): string {
  const possible = text.replaceAll(impossible, '\ufffd');
  const escaped = possible.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
  return escaped.replaceAll(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
