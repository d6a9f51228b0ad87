import { child, children, type Token } from '@dragoman/nlp';
import { earlierSubject, subjectOfParagraphBefore } from './antecedents.ts';
import { isPersonal } from './cue-lexicon.ts';
import { isSubjectAdjective } from './nominals.ts';
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
  if (table.mentionAt(token.i)?.form === 'name') return undefined;
  const age = ageOf(context, token);
  const bearer = age === undefined ? undefined : bearerOfAge(context, token, age);
  if (bearer !== undefined) return bearer;
  if (!/^NNP?$/.test(token.xpos ?? '') && age === undefined && !isSubjectAdjective(token)) return undefined;
  if (child(context.doc, token.i, 'det')?.lower !== 'the') return undefined;
  const { any, men, women, titles } = lexicon.epithets;
  const noun = token.lemma.toLowerCase();
  const isKnown = isToldBefore(context, token);
  const isEpithet = any.has(noun) || men.has(noun) || women.has(noun) || isKnown;
  const isPost =
    Object.hasOwn(lexicon.standsFor, noun) || lexicon.people.has(noun) || lexicon.spokes.has(noun);
  if (!isEpithet && !isPost) return undefined;
  if (/^\p{Lu}/u.test(token.text) && !titles.has(noun)) return undefined;
  if (!isKnown && isBroughtIn(context, token)) return undefined;
  const otherSex = men.has(noun) ? 'female' : women.has(noun) ? 'male' : undefined;
  const fits = (id: string | undefined): id is string =>
    id !== undefined &&
    table.byId(id)?.kind === 'person' &&
    (otherSex === undefined || table.profileOf(id).gender !== otherSex);
  const near = earlierSubject(context, token, fits) ?? onlyPerson(context, token, fits, 0);
  if (near !== undefined || !isEpithet) return near;
  const isRecent = last !== undefined && (paragraphAt[token.i] ?? 0) - last.paragraph <= REACH;
  return (
    subjectOfParagraphBefore(context, token, fits, last) ??
    (isRecent && fits(last.entity) ? last.entity : undefined)
  );
}

/** The number of 'the 34-year-old', 'the 34-year-old mother of three', in digits. */
function ageOf({ doc }: SourceContext, { i }: Token): string | undefined {
  const before = doc.tokens.slice(Math.max(0, i - AGE), i + 1);
  const whole = before.findLast(({ text }) => /^\d+-year-old$/.test(text));
  if (whole !== undefined) return whole.text.replace(/-.*/, '');
  const year = before.findLast(({ lower, i: at }) => lower === 'year' && doc.tokens[at + 2]?.lower === 'old');
  return year && doc.tokens[year.i - 2]?.text;
}

/** No age stands further before the noun that it goes with. */
const AGE = 6;

/** 'Ana Lopes, 34, …' or '(34)': the one person before a token who is told to be so old. */
function bearerOfAge({ doc, table }: SourceContext, { i }: Token, age: string): string | undefined {
  const bearers = table.entities.filter(
    ({ id, kind }) =>
      kind === 'person' &&
      table
        .mentionsOf(id)
        .some(
          ({ form, last }) =>
            form === 'name' &&
            last < i &&
            /^[,(]$/.test(doc.tokens[last + 1]?.text ?? '') &&
            doc.tokens[last + 2]?.text === age,
        ),
  );
  return bearers.length === 1 ? bearers[0]?.id : undefined;
}

/** 'the 34-year-old', 'the mother of two', 'the former boxer': a description of somebody whom the article has named. */
export const isToldBefore = (context: SourceContext, token: Token): boolean =>
  ageOf(context, token) !== undefined || isParent(context, token) || isFormer(context, token);

/** 'the mother of two': who has children is somebody told of before. */
const isParent = ({ doc }: SourceContext, { i, lemma }: Token): boolean =>
  PARENTS.has(lemma) &&
  doc.tokens[i + 1]?.lower === 'of' &&
  (doc.tokens[i + 2]?.upos === 'NUM' || doc.tokens[i + 2]?.upos === 'DET');

const PARENTS = new Set(['mother', 'father', 'parent', 'grandmother', 'grandfather']);

/** 'the former boxer', 'the retired judge': what somebody was tells of one who is known, where his post is not another's ('the former mayor of Braga'). */
const isFormer = ({ doc, lexicon }: SourceContext, { i, lemma }: Token): boolean =>
  children(doc, i, 'amod').some(({ lower }) => FORMER.has(lower)) &&
  isPersonal(lexicon, lemma) &&
  children(doc, i, 'nmod').length === 0 &&
  !children(doc, i, 'compound').some(({ upos }) => upos === 'PROPN');

const FORMER = new Set(['former', 'retired', 'one-time', 'onetime', 'erstwhile', 'ex']);

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
