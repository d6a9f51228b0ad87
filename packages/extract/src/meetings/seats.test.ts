import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../events/coder.ts';
import { extractMeetings } from './meetings.ts';

const code = createEventCoder(annotate);

/** The meetings of a text published on Tuesday, 3 February 2026, each as 'status start: parties', surnames and groups in order. */
function told(text: string): string[] {
  const sources = code.read(text, '2026-02-03');
  const name = (id: string): string => sources.table.byId(id)?.name.split(' ').at(-1) ?? '';
  return extractMeetings({ ...sources, attributedTo: () => null }).map(
    ({ status, start, participants, represented }) =>
      `${status} ${start ?? '-'}: ${[...participants, ...represented].map(name).toSorted().join(', ')}`,
  );
}

describe('parties told by one noun', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    ['Peruvian and Chilean officials held talks in Arica on Monday.', 'held 2026-02-02: Chile, Peru'],
    [
      'Talks between Kenyan and Ugandan ministers in Busia ended on Monday.',
      'held 2026-02-02: Kenya, Uganda',
    ],
    [
      'OPEC ministers from Algeria, Gabon and Kuwait met in Vienna on Monday.',
      'held 2026-02-02: Algeria, Gabon, Kuwait, OPEC',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toEqual([meeting]);
  });
});

describe('who is told beside the meeting', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    ['Anna Berg will join Petri Laine in a visit to Turku on Thursday.', 'planned 2026-02-05: Berg, Laine'],
    ['A statement was issued after a meeting chaired by Anna Berg.', 'held 2026-02-03: Berg'],
    ['Anna Berg made the offer in talks with Petri Laine on Monday.', 'held 2026-02-02: Berg, Laine'],
    ['Anna Berg used the summit in Turku on Monday to press for peace.', 'held 2026-02-02: Berg'],
    [
      'Petri Laine says he and his deputy, Anna Berg, met Otilia Brady on Monday.',
      'held 2026-02-02: Berg, Brady, Laine',
    ],
    ['At a fisheries conference, Anna Berg rejected the criticism.', 'held 2026-02-03: Berg'],
    ['The Senate has ended the first day of hearings in Lima.', 'held 2026-02-03: Senate'],
    ['Anna Berg defended the pact in a Bundestag debate on Monday.', 'held 2026-02-02: Berg, Bundestag'],
    [
      'Democrats on the Oversight Committee met Petri Laine on Monday.',
      'held 2026-02-02: Committee, Laine, Party',
    ],
    [
      'Anna Berg said so on Monday at the Kenyan Dockers Foundation gala dinner in Arica, where Petri Laine also spoke.',
      'held 2026-02-02: Berg, Foundation',
    ],
    ['OPEC ministers meeting in Vienna on Monday agreed to pump less.', 'held 2026-02-02: OPEC'],
    ['Anna Berg hosted talks on Monday between Kenya and Peru.', 'held 2026-02-02: Kenya, Peru'],
    ['Petri Laine is due to meet Anna Berg on Thursday.', 'planned 2026-02-05: Berg, Laine'],
    [
      'Petri Laine accused Kenya of delay, in a call with Anna Berg, his office reported.',
      'held 2026-02-03: Berg, Laine',
    ],
  ];
  it.each(sentences)('%s', (text, meeting) => {
    expect(told(text)).toEqual([meeting]);
  });

  it('are the people whom the text said would meet, where the two leaders are told to have met before', () => {
    const text =
      'President Anna Berg will go to Peru for a summit with Peruvian President Petri Laine. Ms Berg expects to travel in March. The two leaders met in Arica in August.';
    expect(told(text).at(-1)).toBe('held 2025-08: Berg, Laine, Peru');
  });
});

describe('meetings of one sentence', () => {
  it('are two where one is told only before or after the other', () => {
    expect(
      told(
        'Anna Berg met Petri Laine in Turku on Monday, a day after holding talks with Otilia Brady in Lima.',
      ),
    ).toEqual(['held 2026-02-02: Berg, Laine', 'held 2026-02-01: Berg, Brady']);
    expect(told('Kenya and Peru will meet again today after talks last night failed.')).toEqual([
      'planned 2026-02-03: Kenya, Peru',
      'held 2026-02-02: Kenya, Peru',
    ]);
  });

  it('are one where a clause behind it only tells how they went before', () => {
    const text =
      'Kenya has agreed to discuss its quotas in talks with Peru on Friday, after negotiations nearly collapsed when Peru asked for more.';
    expect(told(text)).toHaveLength(1);
  });

  it('are the calls of whoever speaks with each of two', () => {
    const text =
      'Anna Berg said Kenya remains the only partner, in separate calls with Petri Laine and Otilia Brady.';
    expect(told(text)).toEqual(['held -: Berg, Laine', 'held -: Berg, Brady']);
  });
});

describe('meetings to come', () => {
  const sentences: readonly (readonly [text: string, meeting: string])[] = [
    [
      'Petri Laine, speaking ahead of a meeting with Anna Berg on Thursday, said the war would end.',
      'planned 2026-02-05: Berg, Laine',
    ],
    ["Ahead of Friday's meeting, Kenya and Peru unveiled a proposal.", 'planned 2026-02-06: Kenya, Peru'],
    ["Ahead of Sunday's meeting, Kenya and Peru unveiled a proposal.", 'held 2026-02-01: Kenya, Peru'],
    [
      'Talks between Kenya and Peru, which began in Oslo on Monday, are expected to last until Friday.',
      'held 2026-02-02: Kenya, Peru',
    ],
  ];
  it.each(sentences)('are told by what they are ahead of: %s', (text, meeting) => {
    expect(told(text)).toEqual([meeting]);
  });
});

describe('where it was', () => {
  it('is told by a mention of nobody, of which what is talked about is no party', () => {
    const text =
      'Kenya and Peru gathered on Monday to discuss the dam. The proposals, including a Norwegian idea, were part of a wide-ranging conclave held in Arica.';
    const sources = code.read(text, '2026-02-03');
    const [meeting, ...others] = extractMeetings({ ...sources, attributedTo: () => null });
    expect(others).toEqual([]);
    expect(sources.table.byId(meeting?.place ?? '')?.name).toBe('Arica');
    expect(meeting?.represented).toHaveLength(2);
  });
});

describe('when it was', () => {
  it('is told by the tree where the roles give it the day of the one who tells', () => {
    expect(told('Petri Laine said on Monday he met Anna Berg in Oslo in December.')).toEqual([
      'held 2025-12: Berg, Laine',
    ]);
  });
});

describe('who visits and is visited', () => {
  it('is the guest whom the host tells something, and whoever starts on a tour', () => {
    expect(told('Petri Laine told visiting minister Anna Berg on Monday that she was right.')).toEqual([
      'held 2026-02-02: Berg, Laine',
    ]);
    expect(told('Anna Berg arrived in Kenya on Monday at the start of a tour of Africa.')).toEqual([
      'held 2026-02-02: Berg',
    ]);
  });
});

describe('the body that hears', () => {
  it('is the one that acts, or the only one of the article', () => {
    const text =
      'The Oversight Committee heard Anna Berg on Monday. On Tuesday the panel held Petri Laine in contempt for refusing to show up to a hearing.';
    expect(told(text).at(-1)).toMatch(/Committee, Laine/);
  });
});

describe('no meetings', () => {
  const sentences = [
    'The airline has met many of the demands of Kenya in a settlement with 46 states.',
    'Kenya is not meeting their needs.',
    'Kenya only began assembling cars in Peru in 2003.',
    'Anna Berg won the Tour of Peru in 1990.',
    'Kenya organised a fishing trip to Peru in 1999.',
    'Kenya and Peru quarrelled. The gangs had used previous trials to learn new ways of smuggling.',
    'Kenya should consider the use of such evidence in any trial.',
  ];
  it.each(sentences)('%s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is beside the speech that a conference hears', () => {
    expect(told('Anna Berg addressed the Dockers Symposium on Monday.')).toHaveLength(1);
  });
});

describe('what is not news of the day', () => {
  it('is of several days, or only offered', () => {
    expect(told('In recent meetings, Kenya and Peru have opened their markets.')).toEqual([
      'held -: Kenya, Peru',
    ]);
    expect(told('Anna Berg repeated her offer of holding talks with Petri Laine.')).toEqual([
      'possible -: Berg, Laine',
    ]);
  });
});
