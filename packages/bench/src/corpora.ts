import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The folder of the shared corpora and gold articles beside the checkout; it may be absent. */
export const sharedFolder: string = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** Is the shared folder there? Benches that need it say `skipped: ../shared absent` where it is not. */
export function hasShared(): boolean {
  return existsSync(sharedFolder);
}

/** Parses a gzipped JSON file below the shared folder. */
export function readGzippedJson(path: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(`${sharedFolder}${path}`)).toString('utf8'));
}
