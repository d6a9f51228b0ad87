import { describe, expect, it } from 'vitest';
import { entitiesOf, named } from '../testing/named-entities.ts';

describe('readNames', () => {
  it('takes titles off names and keeps the short forms as aliases', () => {
    const entities = entitiesOf(
      'German Chancellor Angela Merkel met Foreign Minister Sergei Lavrov in Berlin. Mr. Lavrov thanked Merkel.',
    );
    expect(named(entities, 'person')).toEqual(['Angela Merkel', 'Sergei Lavrov']);
    expect(entities.find(({ name }) => name === 'Sergei Lavrov')?.aliases).toContain('Mr. Lavrov');
  });

  it('leaves no part of a title of two posts on the name', () => {
    const entities = entitiesOf(
      'Belarusian Deputy Foreign Minister Siarhei Lukashik met Deputy Prime Minister Luis Rojas.',
    );
    expect(named(entities, 'person')).toEqual(['Siarhei Lukashik', 'Luis Rojas']);
  });

  it('keeps two people with one surname apart by their titles', () => {
    const entities = entitiesOf(
      'Bill Clinton and Hillary Clinton spoke in Paris. Mrs Clinton left early. Mr Clinton stayed.',
    );
    const aliases = new Map(entities.map(({ name, aliases: all }) => [name, all]));
    expect(aliases.get('Hillary Clinton')).toContain('Mrs Clinton');
    expect(aliases.get('Bill Clinton')).toContain('Mr Clinton');
  });

  it('reads a state that acts as a group and one where something happens as a place', () => {
    const entities = entitiesOf('Iran accused Iraq. The talks were held in Norway.');
    expect(named(entities, 'group')).toEqual(['Iran', 'Iraq']);
    expect(named(entities, 'place')).toEqual(['Norway']);
  });

  it('takes demonyms and rulers for names of the state', () => {
    const [state] = entitiesOf(
      'Syria refused. Syrian officials and the Syrian government said nothing.',
    ).filter(({ groupKind }) => groupKind === 'state');
    expect(state?.aliases).toEqual(
      expect.arrayContaining(['Syrian', 'the Syrian government'.replace('the ', '')]),
    );
  });

  it('joins an acronym in brackets with the name before it', () => {
    const groups = entitiesOf(
      'The Lake Basin Relief Network (LBRN) said it would help. LBRN has 40 staff.',
    ).filter(({ kind }) => kind === 'group');
    expect(groups.map(({ name, aliases }) => [name, aliases.includes('LBRN')])).toEqual([
      ['Lake Basin Relief Network', true],
    ]);
  });

  it('names nobody who is only credited', () => {
    expect(named(entitiesOf('Norway agreed. Additional reporting by Marta Jensen.'), 'person')).toEqual([]);
  });

  it('keeps a name together over its particles and its hyphens', () => {
    const text =
      'South Korean President Moon Jae-in met Bilal ag Ghissa. President Tsai Ing-wen stayed in Taipei.';
    expect(named(entitiesOf(text), 'person')).toEqual(['Moon Jae-in', 'Bilal ag Ghissa', 'Tsai Ing-wen']);
  });

  it('reads a body that a common noun announces', () => {
    const text = 'The hacker group Lantern leaked the emails. The state broadcaster ORTM reported it.';
    expect(named(entitiesOf(text), 'group')).toEqual(['Lantern', 'ORTM']);
  });

  it('reads bodies of a state in lower case, and not any such body', () => {
    const text = "Hong Kong's legislative council adjourned. The Russian space agency denied it.";
    expect(named(entitiesOf(text), 'group')).toEqual(
      expect.arrayContaining(["Hong Kong's legislative council", 'Russian space agency']),
    );
    expect(named(entitiesOf('A Russian space agency denied it.'), 'group')).toEqual(['Russia']);
  });

  it('believes the article about its acronyms', () => {
    const entities = entitiesOf("Nepali People's Congress (NPC) lost in Kathmandu. The NPC protested.");
    expect(named(entities, 'group')).toContain("Nepali People's Congress");
    expect(named(entities, 'group')).not.toContain("National People's Congress");
  });

  it('reads the states of lawmakers in their short forms', () => {
    const text = 'Rep. John Mica (R-Fla.) and Sen. Bernie Sanders (Vt.) objected.';
    expect(named(entitiesOf(text), 'place')).toEqual(['Florida', 'Vermont']);
  });

  it('takes no convention and no city for a person behind a title', () => {
    expect(named(entitiesOf('The 1951 Refugee Convention helps. The Queen City waits.'), 'person')).toEqual(
      [],
    );
  });

  it('keeps a husband apart from his wife by the form of address', () => {
    const people = named(
      entitiesOf('Michelle Obama spoke in Ohio. Mr. Obama stayed in Washington.'),
      'person',
    );
    expect(people).toEqual(['Michelle Obama', 'Obama']);
  });

  it('takes a party of a region for a party of its own', () => {
    expect(named(entitiesOf('Ohio Democratic Party Chairman David Pepper cheered.'), 'group')).toContain(
      'Ohio Democratic Party',
    );
  });

  it('keeps the bodies of two states apart, though they are called alike', () => {
    const text =
      "The Philippine Senate met in Manila. The U.S. Senate voted. Hong Kong's legislative council adjourned.";
    expect(named(entitiesOf(text), 'group')).toEqual(
      expect.arrayContaining(['Philippine Senate', 'US Senate', "Hong Kong's legislative council"]),
    );
  });

  it('takes a name for a body wherever a passage calls it one', () => {
    const text = "The crane maker Gru Adriatica paid. Gru Adriatica's director, Fabio Sartor, fled.";
    expect(named(entitiesOf(text), 'group')).toContain('Gru Adriatica');
    expect(named(entitiesOf(text), 'person')).toEqual(['Fabio Sartor']);
  });

  it('reads short names of papers and parties, and unknown places by their preposition', () => {
    const entities = entitiesOf(
      'She told the Courier so. Jule Hartwig of the Greens argued against it. They fought near Anefis on Monday.',
    );
    expect(named(entities, 'group')).toEqual(['Courier', 'Greens']);
    expect(named(entities, 'place')).toEqual(['Anefis']);
  });

  it('takes a stadium that is named after a bank for a place', () => {
    const entities = entitiesOf('They marched around Bank of America Stadium in Charlotte.');
    expect(named(entities, 'place')).toContain('Bank of America Stadium');
    expect(named(entities, 'group')).toEqual([]);
  });

  it('takes an unknown name for a body where it stands as one does, and for a place where it does not', () => {
    const bodies =
      'The firm cut 400 jobs at Zappify. He sold his stake in Ternova. Zappify said nothing of Ternova.';
    expect(named(entitiesOf(bodies), 'group')).toEqual(['Zappify', 'Ternova']);
    expect(named(entitiesOf('Protests spread to Ziguin. Residents fled from Berdoa.'), 'place')).toEqual([
      'Ziguin',
      'Berdoa',
    ]);
  });

  it('takes the lower-case head of a body into its name, and its name without it for the same', () => {
    const [movement] = entitiesOf("She leads the Citizens' Meter movement.").filter(
      ({ kind }) => kind === 'group',
    );
    expect(movement?.name).toBe("Citizens' Meter movement");
    expect(movement?.aliases).toEqual(["Citizens' Meter"]);
    expect(named(entitiesOf('The Christmas party ended.'), 'group')).toEqual([]);
  });

  it('reads courts by where they sit', () => {
    const text =
      'A Hong Kong court lifted the ban. A court in Port Louis agreed. The court in question waited.';
    expect(named(entitiesOf(text), 'group')).toEqual(
      expect.arrayContaining(['Hong Kong court', 'court in Port Louis']),
    );
    expect(named(entitiesOf('A court ruled.'), 'group')).toEqual([]);
  });

  it('knows well-known bodies in lower case too', () => {
    const entities = entitiesOf('A UN general assembly resolution passed. The UN refugee agency hailed it.');
    expect(named(entities, 'group')).toEqual(['UN General Assembly', 'UNHCR']);
  });

  it('takes a region or city for its government where it acts as one', () => {
    const text = "Texas sued. The court ruled against Ohio's procedure. The city of Phoenix demands a halt.";
    expect(named(entitiesOf(text), 'group')).toEqual(['Texas', 'Ohio', 'Phoenix']);
    expect(named(entitiesOf('Polls opened in Ohio and Bavaria.'), 'group')).toEqual([]);
  });

  it('makes no actor of a state that is only said in passing', () => {
    const text = 'USA Today asked the U.S. Securities and Exchange Commission. Most Americans agree.';
    expect(named(entitiesOf(text), 'group')).toEqual(['USA Today', 'Securities and Exchange Commission']);
    expect(named(entitiesOf('They met the Americans.'), 'group')).toEqual(['United States']);
  });

  it('takes an adjective of origin for the state as a place', () => {
    const entities = entitiesOf('He was arrested at the Guatemalan frontier.');
    expect(named(entities, 'place')).toEqual(['Guatemala']);
    expect(named(entities, 'group')).toEqual([]);
  });

  it('takes a team for a group, and the other bodies of people for a cause too', () => {
    const text =
      'The Cleveland Cavaliers met. Mothers Against Drunk Driving sued. The Office of the Inspector General agreed.';
    expect(named(entitiesOf(text), 'group')).toEqual([
      'Cleveland Cavaliers',
      'Mothers Against Drunk Driving',
      'Office of the Inspector General',
    ]);
  });

  it('takes a land for a place where it lies behind a direction, a border, the end of a way or what is invaded', () => {
    for (const text of [
      'Troops patrol northern Mali.',
      'A town on the border with Mali burned.',
      'They sailed from Mali to Gran Canaria.',
      'The invasion of Mali failed.',
      'She leads a Mali-based group.',
    ])
      expect(named(entitiesOf(text), 'place'), text).toContain('Mali');
    expect(named(entitiesOf("Mali's invasion failed."), 'place')).toEqual([]);
  });

  it('reads what a body is called', () => {
    const text =
      'A startup called Vexler paid a militia known as the Tiger Brigade. A man called Carlos left.';
    expect(named(entitiesOf(text), 'group')).toEqual(['Vexler', 'Tiger Brigade']);
  });

  it('takes a body that is a building for a place where somebody is in it', () => {
    expect(named(entitiesOf('Students hid inside Durham University.'), 'place')).toEqual([
      'Durham University',
    ]);
    expect(named(entitiesOf('She teaches at Durham University.'), 'group')).toEqual(['Durham University']);
  });

  it('keeps parties to a case and the forces of a government apart from people and states', () => {
    expect(entitiesOf('The court struck down Roe v. Wade.')).toEqual([]);
    expect(named(entitiesOf('Syrian government forces fled.'), 'group')).toContain(
      'Syrian government forces',
    );
  });

  it('keeps two councils, two senates and two parties of one name apart', () => {
    const councils =
      'The Security Council met. The Council failed. The Council failed again. The Human Rights Council rejected it.';
    expect(named(entitiesOf(councils), 'group')).toEqual(['UN Security Council', 'UN Human Rights Council']);
    const senates = "The U.S. Senate voted in Washington. The Philippine Senate's committee met.";
    expect(named(entitiesOf(senates), 'group')).toEqual(
      expect.arrayContaining(['US Senate', 'Philippine Senate']),
    );
    expect(named(entitiesOf("The Taiwan People's Party met."), 'group')).toContain("Taiwan People's Party");
  });

  it('takes a body that a state owns for its own, not for the one known by that name', () => {
    const councils =
      "Armenia's Security Council met. Iran's Supreme National Security Council agreed. The UN Security Council did not.";
    expect(named(entitiesOf(councils), 'group')).toEqual(
      expect.arrayContaining([
        'Security Council',
        'Supreme National Security Council',
        'UN Security Council',
      ]),
    );
    expect(named(entitiesOf("Russia's Security Council veto blocked it."), 'group')).toContain(
      'UN Security Council',
    );
    const congresses = entitiesOf("Mexico's Congress voted. Peru's Congress did not. Kenya's Senate will.");
    expect(named(congresses, 'group').filter((name) => /Congress|Senate/.test(name))).toEqual([
      'Congress',
      'Congress',
      'Senate',
    ]);
  });

  it('keeps a nickname in quotation marks within the name', () => {
    const [magic, fox] = entitiesOf("Earl 'Mamba' Jensen and Nuno “The Fox” Alves met.");
    expect([magic?.name, magic?.aliases]).toEqual(["Earl 'Mamba' Jensen", ['Earl Jensen']]);
    expect([fox?.name, fox?.aliases]).toEqual(['Nuno “The Fox” Alves', ['Nuno Alves']]);
    expect(named(entitiesOf('Reporters called Obama "Caesar" on Thursday.'), 'person')).toEqual(['Obama']);
  });

  it('reads stations by the word that opens their names', () => {
    const text = 'Radio Kirinyaga reported it. He spoke to TV Zimbo. She told Canal Sur on Monday.';
    expect(named(entitiesOf(text), 'group')).toEqual(['Radio Kirinyaga', 'TV Zimbo', 'Canal Sur']);
    expect(named(entitiesOf('Channel Nine did not call.'), 'place')).toEqual([]);
    expect(named(entitiesOf('They crossed the Channel in a dinghy.'), 'place')).toEqual(['English Channel']);
  });

  it("takes the end of a state's party for no other state's party, and letters for the office behind a post", () => {
    const party = "Two members of the Sierra Leone People's Party (SLPP) left. The SLPP declined to comment.";
    expect(named(entitiesOf(party), 'group')).toEqual(["Sierra Leone People's Party", 'Sierra Leone']);
    const local = entitiesOf('The Ohio Democratic Party sued on Monday.').find(
      ({ kind }) => kind === 'group',
    );
    expect([local?.name, local?.aliases]).toEqual(['Ohio Democratic Party', []]);
    const office = 'The New York State Attorney General (NYAG) is investigating the firm. The NYAG declined.';
    expect(named(entitiesOf(office), 'group')).toEqual(['NYAG']);
    expect(named(entitiesOf('The Anti-Corruption Commission is watching.'), 'group')).toEqual([
      'Anti-Corruption Commission',
    ]);
  });

  it('takes the House for the chamber where lawmakers are told of, and not where it only tells which panel', () => {
    const text = 'The full House voted on Monday. Rep. Ann Doyle said so.';
    expect(named(entitiesOf(text), 'group')).toEqual(['US House of Representatives']);
    expect(named(entitiesOf('A House panel voted on Monday. Rep. Ann Doyle said so.'), 'group')).toEqual([]);
  });

  it('joins a body of a state under its several names', () => {
    const text =
      "The Ministry of Foreign Affairs of Qatar agreed. Qatar's Foreign Ministry said so. The foreign ministry left.";
    expect(named(entitiesOf(text), 'group').filter((name) => /inistry/.test(name))).toHaveLength(1);
  });

  it('parts an owner from the body that is owned, and not an office from its holder', () => {
    const entities = entitiesOf("Albin Kurti's Vetevendosje won. Claudia Sheinbaum's Morena lost.");
    expect(named(entities, 'person')).toEqual(['Albin Kurti', 'Claudia Sheinbaum']);
    expect(named(entities, 'group')).toEqual(expect.arrayContaining(['Vetevendosje', 'Morena']));
    expect(named(entitiesOf("Guatemala's Public Prosecutor's Office agreed."), 'group')).toContain(
      "Public Prosecutor's Office",
    );
  });

  it('tells a company from the river of its name', () => {
    expect(named(entitiesOf('Amazon sued. The company won.'), 'group')).toEqual(['Amazon']);
    expect(named(entitiesOf('Loggers burned the Amazon.'), 'place')).toEqual(['Amazon']);
  });

  it('keeps a city apart from its airport, and not from its fuller name', () => {
    const airport = 'They landed at Banjul airport. They left Banjul on Monday.';
    expect(named(entitiesOf(airport), 'place')).toEqual(expect.arrayContaining(['Banjul airport', 'Banjul']));
    const town = 'The house stands in Braunau am Inn. Police in Braunau agreed.';
    expect(named(entitiesOf(town), 'place')).toEqual(['Braunau am Inn']);
  });
});
