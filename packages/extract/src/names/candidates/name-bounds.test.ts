import { describe, expect, it } from 'vitest';
import {
  entitiesOf,
  groupsOf as groups,
  named,
  peopleOf as people,
  placesOf as places,
} from '../../testing/named-entities.ts';

describe('where a name begins and ends', () => {
  it('takes both halves of a direction before a land for a region', () => {
    expect(places('Storms struck south-east Queensland and north-western Japan.')).toEqual([
      'south-east Queensland',
      'Queensland',
      'north-western Japan',
      'Japan',
    ]);
  });

  it('ends a place before the words that tell how it lies', () => {
    expect(places('At Morvanne south-west of Brisbane, roofs were torn off.')).toEqual([
      'Morvanne',
      'Brisbane',
    ]);
  });

  it('begins a person with a given name that no list knows, behind a number or a verb', () => {
    expect(people('Meanwhile, world number one Hollin Pruett says he is fit.')).toEqual(['Hollin Pruett']);
    expect(groups('Supporters of New Dawn rallied in Accra.')).toEqual(['New Dawn']);
  });

  it('parts somebody from the body or place that is named right before', () => {
    const entities = entitiesOf("Director of Boston's Kent International Airport Tom Wake says so.");
    expect(named(entities, 'person')).toEqual(['Tom Wake']);
    expect(named(entities, 'place')).toEqual(['Boston', 'Kent International Airport']);
  });

  it('parts a town from the body behind "of the"', () => {
    expect(groups('A meeting in London of the Cotton Traders Action Group has listed Chad.')).toContain(
      'Cotton Traders Action Group',
    );
  });

  it('takes family names joined by an ampersand for a firm, whichever way the word is written', () => {
    expect(groups('The figures of Hobb & Winterton were wrong.')).toEqual(['Hobb & Winterton']);
    expect(groups('An auditor at Ernst and Young resigned.')).toEqual(['Ernst & Young']);
  });

  it('leaves the titles of posts and what they are about alone', () => {
    expect(people('He got the advice from the Chief Justice, who is away.')).toEqual([]);
    expect(groups('The Shadow Foreign Affairs Minister, Kate Rudling, said no.')).toEqual([]);
    expect(people('The most important Chechen fighter Russian troops caught was tried.')).toEqual([]);
  });

  it('takes the words that letters in brackets stand for for one name', () => {
    expect(groups('The Quarry, Dock and Mill Workers Union (QDMWU) objected.')).toEqual([
      'Quarry, Dock and Mill Workers Union',
    ]);
    expect(groups("Peru's Ministry of Roads, Ports and Rivers (MRPR) denied it.")).toContain(
      'Ministry of Roads, Ports and Rivers',
    );
    expect(groups('The ships of Greece, Italy and Malta (GIM) sailed.')).not.toContain(
      'Greece, Italy and Malta',
    );
  });

  it('parts two bodies that "and" joins, where one is known or an article stands between', () => {
    expect(groups('Sales of its Mini and Rolls-Royce brands rose.')).toEqual(['Mini', 'Rolls-Royce']);
  });

  it('names nobody by an adjective with a prefix', () => {
    expect(groups('Rules for ex-Gazprom staff and Non-European Union nationals changed.')).toEqual([]);
  });

  it('joins the halves of a name that a particle between hyphens joins', () => {
    expect(groups('He is head of the Jamiat Ahl-e-Sunnat Party, which lost.')).toEqual([
      'Jamiat Ahl-e-Sunnat Party',
    ]);
  });

  it('begins a person with initials, and finds one among other names in a short sentence', () => {
    expect(people('J.R. Pettibone, the owner, sold it.')).toEqual(['J.R. Pettibone']);
    expect(people('Police arrested Fikile Zungu and Sibusiso Mabaso in Durban.')).toEqual([
      'Fikile Zungu',
      'Sibusiso Mabaso',
    ]);
  });

  it('goes on with a name over what those who are called so are for, over "General" and over a word that the tagger took for a sign', () => {
    expect(groups('She works for the charity Bread for Children.')).toEqual(['Bread for Children']);
    expect(groups('The Directorate General of Customs seized gold.')).toEqual([
      'Directorate General of Customs',
    ]);
    expect(groups('Clan militias of the Habar Gidir fought in Mudug.')).toEqual(['Habar Gidir']);
  });
});
