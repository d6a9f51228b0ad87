import { expect, test } from 'vitest';
import type { Evidence } from './evidence/evidence.ts';
import { resolveInMemory } from './in-memory.ts';
import { invented, sameInvented, type Invented } from './testing/invented.ts';
import { corrected, storyline } from './testing/storyline.ts';

/** Article id and name -> node. */
async function nodesOf(evidence: typeof storyline) {
  const { articles, conflicts } = await resolveInMemory(evidence, sameInvented);
  const node = (article: string, name: string): string | undefined => {
    const at = evidence.findIndex((one) => one.article.id === article);
    const entity = evidence[at]?.extraction.entities.find((one) => one.name === name);
    return articles[at]?.nodes.get(entity?.id ?? name);
  };
  const story = (article: string) => articles.find(({ id }) => id === article)?.story;
  return { node, story, conflicts, articles };
}

test('a storyline: spellings and a surname are one, namesakes are not, copies are one story', async () => {
  const { node, story } = await nodesOf(storyline);
  const minister = node('wire', 'Teodora Vălean');
  expect([node('explainer', 'Teodora Valean'), node('denial', 'Vălean')]).toEqual([minister, minister]);
  expect(node('explainer', 'Mikhailo Hordienko')).toBe(node('wire', 'Mykhailo Hordiienko'));
  expect(node('sport', 'Teodora Vălean')).not.toBe(minister);
  expect(node('sport', 'Radu Stan')).not.toBe(node('explainer', 'Radu Stan'));
  expect(node('guild', 'DPG')).toBe(node('wire', 'Danube Pilots Guild'));
  expect(story('wire-copy')).toBe(story('wire'));
  expect(story('explainer')).not.toBe(story('wire'));
});

test('a storyline: talks told three ways are one meeting with its conflicts, the next round is another', async () => {
  const { node, conflicts } = await nodesOf(storyline);
  const talks = node('wire', 'm0');
  expect(['wire-copy', 'explainer', 'denial'].map((article) => node(article, 'm0'))).toEqual([
    talks,
    talks,
    talks,
  ]);
  const round = node('wire', 'm1');
  expect(round).not.toBe(talks);
  expect([node('explainer', 'm1'), node('denial', 'm1')]).toEqual([round, round]);
  const slots = (meeting: string | undefined) =>
    conflicts.filter((one) => one.node === meeting).map(({ slot }) => slot);
  expect(slots(talks)).toEqual(['participants', 'place', 'start', 'status', 'status']);
  expect(slots(round)).toEqual(['status']);
});

test('two versions of one article are both read, each under an id of its own', async () => {
  const { articles } = await nodesOf([...storyline, corrected]);
  expect(articles.map(({ id }) => id)).toContain('explainer~1');
  expect(articles.at(-1)?.id).toBe('explainer');
});

test('namesakes of whom no post is told are parted by what their articles call them', async () => {
  const called = (id: string, ...descriptions: string[]): Evidence => {
    const evidence = invented({ id, people: [{ name: 'Ana Lucía Prieto' }] });
    const entities = evidence.extraction.entities.map((entity) => ({ ...entity, descriptions }));
    return { ...evidence, extraction: { ...evidence.extraction, entities } };
  };
  const { node } = await nodesOf([called('a', 'minister'), called('b', 'midfielder'), called('c', 'envoy')]);
  expect(node('a', 'Ana Lucía Prieto')).toBe(node('c', 'Ana Lucía Prieto'));
  expect(node('b', 'Ana Lucía Prieto')).not.toBe(node('a', 'Ana Lucía Prieto'));
});

test('bodies of states are one however they are spelled, and those of two states are two', async () => {
  const articles: Invented[] = [
    { id: 'a', groups: [{ name: 'Ethiopia’s foreign ministry', kind: 'government_body' }] },
    { id: 'b', groups: [{ name: 'Ethiopian Foreign Ministry', kind: 'government_body' }] },
    { id: 'c', groups: [{ name: 'Foreign Ministry of Kenya', kind: 'government_body' }] },
    { id: 'd', groups: [{ name: 'Foreign Ministry', kind: 'government_body' }] },
    { id: 'e', groups: [{ name: 'Foreign Ministry', kind: 'government_body' }] },
  ];
  const { articles: found } = await nodesOf(articles.map(invented));
  const [a, b, c, d, e] = found.map(({ nodes }) => nodes.get('e0'));
  expect(b).toBe(a);
  expect(new Set([a, c, d, e]).size).toBe(4);
});
