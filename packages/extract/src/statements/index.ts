export { cuesFile, loadCueLexicon, type CueLexicon } from './cue-lexicon.ts';
export { findCues, contentSpan, isAttribution, type Cue, type CueKind } from './cues.ts';
export { readStatements, type SpokenArticle } from './statements.ts';
