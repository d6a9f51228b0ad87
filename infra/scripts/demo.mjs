#!/usr/bin/env node
// The main job on the sample articles, on the embedded store: `npm run demo`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './run.mjs';
import { setUp } from './setup.mjs';

const store = join('.dragoman', 'demo', 'graph.db');
const dragoman = [process.execPath, join('packages', 'cli', 'bin', 'dragoman.js')];
const WIDTH = 100;

setUp();
rmSync(join(root, '.dragoman', 'demo'), { recursive: true, force: true });
say('14 sample articles of invented outlets, pages and stripped text, into the embedded store');
run([...dragoman, 'ingest', join('samples', 'articles.jsonl'), '--store', store], {
  DRAGOMAN_BLOBS: join('.dragoman', 'demo', 'blobs'),
});
say('who met whom, when and where, with the words behind it');
showMeetings(ask(meetings()));
say('what the sources disagree about');
showDisagreements(ask(['--saved', 'disagreements']));
say('what to try next');
show(`  npx dragoman questions
  npx dragoman query --store ${store} --saved meetings-of --param actor="Aibek Toktosunov"
  npx dragoman why "Rustam Nazarzoda" "Aibek Toktosunov" --store ${store}
  npx dragoman query --store ${store} "MATCH (p:Person)-[h:HOLDS_POSITION]->(g:Group) RETURN p.name, h.title, g.name"
  npx dragoman export --store ${store} --format graphml --world --out demo.graphml     # opens in Gephi
  npx dragoman ingest your-pages/ --store my-graph.db
`);

/** The meetings with their people, place and one claim each, in the order of time; a Cypher query as a researcher would write it. */
function meetings() {
  return [
    `MATCH (m:Meeting)<-[:SUPPORTS]-(c:Claim)-[:IN]->(a:Article)
     WITH m, c, a ORDER BY c.confidence DESC, a.publishedAt, c.id
     WITH m, collect(c.quote) AS quotes, count(DISTINCT a) AS articles
     OPTIONAL MATCH (m)-[:LOCATED_IN]->(p:Place)
     WITH m, quotes, articles, collect(DISTINCT p.name) AS places
     MATCH (who:Actor)-[r:PARTICIPATED_IN]->(m)
     WITH m, quotes, articles, places, who, r ORDER BY r.role DESC, who.name
     RETURN m.startAt AS start, m.endAt AS end, m.status AS status, places, quotes[0] AS quote, articles,
       collect(DISTINCT who.name + CASE r.role WHEN 'participant' THEN '' ELSE ' (' + r.role + ')' END) AS who
     ORDER BY start, quote`,
  ];
}

/** The rows that `dragoman query` answers these words with. */
function ask(words) {
  const { stdout, status } = spawnSync(
    dragoman[0],
    [...dragoman.slice(1), 'query', '--json', '--store', store, ...words],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function showMeetings(rows) {
  for (const { start, end, status, places, quote, articles, who } of rows) {
    const when = start === null ? 'no date' : end === null || end === start ? start : `${start} to ${end}`;
    const where = places.length === 0 ? '' : `, ${places.join(' or ')}`;
    const told = articles > 1 ? `, told by ${articles} articles` : '';
    show(`  ${when}${where} (${status}${told})\n    ${who.join(', ')}\n${wrapped(`“${quote}”`, 6)}\n`);
  }
}

function showDisagreements(rows) {
  let heading = '';
  for (const { event, slot, value, source, words } of rows) {
    const next = `${event}: ${slot}`;
    if (next !== heading) show(`  ${next}`);
    heading = next;
    show(`    ${value}  — ${source}\n${wrapped(`“${words}”`, 6)}`);
  }
}

function wrapped(text, indent) {
  const lines = [''];
  for (const word of text.replaceAll('\n', ' ').split(' ')) {
    if (lines.at(-1).length + word.length + indent > WIDTH) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`;
  }
  return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

function show(text) {
  process.stdout.write(`${text}\n`);
}
