import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '@dragoman/clean';
import { z } from 'zod';

const goldSchema = z.object({
  id: z.string(),
  page: z.string().optional(),
  keep: z.array(z.string()).default([]),
  drop: z.array(z.string()).default([]),
});

/** Sentences kept and boilerplate lines dropped over a folder of gold articles. */
export interface GoldScore {
  readonly kept: number;
  readonly keep: number;
  readonly gone: number;
  readonly drop: number;
}

/** As gold/match.mjs compares: one kind of quotes, single spaces. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Cleans the articles of one gold folder. `readPage` gives the bytes of a page of another corpus. */
export function scoreGold(folder: string, readPage: (id: string) => Uint8Array | null): GoldScore {
  const score = { kept: 0, keep: 0, gone: 0, drop: 0 };
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json') || file === 'storylines.json') continue;
    const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const base = join(folder, file.slice(0, -'.json'.length));
    const format = existsSync(`${base}.txt`) ? 'text' : 'html';
    const own = format === 'text' ? `${base}.txt` : `${base}.html`;
    const bytes = existsSync(own) ? readFileSync(own) : readPage(gold.page?.replace(/^\w+:/, '') ?? '');
    if (bytes === null) continue;
    const result = clean({ hash: '', input: file, id: gold.id, format, bytes, stated: {} });
    const text = result.kind === 'article' ? squeezed(result.article.text) : '';
    score.keep += gold.keep.length;
    score.drop += gold.drop.length;
    score.kept += gold.keep.filter((line) => text.includes(squeezed(line))).length;
    score.gone += gold.drop.filter((line) => !text.includes(squeezed(line))).length;
  }
  return score;
}
