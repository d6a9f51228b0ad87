import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor();

/** The events of an article as 'ROOT status: actors -> targets'. */
function told(text: string): string[] {
  const { events, entities } = extractor.extract({ ...plainArticle(text), published: '2026-02-05' });
  const names = (ids: readonly string[]): string =>
    ids.map((id) => entities.find((entity) => entity.id === id)?.name ?? id).join(' + ');
  return events.map(
    ({ type, status, actors, targets }) => `${type} ${status}: ${names(actors)} -> ${names(targets)}`,
  );
}

describe('the parties of events', () => {
  it.each([
    ['Clashes erupted between Israel and Hezbollah on Monday.', 'ASSAULT held: Israel + Hezbollah -> '],
    ['Saudi Arabia severed ties with Iran in 2016.', 'SANCTION held: Saudi Arabia -> Iran'],
    ['Kyrgyz drones struck a depot near the Tajik town of Isfara.', 'ASSAULT held: Kyrgyzstan -> Tajikistan'],
    ['Ukrainian drones hit a refinery in Ryazan. Russia denied it.', 'ASSAULT held: Ukraine -> Russia'],
    ['Ethiopian jets bombed a market in Mekelle.', 'ASSAULT held: Ethiopia -> '],
    [
      'Oman and Yemen met in Salalah. The two armies agreed to leave the border.',
      'AGREE held: Oman + Yemen -> ',
    ],
    [
      'Evan Gershkovich was convicted of espionage and sentenced to 16 years.',
      'COERCE held:  -> Evan Gershkovich',
    ],
    [
      'The European Union pledged 270 million euros to help Armenia buy gas.',
      'AID planned: European Union -> Armenia',
    ],
    [
      "Jamal Khashoggi's murder by agents of Saudi Arabia shook Turkey.",
      'ASSAULT held: Saudi Arabia -> Jamal Khashoggi',
    ],
    ['Several hundred fishermen burned tyres in Dakar on Friday.', 'PROTEST held: fishermen -> '],
    ['Niger will release five Beninese engineers on Monday.', 'RETREAT planned: Niger -> Beninese engineers'],
    [
      'Protests began after the interior minister, Ana Lopes, accused Chad of fraud.',
      'ACCUSE held: Ana Lopes -> Chad',
    ],
    [
      "In a letter to Tabiusa that was released by the company, Halcyon's director, Graham Tolliver, demanded that vessel and crew be freed at once.",
      'REQUEST held: Graham Tolliver -> ',
    ],
    [
      'Fishermen from Dakar met Awa Sy Diagne on Friday to ask for compensation.',
      'REQUEST held: fishermen -> ',
    ],
    ['Kuwait claimed that Iran was the one who started the fire.', 'ACCUSE held: Kuwait -> Iran'],
    [
      'Families have been camping in front of the embassy of Chad since Sunday.',
      'PROTEST ongoing:  -> embassy',
    ],
    ['Venezuela gave Colombia until Monday to withdraw.', 'THREATEN held: Venezuela -> Colombia'],
    ['A judge ordered that the ship be released.', 'REQUEST held:  -> '],
    ['Both presidential candidates have opposed the tariff.', 'REJECT held:  -> '],
    ['The UPDF blamed Turkana warriors.', "ACCUSE held: Uganda People's Defence Force -> Turkana warriors"],
    [
      'The European Union, which has described the detentions as hostage-taking, imposed sanctions on Belarus.',
      'SANCTION held: European Union -> Belarus',
    ],
    [
      'Serbia warned that it would suspend police cooperation with Europol.',
      'THREATEN held: Serbia -> Europol',
    ],
    [
      'Shell said that it would stop buying oil from Chad unless the tax was lowered.',
      'THREATEN held: Shell -> Chad',
    ],
    [
      'The Polisario Front met the envoy on Monday. The rebels will lift the roadblocks.',
      'CONCEDE planned: Polisario Front -> ',
    ],
    [
      "The Fish Farmers' Association, whose members blocked the bridge at Nong Khai, wants money.",
      "PROTEST held: Fish Farmers' Association -> ",
    ],
    [
      '"It is time for America to go on offense," Rudy Giuliani said.',
      'REQUEST held: Rudy Giuliani -> United States',
    ],
    ['Kenya demanded the release of Musa Deng.', 'REQUEST held: Kenya -> '],
    ['Ethiopia says that the rebels are sheltered by Eritrea.', 'ACCUSE held: Ethiopia -> Eritrea'],
    [
      'Under the deal, which is not signed, the 63 fishermen would be handed over in Dakar.',
      'RETREAT planned:  -> fishermen',
    ],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toContain(expected);
  });

  it.each([
    [
      'Guyana and Suriname met on Monday. The World Bank said it would lend the two countries $12 million.',
      'AID planned: World Bank -> Guyana + Suriname',
    ],
    [
      'William Ruto met Yoweri Museveni in Nairobi. France accused the two presidents of lying.',
      'ACCUSE held: France -> William Ruto + Yoweri Museveni',
    ],
    [
      'Volvo and Ford signed a deal. The regulator of Sweden fined both companies on Monday.',
      'SANCTION held: Sweden -> Volvo + Ford',
    ],
  ])('are the two told before: %s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it('are gathered from both mentions where a sentence tells a deed twice', () => {
    const events = told(
      'Wells Fargo was fined $185 million, including a penalty imposed by the Consumer Financial Protection Bureau.',
    );
    expect(events).toEqual(['SANCTION held: Consumer Financial Protection Bureau -> Wells Fargo']);
  });
});

describe('what is no deed', () => {
  it.each([
    'Iran and Iraq signed no agreement.',
    'No troops have been sent to Mali by Russia.',
    'Nobody attacked Turkey.',
    'None of the parties signed the accord with Chad.',
    'Neither Germany nor France has backed Poland.',
    'Not one minister condemned Israel.',
    'There is no sign that Russia is withdrawing its troops from Syria.',
  ])('is done by nobody or to nothing: %s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  it('is not what nobody denies', () => {
    expect(told('No one denies that Iran attacked Kuwait.')).toContain('ASSAULT held: Iran -> Kuwait');
  });

  it('is only guarded against', () => {
    expect(told('The army protected the villagers of Kenya from attacks by Boko Haram.')).not.toContainEqual(
      expect.stringContaining('ASSAULT'),
    );
  });

  it('is done on a condition, which is a threat', () => {
    expect(told('Iran said it would leave the nuclear treaty if sanctions were imposed.')[0]).toBe(
      'THREATEN held: Iran -> ',
    );
  });

  it('is an attack in words', () => {
    expect(told("Donald Trump's personal attacks on Hillary Clinton went on.")).not.toContainEqual(
      expect.stringContaining('ASSAULT'),
    );
  });
});

it('gives a deed without a time of its own the day that its paragraph has named', () => {
  const text = 'The governor of Kano spoke on Tuesday. Police arrested Musa Bello at the gate.';
  const { events } = extractor.extract({ ...plainArticle(text), published: '2026-02-05' });
  expect(events.find(({ type }) => type === 'COERCE')).toMatchObject({ start: '2026-02-03' });
});

it("reads the nouns of a user's own lexicon as parties too", () => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  try {
    writeFileSync(join(folder, 'nominals.yaml'), 'groups: { corsairs: [armed_group] }\n');
    const article = plainArticle(
      'The Polisario Front met the envoy on Monday. The corsairs will lift the roadblocks.',
    );
    const typesWith = (extractor: ReturnType<typeof createExtractor>): string[] =>
      extractor.extract(article).events.map(({ type }) => type);
    expect(typesWith(extractor)).toEqual([]);
    expect(typesWith(createExtractor({ lexiconFolders: [folder] }))).toEqual(['CONCEDE']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
