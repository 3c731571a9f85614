export type { AuditHead } from "./audit/audit-line.ts";
export { type AuditFormat, exportAudit } from "./audit/export-audit.ts";
export { type AuditVerdict, AuditVerifier } from "./audit/verify-audit.ts";
export { verifyAuditFile } from "./audit/verify-file.ts";
export { applyImport, type ImportOptions, ImportOvertaken, type ImportProgress } from "./batches/apply-import.ts";
export { type CellChange, type ImportPlan, planImport, type TablePlan } from "./batches/plan-import.ts";
export { CannotUndo, undoBatch } from "./batches/undo-batch.ts";
export { type ChartSelection, chartPages, readCharts } from "./charts/read-charts.ts";
export {
  deleteRow,
  differencesOf,
  type FieldDifference,
  type RowToSave,
  type Saved,
  saveRow,
} from "./charts/save-row.ts";
export { type RowStatus, readChart, readRow, type StoredRow } from "./charts/stored-row.ts";
export type { Database, Session, Tables } from "./database/database.ts";
export { FolderInUse } from "./database/folder-lock.ts";
export { type Migration, migrate, migrations } from "./database/migrate.ts";
export { openEmbedded } from "./database/open-embedded.ts";
export { openServer } from "./database/open-server.ts";
export { asRole, type Claims, sqlState } from "./database/session.ts";
