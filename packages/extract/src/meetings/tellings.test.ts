import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor();

/** The meetings of a text published on Tuesday, 3 February 2026, each as 'status start @place: people', surnames in order, then mediators. */
function told(text: string): string[] {
  const { entities, meetings } = extractor.extract({ ...plainArticle(text), published: '2026-02-03' });
  const nameOf = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? '';
  const surnames = (ids: readonly string[]): string =>
    ids
      .map((id) => nameOf(id).split(' ').at(-1) ?? '')
      .toSorted()
      .join(', ');
  return meetings.map(({ status, start, place, participants, mediators }) => {
    const where = place === null ? '' : ` @${nameOf(place)}`;
    const between = mediators.length === 0 ? '' : ` by ${surnames(mediators)}`;
    return `${status} ${start ?? '-'}${where}: ${surnames(participants)}${between}`;
  });
}

describe('verbs by which people meet', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'Foreign ministers Lourdes Pena of Paraguay and Esteban Quiroga of Argentina will discuss the dam in Formosa on February 25.',
      'planned 2026-02-25 @Formosa: Pena, Quiroga',
    ],
    [
      'Jillo Abdi, the governor, flies to Entebbe on Thursday to settle it with Faith Achan.',
      'planned 2026-02-05 @Entebbe: Abdi, Achan',
    ],
    [
      'The president, Joan Puig, played golf with Emmanuel Macron in Marbella on Sunday.',
      'held 2026-02-01 @Marbella: Macron, Puig',
    ],
    [
      'Mr. Trump is known for his abrupt departure from a meeting last February in Hanoi with Kim Jong-un.',
      'held 2025-02 @Hanoi: Jong-un, Trump',
    ],
    ['Simon Coveney hauled in ambassador Yury Filatov yesterday.', 'held 2026-02-02: Coveney, Filatov'],
    [
      'Ambassador Idris Nur handed a letter to the African Union envoy, Folasade Cole, on Monday.',
      'held 2026-02-02: Cole, Nur',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });

  it('are none where votes are received or people come from afar', () => {
    expect(told('Donald Trump received 38 percent of the vote and Jill Stein 3 percent.')).toEqual([]);
    expect(told('“I did not see Joel Eriksson coming,” Jack Eichel said.')).toEqual([]);
  });
});

describe('several meetings of one verb', () => {
  it('are told by the date of each', () => {
    expect(told('Angela Merkel met Emmanuel Macron on Sunday and Mario Draghi on Monday.')).toEqual([
      'held 2026-02-01: Macron, Merkel',
      'held 2026-02-02: Draghi, Merkel',
    ]);
    expect(told('Marco Rubio met Sergei Lavrov in Geneva on Sunday and again in Oslo on Monday.')).toEqual([
      'held 2026-02-01 @Geneva: Lavrov, Rubio',
      'held 2026-02-02 @Oslo: Lavrov, Rubio',
    ]);
  });

  it('are told by the stops of a journey', () => {
    expect(told('Foreign Minister Wang Yi of China visited Zambia on Sunday and Namibia on Monday.')).toEqual(
      ['held 2026-02-01 @Zambia: Yi', 'held 2026-02-02 @Namibia: Yi'],
    );
  });

  it('are told by a word for apart, and else are one', () => {
    const both = 'with Emmanuel Macron and Mario Draghi in Berlin on Monday.';
    expect(told(`Angela Merkel held separate talks ${both}`)).toEqual([
      'held 2026-02-02 @Berlin: Macron, Merkel',
      'held 2026-02-02 @Berlin: Draghi, Merkel',
    ]);
    expect(told(`Angela Merkel held talks ${both}`)).toHaveLength(1);
  });
});

describe('who meets', () => {
  it('is who says "I"', () => {
    expect(told('"I met Vladimir Putin in Sochi on Sunday," Prime Minister Viktor Orban said.')).toEqual([
      'held 2026-02-01 @Sochi: Orban, Putin',
    ]);
  });

  it('is who holds the post that a plural tells, however far before they were named', () => {
    const text =
      'Wirat Chanta, the governor of Loei, quarrelled with Bounthavy Keo, the governor of Sainyabuli. It rained. Rice was dear. Onions were cheap. Nobody slept. The two governors will meet in Luang Prabang on June 3.';
    expect(told(text)).toEqual(['planned 2026-06-03 @Luang Prabang: Chanta, Keo']);
  });

  it('is nobody who is received as "her" by herself', () => {
    const text =
      "Su Pei-shan, the lawyer, went to the ministry. The agency's deputy director, Hsu Wen-bin, received her for ten minutes.";
    expect(told(text).some((meeting) => meeting.endsWith('Pei-shan, Wen-bin'))).toBe(true);
  });

  it('is on two floors, with whoever goes between them', () => {
    const text =
      "Loei's governor, Wirat Chanta, stayed on the upper floor and his Lao counterpart, Bounthavy Keo, on the ground floor, while Kaisa Lehto, an envoy of the United Nations, went up and down between them.";
    expect(told(text)).toEqual(['held 2026-02-03: Chanta, Keo by Lehto']);
  });
});

describe('when and where they meet', () => {
  it('is told by how many days the talks took', () => {
    expect(
      told('Kenya and Uganda agreed on Thursday to open the bridge after three days of talks in Busia.'),
    ).toEqual(['held 2026-01-27 @Busia: ']);
    expect(told('Two days of talks between Kenya and Uganda opened in Busia on Friday.')).toEqual([
      'held 2026-01-30 @Busia: ',
    ]);
  });

  it('is a site without a name where no town is told', () => {
    expect(told('Angela Merkel met Emmanuel Macron at the presidential palace on Monday.')).toEqual([
      'held 2026-02-02 @presidential palace: Macron, Merkel',
    ]);
    expect(told('Angela Merkel met Emmanuel Macron at a hotel on Monday.')).toEqual([
      'held 2026-02-02: Macron, Merkel',
    ]);
  });

  it('is disputed where one denies what another announces', () => {
    const text =
      'Chad and Niger will meet in Geneva on March 3. Chad insists that the meeting will take place. Niger says that it will not happen.';
    expect(told(text)).toEqual(['planned 2026-03-03 @Geneva: ', 'denied 2026-03-03 @Geneva: ']);
  });

  it('is the day of the news only where the article tells it as such', () => {
    const summoned = 'President Angela Merkel summoned Ambassador Emmanuel Macron.';
    expect(told(summoned)).toEqual(['held 2026-02-03: Macron, Merkel']);
    expect(told(`Mario Draghi says that ${summoned}`)[0]).toMatch(/^held -/);
  });
});
