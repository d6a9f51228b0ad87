import type { z } from 'zod';

/** What does not fit a schema, in one line: each place with what is wrong there. */
export function issuesText({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
}
