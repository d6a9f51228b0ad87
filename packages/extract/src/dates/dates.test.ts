import { describe, expect, it } from 'vitest';
import { addMonths, calendarDay, dayNumber, isoDay, mondayOf, parseDay, weekdayOf } from './calendar.ts';
import { clockAt } from './clock.ts';
import { readAt } from './read.ts';
import { resolveTime, type Direction, type Period } from './resolve.ts';
import { unitsOf } from './units.ts';

/** The first time in a text as [first day, last day, grain], read on a day, with the tense and the date told before. */
function reading(text: string, today: string, direction: Direction = 'behind', narrative?: Period): unknown {
  const units = unitsOf(text);
  const published = parseDay(today) ?? 0;
  for (let at = 0; at < units.length; at++) {
    const found = readAt(units, at);
    if (found === undefined) continue;
    const reference = { published, direction, narrative };
    const from = resolveTime(found.value, reference);
    const to = found.to === undefined ? from : resolveTime(found.to, reference);
    return from === undefined || to === undefined
      ? undefined
      : [isoDay(from.first), isoDay(to.last), from.grain];
  }
  return undefined;
}

const day = (iso: string): unknown => [iso, iso, 'day'];

describe('the calendar', () => {
  it('knows weekdays before and after 1970 and in leap years', () => {
    expect(weekdayOf(dayNumber({ year: 1969, month: 7, day: 20 }))).toBe(6);
    expect(weekdayOf(dayNumber({ year: 2024, month: 2, day: 29 }))).toBe(3);
    expect(isoDay(mondayOf(dayNumber({ year: 2026, month: 2, day: 1 })))).toBe('2026-01-26');
  });

  it('keeps to the month when the day is missing in it', () => {
    expect(calendarDay(addMonths(dayNumber({ year: 2023, month: 1, day: 31 }), 1))).toEqual({
      year: 2023,
      month: 2,
      day: 28,
    });
  });

  it('refuses days that do not exist', () => {
    expect(parseDay('2023-02-29')).toBeUndefined();
    expect(parseDay('soon')).toBeUndefined();
  });
});

describe('dates that name a day', () => {
  it.each([
    ['Friday, February 6', '2026-02-05', '2026-02-06'],
    ['Thurs., Oct. 5', '2023-10-09', '2023-10-05'],
    ['6 February 2019', '2026-02-05', '2019-02-06'],
    ['the 3rd of May', '2021-05-20', '2021-05-03'],
    ['Saturday, 8 August 2009', '2019-06-10', '2009-08-08'],
    ['2017-11-30', '2026-02-05', '2017-11-30'],
    ['on Sept. 1', '2019-11-20', '2019-09-01'],
    ['14 December last year', '2025-12-20', '2024-12-14'],
    ['June 3 next year', '2026-02-05', '2027-06-03'],
  ])('%s on %s is %s', (text, today, expected) => {
    expect(reading(text, today)).toEqual(day(expected));
  });

  it('reads both ends of a range', () => {
    expect(reading('January 15-20', '2026-02-05')).toEqual(['2026-01-15', '2026-01-20', 'day']);
    expect(reading('January 5, 7 and 9', '2026-02-05')).toEqual(['2026-01-05', '2026-01-09', 'day']);
    expect(reading('8, 10 or 11 January', '2026-02-05')).toEqual(['2026-01-08', '2026-01-11', 'day']);
    expect(reading('from January 30 to February 2, 2022', '2026-02-05')).toEqual([
      '2022-01-30',
      '2022-02-02',
      'day',
    ]);
    expect(reading('12 and 13 May 2021', '2021-11-13')).toEqual(['2021-05-12', '2021-05-13', 'day']);
  });

  it('takes the year that the weekday fits', () => {
    expect(reading('Wednesday, March 1', '2018-01-10')).toEqual(day('2017-03-01'));
  });

  it('goes ahead in the future tense and back in the past', () => {
    expect(reading('March 1', '2026-02-05', 'ahead')).toEqual(day('2026-03-01'));
    expect(reading('March 1', '2026-02-05', 'behind')).toEqual(day('2025-03-01'));
    expect(reading('March 1', '2026-02-05', 'unknown')).toEqual(day('2026-03-01'));
  });
});

describe('times told from the day of writing', () => {
  it('reads weekdays by the tense', () => {
    expect(reading('Tuesday', '2026-02-05')).toEqual(day('2026-02-03'));
    expect(reading('Tuesday', '2026-02-05', 'ahead')).toEqual(day('2026-02-10'));
    expect(reading('Thursday evening', '2026-02-05')).toEqual(day('2026-02-05'));
    expect(reading('last Thursday', '2026-02-05')).toEqual(day('2026-01-29'));
    expect(reading('Tuesday and Wednesday', '2026-02-05')).toEqual(['2026-02-03', '2026-02-04', 'day']);
  });

  it('reads weekdays of a week by the week', () => {
    expect(reading('Tuesday last week', '2026-02-05')).toEqual(day('2026-01-27'));
    expect(reading('Friday of next week', '2026-02-05', 'ahead')).toEqual(day('2026-02-13'));
    expect(reading('Monday and Tuesday of next week', '2026-02-05', 'ahead')).toEqual([
      '2026-02-09',
      '2026-02-10',
      'day',
    ]);
    expect(reading("Monday of last week's shooting", '2026-02-05')).toEqual(day('2026-02-02'));
    expect(reading('the last day of the talks', '2026-02-05')).toBeUndefined();
  });

  it.each([
    ['last week', '2026-02-05', ['2026-01-26', '2026-02-01', 'day']],
    ['this week', '2026-02-05', ['2026-02-02', '2026-02-05', 'day']],
    ['next month', '2025-12-05', ['2026-01-01', '2026-01-31', 'month']],
    ["last weekend's call", '2019-11-20', ['2019-11-16', '2019-11-17', 'day']],
    ['last February', '2019-11-18', ['2019-02-01', '2019-02-28', 'month']],
    ['March of next year', '2016-09-18', ['2017-03-01', '2017-03-31', 'month']],
    ['last summer', '2020-01-01', ['2019-01-01', '2019-12-31', 'year']],
    ['three years ago', '2016-11-13', ['2013-01-01', '2013-12-31', 'year']],
    ['a few days ago', '2016-09-10', ['2016-09-01', '2016-09-30', 'month']],
    ['tomorrow morning', '2026-02-05', ['2026-02-06', '2026-02-06', 'day']],
    ['the day before yesterday', '2026-02-05', ['2026-02-03', '2026-02-03', 'day']],
  ])('%s on %s', (text, today, expected) => {
    expect(reading(text, today)).toEqual(expected);
  });
});

describe('times of the story', () => {
  const told = parseDay('2020-03-03') ?? 0;
  const narrative: Period = { first: told, last: told, grain: 'day' };

  it('counts from the last date told', () => {
    expect(reading('Two days later', '2020-06-01', 'behind', narrative)).toEqual(day('2020-03-05'));
    expect(reading('the next day', '2020-06-01', 'behind', narrative)).toEqual(day('2020-03-04'));
    expect(reading('the following morning', '2020-06-01', 'behind', narrative)).toEqual(day('2020-03-04'));
    expect(reading('that evening', '2020-06-01', 'behind', narrative)).toEqual(day('2020-03-03'));
    expect(reading('That month', '2020-06-01', 'behind', narrative)).toEqual([
      '2020-03-01',
      '2020-03-31',
      'month',
    ]);
  });

  it('says nothing where no date was told', () => {
    expect(reading('Two days later', '2020-06-01')).toBeUndefined();
  });
});

describe('years', () => {
  it('tells years from counts and prices', () => {
    expect(reading('in 2013', '2026-02-05')).toEqual(['2013-01-01', '2013-12-31', 'year']);
    expect(reading('the 2015 nuclear accord', '2026-02-05')).toEqual(['2015-01-01', '2015-12-31', 'year']);
    expect(reading('2000 rockets and $2000', '2026-02-05')).toBeUndefined();
  });

  it('does not take a modal verb or a march for a month', () => {
    expect(reading('They may march on', '2026-02-05')).toBeUndefined();
    expect(reading('May Day was quiet', '2026-02-05')).toBeUndefined();
  });
});

it('reads the time of day on either side of a date', () => {
  const behind = unitsOf('February 6, at 10:00 am local time');
  expect(clockAt(behind, 0, 2)).toEqual({ time: '10:00' });
  const before = unitsOf('at 3 p.m. GMT on Monday');
  expect(clockAt(before, before.length - 1, before.length)).toEqual({ time: '15:00' });
});
