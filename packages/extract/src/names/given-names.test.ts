import { expect, it } from 'vitest';
import { readGivenNames } from './given-names.ts';

const names = readGivenNames();

it.each(['zulfiya', 'kadija', 'nthenya', 'tsvetelina', 'Gülbahar'])('knows %s as a woman', (name) => {
  expect(names.get(name)).toBe('female');
});

it.each(['firuz', 'ulan', 'bockarie', 'chukwuemeka', 'Gökhan', 'Łukasz', 'Søren'])(
  'knows %s as a man',
  (name) => {
    expect(names.get(name)).toBe('male');
  },
);

it.each(['donbas', 'yisrael', 'shatila', 'welshman'])(
  'takes %s, of a place or body or a word, for no given name',
  (name) => {
    expect(names.has(name)).toBe(false);
  },
);
