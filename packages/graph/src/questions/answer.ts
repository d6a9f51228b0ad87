import type { GraphStore, ReadOptions } from '../store.ts';
import type { Row } from '../values.ts';
import { question } from './load.ts';
import { questionParameters } from './parameters.ts';

/**
 * Answers a saved question.
 * @param given parameters in words: names of nodes in any spelling near enough, dates, numbers
 * @param now for the defaults 'today' and 'yesterday'
 * @throws PipelineError NOT_FOUND (the question, or a node), USAGE, QUERY_TIMEOUT
 */
export async function answerQuestion(
  store: GraphStore,
  name: string,
  given: Readonly<Record<string, string>>,
  now: Date,
  options: ReadOptions = {},
): Promise<Row[]> {
  const asked = question(name);
  const parameters = await questionParameters(store, asked, given, now);
  return store.ask(asked.cypher, parameters, options);
}
