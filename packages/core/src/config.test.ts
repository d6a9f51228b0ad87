import { expect, it } from 'vitest';
import { loadConfig } from './config.ts';

it('takes the command line over the environment over the defaults', () => {
  const config = loadConfig(
    { DRAGOMAN_STORE: 'from-env.db', DRAGOMAN_CONCURRENCY: '7' },
    { store: 'stated.db' },
  );
  expect(config).toMatchObject({ store: 'stated.db', concurrency: 7, logLevel: 'info' });
});

it('names the variable that does not fit', () => {
  expect(() => loadConfig({ DRAGOMAN_CONCURRENCY: 'many' })).toThrowError(
    expect.objectContaining({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('DRAGOMAN_CONCURRENCY'),
    }),
  );
});
