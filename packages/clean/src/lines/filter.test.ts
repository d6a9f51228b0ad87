import { describe, expect, it } from 'vitest';
import { filterLines } from './filter.ts';
import type { Line } from './line.ts';

const prose =
  'The harbour board said on Monday that the dredging of the northern channel would begin in March and last two years.';
const more =
  'Its chairwoman, Ilona Varga, told reporters that the tender had drawn eleven bids, three of them from abroad.';

function reasons(...texts: string[]): (string | null)[] {
  const lines: Line[] = [prose, ...texts, more].map((text) => ({ text }));
  const { dropped } = filterLines(lines);
  const found = new Map(dropped.map(({ line, reason }) => [line, reason]));
  return lines.slice(1, -1).map((line) => found.get(line) ?? null);
}

describe('the line filter', () => {
  it.each([
    ['Ready for more?', 'newsletter'],
    ['Join our newsletter to receive updates on new articles and exclusive content.', 'newsletter'],
    ['Yes (97)', 'vote'],
    ['Loading comments...', 'comments'],
    ['Skip to main content', 'navigation'],
    ['Advertisement – scroll to continue', 'advertisement'],
    ['Additional reporting by Mina Holt in Lagos; editing by Karl Voss.', 'reporting-credit'],
    ['Follow Mina Holt on Twitter', 'sharing'],
    ['By Mina Holt and Karl Voss', 'byline'],
    ['(OPA/cbh/dk)', 'credit'],
    ['Found a mistake? Select the text and press Ctrl+Enter', 'comments'],
    ['OPA content may not be redistributed without a licence.', 'copyright'],
    ['Get OPA headlines on Viber. Tap to join.', 'newsletter'],
    ["Receive the Post's morning letter: type your address here", 'newsletter'],
    ['The Harbour Post is reader-funded and carries no state money. Donate.', 'donation'],
    ['The Harbour Post is not responsible for the content of external sites.', 'navigation'],
    ['Photo: Mina Holt/AFP', 'credit'],
    ['The quay at dawn (Photo: Shutterstock )', 'credit'],
    ['© 2026 The Harbour Post. All rights reserved.', 'copyright'],
    ['Published on 3 March 2026', 'timestamp'],
    ['Tags: harbours, dredging', 'tags'],
    ['READ MORE: Eleven bids for one channel', 'read-more'],
    ['Get the Harbour Brief every morning at seven.', 'prompt'],
    ['Sign up for Low Tide, our letter', 'prompt'],
    ['Unlock unlimited reading for 20 kroner a month', 'prompt'],
    ['The Post has no owner but its readers. Join them.', 'prompt'],
    ['Watch the minister’s whole speech on the quay below.', 'prompt'],
    ['ADVERTISING – Hulls insured with no surprises. Ask Lloyd Baltica.', 'advertisement'],
    ['Аdvеrtіѕе wіth thе Post: your соntеnt іѕ dеlіvеrеd at once.', 'advertisement'],
    ['HARBOUR-DREDGING-TENDER (UPDATE 2, adds minister)', 'tags'],
    ['DKK/EUR 7.46 ▲ 0.1 Herring 9.20 ▼ 0.4', 'navigation'],
  ])('drops %j as %s', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
  });

  it.each([
    ['Lesen Sie auch: Elf Angebote', 'read-more'],
    ['Melden Sie sich für unseren Newsletter an', 'newsletter'],
    ['À lire aussi : Onze offres', 'read-more'],
    ['Inscrivez-vous à notre newsletter', 'newsletter'],
    ['Lea también: Once ofertas', 'read-more'],
    ['Compartir en Facebook', 'sharing'],
    ['Leia também: Onze propostas', 'read-more'],
    ['Leggi anche: Undici offerte', 'read-more'],
    ['Riproduzione riservata', 'copyright'],
    ['Lees ook: Elf inschrijvingen', 'read-more'],
    ['Читайте также: Одиннадцать заявок', 'read-more'],
    ['Подписывайтесь на наш канал в Telegram', 'sharing'],
    ['Читайте також: Одинадцять заявок', 'read-more'],
    ['Czytaj także: Jedenaście ofert', 'read-more'],
    ['İlgili haberler', 'read-more'],
    ['اقرأ أيضا: أحد عشر عرضا', 'read-more'],
    ['بیشتر بخوانید', 'read-more'],
    ['延伸阅读', 'read-more'],
    ['责任编辑：王小明', 'reporting-credit'],
    ['関連記事', 'read-more'],
    ['무단전재 및 재배포 금지', 'copyright'],
    ['ये भी पढ़ें: ग्यारह बोलियां', 'read-more'],
    ['Baca juga: Sebelas penawaran', 'read-more'],
    ['Läs också: Elva anbud', 'read-more'],
  ])('knows %j in its language', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
  });

  it.each([
    'Photos of the quay show that the crane had been moved before the inspectors arrived on Tuesday.',
    'More on that promise came from the minister himself, who spoke in Hamburg on Wednesday evening.',
    'Read more widely, the ruling would bind every port on the coast.',
    'By Friday the water had reached the second floor.',
    'Comments by the minister angered the pilots, who have been on strike since 4 March.',
    'Sources in the ministry said the board would resign.',
    'What happens next?',
    '"No," she said.',
    'Von der Leyen told the board that she would not wait.',
    'Watch towers along the river were manned through the night, Colonel Brandt said.',
    'Keep the children away from the quay, the police asked, until the crane is gone.',
    'Join the army or leave the country: that was the choice.',
    'Get out, they were told.',
  ])('keeps the sentence %j', (text) => {
    expect(reasons(text)).toEqual([null]);
  });

  it('takes a word that might be a heading only at an edge or beside a line that goes', () => {
    expect(reasons('World')).toEqual([null]);
    const menu = filterLines([
      { text: 'World' },
      { text: 'Sport' },
      { text: prose },
      { text: more },
      { text: 'Share' },
    ]);
    expect(menu.kept.map((line) => line.text)).toEqual([prose, more]);
  });

  it('keeps short cells of tables, whatever they say', () => {
    const { kept } = filterLines([
      { text: 'No (8)', inTable: true },
      { text: 'World', inTable: true },
    ]);
    expect(kept).toHaveLength(2);
  });

  it('drops a line that is mostly links', () => {
    const { dropped } = filterLines([
      { text: 'Eleven bids for one channel', linkDensity: 1 },
      { text: prose },
    ]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['link-list']);
  });

  it('keeps a line of links to other sites between paragraphs, and drops it at an edge', () => {
    const shop = { text: 'Order the chart from the Hydrographic Office', linkDensity: 1, leadsOut: true };
    const { kept, dropped } = filterLines([{ text: prose }, shop, { text: more }, { ...shop }]);
    expect(kept).toContain(shop);
    expect(dropped.map(({ reason }) => reason)).toEqual(['link-list']);
  });

  it('drops the headlines under a label of other articles, up to the next sentence', () => {
    expect(
      reasons('Related stories', 'Ferry fares to rise in May', 'Who is afraid of the northern channel?'),
    ).toEqual(['read-more', 'read-more', 'read-more']);
    expect(reasons('Latest from the coast', 'Copra prices at ten-year high')).toEqual([
      'read-more',
      'read-more',
    ]);
    expect(reasons('Read more', 'What the board decided')).toEqual(['navigation', null]);
  });

  it('drops the name of the outlet above a menu, and the agency and the readers below the article', () => {
    const { kept } = filterLines(
      [
        'The Harbour Post – English edition',
        'Home',
        'Politics',
        '13/03/2026 | AGENCIES',
        'Eleven bids for one channel, and none from the town itself',
        prose,
        more,
        'Coast Wire',
        '2 comments',
        'Ana P.: We know who will get it, my cousin works there',
        'Ben: And so it goes.',
      ].map((text) => ({ text })),
    );
    expect(kept.map(({ text }) => text)).toEqual([
      'Eleven bids for one channel, and none from the town itself',
      prose,
      more,
    ]);
  });

  it.each([
    'Home County Letters Births & brides',
    'Sign in Subscribe Español',
    'LATEST POLITICS FARMING FAITH e-Paper',
  ])('drops the menu %j, whose marks are lost', (text) => expect(reasons(text)).toEqual(['navigation']));

  it.each([
    'Home again',
    'World opinion',
    'Business as usual on the northern quay',
    'Health: the Sport of Kings',
  ])('keeps the heading %j', (text) => expect(reasons(text)).toEqual([null]));

  describe('of scraped paragraphs', () => {
    const body = [prose, more, prose, more, prose, more];
    const keptOf = (lines: readonly string[], title: string | null = null): string[] =>
      filterLines(
        lines.map((text) => ({ text, tag: 'P' })),
        { scraped: true, title, source: 'The Harbour Post' },
      ).kept.map(({ text }) => text);

    it('drops headlines below the last one', () => {
      const below = ['Ferry fares to rise in May', 'Who is the richest widow of the coast?'];
      expect(keptOf([...body, ...below])).toEqual(body);
      expect(keptOf([...body, 'And who will pay?'])).toHaveLength(7);
    });

    it('keeps a list and a table at the end', () => {
      const end = [
        { text: 'North quay, 240 metres', tag: 'LI', inList: true },
        { text: 'Berth | Metres', tag: 'TR', inTable: true },
      ];
      const lines = [...body.map((text) => ({ text, tag: 'P' })), ...end];
      expect(filterLines(lines, { scraped: true }).dropped).toEqual([]);
    });

    it('drops the outlet and its motto above the first one, where the title is known', () => {
      const above = ['Our river, our goats, our news', ...body];
      expect(keptOf(above, 'Eleven bids for one channel')).toEqual(body);
      expect(keptOf(above)).toEqual(above);
    });

    it('drops what the outlet says of itself at the end, not what it did for its report', () => {
      expect(keptOf([...body, 'The Post is printed in Esbjerg on recycled paper.'])).toEqual(body);
      expect(keptOf([...body, 'The Post asked the ministry for comment.'])).toHaveLength(7);
    });
  });

  it('drops the title once more, and the caption above a credit', () => {
    const { dropped } = filterLines(
      [
        { text: prose },
        { text: 'Eleven bids for one channel' },
        { text: 'The quay at dawn, May 2025' },
        { text: '(Image credit: Harbour Post)' },
        { text: more },
      ],
      { title: 'Eleven bids for one channel' },
    );
    expect(dropped.map(({ reason }) => reason)).toEqual(['title-repeated', 'credit', 'credit']);
  });

  it('drops an embedded post whose words the article quotes, and keeps one that it does not', () => {
    const quoted = 'The envoy wrote on X, “The guns go back. The talking goes forward. Next stop: Nairobi.”';
    const post = ['The guns go back.', '— Ama Sarr (@amasarr) November 13, 2025', 'Next stop: Nairobi.'];
    expect(reasons(quoted, ...post)).toEqual([null, 'post-repeated', 'post-repeated', 'post-repeated']);
    expect(reasons(...post.slice(0, 2))).toEqual([null, null]);
  });
});
