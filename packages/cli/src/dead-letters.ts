import { dirname, join } from 'node:path';
import type { Config } from '@dragoman/schemas';

/** What inline ingestion sets aside lies beside the blobs. */
export const deadLetterFolder = (config: Config): string => join(dirname(config.blobs), 'dead');
