import { describe, expect, it } from 'vitest';
import { contextOf } from '../coreference/coreference.ts';
import { annotate } from '@dragoman/nlp';
import { createExtractor } from '../extract.ts';
import { positionsOf } from '../testing/positions-of.ts';

const extractor = createExtractor();

describe('positions', () => {
  it('reads appositions before and after a name', () => {
    expect(
      positionsOf(
        "Kenya's foreign minister, Musalia Mudavadi, met Volker Turk, the former head of the African Union.",
      ),
    ).toEqual([
      'Musalia Mudavadi | foreign minister | Kenya | current',
      'Volker Turk | former head | African Union | former',
    ]);
  });

  it('reads who leads, was named, or is called something', () => {
    expect(
      positionsOf(
        'Maria Silva was named foreign minister of Brazil. The Greenpeace campaign is led by John Smith, an analyst at the World Bank.',
      ),
    ).toEqual(
      expect.arrayContaining([
        'Maria Silva | foreign minister | Brazil | current',
        'John Smith | analyst | World Bank | current',
      ]),
    );
  });

  it('reads a post over its complement, and one that is the subject', () => {
    expect(positionsOf('The chairman of the Bank of Ghana, Kofi Mensah, welcomed the move.')).toEqual([
      'Kofi Mensah | chairman | Bank of Ghana | current',
    ]);
    expect(positionsOf("Nokia's chief executive is Pekka Lind.")).toEqual([
      'Pekka Lind | chief executive | Nokia | current',
    ]);
  });

  it('reads a trade without a body, and no address', () => {
    expect(
      positionsOf(
        'Moderator Lester Holt thanked former footballer Ada Obi, Professor Ann Lee and Chief Olu Falomo. Sara Abed, a neonatologist, wept.',
      ),
    ).toEqual([
      'Lester Holt | Moderator | – | current',
      'Ada Obi | former footballer | – | former',
      'Sara Abed | neonatologist | – | current',
    ]);
  });

  it('takes the party of a lawmaker where no chamber is named', () => {
    expect(positionsOf('Orange Democratic Movement senator Tom Ojienda offered to pay.')).toEqual([
      'Tom Ojienda | senator | Orange Democratic Movement | current',
    ]);
  });

  it('reads a post over a description of who holds it', () => {
    expect(
      positionsOf("A writ was served on the group's skipper, New Zealander Hemi Ruka, on Monday."),
    ).toEqual(['Hemi Ruka | skipper | – | current']);
  });

  it('reads since when and until when a post was held', () => {
    const years = (text: string): (string | null)[][] =>
      extractor
        .extract({ ...contextOf(annotate(text)).article, published: '2025-06-11' })
        .positions.map(({ since, until, status }) => [since, until, status]);
    expect(years('Sergei Lavrov has led the Sudan Revival Front since 2019.')).toEqual([
      ['2019', null, 'current'],
    ]);
    expect(
      years('Angela Merkel, who was the chancellor of Germany from 2005 to December 2021, spoke.'),
    ).toEqual([['2005', '2021-12', 'former']]);
  });

  it('reads counterparts, by what they are called and by the post', () => {
    const found = positionsOf(
      "Canada's foreign minister, Anita Roy, and her Danish counterpart, Lars Holm, signed a treaty.",
    );
    expect(found).toContain('Lars Holm | Danish counterpart | Denmark | current');
    expect(found).toContain('Lars Holm | foreign minister | Denmark | current');
  });

  it('gives each of a list the post that is said in the plural', () => {
    const found = positionsOf(
      'Sens. Mark Kelly, Susan Collins and Tim Kaine wrote. The Senate votes on Monday.',
    );
    expect(found).toEqual(
      ['Mark Kelly', 'Susan Collins', 'Tim Kaine'].map((name) => `${name} | Sen. | US Senate | current`),
    );
  });

  it("takes the story's state before one that was only named last", () => {
    const found = positionsOf(
      'SUVA, Fiji — Fiji will buy two boats, its navy said. France offered to train the crews. Prime Minister Josaia Rabuka thanked Paris but said Fiji would pay. Fijian fishermen cheered.',
    );
    expect(found).toContain('Josaia Rabuka | Prime Minister | Fiji | current');
  });

  it('reads posts told in passing, and none that are only thought of', () => {
    expect(
      positionsOf('Hillary Clinton spoke in Ohio. The Democratic presidential nominee praised the unions.'),
    ).toEqual(['Hillary Clinton | presidential nominee | Democratic Party | candidate']);
    expect(positionsOf('As governor of Virginia, Tim Kaine did not intervene.')).toEqual([
      'Tim Kaine | governor | Virginia | current',
    ]);
    expect(positionsOf('As president, Tim Kaine would build schools.')).toEqual([]);
    expect(positionsOf('If he were named attorney general, Rudy Lowe would prosecute her.')).toEqual([]);
  });

  it("knows a party's nominee by the description alone, not that for another office", () => {
    expect(
      positionsOf('Hillary Clinton spoke in Ohio. The Democratic nominee attacked her opponent.'),
    ).toContain('Hillary Clinton | nominee | Democratic Party | candidate');
    expect(
      positionsOf('Green Party presidential nominee Jill Stein spoke. Voters asked the Green Party nominee.'),
    ).toContain('Jill Stein | presidential nominee | Green Party | candidate');
    expect(
      positionsOf('Donald Trump won. The Republican nominee for governor won as well.').join(),
    ).not.toMatch(/Donald Trump/);
  });

  it('reads the post of whom a description calls by name, and former posts by which somebody is called alone', () => {
    expect(
      positionsOf('The M23 denied it. A field commander known as Jean Bosco told radio that they stayed.'),
    ).toContain('Jean Bosco | field commander | M23 | current');
    expect(
      positionsOf('Hillary Clinton spoke in Ohio. The former secretary of state said taxes would rise.'),
    ).toContain('Hillary Clinton | former secretary of state | – | former');
    expect(positionsOf('Donald Trump spoke in Ohio. The New York businessman left.')).toContain(
      'Donald Trump | businessman | – | current',
    );
    expect(positionsOf('Hillary Clinton spoke in Ohio. The businessman left.')).toEqual([]);
  });

  it('reads who leads a body by the noun that the name stands beside', () => {
    expect(
      positionsOf('The Atlas Foundation, which is led by a former lawmaker, Simon Aleper, agreed.'),
    ).toContain('Simon Aleper | leader | Atlas Foundation | current');
    expect(positionsOf('Envoy Annelise Brodbeck was in the chair.')).toEqual([
      'Annelise Brodbeck | Envoy | – | current',
    ]);
  });

  it('gives a post told without a name to the one person named nearby who has none', () => {
    expect(
      positionsOf('Patrice Talon was told to fly in. The president of Benin was sent by the African Union.'),
    ).toContain('Patrice Talon | president | Benin | current');
    expect(positionsOf('Ana Costa met Luis Diaz in Rome. The Latvian diplomat kept silent.')).toEqual([]);
  });

  it('reads the second of a body, however it is called', () => {
    expect(positionsOf('He met Alirio Meneses, the number two of the Tamil Tigers.')).toEqual([
      'Alirio Meneses | number two | LTTE | current',
    ]);
  });
});
