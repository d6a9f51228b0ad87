/** Compiles the AssemblyScript kernels in memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

/** `simd` needs 128-bit vectors; `scalar` runs on every engine. */
export const kernelBuilds = ['simd', 'scalar'] as const;
export type KernelBuild = (typeof kernelBuilds)[number];

/**
 * The bytes of one build. `folder` holds the sources.
 * Throws what the compiler printed where it does not compile.
 */
export async function compileKernels(build: KernelBuild, folder: string): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const flags = [
    '--optimizeLevel',
    '3',
    '--shrinkLevel',
    '0',
    '--noAssert',
    '--runtime',
    'stub',
    '--importMemory',
    '--use',
    'abort=',
  ];
  if (build === 'simd') flags.push('--enable', 'simd');
  const result = await main([`${build}.ts`, '--outFile', 'out.wasm', ...flags], {
    readFile: (name: string) => readFile(join(folder, name), 'utf8').catch(() => null),
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name === 'out.wasm' && typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (result.error !== null || bytes === undefined)
    throw new Error(`the ${build} kernels do not compile`, { cause: result.error });
  return bytes;
}
