/**
 * Builds the WebAssembly kernels from assembly/ into wasm/. The compiler is an npm package and its output depends on nothing but the sources,
 * so that the committed files can be compared with a fresh build (src/kernels/build.test.ts).
 */
import { fileURLToPath } from 'node:url';
import { writeFileSync } from 'node:fs';
import { compileKernels, kernelBuilds } from './compile-kernels.ts';

for (const build of kernelBuilds) {
  const bytes = await compileKernels(build, fileURLToPath(new URL('../assembly', import.meta.url)));
  writeFileSync(new URL(`../wasm/${build}.wasm`, import.meta.url), bytes);
  process.stdout.write(`${build}.wasm ${bytes.length} bytes\n`);
}
