import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { links, nodes, writeInventedGraph } from '../testing/invented-graph.ts';
import { describeOnBothStores } from '../testing/stores.ts';
import { csvField } from './csv.ts';
import { exportFormats, exportGraph, isExportFormat, type ExportFormat } from './export.ts';
import type { ExportScope } from './records.ts';
import { xmlText } from './xml.ts';

/** What each format made of the graph on the store that was asked first, for the second to equal. */
const exportedBefore = new Map<string, string>();

describeOnBothStores('an export', (store) => {
  beforeAll(async () => {
    await store.erase();
    await writeInventedGraph(store.get());
  });

  const exported = async (format: ExportFormat, scope: ExportScope = 'all'): Promise<string> => {
    let text = '';
    for await (const piece of exportGraph(store.get(), format, scope)) text += piece;
    return text;
  };
  const jsonLines = async (format: ExportFormat): Promise<Record<string, unknown>[]> =>
    (await exported(format))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test.each(exportFormats.filter(isExportFormat))('%s is the same bytes from both stores', async (format) => {
    const text = await exported(format);
    expect(text.length).toBeGreaterThan(2_000);
    expect(text).toBe(exportedBefore.get(format) ?? text);
    exportedBefore.set(format, text);
  });

  test('jsonl has a line for every node and link, sorted, and nothing of when or how they were stored', async () => {
    const lines = await jsonLines('jsonl');
    expect(lines).toHaveLength(nodes.length + links.length);
    const keys = lines
      .filter((line) => 'node' in line)
      .map(({ node, id }) => `${String(node)} ${String(id)}`);
    expect(keys).toEqual(keys.toSorted());
    expect(JSON.stringify(lines)).not.toMatch(/ingestedAt|decidedAt|elementId|Schema/);
    expect(lines).toContainEqual({
      link: 'PARTICIPATED_IN',
      from: { label: 'Person', id: 'person:adil' },
      to: { label: 'Meeting', id: 'meeting:talks' },
      properties: expect.objectContaining({
        role: 'mediator',
        claims: ['claim:1', 'claim:3'],
        confidence: 0.9,
      }) as unknown,
    });
  });

  test('of the world only leaves out articles, claims and the like', async () => {
    const text = await exported('jsonl', 'world');
    expect(text).toContain('"node":"Meeting"');
    expect(text).not.toMatch(/"(?:node|label)":"(?:Article|Claim|Source|Story|Decision)"/);
  });

  test('jsonld is one document in which every link names its ends', async () => {
    const document = JSON.parse(await exported('jsonld')) as { '@graph': Record<string, unknown>[] };
    expect(document['@graph']).toHaveLength(nodes.length + links.length);
    expect(document['@graph']).toContainEqual(
      expect.objectContaining({
        '@id': 'urn:dragoman:person:person%3Amaren',
        '@type': ['Person', 'schema:Person'],
      }),
    );
  });

  test('ftm tells posts, meetings and money in its own schemas', async () => {
    const entities = await jsonLines('ftm');
    const schemas = new Set(entities.map(({ schema }) => String(schema)));
    expect([...schemas].toSorted()).toEqual([
      'Address',
      'Article',
      'Company',
      'Event',
      'Occupancy',
      'Organization',
      'Payment',
      'Person',
      'Position',
      'PublicBody',
      'UnknownLink',
    ]);
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    const [payment] = entities.filter(({ schema }) => schema === 'Payment');
    expect(payment).toMatchObject({ properties: { purpose: ['3 million a year'] } });
    const { payer } = (payment?.['properties'] ?? {}) as { payer?: string[] };
    expect(ids).toContain(payer?.[0]);
  });

  test('csv is a table in which every row has as many fields as the head', async () => {
    const rows = (await exported('csv')).trimEnd().split('\r\n');
    const width = rows[0]?.split(',').length;
    expect(rows).toHaveLength(nodes.length + links.length + 1);
    const outside = rows.map((row) => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length);
    expect(new Set(outside)).toEqual(new Set([width]));
  });

  test('graphml and gexf close every element that they open, and declare every attribute that they use', async () => {
    for (const format of ['graphml', 'gexf'] as const) {
      const text = await exported(format);
      const opened = [...text.matchAll(/<([a-z]+)(?:\s[^<>]*)?(?<!\/)>/g)].map(([, name]) => name);
      const closed = [...text.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name);
      expect(opened.toSorted()).toEqual(closed.toSorted());
      const declared = new Set([...text.matchAll(/<(?:key|attribute) id="([^"]+)"/g)].map(([, id]) => id));
      const used = [...text.matchAll(/<(?:data key|attvalue for)="([^"]+)"/g)].map(([, id]) => id);
      for (const id of used) expect(declared).toContain(id);
    }
  });

  test('gexf calls no property of a link what networkx calls its own', async () => {
    expect(await exported('gexf')).toContain('<attribute id="key" title="key of link"');
  });
});

describeOnBothStores('the cypher export', (store) => {
  beforeEach(() => store.erase());

  test('builds the same graph again', async () => {
    await writeInventedGraph(store.get());
    const read = async (format: ExportFormat): Promise<string> => {
      let text = '';
      for await (const piece of exportGraph(store.get(), format)) text += piece;
      return text;
    };
    const [before, statements] = [await read('jsonl'), await read('cypher')];
    await store.erase();
    const data = statements.split(/;\n/).filter((statement) => statement.startsWith('UNWIND'));
    await store.get().write(data.map((cypher) => ({ cypher })));
    expect(await read('jsonl')).toBe(before);
  });
});

describe('text that would break a format', () => {
  test('is escaped for XML, and what XML cannot hold is replaced', () => {
    expect(xmlText('a < "b" & \u0000c\nd \ud800 😀')).toBe(
      'a &lt; &quot;b&quot; &amp; \ufffdc&#10;d \ufffd 😀',
    );
  });

  test('is quoted for CSV, and no formula for a spreadsheet', () => {
    expect(['plain', 'a,b', 'say "no"', '=SUM(A1)', '-12.5', '-x'].map(csvField)).toEqual([
      'plain',
      '"a,b"',
      '"say ""no"""',
      "'=SUM(A1)",
      '-12.5',
      "'-x",
    ]);
  });
});
