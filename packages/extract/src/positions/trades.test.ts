import { describe, expect, it } from 'vitest';
import { positionsOf } from '../testing/positions-of.ts';

describe('trades and posts in a row', () => {
  it('takes any common noun for a trade that stands beside a name', () => {
    expect(positionsOf('The cook, Rumyana Petkova, 44, was found on deck.')).toEqual([
      'Rumyana Petkova | cook | – | current',
    ]);
    expect(
      positionsOf('Police questioned a plantain trader from Ambam, Josephine Ngono, on Monday.'),
    ).toEqual(['Josephine Ngono | plantain trader | – | current']);
    expect(positionsOf('Cormac Shaw, a 58-year-old shrimp exporter, left.')).toEqual([
      'Cormac Shaw | shrimp exporter | – | current',
    ]);
    expect(positionsOf('Bruce Gilley, author of a book on the drought, agreed.')).toEqual([
      'Bruce Gilley | author | – | current',
    ]);
  });

  it('takes no kin, no judgement and no surname for a trade', () => {
    expect(positionsOf('The winner, Karin Holm, left with her admirer, Tim Cook.')).toEqual([]);
    expect(positionsOf('Karin Holm is a gambler and a dreamer.')).toEqual([]);
  });

  it('reads posts in a row, each with the body that the next ones name', () => {
    expect(
      positionsOf(
        'Neema Hassan is currently the founder and editor of Dawn Weekly and director of the Mlimani Institute.',
      ),
    ).toEqual([
      'Neema Hassan | founder | Dawn Weekly | current',
      'Neema Hassan | editor | Dawn Weekly | current',
      'Neema Hassan | director | Mlimani Institute | current',
    ]);
    expect(positionsOf('Neema Hassan served as treasurer, then president of the Mlimani Institute.')).toEqual(
      [
        'Neema Hassan | treasurer | Mlimani Institute | current',
        'Neema Hassan | president | Mlimani Institute | current',
      ],
    );
  });

  it('finds the body of a post in the clause that tells it', () => {
    expect(positionsOf('Seppo Haavisto joined the Velna Institute as an analyst in 2016.')).toEqual([
      'Seppo Haavisto | analyst | Velna Institute | current',
    ]);
    expect(positionsOf('Seppo Haavisto was hired by Tarvik Bank as a senior analyst.')).toEqual([
      'Seppo Haavisto | senior analyst | Tarvik Bank | current',
    ]);
    expect(
      positionsOf(
        'She led strikes for the United Farm Workers, where her father, Arturo Rodriguez, was president.',
      ),
    ).toEqual(['Arturo Rodriguez | president | United Farm Workers | current']);
  });

  it('gives a head whose phrase names no body the one that the sentence before is about', () => {
    expect(
      positionsOf('The Velna Institute closed on Monday. The director, Seppo Haavisto, said nothing.'),
    ).toEqual(['Seppo Haavisto | director | Velna Institute | current']);
  });

  it('reads who is one of several', () => {
    expect(positionsOf("One of the Velna Institute's lawyers, Seppo Haavisto, said nothing.")).toEqual([
      'Seppo Haavisto | lawyer | Velna Institute | current',
    ]);
    expect(positionsOf('Seppo Haavisto was among the founders of the Velna Institute.')).toEqual([
      'Seppo Haavisto | founder | Velna Institute | current',
    ]);
  });
});
