export { isAttribution } from './attributions.ts';
export { cuesFile, loadCueLexicon, type CueLexicon } from './cue-lexicon.ts';
export { findCues, contentSpan, type Cue, type CueKind } from './cues.ts';
export { readStatements, type SpokenArticle } from './statements.ts';
