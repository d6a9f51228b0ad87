import { describe, expect, it } from 'vitest';
import { groupsOf as groups } from '../../testing/named-entities.ts';

describe('readNames, of bodies called by common words', () => {
  it('takes them by the post that somebody has there', () => {
    expect(groups('Coastal List leader Mirko Radunovic resigned.')).toEqual(['Coastal List']);
    expect(groups('Mirko Radunovic, the leader of the Coastal List, resigned.')).toEqual(['Coastal List']);
    expect(groups('Mirko Radunovic of the Coastal List resigned.')).toEqual(['Coastal List']);
    expect(groups('Open Hand, the party of Vahagn Minasyan, won.')).toEqual(['Open Hand']);
    expect(groups('Mirko Radunovic, a veteran of the Gulf War, resigned.')).toEqual([]);
    expect(groups('Mirko Radunovic, the leader of the Opposition, resigned.')).toEqual([]);
  });

  it('takes what has a director, or is owned, for a body', () => {
    expect(groups("Zetska Mreza's director, Senka Bulatovic, resigned.")).toEqual(['Zetska Mreza']);
  });

  it('leaves what a minister is for with the title', () => {
    expect(groups('Albanian Energy Minister Blerta Cela resigned.')).toEqual(['Albania']);
  });
});
