export { analyseTokens, type AnalysedPredicate, type AnalysedTokens, renderDocument } from './analyse.ts';
export {
  Analyser,
  type AnalyserOptions,
  annotate,
  type AnnotateOptions,
  defaultAnalyser,
} from './analyser.ts';
export * from './document.ts';
export * from './walk.ts';
export { lemmatise } from './lemma/lemmatise.ts';
export { tokenise, type TokenBounds } from './tokens/tokenise.ts';
