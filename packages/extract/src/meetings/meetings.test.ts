import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../events/coder.ts';
import { extractMeetings } from './meetings.ts';

const code = createEventCoder(annotate);

interface Told {
  readonly status: string;
  readonly form: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly parties: string[];
  readonly mediators: string[];
  readonly direct: boolean | null;
}

/** The meetings of a text published on Thursday, 5 February 2026, with names for ids. */
function meetings(text: string): Told[] {
  const sources = code.read(text, '2026-02-05');
  const name = (id: string): string => sources.table.byId(id)?.name ?? '';
  return extractMeetings({ ...sources, attributedTo: () => null }).map((meeting) => ({
    status: meeting.status,
    form: meeting.form,
    start: meeting.start,
    place: meeting.place === null ? null : name(meeting.place),
    parties: [...meeting.participants, ...meeting.represented].map(name).toSorted(),
    mediators: meeting.mediators.map(name),
    direct: meeting.direct,
  }));
}

describe('one meeting', () => {
  it('has its parties, place and date', () => {
    const [met] = meetings('Angela Merkel met Emmanuel Macron in Paris on Tuesday.');
    expect(met).toMatchObject({ status: 'held', place: 'Paris', start: '2026-02-03' });
    expect(met?.parties).toEqual(expect.arrayContaining(['Angela Merkel', 'Emmanuel Macron']));
  });

  it('is planned, possible or cancelled as the words say', () => {
    expect(meetings('Kenya and Uganda will hold talks in Nairobi next month.')[0]).toMatchObject({
      status: 'planned',
      start: '2026-03',
      place: 'Nairobi',
    });
    expect(meetings('Angela Merkel may meet Emmanuel Macron in Paris.')[0]?.status).toBe('possible');
    expect(meetings('Talks between Kenya and Uganda in Nairobi were cancelled.')[0]?.status).toBe(
      'cancelled',
    );
  });

  it('names who mediates apart from who takes part', () => {
    const [talks] = meetings(
      'Indirect talks between Iran and the United States in Muscat were mediated by Oman.',
    );
    expect(talks).toMatchObject({ mediators: ['Oman'], direct: false, place: 'Muscat' });
    expect(talks?.parties).toEqual(['Iran', 'United States']);
  });

  it('is read from a visit, a call and a hearing', () => {
    expect(meetings('Emmanuel Macron visited Kenya on Monday.')[0]).toMatchObject({
      form: 'visit',
      start: '2026-02-02',
    });
    expect(meetings('Emmanuel Macron telephoned Angela Merkel on Sunday.')[0]?.form).toBe('call');
    expect(meetings('Kurt Volker testified before the Senate on Tuesday.')[0]?.form).toBe('hearing');
  });
});

describe('several mentions', () => {
  it('are joined where they tell of one meeting', () => {
    const found = meetings('Kenya and Uganda held talks in Nairobi on Monday. The talks lasted two hours.');
    expect(found).toHaveLength(1);
  });

  it('are kept apart where date, place or status differ', () => {
    const text =
      'Kenya and Uganda held talks in Nairobi on Monday. Kenya and Uganda will meet in Kampala next month.';
    expect(
      meetings(text)
        .map(({ place }) => place ?? '')
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['Kampala', 'Nairobi']);
  });

  it('give the parties of the last meeting to "both sides"', () => {
    const text =
      'Kenya and Uganda held talks in Nairobi on Monday. Both sides will meet again in Kampala next month.';
    const next = meetings(text).find(({ status }) => status === 'planned');
    expect(next?.parties).toEqual(['Kenya', 'Uganda']);
  });

  it('cancel "it" where it is called off', () => {
    const text =
      'Angela Merkel was to meet Emmanuel Macron in Paris on Friday. On Wednesday her office called it off.';
    expect(meetings(text)[0]?.status).toBe('cancelled');
  });
});

describe('people behind words', () => {
  const named =
    "Kenya's defence minister, Aden Duale, and Somalia's defence minister, Ahmed Fiqi, agreed in Nairobi on Monday to share a road. ";

  it('are those who hold the posts that are told to meet', () => {
    const found = meetings(`The defence ministers of Kenya and Somalia met in Cairo on Tuesday. ${named}`);
    expect(found.find(({ place }) => place === 'Cairo')?.parties).toEqual(
      expect.arrayContaining(['Aden Duale', 'Ahmed Fiqi']),
    );
  });

  it('are the two who were named side by side', () => {
    const found = meetings(`${named}The two ministers will meet again in Mogadishu on April 4.`);
    expect(found.find(({ status }) => status === 'planned')).toMatchObject({
      place: 'Mogadishu',
      parties: expect.arrayContaining(['Aden Duale', 'Ahmed Fiqi']) as unknown,
    });
  });

  it('come along with those who meet', () => {
    const found = meetings(
      'Angela Merkel met Emmanuel Macron in Paris on Tuesday. Merkel was accompanied by General Hans Weber.',
    );
    expect(found[0]?.parties).toContain('Hans Weber');
  });
});

describe('third parties', () => {
  it('who lead talks of two others mediate them', () => {
    const [talks] = meetings('The talks between Chad and Niger were chaired by Folasade Cole.');
    expect(talks?.mediators).toEqual(['Folasade Cole']);
  });

  it('who carry words between the parties mediate indirect talks', () => {
    const [talks] = meetings(
      'Aden Duale and Ahmed Fiqi sat in separate rooms of a hotel in Doha on Monday while Hamad Suwaidi carried messages between them.',
    );
    expect(talks).toMatchObject({ mediators: ['Hamad Suwaidi'], direct: false, place: 'Doha' });
    expect(talks?.parties).toEqual(expect.arrayContaining(['Aden Duale', 'Ahmed Fiqi']));
  });

  it('who only speak of talks were not there, nor on the day they spoke', () => {
    const [talks] = meetings(
      'Kenya and Somalia have agreed to share a road, Hungarian officials said on Wednesday, after two days of talks in Budapest.',
    );
    expect(talks).toMatchObject({ start: null, place: 'Budapest', parties: ['Kenya', 'Somalia'] });
  });
});

describe('what is to come', () => {
  it('is dated ahead whatever the tense', () => {
    const found = meetings(
      'Kenya and Somalia held talks in Cairo on Monday. She said a second round in Nairobi in April was still on the calendar.',
    );
    expect(found.find(({ place }) => place === 'Nairobi')).toMatchObject({
      status: 'planned',
      start: '2026-04',
    });
  });

  it('is denied with its plan', () => {
    const [round] = meetings(
      'The ministry denied that a second round between Greece and Turkey had been scheduled for Athens.',
    );
    expect(round).toMatchObject({ status: 'denied', place: 'Athens' });
  });

  it('may be put off to another date, and is then two', () => {
    const found = meetings(
      'A summit between Chad and Niger that was to have opened in Cairo next Tuesday has been postponed. It is now to be held from March 25 to 27.',
    );
    expect(found.map(({ status, start }) => `${status} ${start ?? ''}`).toSorted()).toEqual([
      'cancelled 2026-02-10',
      'planned 2026-03-25',
    ]);
  });
});

it('does not take met targets, courses or calls for action for meetings', () => {
  expect(meetings('Kenya met the deadline on Monday.')).toEqual([]);
  expect(meetings('France called for a ceasefire in Sudan.')).toEqual([]);
  expect(meetings('Angela Merkel called Emmanuel Macron “a friend” on Monday.')).toEqual([]);
  expect(meetings('Harry could not have left had he not met Meghan.')).toEqual([]);
});
