/** Tags, trees, names and roles on gold tokens. */
import { type Analyser, analyseTokens } from '@dragoman/nlp';
import { type NameSentence, type RoleSentence, type TreeSentence } from './corpora.ts';
import { addSets, type Counts, f1, noCounts } from './counts.ts';

/** Shares of words. */
export interface TreeScores {
  upos: number;
  xpos: number;
  lemma: number;
  uas: number;
  /** Universal relations, without subtypes. */
  las: number;
}

const universal = (relation: string): string => relation.split(':')[0] ?? relation;

export function scoreTrees(sentences: readonly TreeSentence[], analyser: Analyser): TreeScores {
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  let words = 0;
  for (const gold of sentences) {
    const found = analyseTokens(gold.w, analyser);
    words += gold.w.length;
    gold.w.forEach((_, i) => {
      if (found.u[i] === gold.u[i]) right.upos++;
      if (found.x[i] === gold.x[i]) right.xpos++;
      if (found.l[i] === gold.l[i]) right.lemma++;
      if (found.h[i] !== gold.h[i]) return;
      right.uas++;
      if (universal(found.d[i] ?? '') === universal(gold.d[i] ?? '')) right.las++;
    });
  }
  return {
    upos: right.upos / words,
    xpos: right.xpos / words,
    lemma: right.lemma / words,
    uas: right.uas / words,
    las: right.las / words,
  };
}

/** The kinds that are scored; NORP and MISC are not annotated everywhere. */
const scoredKinds = new Set(['PER', 'ORG', 'LOC']);

/** Spans of a BIO sequence as keys 'start-end-kind'. */
function nameKeys(tags: readonly string[]): Set<string> {
  const keys = new Set<string>();
  tags.forEach((tag, start) => {
    if (!tag.startsWith('B-')) return;
    const kind = tag.slice(2);
    let end = start + 1;
    while (tags[end] === `I-${kind}`) end++;
    if (scoredKinds.has(kind)) keys.add(`${start}-${end}-${kind}`);
  });
  return keys;
}

/** Exact spans with their kind. */
export function scoreNames(sentences: readonly NameSentence[], analyser: Analyser): Counts {
  const counts = noCounts();
  for (const { w, t } of sentences) addSets(counts, nameKeys(t), nameKeys(analyseTokens(w, analyser).t));
  return counts;
}

export interface RoleScores {
  predicates: number;
  /** Argument heads with their role, with the analyser's own predicates. */
  heads: number;
}

/** The roles that the goal is set over. */
const scoredRoles = new Set(['ARG0', 'ARG1', 'ARG2', 'ARGM-TMP', 'ARGM-LOC', 'ARGM-NEG']);

export function scoreRoles(sentences: readonly RoleSentence[], analyser: Analyser): RoleScores {
  const predicates = noCounts();
  const heads = noCounts();
  for (const gold of sentences) {
    const found = analyseTokens(gold.w, analyser);
    addSets(
      predicates,
      new Set(gold.preds.map(({ i }) => String(i))),
      new Set(found.preds.map(({ i }) => String(i))),
    );
    addSets(heads, argumentKeys(gold.preds), argumentKeys(found.preds));
  }
  return { predicates: f1(predicates), heads: f1(heads) };
}

function argumentKeys(
  predicates: readonly { i: number; args: readonly { role: string; head: number }[] }[],
): Set<string> {
  return new Set(
    predicates.flatMap(({ i, args }) =>
      args.filter(({ role }) => scoredRoles.has(role)).map(({ role, head }) => `${i}-${role}-${head}`),
    ),
  );
}
