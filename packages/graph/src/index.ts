export * from './open.ts';
export * from './store.ts';
export * from './values.ts';
