import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';

/** The years between which a post was held, as far as the passage says; null where it does not. */
export interface Tenure {
  readonly since: string | null;
  readonly until: string | null;
}

const months: Readonly<Record<string, string>> = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  may: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  oct: '10',
  nov: '11',
  dec: '12',
};
const longestReach = 14;

/**
 * Reads 'since 2019', 'from 2010 to 2014', 'between 2001 and 2005', 'until May 2021' behind the token that tells a post, within its
 * clause. 'in 2019' counts as the beginning where `begins` says that the verb puts somebody in the post.
 */
export function tenureBehind(document: AnnotatedDocument, from: number, begins = false): Tenure {
  const sentence = document.tokens[from]?.sentence;
  for (let i = from + 1; i <= from + longestReach; i++) {
    const token = document.tokens[i];
    if (token === undefined || token.sentence !== sentence || /^[;:]$/.test(token.text)) break;
    const time = timeAt(document, i + 1);
    if (time === undefined) continue;
    const second = /^(to|until|and|-|–)$/.test(document.tokens[time.next]?.lower ?? '')
      ? timeAt(document, time.next + 1)
      : undefined;
    if (/^(from|between)$/.test(token.lower) && second !== undefined)
      return { since: time.iso, until: second.iso };
    if (/^(since|from)$/.test(token.lower)) return { since: time.iso, until: null };
    if (/^(until|till)$/.test(token.lower)) return { since: null, until: time.iso };
    if (begins && token.lower === 'in') return { since: time.iso, until: null };
  }
  return { since: null, until: null };
}

/** A year, with a month before it or without: '2019', 'May 2021'. */
function timeAt(document: AnnotatedDocument, at: number): { iso: string; next: number } | undefined {
  const [first, second] = [document.tokens[at], document.tokens[at + 1]];
  const month = months[first?.lower.slice(0, 3) ?? ''];
  if (month !== undefined && isYear(second)) return { iso: `${second.text}-${month}`, next: at + 2 };
  return isYear(first) ? { iso: first.text, next: at + 1 } : undefined;
}

const isYear = (token: Token | undefined): token is Token => /^(19|20)\d\d$/.test(token?.text ?? '');

/** The position with its years. A post that ended before the article was written is a former one. */
export function withTenure(position: Position, { since, until }: Tenure, published: string | null): Position {
  if (since === null && until === null) return position;
  const over = until !== null && position.status === 'current' && until <= (published ?? '9999');
  return { ...position, since, until, status: over ? 'former' : position.status };
}
