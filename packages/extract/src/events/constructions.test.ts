import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor();

/** The events of an article as 'ROOT status: actors -> targets (place)'. */
function told(text: string): string[] {
  const { events, entities } = extractor.extract({ ...plainArticle(text), published: '2026-02-05' });
  const names = (ids: readonly (string | null)[]): string =>
    ids.map((id) => entities.find((entity) => entity.id === id)?.name ?? '').join(' + ');
  return events.map(
    ({ type, status, actors, targets, place }) =>
      `${type} ${status}: ${names(actors)} -> ${names(targets)} (${names([place])})`,
  );
}

describe('deeds', () => {
  it.each([
    [
      'of a subject behind a day',
      'On Friday police in Lagos seized a ship.',
      'COERCE held: police ->  (Lagos)',
    ],
    ['with a stranded preposition', 'The boats were paid for by Japan.', 'AID held: Japan -> '],
    [
      'given to the subject of a passive',
      'The Ford Foundation was promised $2 million by Norway.',
      'AID planned: Norway -> Ford Foundation ()',
    ],
    ['whose object is the place', 'Rebels shelled Gao on Monday.', 'ASSAULT held: rebels ->  (Gao)'],
    [
      'by troops that nobody names',
      'A brigade left the valley. On Monday a battalion was pulled out of the province.',
      'RETREAT held:  ->  ()',
    ],
    [
      'that quell the protest told before',
      'The Uyuni Federation of Hauliers blocked the line on Monday. Bolivian police arrested 11 people the next day.',
      'COERCE held: Bolivian police -> Uyuni Federation of Hauliers',
    ],
    [
      'that praise an accord told before',
      'Senegal and Mauritania signed an accord on Monday. It has six pages. The European Union welcomed the accord.',
      'SUPPORT held: European Union -> Senegal + Mauritania',
    ],
    [
      'whose doer stands behind the one it is done to',
      'The arrest of Alexei Navalny by Russia was a shock for Berlin.',
      'COERCE held: Russia -> Alexei Navalny',
    ],
    [
      'by a participle that opens the sentence',
      'Arrested on Monday, Alexei Navalny spent the night in silence.',
      'COERCE held:  -> Alexei Navalny',
    ],
    [
      'of a group told right before',
      'Boko Haram held a meeting on Sunday. On Tuesday, it attacked Cameroon.',
      'ASSAULT held: Boko Haram -> Cameroon',
    ],
    [
      'to a group told right before',
      'The Ford Foundation opened an office on Sunday. On Tuesday, Norway sued it.',
      'ACCUSE held: Norway -> Ford Foundation',
    ],
    [
      'said of an object by an adjective behind it',
      "Kenya held the Fish Farmers' Association responsible for the fire.",
      "ACCUSE held: Kenya -> Fish Farmers' Association",
    ],
    [
      'said of the subject of what somebody says',
      'Ethiopia said Eritrea was responsible for the deaths.',
      'ACCUSE held: Ethiopia -> Eritrea',
    ],
    [
      "that 'we' will not do",
      '“We will not pay the miners,” Jens Stoltenberg said.',
      'REJECT held: Jens Stoltenberg -> ',
    ],
    [
      'that somebody cannot accept',
      'Hungary said that it could not accept the plan of Slovakia.',
      'REJECT held: Hungary',
    ],
    [
      'with a particle before a number',
      'Boko Haram carried off 200 schoolgirls.',
      'ASSAULT held: Boko Haram',
    ],
  ])('are read %s', (_, text, event) => {
    expect(told(text).join('\n')).toContain(event);
  });

  it.each([
    ['a thing may be what is meant', 'The text was short. Zambia swung behind it.', 'Zambia -> Zambia'],
    ['nobody need be able to', 'Jens Stoltenberg said that he could not swim.', 'REJECT'],
    ['a number behind the verb is no particle', 'The team took over 30 shots.', 'COERCE'],
    ['assets are not held in prison', "Most of Donald Trump's assets are held in trusts.", 'COERCE'],
  ])('are not read: %s', (_, text, root) => {
    expect(told(text).join('\n')).not.toContain(root);
  });
});
