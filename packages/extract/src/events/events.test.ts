import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from './coder.ts';
import { findEvents } from './find.ts';
import { indexPatterns, eventLexiconSchema } from './lexicon.ts';
import { datesAgree } from './merge.ts';

const code = createEventCoder(annotate);

/** The events of a text as 'ROOT status: actors -> targets'. */
function told(text: string): string[] {
  const { events, nameOf } = code(text, '2026-02-05');
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(' + ');
  return events.map(
    ({ type, status, actors, targets }) => `${type} ${status}: ${names(actors)} -> ${names(targets)}`,
  );
}

describe('events of verbs', () => {
  it.each([
    ['Ukraine accused Russia of shelling a hospital.', 'ACCUSE held: Ukraine -> Russia'],
    ['Russia was condemned by Norway on Monday.', 'ACCUSE held: Norway -> Russia'],
    ['Kenya will send aid to Sudan.', 'AID planned: Kenya -> Sudan'],
    ['Turkey called on Greece to reopen the border.', 'REQUEST held: Turkey -> Greece'],
    ['Poland has imposed sanctions on Belarus.', 'SANCTION held: Poland -> Belarus'],
    ['Washington lifted its sanctions on Cuba.', 'CONCEDE held: United States -> Cuba'],
    ['India and Japan signed a trade agreement.', 'AGREE held: India + Japan -> '],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toContain(expected);
  });

  it('tell a demand, not what is demanded', () => {
    expect(told('France urged Israel to release the prisoners.')).toEqual(['REQUEST held: France -> Israel']);
  });

  it('read a refusal to lift something as a refusal', () => {
    expect(told('Obama said he will not lift the embargo on Cuba.')[0]).toMatch(
      /^REJECT held: .*Obama -> Cuba$/,
    );
  });

  it('let a promise give way to what is promised', () => {
    expect(told('Germany pledged to impose sanctions on Belarus.')).toEqual([
      'SANCTION planned: Germany -> Belarus',
    ]);
  });

  it('find nothing where no pattern holds', () => {
    expect(told('Norway is a country in Europe.')).toEqual([]);
  });
});

describe('events of nouns', () => {
  it('take their parties from owners and prepositions', () => {
    expect(told("Russia's invasion of Ukraine changed Europe.")).toContain('ASSAULT held: Russia -> Ukraine');
    expect(told('Ethiopia launched an attack on Eritrea.')).toContain('ASSAULT held: Ethiopia -> Eritrea');
  });
});

describe('people in the place of an object', () => {
  it.each(['herders', 'water engineers', 'deckhands', 'two priests'])('are freed: %s', (people) => {
    expect(told(`Uganda will free the ${people} on Monday.`)).toEqual(['RETREAT planned: Uganda -> ']);
  });

  it('are its head, not what modifies it', () => {
    expect(told('Teacher protests were held in Oklahoma.').join()).not.toMatch(/COERCE/);
    expect(told('Kenya released the police videos on Monday.').join()).not.toMatch(/RETREAT/);
  });
});

describe('what a noun tells', () => {
  it.each([
    'Kenya demanded the release of the drivers.',
    'Amnesty International called for the release of the nurses.',
    'Norway appealed for a withdrawal of the troops.',
  ])('has not happened where somebody asks for it: %s', (sentence) => {
    expect(told(sentence)).toEqual([expect.stringMatching(/^REQUEST held/)]);
  });
});

describe('a lexicon', () => {
  it('can be given a pattern without any code', () => {
    const lexicon = eventLexiconSchema.parse({
      patterns: [
        {
          root: 'AID',
          mode: 'twinning',
          verbs: ['sing'],
          target: ['for'],
          examples: ['Norway sang for Chad.'],
        },
      ],
      evaluations: {
        negative: ['bad'],
        untrue: ['false'],
        positive: ['good'],
        praise: ['win'],
        plain: ['routine'],
        misdeeds: ['lie'],
        lapses: ['care'],
        harms: ['raid'],
        backing: ['pay'],
        backed: ['thief'],
        opposing: ['fight'],
      },
      unwilled: ['rain'],
      bodies: ['court'],
      implied: { answers: {}, directed: ['ACCUSE'] },
    });
    const sources = code.read('Norway sang for Kenya.', '2026-02-05');
    const [event] = findEvents({ ...sources, lexicon: indexPatterns(lexicon) });
    expect(event).toMatchObject({ type: 'AID', mode: 'twinning', rule: 'event.aid.1' });
  });

  it('refuses a root that the ontology does not have', () => {
    const pattern = { root: 'DANCE', verbs: ['dance'], examples: ['They danced.'] };
    expect(eventLexiconSchema.safeParse({ patterns: [pattern] }).success).toBe(false);
  });
});

it('takes a coarser date for the same as a finer one that begins with it', () => {
  const dated = (start: string) => ({ start, end: null }) as Parameters<typeof datesAgree>[0];
  expect(datesAgree(dated('2026-02'), dated('2026-02-03'))).toBe(true);
  expect(datesAgree(dated('2026-02-04'), dated('2026-02-03'))).toBe(false);
  expect(datesAgree(null, dated('2026-02-03'))).toBe(true);
});

it.each([
  ['Lithuania and Belarus traded charges on Friday: Vilnius accused Minsk of smuggling.', '2026-01-30'],
  ['The regulator decided against fining the bank in July.', '2025-07'],
])('dates what a colon opens and what is decided on: %s', (text, start) => {
  const { events } = code(text, '2026-02-05');
  expect(events.map(({ date }) => date?.start)).toContain(start);
});
