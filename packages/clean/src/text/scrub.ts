const invisible = /[\u200b\u2060\ufeff\u00ad]/g;
/** Addresses that embedded posts leave behind at the end of their words. */
const postAddress = /\s?(?:https?:\/\/)?(?:pic\.twitter\.com|t\.co|pic\.x\.com)\/\w{4,20}/g;
const markdownImage = /!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)/g;
const markdownLink = /\[([^\]\n]{1,300})\]\((?:https?:|\/|#|mailto:)[^)\n]{0,500}\)/g;
/** Tags that a scraper left, or made up for an embedded post. */
const leftTag = /<\/?[a-z][a-z-]{0,20}(?:\s[\w-]{1,30}="[^"<>]{0,600}")*\s?\/?>/g;
const emphasis = /^(\*\*|__)(.{1,300})\1$/;

/**
 * A line without what scraping and embedding left inside it: invisible characters, tags, the picture
 * addresses of embedded posts, Markdown's links and emphasis, runs of spaces.
 */
export function scrubLine(text: string): string {
  let clean = text
    .replace(invisible, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (clean.includes('.co')) clean = clean.replace(postAddress, '').trim();
  if (clean.includes('](')) clean = clean.replace(markdownImage, '').replace(markdownLink, '$1').trim();
  if (clean.includes('<') && clean.includes('>'))
    clean = clean.replace(leftTag, ' ').replace(/ {2,}/g, ' ').trim();
  return clean.replace(emphasis, '$2');
}
