import { describe, expect, it } from 'vitest';
import { positionsOf } from '../testing/positions-of.ts';

describe('the body, party or state that a post is of', () => {
  it('reads a title before a name, with the state or body it is of', () => {
    expect(positionsOf('French President Emmanuel Macron met FBI director James Comey.')).toEqual([
      'Emmanuel Macron | President | France | current',
      'James Comey | director | FBI | current',
    ]);
  });

  it('shares the body among posts joined by and', () => {
    expect(positionsOf("Vodafone's founder and former CEO, Gerald Whent, died on Tuesday.")).toEqual([
      'Gerald Whent | founder | Vodafone | current',
      'Gerald Whent | former CEO | Vodafone | former',
    ]);
  });

  it('gives each of two in a list of the same post the state behind the name', () => {
    expect(
      positionsOf('The foreign ministers, Ana Ruiz of Peru and Rui Paz of Chile, sat opposite each other.'),
    ).toEqual([
      'Ana Ruiz | foreign minister | Peru | current',
      'Rui Paz | foreign minister | Chile | current',
    ]);
  });

  it('gives no body of another kind than its noun may mean', () => {
    const text =
      'Kwame Osei, general secretary of the Harbour Workers’ Union, and Louise Delacroix, chief executive of the operator, signed it.';
    expect(positionsOf(text)).toEqual([
      'Kwame Osei | general secretary | Harbour Workers’ Union | current',
      'Louise Delacroix | chief executive of operator | – | current',
    ]);
  });

  it('takes a party before an office for the holder, not for the body', () => {
    expect(positionsOf('Republican Gov. Brian Hollis signed the bill.')).toEqual([
      'Brian Hollis | Gov. | – | current',
    ]);
  });

  it('gives a national office the state that is spoken of', () => {
    expect(
      positionsOf('Serbia reacted angrily. President Aleksandra Nikolić summoned the ambassador of Hungary.'),
    ).toEqual(['Aleksandra Nikolić | President | Serbia | current']);
  });

  it("finds the body of a deputy in the leader's post", () => {
    expect(
      positionsOf("Bhim Rawal, chairman of the Janata Front, refused. Rawal's deputy, Sunita Yadav, agreed."),
    ).toContain('Sunita Yadav | deputy | Janata Front | current');
  });

  it('reads the body behind what a post is about, and over a comma', () => {
    expect(
      positionsOf(
        'Paul Torrey, an associate professor of physics at the University of Florida, led the study.',
      ),
    ).toEqual(['Paul Torrey | associate professor of physics | University of Florida | current']);
    expect(positionsOf('Sanjiv Bhasin, Director, IIFL Securities, said the market would fall.')).toEqual([
      'Sanjiv Bhasin | Director | IIFL Securities | current',
    ]);
  });

  it('reads two posts before a lawmaker, and the chamber in a title', () => {
    expect(positionsOf('Republican vice presidential candidate Gov. Mike Pence spoke.')).toContain(
      'Mike Pence | Gov. | – | current',
    );
    expect(positionsOf('House Speaker Paul D. Ryan said so.')).toEqual([
      'Paul D. Ryan | Speaker | US House of Representatives | current',
    ]);
  });

  it("joins a body's noun with the body before: the bloc's president", () => {
    expect(
      positionsOf("ECOWAS lifted the sanctions. The bloc's president, Oumar Touray, said the door was open."),
    ).toEqual(['Oumar Touray | president | Economic Community of West African States | current']);
  });

  it('gives a chief executive the one company that the passage tells of', () => {
    expect(positionsOf('Nokia cut 2,000 jobs. Chief executive Pekka Lind said demand was weak.')).toEqual([
      'Pekka Lind | Chief executive | Nokia | current',
    ]);
  });

  it('takes no state whose post the counterpart holds, and that of the outlet for officials it does not mark', () => {
    const text =
      'Prime Minister Ezekiel Tavo rejected reports about the summit with Vanuatu. He spoke with his Vanuatu counterpart, Luc Tabi, on Monday. ' +
      'Foreign Minister Walter Pado said that Solomon Islands needed no chairman to talk to Vanuatu.';
    const found = positionsOf(text, { source: 'The Honiara Times' });
    expect(found).toContain('Ezekiel Tavo | Prime Minister | Solomon Islands | current');
    expect(found).toContain('Walter Pado | Foreign Minister | Solomon Islands | current');
    expect(found).toContain('Luc Tabi | Prime Minister | Vanuatu | current');
  });

  it('takes the state of the town where an official speaks before that of the dateline', () => {
    const found = positionsOf(
      'BUDAPEST — Lithuania and Belarus agreed on Thursday to reopen the crossing. Lithuania shut it in November. ' +
        'Asked about the talks at a news conference in Vilnius, Prime Minister Mindaugas Astras declined to say more.',
    );
    expect(found).toContain('Mindaugas Astras | Prime Minister | Lithuania | current');
  });

  it('gives churchmen no state, and envoys the state of the embassy named before', () => {
    const found = positionsOf(
      'Kenya thanked Archbishop Tommaso Bellandi. Families at the Ghana High Commission in Nairobi met the High Commissioner, Ama Boateng.',
    );
    expect(found).toEqual([
      'Tommaso Bellandi | Archbishop | – | current',
      'Ama Boateng | High Commissioner | Ghana | current',
    ]);
  });

  it('gives each of a list its own state', () => {
    expect(
      positionsOf(
        'The foreign ministers of Kenya and Uganda, Musa Otieno and Grace Nambi, signed the treaty.',
      ),
    ).toEqual([
      'Musa Otieno | foreign minister | Kenya | current',
      'Grace Nambi | foreign minister | Uganda | current',
    ]);
  });

  it("finds the body that 'whose' and a noun stand for", () => {
    expect(
      positionsOf(
        'The march was called by the Herders Congress, a group which owns land and whose president, Luis Lapa, is a farmer.',
      ),
    ).toContain('Luis Lapa | president | Herders Congress | current');
    expect(
      positionsOf("The Guet Ndar Fishermen's Collective sued. The collective's leader, Mame Gaye, was glad."),
    ).toEqual(["Mame Gaye | leader | Guet Ndar Fishermen's Collective | current"]);
  });

  it('puts a lawmaker into the chamber that the article names, but not into that of another layer', () => {
    expect(positionsOf('The National Assembly met in Dakar. Deputy Ibra Fall spoke for an hour.')).toContain(
      'Ibra Fall | Deputy | National Assembly | current',
    );
    expect(positionsOf('The Philippine Senate met. Senator Patricio Ongkiko asked for a vote.')).toContain(
      'Patricio Ongkiko | Senator | Philippine Senate | current',
    );
    expect(
      positionsOf('The Philippine Senate met. State Senator Jim Davis wrote a letter.').join(),
    ).not.toMatch(/Jim Davis.*Senate/);
  });

  it('knows the body that a noun behind the post means, and no other where none is named', () => {
    expect(
      positionsOf("The Moro Liberation Front agreed. Norhata Dimasangcay, the rebels' negotiator, stayed."),
    ).toContain('Norhata Dimasangcay | negotiator | Moro Liberation Front | current');
    expect(positionsOf('The Dawn Party lost. A spokeswoman for the ministry, Ines Bako, agreed.')).toContain(
      'Ines Bako | spokeswoman | ministry | current',
    );
    expect(
      positionsOf('The Bureau of Customs denied it. Customs Commissioner Renato Balatbat said so.'),
    ).toContain('Renato Balatbat | Customs Commissioner | Bureau of Customs | current');
  });

  it('gives no public office to a private body, and a premier’s ministers the state of the premier', () => {
    expect(
      positionsOf('The Inter-Church Peace Desk met in Turkana. Its governor, Josephine Akai, agreed.').join(),
    ).not.toMatch(/governor \| Inter-Church/);
    expect(
      positionsOf(
        "Malaysia's parliament met. Prime Minister Ahmad Razak and his finance minister, Lim Wei, resigned.",
      ),
    ).toContain('Lim Wei | finance minister | Malaysia | current');
  });

  it('takes the body that the sentence is about for that of a head with none', () => {
    expect(
      positionsOf(
        'Harbor Energy sued Reef Capital on Monday. Harbor Energy would absorb the bill, though chief executive Anna Spielmann stopped short of ruling out layoffs.',
      ),
    ).toContain('Anna Spielmann | chief executive | Harbor Energy | current');
  });

  it('gives a minister of somebody the state that they are known to head', () => {
    expect(
      positionsOf("Zimbabwe condemned it. Robert Mugabe's information minister, Jonathan Moyo, agreed."),
    ).toContain('Jonathan Moyo | information minister | Zimbabwe | current');
  });

  it('gives no state to a president whose land the article never names', () => {
    expect(
      positionsOf('LOBITO — France and Portugal sent help. President Joaquim Lopes thanked Portugal.', {
        source: 'Maputo Morning',
      }),
    ).toEqual(['Joaquim Lopes | President | – | current']);
  });
});
