import { tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import type { Turn } from './turns.ts';

/** A line of the text that is not empty: where it starts and ends, in characters. */
interface Line {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Fewer answers are no interview. */
const MIN_ANSWERS = 2;

/** 'Q.' and 'A:' at the start of a line: the questions of an interview and what is answered. */
const ANSWER = /^A\s?[.:]\s+(?=\S)/;
const QUESTION = /^Q\s?[.:]\s+(?=\S)/;

/** The answers of an interview without names before them: those of the person told of most before the first question. */
export function findAnswers(doc: AnnotatedDocument, table: EntityTable): Turn[] {
  const lines = linesOf(doc.text);
  const { first, answers } = labelled(lines) ?? unlabelled(lines) ?? { first: 0, answers: [] };
  if (answers.length < MIN_ANSWERS) return [];
  const speaker = mostToldOf(doc, table, first);
  return speaker === undefined ? [] : answers.map(({ start, end }) => ({ speaker, words: { start, end } }));
}

/** Where the questions begin, and the answers. */
interface Interview {
  readonly first: number;
  readonly answers: readonly Line[];
}

function labelled(lines: readonly Line[]): Interview | undefined {
  const first = lines.find(({ words }) => QUESTION.test(words));
  if (first === undefined) return undefined;
  const answers = lines.flatMap((line) => {
    const label = ANSWER.exec(line.words)?.[0];
    return label === undefined ? [] : [{ ...line, start: line.start + label.length }];
  });
  return { first: first.start, answers };
}

/** A question has at most so many words. */
const LONGEST_QUESTION = 30;
/** What tells at the head of an article that it is a talk with somebody. */
const TALK =
  /\b(?:we|i) (?:spoke|talked|met|sat down|reached|asked|caught up)\b|\b(?:interview|conversation|q&a|questions? and answers?|edited for|speaks to|talks to|spoke to us|told us)\b/i;
const FIRST_PERSON = /\b(?:I|me|my|we|us|our|mine|ours)\b/;

/**
 * Questions and answers line by line without any label, as set apart by bold type on the page: lines that ask, each with one that does not
 * behind it, told at the head as a talk or mostly in the first person.
 */
function unlabelled(lines: readonly Line[]): Interview | undefined {
  const asking = lines.flatMap(({ words }, at) => (isQuestion(words) ? [at] : []));
  const [first = -1] = asking;
  const opening = lines[first];
  if (opening === undefined || first < 1) return undefined;
  const isAnswer = (at: number): boolean => at > first && answersAt(lines, asking, at);
  const answers = lines.filter(
    (line, at) => isAnswer(at) && !/^["“]/.test(line.words) && !isQuestion(line.words),
  );
  const isTold = lines.slice(0, first).some(({ words }) => TALK.test(words));
  const own = answers.filter(({ words }) => FIRST_PERSON.test(words)).length;
  const isInterview = asking.length >= MIN_ANSWERS && own * (isTold ? 3 : 2) >= answers.length;
  return isInterview && (isTold || asking.length > MIN_ANSWERS)
    ? { first: opening.start, answers }
    : undefined;
}

/** What stands behind the last answer and is none: 'This interview has been condensed.' */
const CLOSING = /\b(?:interview|conversation|transcript)\b.{0,40}\b(?:edited|condensed|shortened)\b/i;

/**
 * Is a line an answer, counted from the last question before it? Behind an answer may come something held against the one who is asked
 * ('Officials say you were kept apart.'), and its answer: every second line, as long as they speak to each other.
 */
function answersAt(lines: readonly Line[], asking: readonly number[], at: number): boolean {
  const question = asking.findLast((earlier) => earlier < at) ?? -1;
  if (question < 0 || (at - question) % 2 === 0) return false;
  for (let answer = question + 3; answer <= at; answer += 2) {
    const prompt = lines[answer - 1]?.words ?? '';
    const reply = lines[answer]?.words ?? '';
    const isShort = prompt.split(/\s+/).length <= LONGEST_QUESTION && !FIRST_PERSON.test(prompt);
    if (!isShort || CLOSING.test(reply)) return false;
  }
  return true;
}

/** A short line that ends in a question mark and quotes nobody. */
const isQuestion = (words: string): boolean =>
  words.endsWith('?') && !/["“”]/.test(words) && words.split(/\s+/).length <= LONGEST_QUESTION;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const words = line.trimEnd();
    if (words.trim() !== '') lines.push({ words, start, end: start + words.length });
    start += line.length + 1;
  }
  return lines;
}

function mostToldOf(doc: AnnotatedDocument, table: EntityTable, end: number): string | undefined {
  const { end: before } = tokensBetween(doc, 0, end);
  const people = table.entities.filter(({ kind }) => kind === 'person');
  const counts = people.map(({ id }) => ({
    id,
    count: table.mentionsOf(id).filter(({ first }) => first < before).length,
  }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count > 0 ? most.id : undefined;
}
