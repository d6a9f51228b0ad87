export { openConfiguredStore } from './configured-store.ts';
export { csvField } from './export/csv.ts';
export { exportFormats, exportGraph, isExportFormat, type ExportFormat } from './export/export.ts';
export type { ExportScope } from './export/records.ts';
export { findNode, findNodes, type Candidate } from './find.ts';
export * from './open.ts';
export { answerQuestion } from './questions/answer.ts';
export { question, questions, type Question, type QuestionParameter } from './questions/load.ts';
export { graphStatus, type GraphStatus } from './status.ts';
export * from './store.ts';
export * from './values.ts';
export { why, type ExplainedLink, type Explanation, type Words } from './why.ts';
export { writeChange } from './writer/change.ts';
export { putItems, removeItems, StoredItems } from './writer/items.ts';
export {
  lockResolution,
  putPending,
  readPending,
  removePending,
  writePending,
  type Pending,
} from './writer/pending.ts';
export { markUnread, readUnread, removeUnread, stillUnread } from './writer/unread.ts';
