import { configSchema, environmentNames, type Config } from '@dragoman/schemas';
import { PipelineError } from './errors.ts';

/**
 * The configuration of this process: defaults, overridden by the environment, overridden by what the command line states.
 * @throws PipelineError CONFIG_INVALID with one readable line for every value that does not fit
 */
export function loadConfig(environment: NodeJS.ProcessEnv, stated: Partial<Config> = {}): Config {
  const found: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(environmentNames)) {
    const value = environment[name];
    if (value !== undefined && value !== '') found[key] = value;
  }
  const parsed = configSchema.safeParse({ ...found, ...stated });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    const name = environmentNames[key as keyof Config] ?? key;
    return `${name}: ${issue.message}`;
  });
  throw new PipelineError({ code: 'CONFIG_INVALID', message: lines.join('; ') });
}
