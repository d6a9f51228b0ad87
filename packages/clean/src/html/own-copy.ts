/**
 * A string of its own, for what is remembered beyond a page: a part cut out of a page would keep the whole page in memory.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
