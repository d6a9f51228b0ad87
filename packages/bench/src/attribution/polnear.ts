import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedFolder } from '../corpora.ts';

/** A stretch of characters, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One attribution that the annotators of PolNeAR marked: its cue, its source and what is attributed. */
export interface GoldAttribution {
  readonly cue: readonly Stretch[];
  readonly source: readonly Stretch[];
}

export interface PolnearDocument {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

const ARCHIVE = 'corpora/nlp/events/polnear-dev.tar.xz';
const SPAN_LINE = /^(T\d+)\t\S+ ([\d ;]+)\t/;
const EVENT_LINE = /^E\d+\t(.+)$/;

/** Reads PolNeAR's development part (brat's stand-off format), unpacked for the moment into a folder of its own. */
export function readPolnear(): PolnearDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-polnear-'));
  try {
    execFileSync('tar', ['-xJf', `${sharedFolder}${ARCHIVE}`, '-C', folder]);
    const texts = join(folder, 'dev/text');
    const annotations = join(folder, 'dev/attributions');
    const files = readdirSync(annotations).sort();
    return readdirSync(texts)
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.txt$/, '');
        const annotation = files.find((candidate) => candidate.startsWith(name));
        if (annotation === undefined) return [];
        const text = readFileSync(join(texts, file), 'utf8');
        return [
          { name, text, attributions: readAttributions(readFileSync(join(annotations, annotation), 'utf8')) },
        ];
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readAttributions(annotation: string): GoldAttribution[] {
  const lines = annotation.split('\n');
  const spans = new Map(lines.flatMap((line) => spanOf(line) ?? []));
  return lines.flatMap((line) => {
    const roles = EVENT_LINE.exec(line)?.[1]?.split(' ');
    if (roles === undefined) return [];
    const stretches = (role: string): Stretch[] =>
      roles
        .filter((part) => part.replace(/\d*:.*$/, '') === role)
        .flatMap((part) => spans.get(part.slice(part.indexOf(':') + 1)) ?? []);
    return [{ cue: stretches('Cue'), source: stretches('Source') }];
  });
}

function spanOf(line: string): [string, Stretch[]][] | undefined {
  const [, id, offsets] = SPAN_LINE.exec(line) ?? [];
  if (id === undefined || offsets === undefined) return undefined;
  const stretches = offsets.split(';').map((pair) => pair.trim().split(' ').map(Number));
  return [[id, stretches.map(([start = 0, end = 0]) => ({ start, end }))]];
}
