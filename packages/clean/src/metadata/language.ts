import eld from 'eld/extrasmall';

const shortest = 60;
const sample = 400;
/** Languages that a detector takes for one another; what the page declares decides between them. */
const near: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'sl'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['es', 'gl', 'ca', 'pt'],
  ['ru', 'uk', 'be', 'bg'],
  ['fa', 'ar', 'ur', 'ps'],
  ['hi', 'mr', 'ne'],
];

/**
 * The language of an article: what its text is written in, with what the page declares deciding between near ones.
 * In: the declared tag ('en-GB') or null, and the body. Out: an ISO 639-1 code, or null where the text is too
 * short and nothing is declared, or the text contradicts without being clear itself.
 */
export function readLanguage(declared: string | null, text: string): string | null {
  const stated = /^[a-z]{2}(?=$|[-_])/i.exec(declared?.trim() ?? '')?.[0].toLowerCase() ?? null;
  const letters = text
    .slice(0, sample * 2)
    .replace(/[^\p{L}\p{M}\s]+/gu, ' ')
    .trim()
    .slice(0, sample);
  if (letters.length < shortest) return letters.length < 20 ? stated : (stated ?? detected(letters));
  const found = detected(letters);
  if (found === null) return stated;
  if (stated !== null && near.some((group) => group.includes(stated) && group.includes(found)))
    return canonical(stated);
  return found;
}

const canonical = (code: string): string => (code === 'nb' || code === 'nn' ? 'no' : code);

function detected(text: string): string | null {
  const result = eld.detect(text);
  return result.language === '' || !result.isReliable() ? null : canonical(result.language);
}
