const prescanBytes = 8192;

const inMeta = /<meta\b[^>]{0,500}?charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w:.-]{2,40})/i;
const inXml = /^\s{0,100}<\?xml\b[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']([\w:.-]{2,40})["']/i;

/** The charset that the document declares for itself: `<meta>`, else the XML declaration, else null. */
export function declaredInside(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, prescanBytes)).toString(
    'latin1',
  );
  return inMeta.exec(head)?.[1] ?? inXml.exec(head)?.[1] ?? null;
}

/** The charset that a byte order mark tells, or null. */
export function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The standard's name of a declared charset ('latin1' is windows-1252), or null where it is unknown. */
export function knownCharset(label: string | null | undefined): string | null {
  if (label === null || label === undefined) return null;
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding;
  } catch {
    return null;
  }
}
