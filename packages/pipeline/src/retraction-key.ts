import { idOf } from '@dragoman/core';
import type { NodeKey } from '@dragoman/schemas';

/** The Decision that says an article was removed. */
export function retractionKey(article: string): NodeKey {
  return { label: 'Decision', id: idOf('retraction', article) };
}
