import type { Item } from '@dragoman/schemas';
import { canonicalJson } from '@dragoman/core';
import type { Clustering } from '../cluster/recluster.ts';
import { different, type Verdict } from '../cluster/verdict.ts';
import { dayOf, type Evidence, type TextFingerprint } from '../evidence/evidence.ts';

/** Whether two texts are copies of one, by their sketches; symmetric. */
export type SameText = (left: TextFingerprint, right: TextFingerprint) => boolean;

/** What the clustering of texts needs of an article. */
export interface TextBody {
  readonly id: string;
  readonly fingerprint: TextFingerprint;
  readonly day: string;
  readonly title: string;
}

export function textItem(evidence: Evidence): Item {
  const { article, fingerprint } = evidence;
  const body: TextBody = { id: article.id, fingerprint, day: dayOf(article), title: article.title ?? '' };
  return {
    level: 'text',
    id: article.id,
    owner: article.id,
    cluster: '',
    note: '',
    blocks: [...new Set(fingerprint.bands)].toSorted(),
    body: canonicalJson(body),
  };
}

/** Copies of one text, however many hands it went through, are one story. */
export function textClustering(sameText: SameText): Clustering<TextBody> {
  const same: Verdict = { kind: 'same', weight: 1, alike: true, reasons: ['near-duplicate'] };
  return {
    level: 'text',
    read: (item) => JSON.parse(item.body) as TextBody,
    probes: (_text, item) => item.blocks,
    // Texts that are no copies do not part the stories of others: a copy of a copy is a copy.
    compare: (a, b) => (sameText(a.fingerprint, b.fingerprint) ? same : { ...different, kind: 'doubt' }),
    name: (members) => `story:${members[0]?.id ?? ''}`,
  };
}
