export {
  accountOf,
  disableAccount,
  enableAccount,
  newLink,
  ownLink,
  renameAccount,
  takeOffFactor,
} from "./accounts/administer.ts";
export { readSignInRules, type SignInRules, writeSignInRules } from "./accounts/sign-in-rules.ts";
export type { AuditHead } from "./audit/audit-line.ts";
export { type AuditFormat, type AuditPart, exportAudit } from "./audit/export-audit.ts";
export { type Change, type ChangeFilter, listChanges } from "./audit/list-changes.ts";
export { type AuditVerdict, AuditVerifier } from "./audit/verify-audit.ts";
export { verifyAuditFile } from "./audit/verify-file.ts";
export { type BackupOptions, BackupUnreadable, writeBackup } from "./backup/backup-file.ts";
export type { BackupEnd, BackupHead, BackupProgress, TableSum } from "./backup/backup-lines.ts";
export { type CheckedBackup, checkBackup } from "./backup/check-backup.ts";
export { type DrillReport, drill } from "./backup/drill.ts";
export { layBackup, NotEmpty, restoreBackup } from "./backup/restore-backup.ts";
export { applyImport, type ImportOptions, ImportOvertaken, type ImportProgress } from "./batches/apply-import.ts";
export { type CheckedRow, checkChildren } from "./batches/check-children.ts";
export type { LackingRows } from "./batches/lacking-rows.ts";
export { whichCentre } from "./batches/place-children.ts";
export {
  type CellChange,
  type ImportPlan,
  type PlanOptions,
  planImport,
  type TablePlan,
} from "./batches/plan-import.ts";
export { CannotUndo, undoBatch } from "./batches/undo-batch.ts";
export {
  type ChildName,
  listPatients,
  type PatientFilter,
  type PatientLine,
  type PatientPage,
} from "./charts/list-patients.ts";
export { noticesOf } from "./charts/notices.ts";
export type { PatientOrder, PatientPlace } from "./charts/patient-order.ts";
export {
  type ChartSelection,
  chartPages,
  countDraftChildren,
  countStanding,
  type DraftChild,
  mayLeave,
  type RowOfCentre,
  readCharts,
  type StandingCount,
} from "./charts/read-charts.ts";
export {
  type LockInTheWay,
  lookAtRemoval,
  type Removal,
  RemovalNotAllowed,
  type RowAddress,
  removeRow,
} from "./charts/remove-row.ts";
export { renameChild } from "./charts/rename-child.ts";
export {
  deleteRow,
  differencesOf,
  type FieldDifference,
  type RowToSave,
  type Saved,
  saveRow,
  todayOf,
} from "./charts/save-row.ts";
export { type RowStatus, readChart, readRow, type StoredRow } from "./charts/stored-row.ts";
export type { Database, Session, Tables } from "./database/database.ts";
export { FolderInUse } from "./database/folder-lock.ts";
export { type Migration, migrate, migrations } from "./database/migrate.ts";
export { openEmbedded } from "./database/open-embedded.ts";
export { openServer } from "./database/open-server.ts";
export { NoServerLogin } from "./database/server-login.ts";
export { type Addresses, serveAs } from "./database/server-role.ts";
export {
  asRole,
  asSignedIn,
  type Claims,
  FactorNeeded,
  NotSignedIn,
  type Person,
  personOf,
  sqlState,
} from "./database/session.ts";
export {
  type EncounterRow,
  NotThisChart,
  type RowConflict,
  type RowProblems,
} from "./encounter/encounter-rows.ts";
export { type Encounter, EncounterNotWritten, type SavedEncounter, saveEncounter } from "./encounter/save-encounter.ts";
export { type UsualResult, usualAnalytes } from "./encounter/usual-analytes.ts";
export {
  type LastValue,
  rowsOfEncounter,
  type StandingDrug,
  type StandingLesion,
  type WhatStands,
  whatStands,
} from "./encounter/what-stands.ts";
export {
  type Identity,
  IdentityKeyMissing,
  type IdentityKeys,
  newIdentityKey,
  readIdentityKeys,
} from "./identities/identity-keys.ts";
export { eraseIdentity, readIdentity, type StoredIdentity, writeIdentity } from "./identities/stored-identity.ts";
export { wrongKeys } from "./identities/wrong-keys.ts";
export {
  endChoice,
  type SavedChoice,
  saveChoice,
  savedChoice,
  savedChoices,
  stateOfCharts,
} from "./operate/chosen-studies.ts";
export { followUpVersions, type PlanVersion, readFollowUpPlan, writeFollowUpPlan } from "./operate/follow-up-plan.ts";
export {
  type KeptTable,
  type KeptVersion,
  keptFrom,
  keptVersions,
  refuseKept,
  TablesKept,
  writeKeptTables,
} from "./operate/kept-tables.ts";
export {
  addAnalyte,
  addDrug,
  changeAnalyte,
  changeDrug,
  entriesOf,
  type Listed,
  type RegistryLists,
  readCodebook,
  readLists,
} from "./operate/lists.ts";
export { appoint, describeCentre, hasCharts, hasPasswords, isAdministrator, noteKeeping } from "./operate/operator.ts";
export { type ListedAccount, operatorAccounts } from "./operate/operator-accounts.ts";
export {
  type BeyondValue,
  type OwnFieldVersion,
  ownFields,
  ownFieldVersions,
  valuesBeyond,
  writeOwnField,
} from "./operate/own-fields.ts";
export { readSettings, type Settings, writeSetting } from "./operate/settings.ts";
export { endStudy, type TakenStudy, takeInStudy, takenLock, takenStudies } from "./operate/studies.ts";
export { type LockScope, liftLock, setLock } from "./review/locks.ts";
export {
  type AskedAbout,
  askQuery,
  isAnswered,
  listQueries,
  moveQuery,
  type Query,
  type QueryFilter,
  type QueryState,
  type QuerySummary,
  summariseQueries,
} from "./review/queries.ts";
export {
  adjudicate,
  type DoubleReading,
  doubleReadings,
  type ReadField,
  readAlone,
  submitReading,
} from "./review/readings.ts";
export { type Signature, type SignatureMeaning, signaturesOf, signVisit } from "./review/signatures.ts";
