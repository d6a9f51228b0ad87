import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../events/coder.ts';
import { extractMeetings } from './meetings.ts';

const code = createEventCoder(annotate);

/** The parties of the meetings of a text published on Tuesday, 3 February 2026, surnames and groups in order. */
function parties(text: string): string[] {
  const sources = code.read(text, '2026-02-03');
  const name = (id: string): string => sources.table.byId(id)?.name.split(' ').at(-1) ?? '';
  return extractMeetings({ ...sources, attributedTo: () => null }).map(({ participants, represented }) =>
    [...participants, ...represented].map(name).toSorted().join(', '),
  );
}

describe('who else was there', () => {
  const held = 'Kenya and Serbia held talks in Lima on Monday.';
  const sentences: readonly (readonly [text: string, all: string])[] = [
    ['Goran Tran also attended.', 'Kenya, Serbia, Tran'],
    ['Goran Tran took part.', 'Kenya, Serbia, Tran'],
    ['Also in the room was Goran Tran.', 'Kenya, Serbia, Tran'],
    ['Also at the meeting was Goran Tran.', 'Kenya, Serbia, Tran'],
    ['Participants included Goran Tran and Rasmus Haugland.', 'Haugland, Kenya, Serbia, Tran'],
    ['Kenya was represented by Goran Tran, Serbia by Rasmus Haugland.', 'Haugland, Kenya, Serbia, Tran'],
    ['Goran Tran led the Serbian delegation.', 'Kenya, Serbia, Tran'],
    ['Representing Serbia was Goran Tran.', 'Kenya, Serbia, Tran'],
  ];
  it.each(sentences)('%s', (text, all) => {
    expect(parties(`${held} ${text}`)).toEqual([all]);
  });

  const others = [
    'Goran Tran attended school in Lima.',
    'Goran Tran leads the Catholic party of Peru.',
    'Goran Tran was not represented by a lawyer.',
  ];
  it.each(others)('is not told by: %s', (text) => {
    expect(parties(`${held} ${text}`)).toEqual(['Kenya, Serbia']);
  });
});

describe('who is told behind the meeting in one sentence', () => {
  const sentences: readonly (readonly [text: string, all: string])[] = [
    ['Present at the meeting in Lima on Monday were Goran Tran and Rasmus Haugland.', 'Haugland, Tran'],
    [
      'Among those who attended the talks in Lima on Monday were Goran Tran and Rasmus Haugland.',
      'Haugland, Tran',
    ],
    ['When they last met, in Lima on Monday, Goran Tran warned Rasmus Haugland.', 'Haugland, Tran'],
    ['Goran Tran ended a visit to Peru on Monday.', 'Peru, Tran'],
    ['Goran Tran became the first minister to visit Peru on Monday.', 'Peru, Tran'],
  ];
  it.each(sentences)('%s', (text, all) => {
    expect(parties(text)).toContain(all);
  });
});

describe('near misses', () => {
  const sentences = [
    'The offer met the demands of Kenya on Monday.',
    'The proposal of Goran Tran was met with anger in Lima on Monday.',
    'Lima was visited by four million tourists last year.',
    'Goran Tran met Rasmus Haugland in the final on Monday.',
    'Goran Tran said on a conference call on Monday that profits had risen.',
  ];
  it.each(sentences)('%s', (text) => {
    expect(parties(text)).toEqual([]);
  });
});
