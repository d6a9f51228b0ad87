import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLine } from '../testing/run.ts';

const outlet = 'Lantern Quay Courier';
const prompt = 'The night desk brews this edition for you every morning.';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-learned-'));
  const lines = [1, 2, 3, 4, 5].map((day) => {
    const text = [
      `The council of pier ${day} met on Monday to hear about the dredging of the harbour.`,
      `It was told that ${day + 20} ships wait outside, as many as on the day before.`,
      `A second hearing about channel ${day + 3} was agreed for the spring of next year.`,
      `Fishermen of pier ${day + 7} asked for a clear word on the quotas they were promised.`,
      prompt,
    ].join('\n');
    const url = `https://quay.example/${day}`;
    return JSON.stringify({ id: `a${day}`, url, source: outlet, published: `2026-03-0${day}`, text });
  });
  await writeFile(join(folder, 'list.jsonl'), lines.join('\n'));
  await writeFile(join(folder, 'one.jsonl'), `${lines[0]}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const run = commandLine(() => folder);

it('lists what is learned of a source, shows it, and keeps a person’s word until it is undone', async () => {
  const one = join(folder, 'one.jsonl');
  expect((await run('clean', one, '--diff')).out).toContain(prompt);
  await run('ingest', join(folder, 'list.jsonl'));
  const reason = `recurs in 5 of 5 articles of ${outlet}`;
  const [learned] = (await run('learned', outlet, '--json')).rows();
  expect(learned).toMatchObject({ source: outlet, text: prompt, removed: 'everywhere', reason });
  expect((await run('learned')).out).toContain(reason);
  expect((await run('learned', 'Another Courier')).out).toBe('nothing learned\n');

  expect((await run('clean', one, '--diff')).out.replace(/\s*│\s*/gu, ' ')).toContain(
    `[${reason}] ${prompt}`.slice(0, 50),
  );
  const stated = ['--store', join(folder, 'graph.db'), '--json'];
  expect((await run('clean', one, ...stated)).rows()[0].dropped).toContainEqual({
    text: prompt,
    reason: 'recurs-at-source',
    detail: reason,
  });
  expect((await run('clean', one, '--json')).rows()[0].dropped).toEqual([]);

  const { ruling } = (
    await run('learned', 'allow', outlet, prompt, '--reason', 'a column', '--json')
  ).rows()[0];
  const count = `MATCH (a:Article) WHERE a.text CONTAINS 'night desk' RETURN count(a) AS count`;
  expect((await run('query', count, '--json')).rows()).toEqual([{ count: 5 }]);
  expect((await run('learned', outlet)).out).toContain(`kept: ${reason}; allowed by`);
  await run('learned', 'undo', ruling);
  expect((await run('query', count, '--json')).rows()).toEqual([{ count: 0 }]);
  expect((await run('learned', 'undo', ruling)).err).toContain('NOT_FOUND');
}, 240_000);
