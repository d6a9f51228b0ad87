import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../events/coder.ts';
import { extractMeetings } from './meetings.ts';

const code = createEventCoder(annotate);

/** The meetings of a text published on Tuesday, 3 February 2026, each as 'status day @place: people', surnames in order. */
function told(text: string): string[] {
  const sources = code.read(text, '2026-02-03');
  const name = (id: string): string => sources.table.byId(id)?.name ?? '';
  return extractMeetings({ ...sources, attributedTo: () => null }).map((meeting) => {
    const people = meeting.participants.map((id) => name(id).split(' ').at(-1) ?? '').toSorted();
    const place = meeting.place === null ? '' : ` @${name(meeting.place)}`;
    const manner = meeting.direct === null ? '' : meeting.direct ? ' direct' : ' indirect';
    return `${meeting.status}${manner} ${meeting.start ?? '-'}${place}: ${people.join(', ')}`;
  });
}

/** The states and bodies of the first meeting of a text. */
function sides(text: string): string[] {
  const sources = code.read(text, '2026-02-03');
  const [first] = extractMeetings({ ...sources, attributedTo: () => null });
  return (first?.represented ?? []).map((id) => sources.table.byId(id)?.name ?? '').toSorted();
}

describe('verbs of meeting', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'Lech Walesa drove to Gdansk on Saturday and faced Wojciech Jaruzelski across a table.',
      'held direct 2026-01-31 @Gdansk: Jaruzelski, Walesa',
    ],
    [
      "Kari Solberg, Norway's envoy, spent an hour with the rebels' spokesman, Denis Maradiaga, in Tegucigalpa on Monday.",
      'held 2026-02-02 @Tegucigalpa: Maradiaga, Solberg',
    ],
    [
      'Chadian minister Adoum Saleh and his Sudanese counterpart, Ali Osman, had dinner together on Monday in Cairo.',
      'held 2026-02-02 @Cairo: Osman, Saleh',
    ],
    [
      'The signing ceremony, in Lusaka on Monday, was attended by Presidents Hakainde Hichilema and Felix Tshisekedi.',
      'held 2026-02-02 @Lusaka: Hichilema, Tshisekedi',
    ],
    [
      'President Juan Lopez hosted a delegation of the World Bank at the palace on Monday.',
      'held 2026-02-02: Lopez',
    ],
    [
      'Albanian Energy Minister Blerta Hoxha and her Montenegrin counterpart, Vuk Jovanovic, stayed on different floors of a hotel in Ohrid on Monday while the envoy, Jo Klein, carried drafts up and down the stairs.',
      'held indirect 2026-02-02 @Ohrid: Hoxha, Jovanovic',
    ],
    [
      'The second round between Chad and Niger, which was due to open in Zinder on February 28, has been put off to March 5.',
      'planned 2026-03-05 @Zinder: ',
    ],
    [
      'According to Tekinaiti, the fisheries minister, Ruateki Ioane, met the director, Kuo Mei-ling, in Majuro on 19 January.',
      'held 2026-01-19 @Majuro: Ioane, Mei-ling',
    ],
    [
      "The committee's chairman, Fatos Leka, has convened a hearing with the minister, Blerta Hoxha, for Wednesday.",
      'planned 2026-02-04: Hoxha, Leka',
    ],
    [
      "Joseph Mwangi, undersecretary at Kenya's foreign ministry, who travelled to Kampala on January 28, was hopeful.",
      'held 2026-01-28 @Kampala: Mwangi',
    ],
    [
      'US Secretary of State Thomas Aldrich will stop in Muscat on Thursday and see the Saudi crown prince, Mohammed bin Salman.',
      'planned 2026-02-05 @Muscat: Aldrich, Salman',
    ],
    [
      'Noura al-Kaabi, a minister of the United Arab Emirates, told a conference in Abu Dhabi on Friday that the war could spread.',
      'held 2026-01-30 @Abu Dhabi: al-Kaabi',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });
});

describe('nouns of meeting', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'Mark Carney told Donald Trump in a call on Sunday that the tariffs would be matched.',
      'held 2026-02-01: Carney, Trump',
    ],
    [
      'President Lula da Silva raised the levy with his Chilean counterpart, Gabriel Boric, in a phone call on January 17.',
      'held 2026-01-17: Boric, Silva',
    ],
    [
      'Daniel Okafor is due in Tbilisi on Monday for talks with his Georgian counterpart, Nino Javakhia, on a pipeline.',
      'planned 2026-02-09 @Tbilisi: Javakhia, Okafor',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });

  it('joins talks told with too little to those told with place and day', () => {
    const text =
      'Miners agreed to end a strike after talks with Industry Minister Lotfi Jebnoun. The talks were held in Tunis on Sunday.';
    expect(told(text)).toEqual(['held 2026-02-01 @Tunis: Jebnoun']);
  });
});

describe('hearings to come', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'The House Oversight Committee has invited Robert Mueller for February 12.',
      'planned 2026-02-12: Mueller',
    ],
    [
      'The High Court of Kenya is to rule on the petition of Raila Odinga on Friday.',
      'planned 2026-02-06: Odinga',
    ],
    ['Sibusiso Zulu will be cross-examined again on Monday.', 'planned 2026-02-09: Zulu'],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });

  it('are not told by an invitation alone', () => {
    expect(told('The committee invited Robert Mueller on Monday.')).toEqual([]);
  });
});

describe('what is denied', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'Tehran rejected reports that its foreign minister, Abbas Araghchi, had met Steve Witkoff in Oslo.',
      'denied @Oslo: Araghchi, Witkoff',
    ],
    [
      'Eritrea denied reports of a meeting between Osman Saleh and Gedion Timothewos in Cairo on Monday.',
      'denied 2026-02-02 @Cairo: Saleh, Timothewos',
    ],
    [
      '"No such meeting took place," the foreign ministry said of reports that Paul Kagame had met Felix Tshisekedi in Luanda last Friday.',
      'denied 2026-01-30 @Luanda: Kagame, Tshisekedi',
    ],
    [
      'No trip by the deputy minister, Viktor Grinkevich, to Budapest on 19 February is planned.',
      'denied 2026-02-19 @Budapest: Grinkevich',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text).map((line) => line.replace(' - ', ' '))).toContain(meeting);
  });

  it('has the day and place of the round that was announced', () => {
    const text =
      "Venezuela and Guyana held talks in Bridgetown on Monday. A second round is planned for Kingston in March. Asked about a second round, Venezuela's foreign minister said that no invitation had been issued.";
    expect(told(text)).toContain('denied 2026-03 @Kingston: ');
  });

  it('is no account that another account contradicts', () => {
    const text =
      'The denial contradicts accounts by Qatar, which said that Osman Saleh and Gedion Timothewos had met in Doha on Monday.';
    expect(told(text)).toEqual(['held 2026-02-02 @Doha: Saleh, Timothewos']);
  });

  it('is not that those met who only sent a go-between', () => {
    const text =
      'Rosario Quiroga of Bolivia and Elena Rojas of Chile stayed in adjoining villas in Lima on Monday and did not meet, said the facilitator, Kari Solberg.';
    expect(told(text)).toContain('held indirect 2026-02-02 @Lima: Quiroga, Rojas');
    const refusal = 'Rosario Quiroga of Bolivia and Elena Rojas of Chile did not meet in Lima on Monday.';
    expect(told(refusal)).toEqual(['denied 2026-02-02 @Lima: Quiroga, Rojas']);
  });
});

describe('what is called off', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      "Iran's energy minister, Reza Ardakani, postponed a visit to Yerevan planned for Friday.",
      'cancelled 2026-02-06 @Yerevan: Ardakani',
    ],
    [
      'The summit between Sanna Virtanen and Kristjan Tamm in Tallinn on February 12 was called off.',
      'cancelled 2026-02-12 @Tallinn: Tamm, Virtanen',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });
});

describe('the place', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'William Ruto met Angela Merkel at State House in Nairobi on Monday.',
      'held 2026-02-02 @Nairobi: Merkel, Ruto',
    ],
    [
      'Sanna Virtanen is due in Tallinn on Friday, where she will meet Kristjan Tamm.',
      'planned 2026-02-06 @Tallinn: Tamm, Virtanen',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });
});

describe('whoever is only pointed at', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'The press office would not say anything of the whereabouts of Tommaso Bellandi, who was received by President Lukashenko in Minsk on January 27.',
      'held 2026-01-27 @Minsk: Bellandi, Lukashenko',
    ],
    [
      'Viktor Grinkevich, the deputy foreign minister of Belarus, was in Grodno. No trip by the deputy foreign minister to Budapest on 19 February is planned.',
      'denied 2026-02-19 @Budapest: Grinkevich',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toContain(meeting);
  });

  it('is a body named before', () => {
    expect(
      sides(
        'The House Audit Committee heard nobody on Monday. Finance Minister Eleni Sotiriou is to appear before the same committee on February 19.',
      ),
    ).toContain('House Audit Committee');
  });
});

describe('debates', () => {
  const rivals =
    'Republican nominee Donald Trump and Democratic nominee Hillary Clinton are running for president.';

  it('are between those who run, whoever speaks of them', () => {
    expect(
      told(`${rivals} Bernie Sanders will watch the first presidential debate on February 9.`),
    ).toContain('planned 2026-02-09: Clinton, Trump');
  });

  it('that are spoken of now were held', () => {
    expect(
      told(`${rivals} Trump is raising questions about his microphone during Sunday's debate.`),
    ).toContain('held 2026-02-01: Clinton, Trump');
  });
});

describe('the sides', () => {
  it('of a round told of nobody are a state and the rebels the text is about', () => {
    const text =
      'Colombia and the National Liberation Army agreed on a truce. Colombia freed twelve men of the National Liberation Army. Cuba has offered to host the next round of talks in Havana in May.';
    expect(sides(text)).toEqual(['Colombia', 'ELN']);
  });
});
