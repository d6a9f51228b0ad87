import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../events/coder.ts';
import { extractMeetings } from './meetings.ts';

const code = createEventCoder(annotate);

/** The parties of each meeting of a text. */
function parties(text: string): string[][] {
  const sources = code.read(text, '2026-02-03');
  return extractMeetings({ ...sources, attributedTo: () => null }).map(({ participants, represented }) =>
    [...participants, ...represented].map((id) => sources.table.byId(id)?.name ?? ''),
  );
}

describe('a meeting of which one party is named', () => {
  it('stands where the other goes without saying', () => {
    expect(parties('Tariff talks with India are back on.')).toEqual([['India']]);
  });

  it('is none where only the press was talked to or no time is meant', () => {
    expect(parties('The minister was blunt in a call with Reuters.')).toEqual([]);
    expect(parties('Anna Berg meets people when there is something to read.')).toEqual([]);
    expect(parties('Anna Berg told Bill Laine of Reuters on Monday that the talks were over.')).toEqual([]);
  });

  it('is what somebody tells somebody else on a day or in a place', () => {
    expect(parties('Anna Berg told Petri Laine on Monday that she would go.')).toEqual([
      ['Anna Berg', 'Petri Laine'],
    ]);
  });
});
