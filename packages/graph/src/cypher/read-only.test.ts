import { describe, expect, test } from 'vitest';
import { assertReadOnly } from './read-only.ts';

const codeOf = (cypher: string): string => {
  try {
    assertReadOnly(cypher);
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what only reads passes', () => {
  test.each([
    'MATCH (n) RETURN n',
    'match (n) where n.set = 1 return n.create as delete;',
    "MATCH (n {name: 'CREATE (x) DELETE y'}) RETURN n // SET n.x = 1",
    'MATCH (n:Create)-[:SET|DELETE*1..2]->(m:`merge it`) RETURN n',
    'RETURN {set: 1, merge: 2} AS maps',
    'CALL db.labels() YIELD label RETURN label',
    'CALL db.schema.visualization()',
    'MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN c',
    'MATCH (c:Claim) RETURN c.start AS start, c.end AS end',
    'UNWIND [1] AS x RETURN [y IN [x] | y + 1] AS z /* DROP */',
  ])('%s', (cypher) => expect(codeOf(cypher)).toBe('passes'));
});

describe('what writes, or reaches out of the graph, is refused', () => {
  test.each([
    'CREATE (n)',
    'MATCH (n) SET n.x = 1',
    'MATCH (n)SET n.x=1',
    'MATCH (n) /* */ DELETE n',
    'MATCH (n) // \n DETACH DELETE n',
    'MERGE (n:A) RETURN n',
    'MATCH (n) REMOVE n.x',
    'MATCH (n) WITH collect(n) AS ns FOREACH (n IN ns | SET n.x = 1)',
    'MATCH (n) CALL { WITH n CREATE (m) RETURN m } RETURN m',
    'MATCH (n) CALL (n) { DELETE n } RETURN 1',
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    'DROP INDEX x',
    'CALL dbms.shutdown()',
    'CALL db.labels() YIELD label CALL apoc.create.node([label], {}) YIELD node RETURN node',
    'CALL `dbms`.`killQuery`("x")',
    'RETURN 1 AS x UNION MATCH (n) SET n.a = 1 RETURN 1 AS x',
    'MATCH (n) INSERT (:A)',
    "MATCH (n {a: 'x\\''}) SET n.b = 'y'",
    'MATCH (n {`a``b`: 1}) SET n.b = 1',
  ])('%s', (cypher) => expect(codeOf(cypher)).toBe('QUERY_NOT_READ_ONLY'));
});

describe('what is no single query is refused', () => {
  test.each([
    '',
    '  // only a comment',
    'RETURN 1; RETURN 2',
    'SHOW USERS',
    'ALTER USER neo4j SET PASSWORD "x"',
    'USE system MATCH (n) RETURN n',
    'EXPLAIN MATCH (n) RETURN n',
  ])('%j', (cypher) => expect(codeOf(cypher)).toBe('QUERY_INVALID'));
});

test('a text of a million brackets and quotes is read in one pass', () => {
  expect(codeOf(`RETURN ${'(`"'.repeat(400_000)}`)).toBe('passes');
});
