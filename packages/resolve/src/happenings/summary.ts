import type { Telling, ToldPlace } from './telling.ts';

/** What the tellings of one happening come to: in each slot the value that most independent stories tell. */
export interface Summary {
  readonly type: string;
  readonly form: string;
  readonly title: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string | null;
  readonly status: string;
  readonly direct: boolean | null;
  readonly place: ToldPlace | null;
}

/** Sums the tellings up; the result depends on them, not on their order. */
export function summarise(tellings: readonly Telling[]): Summary {
  const inOrder = tellings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const start = bestDate(inOrder, (telling) => telling.start);
  const end = bestDate(
    start === null ? inOrder : inOrder.filter((telling) => agrees(telling.start, start)),
    (telling) => telling.end,
  );
  return {
    type: inOrder[0]?.type ?? '',
    form: best(inOrder, (telling) => (telling.form === '' ? null : telling.form)) ?? '',
    title: titleOf(inOrder),
    start,
    end: start !== null && end !== null && end < start ? null : end,
    precision: start === null ? null : precisionOf(start),
    status: bestStatus(inOrder),
    direct: bestDirect(inOrder),
    place: bestPlace(inOrder),
  };
}

function agrees(coarse: string | null, fine: string): boolean {
  return coarse !== null && (fine.startsWith(coarse) || coarse.startsWith(fine));
}

function precisionOf(date: string): string {
  return (
    ['year', 'month', 'day', 'minute'][[4, 7, 10].filter((length) => date.length > length).length] ?? 'day'
  );
}

/** How many independent stories the tellings stand for. */
export function storiesOf(tellings: readonly Telling[]): number {
  return new Set(tellings.map(({ story }) => story)).size;
}

interface Candidate<T> {
  readonly value: T;
  readonly key: string;
  readonly votes: number;
}

function winner<T>(candidates: readonly Candidate<T>[]): T | null {
  const [first] = candidates.toSorted(
    (a, b) => b.votes - a.votes || b.key.length - a.key.length || (a.key < b.key ? -1 : 1),
  );
  return first?.value ?? null;
}

function best(tellings: readonly Telling[], value: (telling: Telling) => string | null): string | null {
  const values = new Set(tellings.flatMap((telling) => value(telling) ?? []));
  return winner(
    [...values].map((key) => ({
      value: key,
      key,
      votes: storiesOf(tellings.filter((telling) => value(telling) === key)),
    })),
  );
}

/** A coarser date supports every finer one that it holds; of equally supported dates the finer wins, then the earlier. */
function bestDate(tellings: readonly Telling[], date: (telling: Telling) => string | null): string | null {
  const values = new Set(tellings.flatMap((telling) => date(telling) ?? []));
  return winner(
    [...values].map((key) => ({
      value: key,
      key,
      votes: storiesOf(tellings.filter((telling) => key.startsWith(date(telling) ?? '\n'))),
    })),
  );
}

const happened = new Set(['held', 'ongoing', 'cancelled']);
const expected = new Set(['planned', 'possible']);
const preference = ['held', 'ongoing', 'cancelled', 'denied', 'planned', 'possible'];

/** What was expected gives way to what came of it; then the most stories; then the order of `preference`. */
function bestStatus(tellings: readonly Telling[]): string {
  const known = tellings.some(({ status }) => happened.has(status));
  const counted = known ? tellings.filter(({ status }) => !expected.has(status)) : tellings;
  const statuses = [...new Set(counted.map(({ status }) => status))];
  const votes = (status: string): number => storiesOf(counted.filter((telling) => telling.status === status));
  const [first = 'held'] = statuses.toSorted(
    (a, b) => votes(b) - votes(a) || preference.indexOf(a) - preference.indexOf(b),
  );
  return first;
}

function bestDirect(tellings: readonly Telling[]): boolean | null {
  const value = best(tellings, ({ direct }) => (direct === null ? null : String(direct)));
  return value === null ? null : value === 'true';
}

function bestPlace(tellings: readonly Telling[]): ToldPlace | null {
  const node = best(tellings, ({ place }) => place?.node ?? null);
  return tellings.find(({ place }) => place?.node === node)?.place ?? null;
}

/** The people, else the groups, of the telling that names most of them. */
function titleOf(tellings: readonly Telling[]): string {
  const [fullest] = tellings.toSorted(
    (a, b) => b.persons.length + b.sides.length - a.persons.length - a.sides.length || (a.id < b.id ? -1 : 1),
  );
  if (fullest === undefined) return '';
  const nodes = fullest.persons.length > 1 ? fullest.persons : [...fullest.persons, ...fullest.sides];
  const names = nodes.flatMap((node) => fullest.names[node] ?? []);
  const kind = fullest.type === 'meeting' ? fullest.form || 'meeting' : fullest.type.toLowerCase();
  const targets = fullest.targets.flatMap((node) => fullest.names[node] ?? []);
  const parties = [names.join(', '), targets.join(', ')].filter((text) => text !== '').join(' – ');
  return parties === '' ? kind : `${kind}: ${parties}`;
}
