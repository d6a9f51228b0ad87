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

  it('is one with whoever is called by a post, with a name beside it or without', () => {
    expect(parties('Anna Berg met the head of the Dockers Union, Petri Laine, in Oslo on Monday.')).toEqual([
      ['Anna Berg', 'Petri Laine', 'Dockers Union'],
    ]);
    expect(parties('Anna Berg met the founder of the Dockers Union on Monday.')).toEqual([
      ['Anna Berg', 'Dockers Union'],
    ]);
  });

  it('is what somebody tells somebody else on a day or in a place', () => {
    expect(parties('Anna Berg told Petri Laine on Monday that she would go.')).toEqual([
      ['Anna Berg', 'Petri Laine'],
    ]);
  });
});

describe('a meeting told in more than one sentence', () => {
  it('has the parties of the sides before', () => {
    const told = 'Mali and Niger spoke of the dam. The meeting was held in Gao on Sunday.';
    expect(parties(told)).toEqual([['Mali', 'Niger']]);
    expect(parties('Mali and Niger held talks in Gao. Moscow insisted that nobody met anybody.')).toEqual([
      ['Mali', 'Niger'],
      ['Mali', 'Niger'],
    ]);
  });

  it('is dated by what is told of it', () => {
    const sources = code.read('Mali and Niger held a meeting in Gao. It took place on Sunday.', '2026-02-03');
    const [meeting] = extractMeetings({ ...sources, attributedTo: () => null });
    expect(meeting?.start).toBe('2026-02-01');
  });

  it('is told twice where the days differ', () => {
    const text =
      'Mali and Niger held talks in Gao on Monday. According to two people, it took place on Sunday, February 1, in Segou.';
    const sources = code.read(text, '2026-02-03');
    const told = extractMeetings({ ...sources, attributedTo: () => null });
    expect(told.map(({ start }) => start)).toEqual(['2026-02-02', '2026-02-01']);
  });
});

describe('who is at a meeting', () => {
  it('is one of several at each of several meetings', () => {
    const text =
      'The foreign minister of Mali, Sadio Camara, and the foreign minister of Niger, Ali Mody, quarrelled. Anna Berg telephoned each of the two foreign ministers on Monday.';
    const [first, second] = parties(text);
    expect([first?.slice(0, 2), second?.slice(0, 2)]).toEqual([
      ['Anna Berg', 'Sadio Camara'],
      ['Anna Berg', 'Ali Mody'],
    ]);
  });

  it('is also the judge who sentences', () => {
    const text =
      'A jury at Durban High Court convicted Sibusiso Zulu on Monday. Judge Neil Ford said that the bags were heavy.';
    expect(parties(text)[0]?.slice(0, 2)).toEqual(['Sibusiso Zulu', 'Neil Ford']);
  });
});
