import { runOnly } from './cleaners.ts';
import type { Cleaner } from './cleaners.ts';

/** What cleaning a list of pages costs. */
export interface Cost {
  readonly pagesPerCpuSecond: number;
  /** Highest resident memory over that of the loaded cleaner, in MB. */
  readonly megabytesOverBase: number;
}

/** Cleans all pages after one round of warming up, each cleaner in the same process and on the same bytes. */
export async function measureCost(cleaner: Cleaner, pages: readonly (() => Uint8Array)[]): Promise<Cost> {
  const first = pages[0];
  if (first !== undefined) await runOnly(cleaner, first());
  const base = process.memoryUsage().rss;
  let highest = base;
  let cpu = 0;
  for (const timed of [false, true]) {
    for (const read of pages) {
      const bytes = read();
      const before = process.cpuUsage();
      await runOnly(cleaner, bytes);
      const used = process.cpuUsage(before);
      if (timed) cpu += used.user + used.system;
      highest = Math.max(highest, process.memoryUsage().rss);
    }
  }
  return {
    pagesPerCpuSecond: (pages.length * 1_000_000) / cpu,
    megabytesOverBase: (highest - base) / 1_048_576,
  };
}
