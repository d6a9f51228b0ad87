import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the engine knows the flags that it is tuned with', async () => {
  const script = `await import(${JSON.stringify(new URL('./engine.ts', import.meta.url).href)}).then((engine) => engine.tuneEngine())`;
  const { stderr } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    script,
  ]);
  expect(stderr).toBe('');
});
