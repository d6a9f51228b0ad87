import { findCues, isAttribution, loadCueLexicon } from '@dragoman/extract/statements';
import { annotate, tokenOf } from '@dragoman/nlp';
import { readPolnear, type GoldAttribution, type Stretch } from './polnear.ts';

/** How well cues and speakers are found on PolNeAR, as shares of 1. */
export interface AttributionScore {
  readonly cuePrecision: number;
  readonly cueRecall: number;
  readonly cueF1: number;
  /** Of the gold attributions whose cue was found and that have a source: the source's head lies in it. */
  readonly speaker: number;
  readonly attributions: number;
}

/**
 * Scores the cues on PolNeAR's development part: a cue is right where its token lies in an annotated cue.
 * Attributions without a cue word (quotation marks alone) count as missed.
 */
export function scoreAttribution(): AttributionScore {
  const lexicon = loadCueLexicon();
  const counts = { predicted: 0, right: 0, gold: 0, found: 0, sourced: 0, speaker: 0 };
  for (const { text, attributions } of readPolnear()) {
    const doc = annotate(text);
    const cues = findCues(doc, lexicon).filter((cue) => isAttribution(doc, cue));
    const stretchOf = (token: number): Stretch => tokenOf(doc, token);
    counts.predicted += cues.length;
    counts.right += cues.filter((cue) =>
      attributions.some((gold) => lies(stretchOf(cue.token), gold.cue)),
    ).length;
    counts.gold += attributions.length;
    for (const gold of attributions) {
      const cue = cues.find((candidate) => lies(stretchOf(candidate.token), gold.cue));
      if (cue === undefined) continue;
      counts.found += 1;
      if (gold.source.length === 0) continue;
      counts.sourced += 1;
      if (cue.source !== undefined && lies(stretchOf(cue.source), gold.source)) counts.speaker += 1;
    }
  }
  return scoreOf(counts);
}

const lies = (inner: Stretch, outer: GoldAttribution['cue']): boolean =>
  outer.some(({ start, end }) => inner.start >= start && inner.end <= end);

function scoreOf(
  counts: Record<'predicted' | 'right' | 'gold' | 'found' | 'sourced' | 'speaker', number>,
): AttributionScore {
  const cuePrecision = counts.right / counts.predicted;
  const cueRecall = counts.found / counts.gold;
  return {
    cuePrecision,
    cueRecall,
    cueF1: (2 * cuePrecision * cueRecall) / (cuePrecision + cueRecall),
    speaker: counts.speaker / counts.sourced,
    attributions: counts.gold,
  };
}
