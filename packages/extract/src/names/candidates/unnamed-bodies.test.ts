import { describe, expect, it } from 'vitest';
import { groupsOf as groups } from '../../testing/named-entities.ts';

describe('readNames, of bodies without a name', () => {
  it('takes the one army, parliament or ministry for a body', () => {
    expect(groups('The army said that it had retaken the town.')).toEqual(['army']);
    expect(groups('A motion was put to parliament on Monday.')).toEqual(['parliament']);
    expect(groups('A spokeswoman for the ministry, Ines Baccouche, denied it.')).toEqual(['ministry']);
    expect(groups('The army spokesman, Brigadier Deo Kato, denied it.')).toEqual(['army']);
    expect(groups('It was an army truck with military plates.')).toEqual([]);
    expect(groups('The Royal Thai Army said that the army was ready.')).toEqual(['Royal Thai Army']);
  });

  it('takes parts of a body by whose they are', () => {
    expect(groups('The trial has split the National Front; its youth league marched.')).toContain(
      'youth league',
    );
    expect(groups("Asha Wanjiru chairs the government's peace panel.")).toContain("government's peace panel");
    expect(groups('Asha Wanjiru met its largest union and a new committee.')).toEqual([]);
  });

  it('takes a body by the post of somebody named', () => {
    expect(groups('Teodulo Cruz, a member of the government panel, said so.')).toEqual(['government panel']);
    expect(groups('A member of the government panel said so.')).toEqual([]);
    expect(groups("The committee's chairman, Senator Anselmo Buen, spoke.")).toEqual(['committee']);
    expect(groups("The Trade Committee met. The committee's chairman, Anselmo Buen, spoke.")).toEqual([
      'Trade Committee',
    ]);
  });
});

describe('readNames, of bodies by whose they are', () => {
  it('takes parts and helpers of a body, a state or somebody for bodies', () => {
    expect(groups("Cuba's federation, which had stood by its man, dropped him.")).toContain(
      "Cuba's federation",
    );
    expect(groups("Peru's joint command admitted losing a jet.")).toContain("Peru's joint command");
    expect(groups('A Tajik contingent crossed the river.')).toContain('Tajik contingent');
    expect(groups("Aides waited. Raila Odinga's emissaries left.")).toContain("Raila Odinga's emissaries");
    expect(groups("The Trade Council met. The Council's secretariat advised it.")).toEqual([
      'Trade Council',
      "Council's secretariat",
    ]);
    expect(groups("Cuba's sugar is sweet, and a Tajik song is long.")).not.toContain("Cuba's sugar");
  });
});

describe('readNames, of ministries by their field', () => {
  it('takes any nouns for the field', () => {
    expect(groups('The Thai natural resources ministry denied it.')).toContain(
      'Thai natural resources ministry',
    );
    expect(groups("Peru's energy and mines ministry approved it.")).toContain(
      "Peru's energy and mines ministry",
    );
    expect(groups('The new ministry will open soon.')).toEqual([]);
  });
});
