import { PipelineError } from '@dragoman/core';
import type { NodeLabel } from '@dragoman/schemas';
import { findNode } from '../find.ts';
import type { GraphStore } from '../store.ts';
import type { ParameterValue } from '../values.ts';
import type { Question, QuestionParameter } from './load.ts';

/** The kinds of node that a parameter of each type may name. */
const labelsOfType: Readonly<Record<string, readonly NodeLabel[]>> = {
  actor: ['Person', 'Group'],
  place: ['Place'],
  event: ['Event'],
  article: ['Article'],
  node: ['Person', 'Group', 'Place', 'Event'],
};

/**
 * The parameters of a question from the words somebody gave: names become ids of nodes, dates and numbers are checked,
 * what is not given takes its default.
 * @param now for the defaults 'today' and 'yesterday'
 * @throws PipelineError USAGE for a parameter that is unknown, missing or not of its type; NOT_FOUND for a name that no node has
 */
export async function questionParameters(
  store: GraphStore,
  { name, parameters }: Question,
  given: Readonly<Record<string, string>>,
  now: Date,
): Promise<Record<string, ParameterValue>> {
  const unknown = Object.keys(given).filter((key) => !(key in parameters));
  if (unknown.length > 0)
    throw usage(`${name} has no parameter ${unknown.join(', ')}; ${listed(parameters)}`);
  const values: Record<string, ParameterValue> = {};
  for (const [key, parameter] of Object.entries(parameters)) {
    const words = given[key];
    values[key] =
      words === undefined ? defaultOf(key, parameter, now) : await valueOf(store, key, parameter, words);
  }
  return values;
}

function listed(parameters: Question['parameters']): string {
  const names = Object.keys(parameters);
  return names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
}

function defaultOf(key: string, parameter: QuestionParameter, now: Date): ParameterValue {
  const { default: value, description } = parameter;
  if (value === undefined) throw usage(`the parameter ${key} is missing (${description})`);
  if (value === 'today') return dayOf(now);
  if (value === 'yesterday') return dayOf(new Date(now.getTime() - 86_400_000));
  return value;
}

async function valueOf(
  store: GraphStore,
  key: string,
  { type }: QuestionParameter,
  words: string,
): Promise<ParameterValue> {
  const labels = labelsOfType[type];
  if (labels !== undefined) return (await findNode(store, words, labels)).id;
  if (type === 'date') return dateFrom(key, words);
  return type === 'text' ? words : numberFrom(key, words, type === 'integer');
}

/** Dates are compared as text: a year, a month, a day or a moment in ISO 8601. */
function dateFrom(key: string, words: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.Z+-]+)?)?)?$/.test(words)) return words;
  throw usage(`${key} must be a date such as 2026-02-03, not '${words}'`);
}

function numberFrom(key: string, words: string, whole: boolean): number {
  const value = words.trim() === '' ? Number.NaN : Number(words);
  if (Number.isFinite(value) && (!whole || Number.isInteger(value))) return value;
  throw usage(`${key} must be a ${whole ? 'whole ' : ''}number, not '${words}'`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function usage(message: string): PipelineError {
  return new PipelineError({ code: 'USAGE', message });
}
