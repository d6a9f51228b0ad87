import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventLexiconFile } from '../events/lexicon.ts';
import { titlesFile } from '../names/lexicons.ts';
import { checkLexiconFiles } from './check.ts';
import { loadLexicon } from './load.ts';

const folders: string[] = [];
const folderWith = (name: string, content: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  folders.push(folder);
  return folder;
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

describe('loadLexicon', () => {
  it('joins the words of a user with the shipped ones', () => {
    const folder = folderWith('titles.yaml', 'ranks: [starosta]\n');
    const titles = loadLexicon(titlesFile, [folder]);
    expect(titles.ranks.has('starosta')).toBe(true);
    expect(titles.ranks.has('colonel')).toBe(true);
  });

  it('joins the further files of a lexicon, shipped and of a user', () => {
    const folder = folderWith(
      'events/aid.yaml',
      "patterns: [{ root: AID, verbs: [sing], examples: ['They sang.'] }]\n",
    );
    const { patterns } = loadLexicon(eventLexiconFile, [folder]);
    expect(patterns.some(({ root }) => root === 'ASSAULT')).toBe(true);
    expect(patterns.at(-1)?.verbs).toEqual(['sing']);
    expect(checkLexiconFiles([{ lexicon: eventLexiconFile }], folder)).toEqual([]);
  });

  it('names file and place of what does not fit the schema', () => {
    const folder = folderWith('titles.yaml', 'honorifics: {mr: x}\n');
    expect(() => loadLexicon(titlesFile, [folder])).toThrow(/titles\.yaml at honorifics\.mr/);
  });
});

describe('checkLexiconFiles', () => {
  it('reports an example that its pattern does not match, with its place', () => {
    const examples = function* () {
      yield { place: 'patterns.3', sentence: 'Nobody came.', matches: () => false };
    };
    expect(checkLexiconFiles([{ lexicon: titlesFile, examples }])).toEqual([
      { file: 'titles.yaml', message: 'at patterns.3: the example is not matched: Nobody came.' },
    ]);
  });

  it('reports a file that no lexicon is called after', () => {
    const folder = folderWith('tittles.yaml', 'ranks: []\n');
    expect(checkLexiconFiles([{ lexicon: titlesFile }], folder)[0]?.message).toContain(
      'not the name of a lexicon',
    );
  });
});
