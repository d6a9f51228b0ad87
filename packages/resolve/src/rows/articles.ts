import type { LinkRow, NodeKey, NodeRow } from '@dragoman/schemas';
import type { Evidence } from '../evidence/evidence.ts';
import { present, sortedSet } from './properties.ts';

/** An article's node and the links that leave it: PUBLISHED_BY, COPY_OF, MENTIONS. */
export function articleRows(
  evidence: Evidence,
  story: string,
  keyOf: (local: string) => NodeKey | undefined,
): { node: NodeRow; links: LinkRow[] } {
  const { article, extraction } = evidence;
  const key: NodeKey = { label: 'Article', id: article.id };
  const source = sourceOf(evidence);
  const links: LinkRow[] = [
    { type: 'COPY_OF', from: key, to: { label: 'Story', id: story }, key: '', properties: {} },
    ...mentionLinks(key, evidence, keyOf),
  ];
  if (source !== null)
    links.push({
      type: 'PUBLISHED_BY',
      from: key,
      to: { label: 'Source', id: source },
      key: '',
      properties: {},
    });
  const node = {
    ...key,
    properties: present({
      url: article.url,
      source: article.source,
      title: article.title,
      publishedAt: article.published,
      modifiedAt: article.modified,
      authors: [...article.authors],
      language: article.language,
      text: article.text,
      textHash: article.textHash,
      cleanerVersion: article.cleanerVersion,
      extractorVersion: extraction.extractorVersion,
    }),
  };
  return { node, links };
}

/** The outlet's key: its declared name, else the domain of the article's address; null where neither is known. */
export function sourceOf({ article }: Pick<Evidence, 'article'>): string | null {
  const declared = article.source?.trim();
  if (declared !== undefined && declared !== '') return declared;
  if (article.url === null || !URL.canParse(article.url)) return null;
  return new URL(article.url).hostname.replace(/^www\./u, '') || null;
}

function mentionLinks(
  article: NodeKey,
  { article: { text }, extraction }: Evidence,
  keyOf: (local: string) => NodeKey | undefined,
): LinkRow[] {
  const spansOf = new Map<string, { to: NodeKey; spans: Map<number, number> }>();
  for (const entity of extraction.entities) {
    const to = keyOf(entity.id);
    if (to === undefined) continue;
    const entry = spansOf.get(to.id) ?? { to, spans: new Map<number, number>() };
    for (const { start, end } of entity.spans)
      entry.spans.set(start, Math.max(end, entry.spans.get(start) ?? 0));
    spansOf.set(to.id, entry);
  }
  return [...spansOf.values()].map(({ to, spans }) => {
    const inOrder = [...spans].toSorted(([a], [b]) => a - b);
    return {
      type: 'MENTIONS',
      from: article,
      to,
      key: '',
      properties: present({
        surfaces: sortedSet(inOrder.map(([start, end]) => text.slice(start, end))),
        spans: inOrder.flat(),
        count: inOrder.length,
      }),
    };
  });
}
