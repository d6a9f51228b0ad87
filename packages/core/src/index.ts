export * from './blobs.ts';
export * from './clock.ts';
export * from './config.ts';
export * from './engine.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './logger.ts';
export * from './memo.ts';
