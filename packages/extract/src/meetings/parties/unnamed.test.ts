import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createEventCoder } from '../../events/coder.ts';
import { meetingLexicon } from '../lexicon.ts';
import { extractMeetings } from '../meetings.ts';
import { unnamedSides } from './unnamed.ts';

const code = createEventCoder(annotate);

/** The groups of each meeting of a text. */
function groups(text: string): string[][] {
  const sources = code.read(text, '2026-02-03');
  const unnamedSide = unnamedSides(sources.document, sources.table, meetingLexicon().words);
  return extractMeetings({ ...sources, unnamedSide, attributedTo: () => null }).map(({ represented }) =>
    represented.map((id) => sources.table.byId(id)?.name ?? ''),
  );
}

describe('parties without a name', () => {
  it('are bodies and people told by their kind', () => {
    expect(groups('Karim Nazarov briefed the parliamentary agriculture committee on Monday.')).toEqual([
      ['parliamentary agriculture committee'],
    ]);
    expect(groups('Anna Berg huddled with coalition leaders in Riga on Sunday night.')).toEqual([
      ['coalition leaders'],
    ]);
  });

  it('are bodies beside named parties too', () => {
    expect(groups('President Anna Berg of Kenya said so in a cabinet meeting on Monday.')).toEqual([
      ['Kenya', 'cabinet'],
    ]);
  });

  it('are none where a word stands for those told before or owned by a name', () => {
    expect(
      groups('Fiji and Tonga will talk. Their foreign ministers will meet in Suva on Friday.').flat(),
    ).not.toContain('foreign ministers');
  });
});
