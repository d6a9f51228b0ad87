import { z } from 'zod';
import { readData } from '../data.ts';

const lists = readData(
  'forms.yaml',
  z.strictObject({ own: z.array(z.string()), never: z.array(z.string()) }),
);
const own = new Set(lists.own);
const never = new Set(lists.never);

export type FormRelation = 'alike' | 'unlike' | 'excluded';

/** Whether two forms may be told of one meeting; an unknown form ('') may be any. */
export function relateForms(left: string, right: string): FormRelation {
  if (left === right || left === '' || right === '') return 'alike';
  if (never.has(left) || never.has(right)) return 'excluded';
  return own.has(left) || own.has(right) ? 'unlike' : 'alike';
}
