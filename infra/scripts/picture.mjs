#!/usr/bin/env node
// Draws docs/samples.svg from the graph that `npm run demo` made, with Graphviz (Debian's `graphviz`): for the README only.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const store = join('.dragoman', 'demo', 'graph.db');
const query = `MATCH (a)-[r]->(b) WHERE type(r) IN ['PARTICIPATED_IN', 'LOCATED_IN', 'HOLDS_POSITION']
  AND (b:Meeting OR a:Meeting OR type(r) = 'HOLDS_POSITION')
  RETURN a.id AS from, labels(a) AS fromLabels, coalesce(a.name, a.title) AS fromName, type(r) AS type, r.role AS role, r.title AS title,
    b.id AS to, labels(b) AS toLabels, coalesce(b.name, b.title) AS toName, b.startAt AS start, a.startAt AS fromStart
  ORDER BY from, type, to`;
const colours = { Person: '#f2b134', Group: '#4a90a4', Place: '#7a9e5f', Meeting: '#c8553d' };
const WIDTH = 22;

const rows = ask();
const people = new Set(rows.filter((row) => row.type === 'PARTICIPATED_IN').map((row) => row.from));
const shown = rows.filter((row) => row.type !== 'HOLDS_POSITION' || people.has(row.from));
const nodes = new Map();
const edges = shown.map((row) => {
  addNode(row.from, row.fromLabels, row.fromName, row.fromStart);
  addNode(row.to, row.toLabels, row.toName, row.start);
  const label = row.role === 'participant' ? '' : (row.role ?? row.title ?? '');
  return `"${row.from}" -> "${row.to}" [label="${folded(label)}"]`;
});
const dot = `digraph { layout=fdp; K=0.75; overlap=prism; splines=true; bgcolor=white; outputorder=edgesfirst;
  node [shape=box style="filled,rounded" fontname="Helvetica" fontsize=11 color="#ffffff" margin="0.1,0.05"];
  edge [color="#999999" fontname="Helvetica" fontsize=8 fontcolor="#555555" arrowsize=0.5];
  ${[...nodes.values()].join('\n')}\n${edges.join('\n')} }`;
const { stdout, status } = spawnSync('dot', ['-Tsvg'], { input: dot, encoding: 'utf8' });
if (status !== 0) throw new Error('Graphviz is needed: apt-get install graphviz');
writeFileSync(join(root, 'docs', 'samples.svg'), stdout);

function addNode(id, labels, name, start) {
  const kind = ['Person', 'Group', 'Place', 'Meeting'].find((label) => labels.includes(label)) ?? 'Meeting';
  const text = kind === 'Meeting' ? `${name.split(':')[0]}\\n${start ?? 'no date'}` : folded(name);
  nodes.set(
    id,
    `"${id}" [label="${text}" fillcolor="${colours[kind]}"${kind === 'Meeting' ? ' fontcolor=white' : ''}]`,
  );
}

function folded(text) {
  const lines = [''];
  for (const word of text.replaceAll('"', '').split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > WIDTH && lines.at(-1) !== '') lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines.join('\\n');
}

function ask() {
  const command = [join('packages', 'cli', 'bin', 'dragoman.js'), 'query', '--json', '--store', store, query];
  const { stdout: text, status: code } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (code !== 0) process.exit(code ?? 1);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
