/** Words a CPU second from raw text to names, beside other programs in the same run; load time and memory. */
import { execFileSync } from 'node:child_process';
import { Analyser, tokenise } from '@dragoman/nlp';

/** CPU seconds (user and system) that something takes. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The best of a few runs, in words a CPU second. */
function wordsPerSecond(
  texts: readonly string[],
  words: number,
  analyse: (text: string) => void,
  runs = 4,
): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++)
    best = Math.min(
      best,
      cpuSeconds(() => texts.forEach(analyse)),
    );
  return words / best;
}

export const countWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + tokenise(text).starts.length, 0);

/** This project's whole chain, with semantic roles (which the others do not have) or without. */
export function ownSpeed(texts: readonly string[], analyser: Analyser, roles: boolean): number {
  return wordsPerSecond(texts, countWords(texts), (text) => void analyser.annotate(text, { roles }));
}

/** compromise: words with tags and offsets, and names, which is what we give of a text; undefined where it is not installed. */
export async function compromiseSpeed(texts: readonly string[]): Promise<number | undefined> {
  const loaded = await import('compromise').catch(() => undefined);
  if (loaded === undefined) return undefined;
  const nlp = loaded.default;
  return wordsPerSecond(texts, countWords(texts), (text) => {
    const doc = nlp(text);
    doc.json({ offset: true });
    doc.people().out('array');
    doc.places().out('array');
    doc.organizations().out('array');
  });
}

const spacyProgram = `
import json, sys, time
import spacy
nlp = spacy.load(sys.argv[1])
texts = json.load(sys.stdin)
best = 1e9
for _ in range(2):
    start = time.process_time()
    for text in texts:
        nlp(text)
    best = min(best, time.process_time() - start)
print(best)
`;

/**
 * spaCy's small English model on one core; undefined where Python has it not. `PYTHON` names another interpreter (of a virtual environment),
 * `SPACY_MODEL` the package that holds the model where it is not installed under its own name.
 */
export function spacySpeed(texts: readonly string[]): number | undefined {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  try {
    const program = process.env['PYTHON'] ?? 'python3';
    const model = process.env['SPACY_MODEL'] ?? 'en_core_web_sm';
    const output = execFileSync(program, ['-c', spacyProgram, model], {
      input: JSON.stringify(texts),
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return countWords(texts) / Number(output.toString());
  } catch {
    return undefined;
  }
}

export interface LoadFigures {
  milliseconds: number;
  residentMegabytes: number;
}

/** Loading in a process of its own, so that nothing is warm; memory after a first text. */
export function loadFigures(): LoadFigures {
  const program = `
    const { Analyser } = await import(${JSON.stringify(import.meta.resolve('@dragoman/nlp'))});
    const start = performance.now();
    const analyser = new Analyser();
    analyser.network;
    const milliseconds = performance.now() - start;
    for (let i = 0; i < 50; i++) analyser.annotate('The foreign ministers of Egypt and Qatar met in Doha on Tuesday.');
    console.log(JSON.stringify({ milliseconds, residentMegabytes: process.memoryUsage().rss / 1e6 }));
  `;
  const output = execFileSync(process.execPath, [...process.execArgv, '--input-type=module', '-e', program]);
  return JSON.parse(output.toString()) as LoadFigures;
}
