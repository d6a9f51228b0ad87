import type { Span } from '@dragoman/schemas';

/** A post quoted in an article: its words and the account that posted them. Character offsets into the text. */
export interface Post {
  readonly words: Span;
  /** The account's name as the line under the post gives it. */
  readonly name: Span;
  readonly handle: string;
}

/** The line that embedded posts end with: '— Name (@handle) February 5, 2026'. */
const SIGNATURE = /^[—–-]{1,2}\s*([^()\n]{2,80}?)\s*\((@\w{1,30})\)/;
/** The same on the post's own line: 'words — Name (@handle) …'. */
const INLINE_SIGNATURE = /\s[—–-]{1,2}\s*([^()—–\n]{2,80}?)\s*\((@\w{1,30})\)/;

/** Finds the posts that an article embeds; the words are the line above the signature, or what stands before it on its line. */
export function findPosts(text: string): Post[] {
  const posts: Post[] = [];
  let previous: Span | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const post = postOf(line, start, previous);
    if (post !== undefined) posts.push(post);
    if (line.trim() !== '') previous = { start, end: start + line.trimEnd().length };
    start += line.length + 1;
  }
  return posts;
}

function postOf(line: string, start: number, previous: Span | undefined): Post | undefined {
  const alone = SIGNATURE.exec(line);
  const inline = alone === null ? INLINE_SIGNATURE.exec(line) : null;
  const signature = alone ?? inline;
  const name = signature?.[1];
  const handle = signature?.[2];
  if (signature === null || name === undefined || handle === undefined) return undefined;
  const words = alone === null ? { start, end: start + signature.index } : previous;
  if (words === undefined || words.end <= words.start) return undefined;
  const nameStart = start + line.indexOf(name, signature.index);
  return { words, name: { start: nameStart, end: nameStart + name.length }, handle };
}
