import { expect, test } from 'vitest';
import { toGrafeoDialect } from './dialect.ts';

const squeezed = (cypher: string): string => toGrafeoDialect(cypher).replaceAll(/\s+/g, ' ').trim();

test('text without points or disjunctions stays as it is', () => {
  const cypher =
    "MATCH (n:Person {name: 'a|b'})-[r:MET|LEADS]->(m) RETURN n, 'point.distance(a, b)' // (n:A|B)";
  expect(toGrafeoDialect(cypher)).toBe(cypher);
});

test('labels move to a WHERE of their own', () => {
  expect(squeezed('MATCH (n:A|B)-[:T]->(m) RETURN n')).toBe(
    'MATCH (n)-[:T]->(m) WHERE (n:A OR n:B) RETURN n',
  );
});

test('labels join the WHERE that is there, which keeps its meaning', () => {
  expect(squeezed("MATCH (n:A|B), (:C|D) WHERE n.x STARTS WITH 'a' OR n.y RETURN n")).toBe(
    "MATCH (n), (label_1) WHERE (n:A OR n:B) AND (label_1:C OR label_1:D) AND ( n.x STARTS WITH 'a' OR n.y ) RETURN n",
  );
});

test('labels in an expression are spelt out', () => {
  expect(squeezed('MATCH (n) WHERE n:A|B OR (n:C|D) RETURN n')).toBe(
    'MATCH (n) WHERE (n:A OR n:B) OR ((n:C OR n:D)) RETURN n',
  );
});

test('labels in a subquery and in a pattern comprehension stay inside it', () => {
  expect(squeezed('MATCH (n) WHERE EXISTS { (n)--(m:A|B) } RETURN [(n)--(k:C|D) | k.id] AS ids')).toBe(
    'MATCH (n) WHERE EXISTS { (n)--(m) WHERE (m:A OR m:B) } RETURN [(n)--(k) WHERE (k:C OR k:D) | k.id] AS ids',
  );
});

test('the ends of a shortest path may have one of several labels', () => {
  expect(squeezed('MATCH p = shortestPath((a:A|B)-[*..3]-(b)) RETURN p')).toBe(
    'MATCH p = shortestPath((a)-[*..3]-(b)) WHERE (a:A OR a:B) RETURN p',
  );
});

test('a distance inside a distance is rewritten too, and a property called point is not', () => {
  const rewritten = toGrafeoDialect(
    'RETURN n.point AS p, point.distance(point({latitude: 1, longitude: 2}), n.location)',
  );
  expect(rewritten).toContain('n.point AS p');
  expect(rewritten).not.toContain('point.distance');
  expect(rewritten).toContain('(({latitude: 1, longitude: 2})).latitude');
});

test('names that the engine takes for keywords are quoted, keywords are not', () => {
  expect(
    toGrafeoDialect(
      'MATCH (c:Claim)-[:IN|MET]->(a) WHERE a.set IN [$distinct] RETURN {in: c.id, no: NOT true}',
    ),
  ).toBe('MATCH (c:Claim)-[:`IN`|MET]->(a) WHERE a.`set` IN [$`distinct`] RETURN {`in`: c.id, no: NOT true}');
});
