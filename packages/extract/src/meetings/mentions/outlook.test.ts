import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../../events/coder.ts';
import { extractMeetings } from '../meetings.ts';

const code = createEventCoder(annotate);

/** The statuses of the meetings of a text published on Tuesday, 3 February 2026. */
function statuses(text: string): string[] {
  const sources = code.read(text, '2026-02-03');
  return extractMeetings({ ...sources, attributedTo: () => null }).map(({ status }) => status);
}

describe('what is only wished for, dropped or resumed', () => {
  const sentences: readonly (readonly [text: string, status: string])[] = [
    ['Otilia Brady called for talks with Goran Tran.', 'possible'],
    ['Otilia Brady scrapped plans to meet Goran Tran in Lusaka on Sunday.', 'cancelled'],
    [
      'Plans for a meeting between Otilia Brady and Goran Tran in Lusaka on Sunday have fallen through.',
      'cancelled',
    ],
    ['Talks between Uganda and Thailand are back on.', 'ongoing'],
    ['A meeting between Otilia Brady and Goran Tran has been dropped.', 'cancelled'],
    ['A second round of talks between Uganda and Thailand is not in the calendar.', 'denied'],
    ['A second round of talks between Uganda and Thailand is in the calendar.', 'planned'],
  ];
  it.each(sentences)('%s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it('is no meeting where it has yet to be', () => {
    expect(statuses('Otilia Brady has yet to meet Goran Tran.')).toEqual([]);
  });
});

describe('bodies in session', () => {
  const sentences = [
    'The Senate Finance Committee voted 14-7 on Monday to reject the plan.',
    'By 14 votes to seven, the Senate Finance Committee on Monday rejected the plan.',
    'The Senate Finance Committee heard on Monday from Goran Tran.',
    'In parliament on Monday, Goran Tran accused the government of delay.',
  ];
  it.each(sentences)('%s', (text) => {
    expect(statuses(text)).toEqual(['held']);
  });
});
