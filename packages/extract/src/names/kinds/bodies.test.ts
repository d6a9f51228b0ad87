import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf as groups, named } from '../../testing/named-entities.ts';

const people = (text: string): string[] => named(entitiesOf(text), 'person');

describe('readNames, of companies and parties that look like something else', () => {
  it('takes what does as companies do for one, whatever its first word', () => {
    expect(groups('The deal favours Buna Energji. Buna Energji posted a profit of 3 million euros.')).toEqual(
      ['Buna Energji'],
    );
    expect(groups('Shares in Luna Verde fell 12 percent.')).toEqual(['Luna Verde']);
    expect(groups('Workers at Alma Cruz walked out on Monday.')).toEqual(['Alma Cruz']);
    expect(groups('Electra Nova, which operates two power plants, denied it.')).toEqual(['Electra Nova']);
  });

  it('leaves people who own, buy and are bought', () => {
    expect(people('Pedro Salinas, 44, owns three shops in Quito and exports shoes.')).toEqual([
      'Pedro Salinas',
    ]);
    expect(people('The club bought Cole Palmer.')).toEqual(['Cole Palmer']);
    expect(people('Roger Federer of Switzerland beat Andy Murray.')).toEqual([
      'Roger Federer',
      'Andy Murray',
    ]);
  });

  it('takes a single word for a body by the posts and members it has', () => {
    expect(groups("Prosecutors had filed a complaint against Marcopper's president, John Loney.")).toEqual([
      'Marcopper',
    ]);
    expect(groups('That was not enough for Sacco chair Consolata Achieng.')).toEqual(['Sacco']);
    expect(groups('The communist Akel, on whose votes he relied, kept silent.')).toEqual(['Akel']);
    expect(people("Sitoe's chief of staff resigned.")).toEqual(['Sitoe']);
    expect(people('The late Mandela was praised.')).toEqual(['Mandela']);
  });

  it('takes whoever is called somebody for a person', () => {
    expect(people('The chairman, a crane driver named Boniface Chishala, told reporters.')).toEqual([
      'Boniface Chishala',
    ]);
    expect(people('They were followers of a commander called Ulan, who burned two trucks.')).toEqual([
      'Ulan',
    ]);
    expect(people('At her Brooklyn school, Joseph and other members protested.')).toEqual(['Joseph']);
  });

  it('reads bodies by a first word of another language, and companies without the land they are of', () => {
    expect(groups('Minera Yanacocha suspended output at its mine.')).toEqual(['Minera Yanacocha']);
    expect(groups('Orchard Straits Capital of Singapore bought it.')).toContain('Orchard Straits Capital');
  });

  it('takes a party called as treaties are for one where it stands as parties do', () => {
    expect(groups('Civil Pact won 31 of the 120 seats.')).toEqual(['Civil Pact']);
    expect(groups('Lawmakers from Yes to Change walked out.')).toEqual(['Yes to Change']);
    expect(groups('Supporters of New Dawn rallied in Accra.')).toEqual(['New Dawn']);
    expect(groups('The Taif Accord ended the war.')).toEqual([]);
    expect(groups('Activists from Cape Town to Cairo marched.')).toEqual([]);
  });
});

describe('readNames, of bodies that no model saw', () => {
  it('takes capitals for one before a post, behind a noun for a body, and where they act', () => {
    expect(groups('ACTU assistant secretary Greg Combet said it was thuggery.')).toEqual(['ACTU']);
    expect(groups('Missile house MBDA pockets a separate order.')).toEqual(['MBDA']);
    expect(groups('FOUR leaders met in the town on Monday.')).toEqual([]);
  });

  it('takes initials in brackets for a sign of one', () => {
    expect(groups('That leaves Birių Krovinių Terminalas (BKT) in a bind.')).toEqual([
      'Birių Krovinių Terminalas',
    ]);
  });

  it('leaves people with their ranks, nations, parties and trades', () => {
    expect(people('Its spokesman, Commander John Harbour, said so.')).toEqual(['John Harbour']);
    expect(people('The skipper, New Zealander Hemi Tautahi, was arrested.')).toEqual(['Hemi Tautahi']);
    expect(people("Labour's Nazreen Aslam lost her temper.")).toEqual(['Nazreen Aslam']);
    expect(people('It cost welterweight Odlanier Despaigne his title.')).toEqual(['Odlanier Despaigne']);
  });
});

describe('readNames, of ships, numbers and datelines', () => {
  it('takes no ship, storm or spacecraft for anybody', () => {
    expect(people('The ferry Maria Sofia sank off Lesbos.')).toEqual([]);
    expect(people('The destroyer Yi Sun-shin arrived off Hobyo.')).toEqual([]);
    expect(people("The ferry's captain, Maria Sofia, was freed.")).toEqual(['Maria Sofia']);
  });

  it('reads bodies with a number behind, guards of a state, and what is announced', () => {
    expect(groups('Teamsters Local 25 voted to strike.')).toEqual(['Teamsters Local 25']);
    expect(groups('Russian border guards moved in on Thursday.')).toContain('Russian border guards');
    expect(groups('The Swiss pension fund Helvia declined to comment.')).toContain('Helvia');
  });

  it('takes an unknown agency in a dateline for no actor', () => {
    expect(groups('SAN JUAN (Ringwire) -- The president resigned on Tuesday after a vote.')).toEqual([]);
  });

  it('takes an ombudsman for a person', () => {
    expect(people('The ombudsman, Walter Gutierrez, said oxygen was short.')).toEqual(['Walter Gutierrez']);
  });
});

describe('readNames, of words with a capital from the sentence', () => {
  it('leaves people, things and kinds of body at the beginning outside the name', () => {
    expect(groups("Boats of the Chiang Khan Fish Farmers' Association blocked the river.")).toEqual([
      "Chiang Khan Fish Farmers' Association",
    ]);
    expect(groups('Trucks of the World Food Programme entered the town.')).toEqual(['World Food Programme']);
    expect(groups('Friends of the Earth sued.')).toEqual(['Friends of the Earth']);
  });

  it('reads companies by a legal form with full stops, and groups by their noun', () => {
    expect(groups('The developer, Costa Azul S.A., has not replied.')).toEqual(['Costa Azul S.A.']);
    expect(groups("The farmers' group Tierra Viva signed it.")).toEqual(['Tierra Viva']);
  });
});
