import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLexicon } from './check-lexicon.ts';
import { loadRelationLexicon } from './relations/lexicon.ts';
import { conditionsSchema } from './roles/condition-schema.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function folderWith(example: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  writeFileSync(
    join(folder, 'relations.yaml'),
    `patterns:\n  - type: FUNDS\n    verbs: [underpin]\n    from: [subject]\n    to: [object]\n    examples: ["${example}"]\n`,
  );
  folders.push(folder);
  return folder;
}
const relationFaults = (folder: string): string[] =>
  checkLexicon(folder)
    .filter(({ file }) => file === 'relations.yaml')
    .map(({ message }) => message);

describe('checkLexicon', () => {
  it("finds a user's pattern sound whose example it matches", () => {
    const folder = folderWith('Norway underpins Hezbollah.');
    expect(relationFaults(folder).filter((message) => message.includes('underpins'))).toEqual([]);
    expect(loadRelationLexicon([folder]).patterns.at(-1)?.verbs).toEqual(['underpin']);
  });

  it('names the place of a pattern whose example it does not match', () => {
    const faults = relationFaults(folderWith('Norway and Hezbollah underpin.'));
    expect(faults.join('\n')).toMatch(
      /at patterns\.\d+: the example is not matched: Norway and Hezbollah underpin\./,
    );
  });

  it('knows the classes of nouns of roles.yaml and no others', () => {
    const wanting = (name: string): boolean => conditionsSchema.safeParse({ object: [name] }).success;
    expect(['@troops', '@nobody', 'nobody'].filter(wanting)).toEqual(['@troops', 'nobody']);
  });
});
