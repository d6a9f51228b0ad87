import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Unpacks a .tar.xz into a temporary folder with the system's tar, for as long as `use` needs it.
 * Errors: what tar prints, where it fails.
 */
export async function withArchive<T>(archive: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  try {
    const tar = spawnSync('tar', ['-xJf', archive, '-C', folder], { encoding: 'utf8' });
    if (tar.status !== 0) throw new Error(`tar could not unpack ${archive}: ${tar.stderr}`);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
