import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, idOf } from './ids.ts';

it('gives equal objects equal ids whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed());
      expect(idOf('thing', reversed)).toBe(idOf('thing', value));
    }),
  );
});

it('keeps ids of different kinds apart', () => {
  expect(idOf('person', { name: 'Ada' })).not.toBe(idOf('group', { name: 'Ada' }));
});

it('leaves out what is undefined', () => {
  expect(canonicalJson({ b: undefined, a: [1, null] })).toBe('{"a":[1,null]}');
});
