export * from './line.ts';
export { filterLines } from './filter.ts';
