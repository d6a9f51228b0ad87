import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The layers of docs/architecture, lowest first: a package may use those of lower layers only. */
const layers = [
  ['schemas'],
  ['core'],
  ['gazetteer'],
  ['sources', 'clean', 'nlp', 'resolve', 'graph', 'queue'],
  ['extract'],
  ['pipeline'],
  ['workers', 'bench'],
  ['cli'],
];
const layerOf = (name: string): number => layers.findIndex((layer) => layer.includes(name));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
}
const manifests = [
  'schemas',
  'workers',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
]
  .map((folder) => join(root, folder, 'package.json'))
  .filter(existsSync)
  .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Manifest);
const ownNames = (manifest: Manifest): string[] =>
  Object.keys(manifest.dependencies ?? {}).flatMap((name) =>
    name.startsWith('@dragoman/') ? [name.slice(10)] : [],
  );

it('knows the layer of every package', () => {
  expect(manifests.map((manifest) => manifest.name.slice(10)).filter((name) => layerOf(name) < 0)).toEqual(
    [],
  );
});

it('lets every package depend on lower layers only', () => {
  const upward = manifests.flatMap((manifest) => {
    const own = layerOf(manifest.name.slice(10));
    return ownNames(manifest)
      .filter((name) => layerOf(name) >= own)
      .map((name) => `${manifest.name} -> ${name}`);
  });
  expect(upward).toEqual([]);
});

it('keeps the stages apart: extraction reads the language analysis, no other stage reads another', () => {
  const stages = ['sources', 'clean', 'resolve', 'graph', 'queue', 'extract'];
  const across = manifests.flatMap((manifest) => {
    const name = manifest.name.slice(10);
    const used = ownNames(manifest).filter((other) => [...stages, 'nlp'].includes(other));
    return stages.includes(name)
      ? used.filter((other) => !(name === 'extract' && other === 'nlp')).map((other) => `${name} -> ${other}`)
      : [];
  });
  expect(across).toEqual([]);
});
