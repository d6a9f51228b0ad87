import { describe, expect, it } from 'vitest';
import { entitiesOf, named } from '../testing/named-entities.ts';

describe('readNames, of names that only their surroundings tell', () => {
  it('tells kin of one surname apart', () => {
    const people = (text: string): string[] => named(entitiesOf(text), 'person');
    expect(people('Mohammad Reza Pahlavi fell. His son, Reza Pahlavi, spoke.')).toEqual([
      'Mohammad Reza Pahlavi',
      'Reza Pahlavi',
    ]);
    expect(people('Ferdinand Marcos Sr. ruled. His son, Ferdinand Marcos Jr., rules now.')).toHaveLength(2);
    expect(people('Juan Carlos Varela spoke. Carlos Varela then left.')).toHaveLength(1);
  });

  it('takes what the article calls a body for one wherever it stands', () => {
    const text =
      'The grid company, Zetska Mreža, accused the Albanian operator, Buna Energji, of drawing power. Buna Energji belongs to the businessman Gent Malaj.';
    expect(named(entitiesOf(text), 'group')).toEqual(['Zetska Mreža', 'Buna Energji']);
    expect(named(entitiesOf(text), 'person')).toEqual(['Gent Malaj']);
    expect(named(entitiesOf('Vestlink, which runs ferries, said so.'), 'person')).toEqual([]);
    expect(named(entitiesOf('Mary Koroma, a company lawyer, met John Sesay.'), 'person')).toEqual([
      'Mary Koroma',
      'John Sesay',
    ]);
  });

  it('takes what is behind an age for a home', () => {
    const entities = entitiesOf('Among them was Rodrigo Vergara, 27, of Challapata, who has been teased.');
    expect(named(entities, 'person')).toEqual(['Rodrigo Vergara']);
    expect(named(entities, 'place')).toEqual(['Challapata']);
  });

  it('keeps title words that stand within names', () => {
    const people = (text: string): string[] => named(entitiesOf(text), 'person');
    expect(people('The president, Hassan Sheikh Mohamud, told Hun Sen so.')).toEqual([
      'Hassan Sheikh Mohamud',
      'Hun Sen',
    ]);
    expect(people('U Thant Myint and Ratu Wiliame Katonivere met.')).toEqual([
      'Thant Myint',
      'Wiliame Katonivere',
    ]);
  });

  it('takes no address, no trade in a heading and no lone letter for a name', () => {
    expect(named(entitiesOf('Write to Graham Brady, brady@example.org, today.'), 'person')).toEqual([
      'Graham Brady',
    ]);
    expect(named(entitiesOf('Expert Tips: serve it cold. Author Contributions follow.'), 'person')).toEqual(
      [],
    );
    expect(named(entitiesOf('Gov. Terry McAuliffe (D) signed it.'), 'group')).toEqual([]);
  });

  it('takes two words with capitals that act as a body does for one', () => {
    const groups = (text: string): string[] => named(entitiesOf(text), 'group');
    expect(groups('Big Machine have twice denied it.')).toEqual(['Big Machine']);
    expect(groups('Rural Accord walked out.')).toEqual(['Rural Accord']);
    expect(groups('Prime Ministers say so. Clean Power Plan critics won.')).toEqual([]);
  });

  it('reads bodies that have no name but their owner’s, and not what else a person has', () => {
    const groups = (text: string): string[] => named(entitiesOf(text), 'group');
    expect(groups("Laura Okello's office declined to comment.")).toEqual(["Laura Okello's office"]);
    expect(groups("Lukoil's Bulgarian subsidiary raised prices.")).toContain("Lukoil's Bulgarian subsidiary");
    expect(groups('The Gandhi family denied it.')).toEqual(['Gandhi family']);
    expect(groups('The Texas delegation walked out.')).toEqual(['Texas delegation']);
    expect(groups("The governor's office confirmed it.")).toEqual(["governor's office"]);
    expect(groups("Laura Okello's death shocked many. A mayor's office burned.")).toEqual([]);
    const [campaign] = entitiesOf("Hillary Clinton's campaign paused. The Clinton campaign said so.").filter(
      ({ kind }) => kind === 'group',
    );
    expect(campaign?.aliases).toEqual(['Clinton campaign']);
  });

  it('ends a body’s name before the place where it sits or that it is from', () => {
    expect(named(entitiesOf("The Depositors' Association in Limassol sued."), 'group')).toEqual([
      "Depositors' Association",
    ]);
    expect(named(entitiesOf('The University of California at Davis closed.'), 'group')).not.toEqual([]);
    expect(named(entitiesOf('The Truckers Federation of Peru ended its blockade.'), 'group')).toContain(
      'Truckers Federation of Peru',
    );
  });

  it('tells parties of a part of a state from those of the whole', () => {
    const text = 'Scottish Labour and the Welsh Conservatives rejected the budget of Labour.';
    expect(named(entitiesOf(text), 'group')).toEqual(
      expect.arrayContaining(['Scottish Labour', 'Welsh Conservatives']),
    );
  });

  it('keeps a body together whose field has two parts, and names committees by their owner', () => {
    const groups = (text: string): string[] => named(entitiesOf(text), 'group');
    expect(groups('The Manila Ports and Lighterage Company sued.')).toEqual([
      'Manila Ports and Lighterage Company',
    ]);
    expect(groups("Fatah's central committee met in Ramallah.")).toContain("Fatah's central committee");
    expect(
      groups('The tribunal for whales met. The International Tribunal for the Law of the Sea sat.'),
    ).toEqual(['International Tribunal for the Law of the Sea']);
  });
});
