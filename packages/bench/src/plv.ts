import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { createEventCoder, type CodedText } from '@dragoman/extract';
import { ancestors, annotate, type AnnotatedDocument } from '@dragoman/nlp';
import { hasShared, sharedFolder } from './corpora.ts';

/** A sentence of the corpus with the event it was written for. */
export interface PlvRow {
  readonly id: number;
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
  readonly root: string;
}

/** The words in the place of an actor, and the names they were resolved to. */
interface Side {
  readonly tokens: readonly number[];
  readonly names: readonly string[];
}

/** An event that the coder found in a sentence, in the corpus's code. */
interface Candidate {
  readonly root: string;
  readonly trigger: number;
  readonly actor: Side;
  readonly target: Side;
  readonly nominal: boolean;
}

/** Scores on the corpus; all between 0 and 1. */
export interface PlvScores {
  readonly sentences: number;
  /** Over the roots, the event nearest to the marked actors taken where a sentence has several. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** The same with the event that the coder itself puts first. */
  readonly unaidedMacroF1: number;
  /** Source, target, both of them right in the event that the coder puts first. */
  readonly sourceRight: number;
  readonly targetRight: number;
  readonly bothRight: number;
  readonly perRoot: Readonly<Record<string, number>>;
}

/**
 * Which sentences are read. The lexicon was written with the even ids ('development'); the odd ones ('held-out') tell whether
 * it holds.
 */
export type PlvPart = 'development' | 'held-out' | 'all';

/** Reads the corpus (Zero-Shot-PLOVER's PLV_train); undefined where ../shared is absent. */
export function readPlv(part: PlvPart = 'all'): PlvRow[] | undefined {
  if (!hasShared()) return undefined;
  const tsv = gunzipSync(readFileSync(`${sharedFolder}corpora/nlp/events/plv-train.tsv.gz`)).toString('utf8');
  const [head = '', ...lines] = tsv.trimEnd().split('\n');
  const columns = head.trimEnd().split('\t');
  const rows = lines.map((line) => {
    const cells = line.trimEnd().split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return {
      id: Number(cell('sentence_id')),
      sentence: cell('sentence'),
      source: cell('source'),
      target: cell('target'),
      root: cell('gold_root'),
    };
  });
  return rows.filter(({ id }) => part === 'all' || (id % 2 === 0) === (part === 'development'));
}

/** Codes every sentence and scores roots and actors. */
export function scorePlv(rows: readonly PlvRow[]): PlvScores {
  const code = createEventCoder(annotate);
  const pairs: [string, string][] = [];
  const unaided: [string, string][] = [];
  let source = 0;
  let target = 0;
  let both = 0;
  for (const row of rows) {
    const coded = code(row.sentence);
    const candidates = candidatesOf(coded);
    const first = candidates.toSorted((a, b) => rank(coded.document, a) - rank(coded.document, b))[0];
    const nearest = candidates.toSorted((a, b) => fit(coded, row, b) - fit(coded, row, a))[0];
    pairs.push([row.root, nearest?.root ?? 'none']);
    unaided.push([row.root, first?.root ?? 'none']);
    const sourceRight = first !== undefined && names(coded.document, first.actor, row.source);
    const targetRight = first !== undefined && names(coded.document, first.target, row.target);
    if (sourceRight) source++;
    if (targetRight) target++;
    if (sourceRight && targetRight) both++;
  }
  const { macroF1, perRoot } = macro(pairs);
  return {
    sentences: rows.length,
    macroF1,
    accuracy: pairs.filter(([gold, found]) => gold === found).length / rows.length,
    unaidedMacroF1: macro(unaided).macroF1,
    sourceRight: source / rows.length,
    targetRight: target / rows.length,
    bothRight: both / rows.length,
    perRoot,
  };
}

function candidatesOf({ events, meetings, nameOf }: CodedText): Candidate[] {
  const side = (tokens: readonly number[], ids: readonly string[]): Side => ({
    tokens,
    names: ids.map(nameOf),
  });
  const coded = events.map((event) => ({
    root: plvRoot(event.type, event.mode, event.status),
    trigger: event.trigger,
    actor: side(event.actorTokens, event.actors),
    target: side(event.targetTokens, event.targets),
    nominal: event.predication.kind === 'noun',
  }));
  const met = meetings.map((meeting) => ({
    root: plvRoot('CONSULT', null, meeting.status),
    trigger: meeting.trigger,
    actor: side(meeting.actorTokens, []),
    target: side(meeting.targetTokens, []),
    nominal: meeting.predication.kind === 'noun',
  }));
  return [...coded, ...met];
}

const cooperative = new Set(['AID', 'COOPERATE', 'CONCEDE', 'RETREAT', 'CONSULT', 'SUPPORT']);
const conflictive = new Set(['PROTEST', 'SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE']);

/**
 * The corpus's own code for an event: it follows an older codebook, in which planned cooperation is AGREE and planned conflict
 * THREATEN, a signed agreement SUPPORT, an imposed sanction COERCE, and CONCEDE and RETREAT are one root, YIELD.
 */
function plvRoot(type: string, mode: string | null, status: string): string {
  if (status === 'planned' && cooperative.has(type)) return 'AGREE';
  if (status === 'planned' && conflictive.has(type)) return 'THREATEN';
  if (type === 'CONCEDE' || type === 'RETREAT') return 'YIELD';
  if (type === 'AGREE' && mode === 'sign') return 'SUPPORT';
  if (type === 'AGREE' && mode === 'accept') return 'YIELD';
  return type === 'SANCTION' && mode === 'sanction' ? 'COERCE' : type;
}

/** What the coder puts first: near the root of the sentence, a verb, with actor and target. */
function rank(document: AnnotatedDocument, { trigger, actor, target, nominal }: Candidate): number {
  const depth = ancestors(document, trigger).length;
  return depth + (nominal ? 2 : 0) - (actor.tokens.length > 0 ? 2 : 0) - (target.tokens.length > 0 ? 1 : 0);
}

function fit({ document }: CodedText, row: PlvRow, candidate: Candidate): number {
  const actors =
    (names(document, candidate.actor, row.source) ? 2 : 0) +
    (names(document, candidate.target, row.target) ? 2 : 0);
  return actors - 0.05 * ancestors(document, candidate.trigger).length - (candidate.nominal ? 0.2 : 0);
}

/** Do the fillers, with what describes them and the names they stand for, share a word with a marked actor? */
function names(document: AnnotatedDocument, side: Side, marked: string): boolean {
  const wanted = wordsOf(marked).filter((word) => word.length > 2);
  const described = side.tokens.flatMap((token) => [
    token,
    ...(document.dependents[token] ?? []).filter((below) => describes(document, below)),
  ]);
  const found = [
    ...described.map((token) => document.tokens[token]?.lower ?? ''),
    ...side.names.flatMap(wordsOf),
  ];
  return found.some((word) =>
    wanted.some((name) => word === name || word === `${name}s` || (name.length > 3 && word.startsWith(name))),
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^a-z]+/);

function describes(document: AnnotatedDocument, token: number): boolean {
  return /^(?:compound|flat|amod|nmod|appos|conj)/.test(document.tokens[token]?.deprel ?? '');
}

function macro(pairs: readonly (readonly [string, string])[]): {
  macroF1: number;
  perRoot: Record<string, number>;
} {
  const roots = [...new Set(pairs.map(([gold]) => gold))].toSorted();
  const perRoot = Object.fromEntries(roots.map((root) => [root, f1(pairs, root)]));
  const scores = Object.values(perRoot);
  return { macroF1: scores.reduce((sum, score) => sum + score, 0) / scores.length, perRoot };
}

function f1(pairs: readonly (readonly [string, string])[], root: string): number {
  const right = pairs.filter(([gold, found]) => gold === root && found === root).length;
  const all =
    pairs.filter(([gold]) => gold === root).length + pairs.filter(([, found]) => found === root).length;
  return all === 0 ? 0 : (2 * right) / all;
}
