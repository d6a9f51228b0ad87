import { describe, expect, it } from 'vitest';
import { textLine } from './text-line.ts';
import { unglue } from './unglue.ts';

const parts = (text: string): string[] =>
  unglue([textLine(text, 'paragraph', { blankBefore: false, index: 0 })]).map((line) => line.text);

describe('lines that a scraper ran together', () => {
  it('are parted where one of them is the page’s own', () => {
    expect(parts('Skip to contentSite navigationThe harbour stays shut, the office said on Friday.')).toEqual(
      ['Skip to content', 'Site navigation', 'The harbour stays shut, the office said on Friday.'],
    );
    expect(parts('Nobody was hurt, said Tor Brekke, the harbour master.READ MORE')).toEqual([
      'Nobody was hurt, said Tor Brekke, the harbour master.',
      'READ MORE',
    ]);
  });

  it('stay whole where names are written so, or both sides are the article’s', () => {
    const named = 'McAllister wrote on YouTube and LinkedIn that DeShawn Obi had sold his shares in WestLaw.';
    expect(parts(named)).toEqual([named]);
    const joined = 'The bridge was shut.Buses were sent round by the Salter Road until Monday.';
    expect(parts(joined)).toEqual([joined]);
  });

  it('are numbered in order', () => {
    const lines = unglue(
      ['Skip to contentSite navigation', 'It rained.'].map((text, index) =>
        textLine(text, 'paragraph', { blankBefore: false, index }),
      ),
    );
    expect(lines.map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});
