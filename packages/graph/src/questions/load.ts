import { readdirSync, readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

/** Kinds of node that a parameter may name, and kinds of plain value. */
export const parameterTypes = [
  'actor',
  'place',
  'event',
  'article',
  'node',
  'text',
  'date',
  'number',
  'integer',
] as const;

const parameterSchema = z.strictObject({
  type: z.enum(parameterTypes),
  description: z.string(),
  /** The value where none is given; a parameter without a default must be given. Dates may be 'today' or 'yesterday'. */
  default: z.union([z.string(), z.number(), z.null()]).optional(),
});
export type QuestionParameter = z.infer<typeof parameterSchema>;

const questionFile = z.strictObject({
  title: z.string(),
  description: z.string(),
  parameters: z.record(z.string(), parameterSchema),
  cypher: z.string(),
});

/** A saved question: Cypher that both stores answer alike, with its parameters. */
export type Question = z.infer<typeof questionFile> & { readonly name: string };

const folder = new URL('../../data/questions/', import.meta.url);

/** All saved questions, by name. They are files of `data/questions`, one each, named as the question is. */
export function questions(): Question[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.toSorted().map((file) => {
    const content = questionFile.parse(parse(readFileSync(new URL(file, folder), 'utf8')));
    return { name: file.replace(/\.yaml$/, ''), ...content };
  });
}

/**
 * The saved question of a name.
 * @throws PipelineError NOT_FOUND, with the names there are
 */
export function question(name: string): Question {
  const all = questions();
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name).join(', ');
  throw new PipelineError({
    code: 'NOT_FOUND',
    message: `no question is called ${name}; there are ${names}`,
  });
}
