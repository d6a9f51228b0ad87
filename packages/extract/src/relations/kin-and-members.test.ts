import { describe, expect, it } from 'vitest';
import { relationsOf } from '../testing/relations-of.ts';

describe('relations of people', () => {
  it('reads whose relative stands beside a name with a pronoun or with no owner', () => {
    const before = 'Cemal Yilmaz was taken to a hospital on Tuesday. ';
    expect(relationsOf(`${before}Karin Holm, his wife, said he was well.`)).toEqual([
      'FAMILY_OF Karin Holm -> Cemal Yilmaz',
    ]);
    expect(relationsOf(`${before}The wife, Karin Holm, said he was well.`)).toEqual([
      'FAMILY_OF Karin Holm -> Cemal Yilmaz',
    ]);
  });

  it('reads who are family to each other', () => {
    expect(relationsOf('Karin Holm and Piotr Zalewski were married in 1990.')).toEqual([
      'FAMILY_OF Karin Holm -> Piotr Zalewski',
    ]);
    expect(relationsOf('Karin Holm and Piotr Zalewski have two children.')).toEqual([
      'FAMILY_OF Karin Holm -> Piotr Zalewski',
    ]);
    expect(relationsOf('Karin Holm and Piotr Zalewski are married to doctors.')).toEqual([]);
  });

  it('reads whom a list behind a verb counts to a party, and behind a noun for people to a body', () => {
    expect(relationsOf('Republican candidates include Karin Holm and Piotr Zalewski.')).toEqual([
      'MEMBER_OF Karin Holm -> Republican Party',
      'MEMBER_OF Piotr Zalewski -> Republican Party',
    ]);
    expect(relationsOf('Amnesty International officials such as Karin Holm objected.')).toEqual([
      'MEMBER_OF Karin Holm -> Amnesty International',
    ]);
  });

  it('reads of what body somebody is who is quoted', () => {
    expect(relationsOf('Lena Ost, from the Coastal Fire Service, says the wind has turned.')).toContain(
      'MEMBER_OF Lena Ost -> Coastal Fire Service',
    );
    expect(relationsOf('"It will rain," said Lena Ost, at Coral Securities.')).toContain(
      'MEMBER_OF Lena Ost -> Coral Securities',
    );
    expect(
      relationsOf("The Dockers Union met in Varna. The union's Lena Ost said it would strike."),
    ).toContain('MEMBER_OF Lena Ost -> Dockers Union');
    expect(relationsOf('The ministers removed Lena Ost from the Coastal Fire Service.')).toEqual([]);
  });

  it('counts nobody to a body that they only want to be in', () => {
    expect(relationsOf('Georgia has been waiting for a decade to join NATO.')).toEqual([]);
    expect(relationsOf('Georgia joined NATO.')).toEqual(['MEMBER_OF Georgia -> NATO']);
    expect(relationsOf('The Greens won, leaving the Labour Party with nine seats.')).toEqual([]);
  });

  it('takes who is second for no leader', () => {
    expect(relationsOf('Lena Ost, vice chairman of shipping giant Maersk, resigned.')).not.toContain(
      'LEADS Lena Ost -> Maersk',
    );
    expect(relationsOf('US Treasury Under-Secretary Lena Ost said so.')).not.toContain(
      'LEADS Lena Ost -> US Treasury',
    );
  });

  it('counts the chair of a committee to a party, and does not take them for its leader', () => {
    expect(relationsOf('Labour committee chairman Lena Ost said so.')).toEqual([
      'MEMBER_OF Lena Ost -> Labour Party',
    ]);
  });

  it('reads the party of a former office, and who heads a service', () => {
    expect(relationsOf('Lena Ost, former Labour minister, agreed.')).toContain(
      'MEMBER_OF Lena Ost -> Labour Party',
    );
    expect(relationsOf('Rural Fire Service Commissioner Lena Ost agreed.')).toContain(
      'LEADS Lena Ost -> Rural Fire Service',
    );
    expect(relationsOf('The Coastal Fire Service met. Service spokesman Lena Ost agreed.')).toContain(
      'SPOKE_FOR Lena Ost -> Coastal Fire Service',
    );
  });

  it('reads for whom somebody speaks in a debate', () => {
    expect(relationsOf('Lena Ost, for the Liberal Democrats, said it was late.')).toEqual([
      'SPOKE_FOR Lena Ost -> Liberal Democrats',
    ]);
    expect(relationsOf('For the Liberal Democrats, Lena Ost said it was late.')).toEqual([
      'SPOKE_FOR Lena Ost -> Liberal Democrats',
    ]);
  });
});
