import { child, type Token } from '@dragoman/nlp';
import { earlierSubject, subjectBefore } from './antecedents.ts';
import { onlyPerson } from './pronouns.ts';
import type { LastSpeaker, SourceContext } from './resolve-source.ts';

/** Who spoke last is taken up under another name over no more paragraphs than this. */
const REACH = 2;

/**
 * Whom a definite description means that takes up a person under another name, as newswriters do: 'Ana Lopes was less shy.
 * "…," the head of the Liberal Alliance said.' Only for descriptions that the text has not brought in for somebody
 * unnamed ('a lawyer … the lawyer'). The person is told of in the paragraph; what people are called everywhere ('the
 * senator', 'the singer') also takes up the subject of the sentence before the paragraph, or who spoke last.
 */
export function variedName(
  context: SourceContext,
  token: Token,
  last: LastSpeaker | undefined,
): string | undefined {
  const { table, lexicon, paragraphAt } = context;
  if (!/^NNP?$/.test(token.xpos ?? '') || table.mentionAt(token.i)?.form === 'name') return undefined;
  if (child(context.doc, token.i, 'det')?.lower !== 'the') return undefined;
  const { any, men, women, titles } = lexicon.epithets;
  const noun = token.lemma.toLowerCase();
  const isEpithet = any.has(noun) || men.has(noun) || women.has(noun) || isAged(context, token);
  const isPost =
    Object.hasOwn(lexicon.standsFor, noun) || lexicon.people.has(noun) || lexicon.spokes.has(noun);
  if (!isEpithet && !isPost) return undefined;
  if (/^\p{Lu}/u.test(token.text) && !titles.has(noun)) return undefined;
  if (!isAged(context, token) && isBroughtIn(context, token)) return undefined;
  const otherSex = men.has(noun) ? 'female' : women.has(noun) ? 'male' : undefined;
  const fits = (id: string | undefined): id is string =>
    id !== undefined &&
    table.byId(id)?.kind === 'person' &&
    (otherSex === undefined || table.profileOf(id).gender !== otherSex);
  const near = earlierSubject(context, token, fits) ?? onlyPerson(context, token, fits, 0);
  if (near !== undefined || !isEpithet) return near;
  const isRecent = last !== undefined && (paragraphAt[token.i] ?? 0) - last.paragraph <= REACH;
  return (
    subjectBefore(context, token, fits, last) ?? (isRecent && fits(last.entity) ? last.entity : undefined)
  );
}

/** 'the 34-year-old mother of three': whom an age tells of is somebody named before. */
const isAged = ({ doc }: SourceContext, { i }: Token): boolean =>
  doc.tokens.slice(Math.max(0, i - 6), i + 1).some(({ text }) => /^\d+-year-old$/.test(text)) ||
  doc.tokens
    .slice(Math.max(0, i - 6), i)
    .some(({ lower }, at, near) => lower === 'year' && near[at + 2]?.lower === 'old');

/** Does the article use the noun for somebody before, with an indefinite article or none? */
function isBroughtIn({ doc, table }: SourceContext, { i, lemma }: Token): boolean {
  return doc.tokens
    .slice(0, i)
    .some(
      (earlier) =>
        earlier.lemma === lemma &&
        earlier.upos === 'NOUN' &&
        table.actorAt(earlier.i) === undefined &&
        child(doc, earlier.i, 'det')?.lower !== 'the',
    );
}
