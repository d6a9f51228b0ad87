import { Engine } from '../embedded/engine.ts';
import { EmbeddedStore } from '../embedded/store.ts';

/** Writes to the file that the first argument names until it is killed, and says after each transaction how many there were. */
const [, , path = '', rows] = process.argv;
const store = new EmbeddedStore(new Engine(path, Number(rows)));
await store.migrate();
const cypher = 'UNWIND range(1, 10) AS i CREATE (:Claim {id: toString($n) + "-" + toString(i), n: $n})';
for (let n = 1; ; n += 1) {
  await store.write([{ cypher, params: { n } }]);
  process.stdout.write(`${n}\n`);
}
