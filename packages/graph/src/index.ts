export * from './store.ts';
export * from './values.ts';
