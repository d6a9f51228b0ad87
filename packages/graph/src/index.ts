export {
  exportFormats,
  exportGraph,
  isExportFormat,
  writePieces,
  type ExportFormat,
} from './export/export.ts';
export type { ExportScope } from './export/records.ts';
export * from './open.ts';
export * from './store.ts';
export * from './values.ts';
export { writeChange } from './writer/change.ts';
export { putItems, removeItems, StoredItems } from './writer/items.ts';
export { lockResolution, readPending, removePending, writePending, type Pending } from './writer/pending.ts';
