import { describe, expect, test } from 'vitest';
import { invented, type Invented, type InventedMeeting } from '../testing/invented.ts';
import { compareTellings } from './compare.ts';
import { conflictsOf } from './conflicts.ts';
import { summarise } from './summary.ts';
import { tellingsOf, type Telling } from './telling.ts';

const people = [
  { name: 'Teodora Valean', title: 'foreign minister', of: 'Romania' },
  { name: 'Mykhailo Bondar', title: 'foreign minister', of: 'Ukraine' },
  { name: 'Lars Ekdahl', title: 'envoy', of: 'Sweden' },
  { name: 'Radu Stan', title: 'adviser', of: 'Romania' },
];

function telling(meeting: InventedMeeting, about: Partial<Invented> = {}): Telling {
  const evidence = invented({ id: 'a', people, meetings: [meeting], ...about });
  const names = new Map(
    evidence.extraction.entities.map((entity) => [
      entity.id,
      `${entity.kind}:${entity.gazetteer ?? entity.name}`,
    ]),
  );
  const standing = { nodeOf: (local: string) => names.get(local) ?? '', statesOf: () => [] };
  const [first] = tellingsOf(evidence, standing, `story:${evidence.article.id}`);
  if (first === undefined) throw new Error('one telling');
  return first;
}

const ministers = { who: ['Teodora Valean', 'Mykhailo Bondar'], sides: ['Romania', 'Ukraine'] };
const other = (day: string): Partial<Invented> => ({ id: 'b', day });

describe('one meeting', () => {
  test('told with another city, overlapping days and one more participant', () => {
    const left = telling({
      ...ministers,
      place: 'Constanta',
      start: '2026-02-27',
      end: '2026-02-28',
      mediators: ['Lars Ekdahl'],
    });
    const right = telling(
      {
        who: [...ministers.who, 'Radu Stan'],
        sides: ministers.sides,
        place: 'Tulcea',
        start: '2026-02-28',
        end: '2026-03-01',
      },
      other('2026-03-02'),
    );
    expect(compareTellings(left, right).kind).toBe('same');
    expect(conflictsOf([left, right]).map(({ slot }) => slot)).toEqual(['start', 'place', 'participants']);
  });
  test('announced for two days of one week at one place, not for two places or months', () => {
    const planned = (start: string, place: string, about: Partial<Invented>): Telling =>
      telling({ ...ministers, status: 'planned', start, place }, about);
    const left = planned('2026-03-11', 'Constanta', { day: '2026-03-01' });
    const on = (start: string, place: string): string =>
      compareTellings(left, planned(start, place, other('2026-03-02'))).kind;
    expect(on('2026-03-18', 'Constanta')).toBe('same');
    expect(on('2026-03-18', 'Tulcea')).toBe('different');
    expect(on('2026-04-18', 'Constanta')).toBe('different');
  });
  test('denied by an article that names one of the two and a month', () => {
    const left = telling({ ...ministers, place: 'Constanta', start: '2026-02-27' });
    const right = telling(
      {
        who: ['Teodora Valean'],
        sides: ministers.sides,
        place: 'Romania',
        start: '2026-02',
        status: 'denied',
      },
      other('2026-03-03'),
    );
    expect(compareTellings(left, right).kind).toBe('same');
    expect(conflictsOf([left, right]).map(({ slot }) => slot)).toEqual(['status']);
  });
  test('put on two days by articles that both came out after them, and not by one that came out between', () => {
    const left = telling({ ...ministers, start: '2026-05-11' }, { day: '2026-05-13' });
    const late = telling({ ...ministers, start: '2026-05-09' }, other('2026-05-15'));
    const early = telling({ ...ministers, start: '2026-05-09' }, other('2026-05-10'));
    expect(compareTellings(left, late).kind).toBe('same');
    expect(compareTellings(late, left)).toEqual(compareTellings(left, late));
    expect(conflictsOf([left, late]).map(({ slot }) => slot)).toEqual(['start']);
    expect(compareTellings(left, early).kind).toBe('different');
  });
  test('announced, and then held a day later than announced', () => {
    const left = telling({ ...ministers, place: 'Vienna', start: '2026-04-09', status: 'planned' });
    const right = telling({ ...ministers, place: 'Vienna', start: '2026-04-10' }, other('2026-04-11'));
    expect(compareTellings(left, right).kind).toBe('same');
  });
});

describe('two meetings', () => {
  test('rounds a week apart', () => {
    const left = telling({ ...ministers, place: 'Vienna', start: '2026-02-20' });
    expect(
      compareTellings(
        left,
        telling({ ...ministers, place: 'Vienna', start: '2026-02-27' }, other('2026-03-02')),
      ).kind,
    ).toBe('different');
  });
  test('a round that is still to come when another is over', () => {
    const held = telling(
      { ...ministers, place: 'Muscat', start: '2026-02-03', end: '2026-02-04' },
      other('2026-02-05'),
    );
    const planned = telling(
      { ...ministers, place: 'Muscat', start: '2026-02-06T10:00', status: 'planned' },
      { day: '2026-02-05' },
    );
    expect(compareTellings(held, planned).kind).toBe('different');
    expect(compareTellings(planned, held).kind).toBe('different');
  });
  test('one host who receives two guests of different states on one day', () => {
    const left = telling({ who: ['Teodora Valean', 'Mykhailo Bondar'], start: '2026-02-20' });
    expect(
      compareTellings(
        left,
        telling({ who: ['Teodora Valean', 'Lars Ekdahl'], start: '2026-02-20' }, other('2026-02-21')),
      ).kind,
    ).toBe('different');
  });
  test('a call and talks', () => {
    const left = telling({ ...ministers, start: '2026-02-20', form: 'call' });
    expect(
      compareTellings(left, telling({ ...ministers, start: '2026-02-20' }, other('2026-02-21'))).kind,
    ).toBe('different');
  });
});

test('a coarser date, a state for a city and a single day within several are no contradictions', () => {
  const fine = telling({ ...ministers, place: 'Vienna', start: '2026-04-09', end: '2026-04-11' });
  const coarse = telling({ ...ministers, place: 'Austria', start: '2026-04' }, other('2026-04-12'));
  const single = telling({ ...ministers, place: 'Vienna', start: '2026-04-10' }, { id: 'c' });
  expect(conflictsOf([fine, coarse, single])).toEqual([]);
});

test('the value of most independent stories is shown, and copies count once', () => {
  const wire = telling({ ...ministers, place: 'Vienna', start: '2026-04-09' });
  const copy = {
    ...telling({ ...ministers, place: 'Vienna', start: '2026-04-09' }, { id: 'copy' }),
    story: wire.story,
  };
  const second = telling({ ...ministers, place: 'Graz', start: '2026-04-10' }, { id: 'c' });
  const third = telling({ ...ministers, place: 'Graz', start: '2026-04-10' }, { id: 'd' });
  const summary = summarise([wire, copy, second, third]);
  expect([summary.start, summary.place?.name]).toEqual(['2026-04-10', 'Graz']);
});

test('what was planned gives way to what came of it', () => {
  const planned = telling({ ...ministers, start: '2026-04', status: 'planned' });
  const more = telling({ ...ministers, start: '2026-04', status: 'planned' }, { id: 'c' });
  expect(
    summarise([planned, more, telling({ ...ministers, start: '2026-04', status: 'cancelled' }, { id: 'd' })])
      .status,
  ).toBe('cancelled');
});
