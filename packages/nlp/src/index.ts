export * from './document.ts';
export * from './walk.ts';
