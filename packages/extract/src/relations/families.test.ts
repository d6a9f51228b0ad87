import { describe, expect, it } from 'vitest';
import { relationsOf } from '../testing/relations-of.ts';

describe('relations of people to parties', () => {
  it('reads whom a party puts up, elects and throws out', () => {
    expect(relationsOf('The Conservatives have chosen John Butterfill to fight the seat.')).toContain(
      'MEMBER_OF John Butterfill -> Conservative Party',
    );
    expect(relationsOf('Ilir Doda won the seat for the Green Left.')).toEqual([
      'MEMBER_OF Ilir Doda -> Green Left',
    ]);
    expect(relationsOf('Ilir Doda was expelled from the Labour Party.')).toEqual([
      'not MEMBER_OF Ilir Doda -> Labour Party',
    ]);
    expect(relationsOf('Ilir Doda defected from the Labour Party to the Green Party.')).toEqual(
      expect.arrayContaining([
        'MEMBER_OF Ilir Doda -> Green Party',
        'not MEMBER_OF Ilir Doda -> Labour Party',
      ]),
    );
  });

  it('reads for what party somebody stands, and not for whose nominee they speak', () => {
    expect(relationsOf('Ilir Doda stood as a Labour Party candidate in Leeds.')).toContain(
      'MEMBER_OF Ilir Doda -> Labour Party',
    );
    expect(relationsOf('Chris Christie campaigned for Republican nominee Donald Trump.')).not.toContain(
      'MEMBER_OF Chris Christie -> Republican Party',
    );
  });
});

describe('relations of relatives', () => {
  it('reads who survives somebody', () => {
    expect(relationsOf('Eirik Solvang leaves a widow, Ragnhild Solvang, and two daughters.')).toEqual([
      'FAMILY_OF Ragnhild Solvang -> Eirik Solvang',
    ]);
  });

  it('reads two families that a marriage joins, and that two are of none', () => {
    expect(relationsOf('Raúl Cáceres, whose sister is married to Nelson Riquelme, resigned.')).toEqual([
      'FAMILY_OF Raúl Cáceres -> Nelson Riquelme',
    ]);
    expect(relationsOf('Gonzalo Pintos, who is no relation of the minister Walter Pintos, left.')).toContain(
      'not FAMILY_OF Gonzalo Pintos -> Walter Pintos',
    );
  });
});

describe('relations of bodies', () => {
  it('reads who heads unions and schools', () => {
    expect(relationsOf('MUA national secretary John Coombs resigned.')).toEqual(['LEADS John Coombs -> MUA']);
    expect(relationsOf('Modupe Ajose, the vice-chancellor of the University of Ilorin, left.')).toContain(
      'LEADS Modupe Ajose -> University of Ilorin',
    );
  });

  it('reads where bodies move to, keep an office and are described to be', () => {
    expect(relationsOf('Delta Kappa Shipping moved its headquarters from Oslo to Dublin.')).toContain(
      'BASED_IN Delta Kappa Shipping -> Dublin',
    );
    expect(relationsOf('The Tampa Bay Times, a Florida news organization, reported it.')).toContain(
      'BASED_IN Tampa Bay Times -> Florida',
    );
  });
});

describe('relations of money, arms and parts', () => {
  it('reads to whom a company owes, who sells and who is to supply', () => {
    expect(relationsOf('Nova Steel owes the World Bank $310 million.')).toContain(
      'FUNDS World Bank -> Nova Steel',
    );
    expect(relationsOf('Greece ordered three frigates from Naval Group.')).toContain(
      'ARMS Naval Group -> Greece',
    );
    expect(relationsOf('Lockheed Martin won a contract to supply Poland with missiles.')).toContain(
      'ARMS Lockheed Martin -> Poland',
    );
  });

  it('reads whose part a body is that has a name of its own or is only whose', () => {
    expect(relationsOf("The EU's naval mission, Navfor, counts 15 vessels.")).toContain(
      'PART_OF Navfor -> European Union',
    );
    expect(relationsOf('Brazil, whose air force has been flying rice, promised two bridges.')).toContain(
      'PART_OF air force -> Brazil',
    );
    expect(relationsOf('Oakshaw West Church belongs to the Church of Scotland.')).toContain(
      'PART_OF Oakshaw West Church -> Church of Scotland',
    );
  });

  it('reads who takes over from whom by a participle, and a company taken over', () => {
    expect(relationsOf('Lena Holm was named chairwoman of the World Bank, succeeding Jan Berg.')).toContain(
      'SUCCEEDS Lena Holm -> Jan Berg',
    );
    expect(relationsOf('Nova Steel was taken over in 2001 by Tarrant Group.')).toContain(
      'OWNS Tarrant Group -> Nova Steel',
    );
  });
});

describe('relations of bodies called by what they are', () => {
  it('reads where a body in brackets, a fund and a hospital sit', () => {
    expect(
      relationsOf('They work for Volta Pumping Services (VPS), a Cotonou company that owns it.'),
    ).toContain('BASED_IN Volta Pumping Services -> Cotonou');
    expect(relationsOf('It is 40 percent owned by Sahel Midstream, a fund registered in Dubai.')).toContain(
      'BASED_IN Sahel Midstream -> Dubai',
    );
    expect(relationsOf('She works at the Rift Institute in the Kenyan city of Kisumu.')).toContain(
      'BASED_IN Rift Institute -> Kisumu',
    );
    expect(relationsOf('The Rift Foundation is not registered in New York.')).toEqual([]);
  });

  it("reads whose leader 'its leader' is by the sentence before", () => {
    expect(
      relationsOf(
        'Chile blames the Uyuni Federation of Hauliers. Its leader, Eusebio Quispe, was not invited.',
      ),
    ).toEqual(['LEADS Eusebio Quispe -> Uyuni Federation of Hauliers']);
    expect(
      relationsOf('Police raided the offices of Orion Shipping. Its chairman, Nikos Drakos, was detained.'),
    ).toContain('LEADS Nikos Drakos -> Orion Shipping');
  });
});

describe('relations of who is named over a comma behind a noun', () => {
  it('reads the owner, leader and donor by the name', () => {
    expect(
      relationsOf('Nova Steel is owned by a former governor of the province, Faisal Mangondaya.'),
    ).toContain('OWNS Faisal Mangondaya -> Nova Steel');
    expect(
      relationsOf("The Stock Owners' League, which is led by a former lawmaker, Simon Lomuria, agreed."),
    ).toContain("LEADS Simon Lomuria -> Stock Owners' League");
  });
});

describe('relations that two names side by side tell', () => {
  it('reads in what a place lies, of whatever kind both were taken to be', () => {
    expect(relationsOf('They met at the Riverside Hall in Port of Spain on Friday.')).toContain(
      'PART_OF Riverside Hall -> Port of Spain',
    );
    expect(relationsOf('They were seized outside El Tarra, in the Catatumbo, on August 14.')).toEqual([
      'PART_OF El Tarra -> Catatumbo',
    ]);
    expect(relationsOf('He has lived in London, Paris, and Rome.')).toEqual([]);
  });

  it('reads where a private body sits behind or before its name', () => {
    expect(relationsOf('It was sold to Orchard Capital in Singapore.')).toEqual([
      'BASED_IN Orchard Capital -> Singapore',
    ]);
    expect(relationsOf("That leaves Rotterdam's Meridian Holdings in a bind.")).toEqual([
      'BASED_IN Meridian Holdings -> Rotterdam',
    ]);
  });

  it('reads of what state the police are, but not of Hong Kong', () => {
    expect(relationsOf('Bolivian police arrested 11 people.')).toEqual([
      'PART_OF Bolivian police -> Bolivia',
    ]);
    expect(relationsOf('Hong Kong police arrested 11 people.')).toEqual([]);
  });
});

describe('relations of who is below the head of a body', () => {
  it('reads deputies of offices and heads of branches as members', () => {
    expect(relationsOf('Ana Lee, deputy director of the World Health Organization, agreed.')).toContain(
      'MEMBER_OF Ana Lee -> World Health Organization',
    );
    expect(relationsOf('Ana Lee, deputy country director of the World Health Organization, agreed.')).toEqual(
      [],
    );
  });

  it("reads the party, club or union named behind 'his party'", () => {
    expect(relationsOf("John Escalona's party, the Labour Party, demanded it.")).toEqual([
      'MEMBER_OF John Escalona -> Labour Party',
    ]);
    expect(relationsOf('Amnesty International wants John Cavallo gone.')).toEqual([
      'OPPOSES Amnesty International -> John Cavallo',
    ]);
  });
});

describe('relations of who is told of by less than a name', () => {
  it('takes for the owner of a relative the one with the same surname', () => {
    expect(
      relationsOf(
        'Daniel Whitcombe was freed by Alirio Meneses. He shook hands. His sister, Joanne Whitcombe, called it a lie.',
      ),
    ).toEqual(['FAMILY_OF Joanne Whitcombe -> Daniel Whitcombe']);
    expect(
      relationsOf(
        'The minister, Celestino Sitoe, resigned. Dário Sitoe, a spokesman and a nephew of the minister, agreed.',
      ),
    ).toContain('FAMILY_OF Dário Sitoe -> Celestino Sitoe');
  });

  it("reads what 'the two countries' get and are in", () => {
    const story = 'Albania met Montenegro. Albania and Montenegro agreed. ';
    expect(relationsOf(`${story}The World Bank would lend the two countries €55 million.`)).toEqual(
      expect.arrayContaining(['FUNDS World Bank -> Albania', 'FUNDS World Bank -> Montenegro']),
    );
    expect(relationsOf(`${story}The African Union, to which both belong, agreed.`)).toEqual(
      expect.arrayContaining(['MEMBER_OF Albania -> African Union', 'MEMBER_OF Montenegro -> African Union']),
    );
    expect(relationsOf(`${story}Greece, Albania and Montenegro spoke. The two men left.`)).toEqual([]);
  });

  it('reads of what company somebody holds a share', () => {
    const story = 'Yung Hai Fisheries Ltd. denied it. Yung Hai Fisheries Ltd. was sold. ';
    expect(relationsOf(`${story}Mei Kuo owns 60 percent.`)).toEqual([
      'OWNS Mei Kuo -> Yung Hai Fisheries Ltd.',
    ]);
    expect(relationsOf(`${story}Mei Kuo holds 60 percent support.`)).toEqual([]);
  });
});

describe('relations of parties and of suits', () => {
  it('reads candidates of the past as of the party, and who leads it in a chamber as its member', () => {
    expect(relationsOf('Former Democratic presidential candidate Bernie Sanders spoke.')).toEqual([
      'MEMBER_OF Bernie Sanders -> Democratic Party',
    ]);
    expect(relationsOf('Pyo Jung-hoon, floor leader of the Labour Party, spoke.')).toEqual([
      'MEMBER_OF Pyo Jung-hoon -> Labour Party',
    ]);
  });

  it('reads whom a body sues', () => {
    expect(relationsOf('Amnesty International sued the Labour Party.')).toEqual([
      'OPPOSES Amnesty International -> Labour Party',
    ]);
    expect(relationsOf('Amnesty International filed a complaint against Turkey.')).toContain(
      'OPPOSES Amnesty International -> Turkey',
    );
  });
});
