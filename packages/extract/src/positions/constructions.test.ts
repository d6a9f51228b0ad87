import { describe, expect, it } from 'vitest';
import { positionsOf } from '../testing/positions-of.ts';

describe('constructions that tell a post', () => {
  it('gives a governor or mayor the region or town that their phrase names', () => {
    expect(positionsOf("Norelys Chávez, the governor of Zulia, met Ostrava's mayor, Petra Novotná.")).toEqual(
      ['Norelys Chávez | governor | Zulia | current', 'Petra Novotná | mayor | Ostrava | current'],
    );
    expect(positionsOf('They asked the bishop of Nancy, Jean Bernard, to mediate.')).toEqual([
      'Jean Bernard | bishop | – | current',
    ]);
  });

  it('tells by a rank or a dignity of the church who somebody is only where no post of theirs is told', () => {
    expect(positionsOf('General Hugo Barrera has been relieved. Bishop Elías Rolón wept.')).toEqual([
      'Hugo Barrera | General | – | current',
      'Elías Rolón | Bishop | – | current',
    ]);
    expect(positionsOf('Colonel Kevin Poulsen, the camp commandant, agreed.')).toEqual([
      'Kevin Poulsen | camp commandant | – | current',
    ]);
  });

  it('gives nobody the post of whom they are brought before', () => {
    expect(positionsOf('Pavel Iskrenov has been before a judge in Craiova this afternoon.')).toEqual([]);
  });

  it('takes the one body of a fitting kind that an article tells of', () => {
    expect(
      positionsOf(
        'The University of Dhaka closed its halls on Monday. Students left. Trains were full. The registrar, Mizanur Rahman, said classes would go online.',
      ),
    ).toEqual(['Mizanur Rahman | registrar | University of Dhaka | current']);
  });

  it('reads whose post it is by a noun for the land or body named before', () => {
    expect(
      positionsOf("Brazil won the case on Monday. The country's envoy in Geneva, Celso Lafer, was pleased."),
    ).toEqual(['Celso Lafer | envoy | Brazil | current']);
    expect(positionsOf("Protests spread in Durban. The city's mayor, Thabo Ndlovu, fled.")).toEqual([
      'Thabo Ndlovu | mayor | Durban | current',
    ]);
  });

  it('reads past posts behind an adverb, and of those who were succeeded', () => {
    expect(positionsOf("Musa Kwankwe, once Nigeria's finance minister, built the road.")).toEqual([
      'Musa Kwankwe | finance minister | Nigeria | former',
    ]);
    expect(positionsOf("Musa Kwankwe succeeded Ade Bello as Nigeria's finance minister.")).toEqual([
      'Musa Kwankwe | finance minister | Nigeria | current',
      'Ade Bello | finance minister | Nigeria | former',
    ]);
  });

  it('reads trades with a prefix, before a name that they call, and titles over a field in small letters', () => {
    expect(positionsOf('Their chairman, a crane driver named Boniface Chishala, told reporters.')).toEqual([
      'Boniface Chishala | chairman | – | current',
      'Boniface Chishala | crane driver | – | current',
    ]);
    expect(positionsOf('He is Jimmy Lafleur, ex-policeman and head of the G9 alliance.')).toEqual([
      'Jimmy Lafleur | ex-policeman | – | former',
      'Jimmy Lafleur | head | G9 alliance | current',
    ]);
    expect(
      positionsOf("Ghana's deputy minister of lands and natural resources Kwabena Osei told parliament so."),
    ).toEqual(['Kwabena Osei | deputy minister of lands and natural resources | Ghana | current']);
  });

  it('gives each of those listed by posts before their names their own', () => {
    const found = positionsOf(
      "Among those present were Chile's ambassador, Paula Reyes, the bishop of Valparaíso, Ernesto Vial, and others.",
    );
    expect(found).toEqual([
      'Paula Reyes | ambassador | Chile | current',
      'Ernesto Vial | bishop | – | current',
    ]);
    expect(
      positionsOf(
        'Fiji waits. They met Health Minister Paula Reyes, the finance minister, Ernesto Vial, and others.',
      ),
    ).toEqual([
      'Paula Reyes | Health Minister | Fiji | current',
      'Ernesto Vial | finance minister | Fiji | current',
    ]);
  });

  it('leaves out of a title what only stands before it', () => {
    expect(positionsOf('The investigation former Senator Carla Gomez began has ended.')).toEqual([
      'Carla Gomez | former Senator | – | former',
    ]);
    expect(positionsOf('Former police officer and Navy veteran Peter Kaisen died.')).not.toContain(
      'Peter Kaisen | Navy veteran | police | current',
    );
  });

  it('takes who runs a body for no title of theirs', () => {
    expect(positionsOf('Fatuma Hussein runs the Immigrant Resource Center in Lewiston.')).toEqual([]);
  });

  it('reads no post that somebody may only come to hold', () => {
    expect(positionsOf('Her plans may evolve should Jane Clinton become president.')).toEqual([]);
    expect(
      positionsOf('Scott may fill the seat if Democrats win and Tim Kaine becomes vice president.'),
    ).toEqual([]);
  });

  it('reads churchmen with no body, and of no state', () => {
    expect(positionsOf('Bolivia waits. Cardinal Julio Terrazas received Hormando Diaz in Bolivia.')).toEqual([
      'Julio Terrazas | Cardinal | – | current',
    ]);
  });

  it("gives an opposition's shadow office the party that is named, and never the state", () => {
    expect(
      positionsOf('Britain voted. Labour was wrong, Conservative shadow chancellor Ann Lowe said.'),
    ).toEqual(['Ann Lowe | shadow chancellor | Conservative Party | current']);
    expect(positionsOf('Britain voted. Shadow foreign secretary Ann Lowe was glad.')).toEqual([
      'Ann Lowe | Shadow foreign secretary | – | current',
    ]);
  });

  it('leaves out words left of the body, and days', () => {
    expect(positionsOf('The documentary Microsoft founder Ann Lowe made is old.')).toEqual([
      'Ann Lowe | founder | Microsoft | current',
    ]);
    expect(positionsOf('On Monday Foreign Secretary Ann Lowe left Britain.')).toEqual([
      'Ann Lowe | Foreign Secretary | United Kingdom | current',
    ]);
  });

  it('reads a post behind a name that "with" leads to', () => {
    expect(
      positionsOf("Fiji's new government, with Josefa Naivalu as Prime Minister, was sworn in."),
    ).toEqual(['Josefa Naivalu | Prime Minister | Fiji | current']);
  });

  it('gives the second of two who are joined the body of the first', () => {
    expect(
      positionsOf('Volkswagen lost its chairman, Karin Holm, and production chief Piotr Zalewski.'),
    ).toEqual([
      'Karin Holm | chairman | Volkswagen | current',
      'Piotr Zalewski | production chief | Volkswagen | current',
    ]);
    expect(
      positionsOf('The regulator sued Volkswagen, its chief executive Karin Holm and its auditor.'),
    ).toEqual(['Karin Holm | chief executive | Volkswagen | current']);
  });

  it('takes no subject of a clause for what is told of the name before its comma', () => {
    expect(positionsOf('Echoing Karin Holm, the prime minister said it was late.')).toEqual([]);
    expect(
      positionsOf('Karin Holm begins her term as president of Chile, Piotr Zalewski has said.'),
    ).not.toContain('Piotr Zalewski | president | Chile | current');
  });

  it('gives a description to nobody who is named in the clause that it is the subject of', () => {
    expect(positionsOf('Karin Holm prayed there. The union leader says Karin Holm was misled.')).toEqual([]);
  });

  it('gives people named in a row by their posts the body of the first', () => {
    expect(
      positionsOf(
        'It cost BBC chairman Karin Holm, director-general Piotr Zalewski and reporter Ann Lowe their posts.',
      ),
    ).toEqual([
      'Karin Holm | chairman | BBC | current',
      'Piotr Zalewski | director-general | BBC | current',
      'Ann Lowe | reporter | BBC | current',
    ]);
  });

  it('reads whom an office is for, and an office over a hyphen', () => {
    expect(positionsOf("Britain waits. Children's Minister Ann Lowe spoke.")).toEqual([
      "Ann Lowe | Children's Minister | United Kingdom | current",
    ]);
    expect(
      positionsOf('The Attorney-General, Ann Lowe, says the 26-year-old is held in Suva, Fiji.'),
    ).toEqual(['Ann Lowe | Attorney-General | Fiji | current']);
  });

  it('takes no name behind a form of address for a trade', () => {
    expect(positionsOf('According to Karin Holm, Lord Goldsmith had warned them.')).toEqual([]);
  });

  it('reads the office that something of somebody is told with', () => {
    expect(positionsOf('Karin Holm faces her first test as home secretary. Britain waits.')).toEqual([
      'Karin Holm | home secretary | United Kingdom | current',
    ]);
  });

  it('takes the body that the words quoted are about, and the one party beside its leader', () => {
    expect(
      positionsOf('The Journal asked. "Volkswagen is ready to help," said managing director Karin Holm.'),
    ).toEqual(['Karin Holm | managing director | Volkswagen | current']);
    expect(
      positionsOf('The Liberal Democrats have opened their campaign, with leader Karin Holm in the lead.'),
    ).toEqual(['Karin Holm | leader | Liberal Democrats | current']);
  });

  it("takes an official whom an article does not mark for one of its well-known prime minister's state", () => {
    expect(
      positionsOf(
        'Chancellor Karin Holm left for China. China was glad. Prime Minister Tony Blair stayed. Britain votes in May.',
      ),
    ).toContain('Karin Holm | Chancellor | United Kingdom | current');
  });

  it('reads a former post behind "ex-" with the body that is named elsewhere', () => {
    expect(positionsOf('Volkswagen is big. They met ex-Volkswagen boss Karin Holm.')).toEqual([
      'Karin Holm | ex-boss | Volkswagen | former',
    ]);
  });

  it('leaves a noun for the kind of body out of the title', () => {
    expect(
      positionsOf('Karin Holm, head of policy at aids charity the Terrence Higgins Trust, agreed.'),
    ).toEqual(['Karin Holm | head of policy | Terrence Higgins Trust | current']);
  });

  it('gives the premier of a region its government', () => {
    expect(
      positionsOf(
        'The Queensland Premier is sorry. Premier Karin Holm says the Queensland Government will act.',
      ),
    ).toEqual(['Karin Holm | Premier | Queensland Government | current']);
  });

  it('takes a well-known head of government for whom the sentence behind calls so, and of no other state', () => {
    expect(positionsOf('Tony Blair has been to Leeds. The prime minister was glad. Britain votes.')).toEqual([
      'Tony Blair | prime minister | United Kingdom | current',
    ]);
    expect(
      positionsOf('Tony Blair has been to Leeds. The prime minister was glad. Iraq waits. Iraq fell.'),
    ).toEqual(['Tony Blair | prime minister | – | current']);
  });

  it('reads an office of two fields, before a name and behind it', () => {
    expect(positionsOf('Chile waits. Trade and Industry Minister Karin Holm spoke.')).toEqual([
      'Karin Holm | Trade and Industry Minister | Chile | current',
    ]);
    expect(positionsOf('Chile waits. Karin Holm, Trade and Industry Minister, spoke.')).toEqual([
      'Karin Holm | Trade and Industry Minister | Chile | current',
    ]);
    expect(positionsOf('Karin Holm, CEO and Founder of Volkswagen, spoke.')).toEqual([
      'Karin Holm | CEO | Volkswagen | current',
      'Karin Holm | Founder | Volkswagen | current',
    ]);
  });

  it('finds a body by name among the words of a title, and takes no paper that was told something for it', () => {
    expect(
      positionsOf(
        'Retail Decisions said it grew. Retail Decisions chief executive Karin Holm told the BBC so.',
      ),
    ).toEqual(['Karin Holm | chief executive | Retail Decisions | current']);
    expect(positionsOf('Chief executive Karin Holm told the BBC so.')).toEqual([
      'Karin Holm | Chief executive | – | current',
    ]);
  });

  it('gives a minister joined to a head of government the state of that', () => {
    expect(
      positionsOf('Peru waits. They met Chilean President Karin Holm and Foreign Minister Ann Lowe.'),
    ).toEqual(['Karin Holm | President | Chile | current', 'Ann Lowe | Foreign Minister | Chile | current']);
  });

  it('takes an official of a federal government for one of no unitary state', () => {
    expect(
      positionsOf(
        'The Federal Government sends troops to Fiji. Defence Minister Karin Holm left for Fiji. Fiji waits.',
      ),
    ).toEqual(['Karin Holm | Defence Minister | – | current']);
  });

  it('gives what somebody believes of a premier to nobody but a well-known one', () => {
    expect(positionsOf('Karin Holm has no doubt. They believe the prime minister is ill.')).toEqual([]);
  });
});
