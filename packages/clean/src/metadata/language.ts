import eld from 'eld/extrasmall';

const shortest = 60;
const sample = 400;
/** So many letters of words without a capital are enough to go by. */
const enoughPlain = 12;
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

/** Words that English text is full of and that other languages in Latin letters do not have. */
const englishOnly = wordSet(
  'the and with that this said says from his her their they were would been by who after about which when while than between against',
);
/** Others that it shares with some of them. */
const englishToo = wordSet('of to in on at for is was has had have it as an not be are but over will');
/** Verbs of headlines and first sentences, where little else stands between the names. */
const englishVerbs = wordSet(
  `meets hosted hosts visited visits named names beat beats won wins told tells denied denies signed signs accused accuses warned
  warns killed kills agree agreed agrees spoke speaks received receives expelled expels resigned resigns arrested arrests elected elects
  announced announces rejected rejects urged urges called calls vowed vows threatened threatens`,
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Is at least every eighth word one that English is full of, and every sixteenth its own? */
function readsAsEnglish(words: readonly string[]): boolean {
  const own = words.filter((word) => englishOnly.has(word)).length;
  const shared = words.filter((word) => englishToo.has(word)).length;
  return own * 16 >= words.length && (own + shared) * 8 >= words.length;
}

/** The words that begin with a small letter, without particles of names: names tell where people are from, not what a text is written in. */
function withoutNames(letters: string): string[] {
  const words = letters.split(/\s+/);
  const named = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '');
  return words.filter(
    (word, i) =>
      !named(word) &&
      !(
        particles.test(word) &&
        named(words[i - 1]) &&
        (named(words[i + 1]) || particles.test(words[i + 1] ?? ''))
      ) &&
      !(particles.test(word) && particles.test(words[i - 1] ?? '') && named(words[i + 1])),
  );
}

const particles = /^(de|la|del|da|das|dos|di|du|van|von|der|den|y|e|le|al|el|bin)$/;

const canonical = (code: string): string => (code === 'nb' || code === 'nn' ? 'no' : code);

/** By the text's own words; by all of them only where those without a capital are too few. */
function detected(letters: string): string | null {
  if (readsAsEnglish(letters.toLowerCase().split(/\s+/))) return 'en';
  const plain = withoutNames(letters);
  const own = plain.join(' ');
  if (own.length < 3 * enoughPlain && plain.some((word) => englishVerbs.has(word))) return 'en';
  return (own.length >= enoughPlain ? reliable(own) : null) ?? reliable(letters);
}

function reliable(text: string): string | null {
  const result = eld.detect(text);
  return result.language === '' || !result.isReliable() ? null : canonical(result.language);
}
