import { bylineWords } from './byline-words.ts';
import { endsSentence } from './signals.ts';
import { fold, wordCount } from './tokens.ts';

const longest = { text: 500, words: 60, caption: 45, names: 14, alone: 6 };
/** '(OPA/cbh/dk)': the agency with the initials of who wrote and edited. */
const signed = /^\(\p{L}{2,8}(?:\/\p{L}{1,8}){1,4}\)$/u;
/** Without one of these a line of some length credits nobody. */
const creditMarks = /[)\]/|©:]|\svia\s/i;

/**
 * Whether a line credits a picture: an agency alone, after a slash or in brackets; 'Photo: …' in brackets at its end
 * or behind a caption.
 */
export function isCredit(text: string, tokens: readonly string[]): boolean {
  const words = wordCount(tokens);
  if (words === 0 || words > longest.words || text.length > longest.text) return false;
  if (words > longest.alone && !creditMarks.test(text)) return false;
  if (signed.test(text.trim())) return true;
  const { agencies, creditAtEnd } = bylineWords();
  const folded = fold(text)
    .trim()
    .replace(/[.\s]+$/, '');
  if (words <= longest.alone && agencies.has(folded.replace(/^[([©\s]+|[)\]\s]+$/g, ''))) return true;
  const bracket = /[([]([^()[\]]{2,80})[)\]]$/.exec(folded)?.[1];
  if (bracket !== undefined && isCreditBracket(bracket, text)) return true;
  if (words <= longest.caption && creditAtEnd.test(folded)) return true;
  return words <= longest.names && endsWithAgency(folded) && !endsSentence(text);
}

/** 'Photo: …' in brackets; an agency with its photographer; in square brackets any two names with a slash. */
function isCreditBracket(bracket: string, text: string): boolean {
  const { credit, agencies } = bylineWords();
  if (credit.test(bracket)) return true;
  const parts = bracket.split(/\s*\/\s*/);
  if (parts.length < 2) return false;
  if (text.trimEnd().endsWith(']')) return parts.every((part) => part.length < 40);
  return parts.some((part) => agencies.has(part.trim()));
}

function endsWithAgency(folded: string): boolean {
  const [, ...tail] = folded.replace(/[)\]\s]+$/, '').split(/\s*[/|]\s*|\s+via\s+/);
  return tail.some((part) => bylineWords().agencies.has(part.trim()));
}
