import { type AnnotatedDocument, child, children, hasRelation, type Token, tokensOf } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { fromHead, type FoundTitle } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';
import { readTitlePhrase } from './title-phrase.ts';

/** The posts that an article tells without naming who holds them beside: by a description, or as what somebody did something. */
export function titlesInPassing(context: TitleContext, person: Mention): FoundTitle[] {
  return [...nominal(context, person), ...inOffice(context, person), ...calledBehind(context, person)];
}

/** 'The Republican presidential nominee said': a candidacy that coreference gave to somebody named. */
function nominal(context: TitleContext, person: Mention): FoundTitle[] {
  if (person.form !== 'nominal' || !person.rule.startsWith('coreference.')) return [];
  const head = context.reader.endingAt(context.document.tokens, person.head);
  const phrase =
    head === undefined ? undefined : readTitlePhrase(context, head, person.last + 1, person.first);
  if (phrase === undefined) return [];
  return phrase.status === 'candidate' && phrase.title.includes(' ')
    ? [{ person, phrase, rule: 'positions.nominal', confidence: 0.6 }]
    : [];
}

/** 'As governor of Virginia he did not intervene': the post in which somebody did something. */
function inOffice(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const subject = document.tokens[person.head];
  const verb = subject === undefined ? undefined : document.tokens[subject.head];
  if (subject === undefined || verb === undefined || !hasRelation(subject, 'nsubj')) return [];
  if (
    children(document, verb.i, 'aux').some(({ lower }) => /^(would|could|will|might|can|'ll|'d)$/.test(lower))
  )
    return [];
  return children(document, verb.i, 'obl')
    .filter(
      (noun) =>
        noun.i < person.first &&
        child(document, noun.i, 'case')?.lower === 'as' &&
        child(document, noun.i, 'det') === undefined,
    )
    .flatMap((noun) => fromHead(context, person, noun, 'positions.in-office'))
    .filter(({ phrase }) => /^(office|leader|legislator)$/.test(phrase.kind));
}

const longestReach = 2;

/**
 * 'Trump attacked the press. The Republican presidential nominee said …': a description that stands as a subject and that coreference
 * joined with nobody, of the one person who was the subject of the sentence before or of the one before that.
 */
function calledBehind(context: TitleContext, person: Mention): FoundTitle[] {
  const { document, table, reader } = context;
  const { tokens } = document;
  const subject = tokens[person.head];
  if (person.form !== 'name' || subject === undefined || !isSubjectOfSentence(document, subject)) return [];
  for (let at = subject.sentence + 1; at <= subject.sentence + longestReach; at++) {
    const sentence = document.sentences[at];
    const next =
      sentence === undefined
        ? undefined
        : tokensOf(document, sentence).find((token) => isSubjectOfSentence(document, token));
    if (next === undefined) continue;
    const head = reader.endingAt(tokens, next.i);
    const phrase = head === undefined ? undefined : readTitlePhrase(context, head, next.i + 1);
    const article = tokens[(phrase?.first ?? 0) - 1]?.lower;
    if (phrase === undefined || article !== 'the' || table.mentionHeadedBy(next.i)?.entity !== undefined)
      return [];
    return phrase.status === 'candidate' && phrase.title.includes(' ')
      ? [{ person, phrase, rule: 'positions.nominal', confidence: 0.55 }]
      : [];
  }
  return [];
}

function isSubjectOfSentence({ tokens }: AnnotatedDocument, token: Token): boolean {
  return hasRelation(token, 'nsubj') && tokens[token.head]?.deprel === 'root';
}
