import { describe, expect, it } from 'vitest';
import {
  entitiesOf,
  groupsOf as groups,
  peopleOf as people,
  placesOf as places,
} from '../testing/named-entities.ts';

describe('what a name is of', () => {
  it('takes what lies north or south of a town for a place', () => {
    expect(places('A car hit her at Bascus Marsh, 40 kilometres west of Melbourne.')).toEqual([
      'Bascus Marsh',
      'Melbourne',
    ]);
    expect(people('Spencer north of Sydney is threatened. At Spencer, crews are waiting.')).toEqual([]);
  });

  it('takes a name that opens with a word for a mountain, lake or port for a place', () => {
    expect(places('Winds fanned blazes around Mount Wennerby, and Port Corrigan was evacuated.')).toEqual([
      'Mount Wennerby',
      'Port Corrigan',
    ]);
  });

  it('takes centres that are buildings for places', () => {
    expect(places('Fires were lit at the Corrimal Detention Centre.')).toEqual(['Corrimal Detention Centre']);
    expect(places('A man left a child at the Northgate Shopping Centre.')).toEqual([
      'Northgate Shopping Centre',
    ]);
    expect(groups('The Centre for Rural Studies disagreed.')).toEqual(['Centre for Rural Studies']);
  });

  it('takes a region called as a small capital is for the region, unless the state is named', () => {
    expect(places("Melbourne and the rest of Victoria are hot. Victoria's power supply failed.")).toContain(
      'Victoria',
    );
    expect(groups("Victoria's power supply failed.")).toEqual([]);
  });

  it('does not name a state by the adjective of a region', () => {
    expect(groups('A South Australian yacht sank.')).toEqual([]);
    expect(groups('An Australian minister protested.')).toEqual(['Australia']);
  });

  it('names no time zone, evening or cry', () => {
    expect(places('The line was crossed at 9:30am AEDT.')).toEqual([]);
    expect(people('He will walk to Bethlehem for Christmas Eve Mass.')).toEqual([]);
    expect(people('His performance in Yes, Minister won him a prize.')).toEqual([]);
  });

  it('keeps a town a place where somebody of a named body is', () => {
    expect(places('Troops arrested a Hamas member in Hebron.')).toEqual(['Hebron']);
    expect(places('It is south of the Kashmiri summer capital Srinagar.')).toEqual(['Srinagar']);
  });

  it('takes a river by its short name for the river', () => {
    const [river] = entitiesOf('He fell into the Franklin River. The raft sank in the Franklin.');
    expect(river?.aliases).toEqual(['Franklin']);
  });

  it('keeps a body and who looks into it apart', () => {
    expect(groups('The VLN Royal Commission heard that VLN owed millions. VLN denied it.')).toEqual([
      'VLN Royal Commission',
      'VLN',
    ]);
  });

  it('takes a numbered channel for a broadcaster', () => {
    expect(groups('He told Channel Nine that the ministry was wrong.')).toContain('Channel Nine');
  });

  it('keeps the rest of a name with a particle a person', () => {
    expect(people("Forces of Osama bin Laden fled. They beat bin Laden's Al Qaeda fighters.")).toEqual([
      'Osama bin Laden',
    ]);
  });

  it('takes who is called by a title and a land for somebody', () => {
    expect(people('The Duke of Edinburgh met the Duchess of Cambridge in London.')).toEqual([
      'Duke of Edinburgh',
      'Duchess of Cambridge',
    ]);
    expect(people('It opened at the Prince of Wales Theatre.')).toEqual([]);
    expect(groups('The Queen has opened it.')).toEqual([]);
  });

  it('joins the short names of a party, and leaves those that parties elsewhere have too', () => {
    const text = 'Liberal Democrat leader Moira Tansley spoke. Tories booed. The Lib Dem MP smiled.';
    expect(groups(text)).toEqual(['Liberal Democrats', 'Conservative Party']);
    const canada = 'Canada and Iraq agreed. The Conservatives objected.';
    expect(groups(canada)).toContain('Conservatives');
    const british = 'The Conservative Party split over Iraq. The Conservatives met.';
    expect(groups(british)).not.toContain('Conservatives');
  });

  it('takes the Commons for the chamber, and no index for a body', () => {
    expect(groups('He told the Commons that he was sorry.')).toEqual(['House of Commons']);
    expect(groups('The FTSE fell by two points.')).toEqual([]);
  });

  it('takes no quarter of a year, no tunnel of fighters and no make of arms for a name', () => {
    expect(places('Growth was strong in the September quarter.')).toEqual([]);
    expect(places('Troops blew up the Hezbollah tunnels.')).toEqual([]);
    expect(groups('Harrow helicopters hit the station.')).toEqual([]);
  });

  it('takes no treaty, law or creed for a body', () => {
    expect(groups('It breaks the European Convention on Human Rights and the Act of Parliament.')).toEqual(
      [],
    );
    expect(groups('The radical Islamic movement denied it.')).toEqual([]);
    expect(groups('Federal troops left.')).toEqual(['Federal troops']);
  });

  it('takes a rival of one name for no person, and letters for no form of address', () => {
    expect(people('The exchange and rival Bornext held talks.')).toEqual([]);
    expect(people('Her guest on RT America spoke.')).toEqual([]);
  });

  it('takes the seat of a member and the seat of a province for places', () => {
    expect(places('Jets hit several vehicles at Sharvana, the provincial capital of Paktika.')).toContain(
      'Sharvana',
    );
    expect(groups('The Member for Corrimal says it did not suffer.')).toEqual([]);
  });

  it('takes a site and its short name for one', () => {
    const sites = entitiesOf(
      'He was held at the Kolby shopping centre. The Kolby shopping centre burned. Kolby is gone.',
    );
    expect(sites.map(({ name }) => name)).toEqual(['Kolby shopping centre']);
  });

  it('takes what has a west or a middle for a place', () => {
    expect(places('Floods cut off villages in western Tarumba.')).toEqual(['western Tarumba']);
  });

  it('takes the Cabinet for a body, and what a think-tank is called for its name', () => {
    expect(groups('Ministers told the Cabinet that it was late.')).toEqual(['Cabinet']);
    expect(groups('The think-tank Horizon Gulf published a study.')).toEqual(['Horizon Gulf']);
  });

  it('takes the people of a party for the party', () => {
    expect(groups('The Agrarian Party left the talks. The Agrarians want new polls.')).toEqual([
      'Agrarian Party',
    ]);
  });
});
