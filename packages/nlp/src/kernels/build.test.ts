import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileKernels, kernelBuilds } from '../../scripts/compile-kernels.ts';

test.each(kernelBuilds)('the committed %s kernels are what their sources compile to', async (build) => {
  const rebuilt = await compileKernels(build, fileURLToPath(new URL('../../assembly', import.meta.url)));
  const committed = readFileSync(new URL(`../../wasm/${build}.wasm`, import.meta.url));
  expect(Buffer.from(rebuilt).equals(committed)).toBe(true);
});
