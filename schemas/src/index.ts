export * from './article.ts';
export * from './config.ts';
export * from './extraction.ts';
export * from './graph.ts';
export * from './issues.ts';
export * from './jobs.ts';
export * from './ontology.ts';
export * from './raw-document.ts';
