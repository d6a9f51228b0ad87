export { antecedentChoices, type TrainingChoice } from './choices.ts';
export {
  coreferenceOf,
  createCoreferenceTools,
  type CoreferenceTools,
  type ReadCoreference,
} from './coreference.ts';
export type { PronounClass } from './features.ts';
export type { PronounWeights } from './model.ts';
