export {
  accountOf,
  disableAccount,
  enableAccount,
  newLink,
  ownLink,
  renameAccount,
  takeOffFactor,
} from "./accounts/administer.ts";
export { addCentre, type Centre, listCentres, writePseudonyms } from "./accounts/centres.ts";
export {
  endRole,
  giveRole,
  holdsRole,
  listMemberships,
  type Membership,
  type RoleToGive,
} from "./accounts/memberships.ts";
export { type AccountOverview, type Colleague, listAccounts, listColleagues } from "./accounts/people.ts";
export {
  listTokens,
  type MadeToken,
  makeToken,
  type PersonalToken,
  withdrawToken,
} from "./accounts/personal-tokens.ts";
export { administers, centresWhere, type Right, rightsOf } from "./accounts/rights.ts";
export { readSignInRules, type SignInRules, writeSignInRules } from "./accounts/sign-in-rules.ts";
export type { AuditHead } from "./audit/audit-line.ts";
export { type AuditFormat, type AuditPart, exportAudit } from "./audit/export-audit.ts";
export { type Change, type ChangeFilter, listChanges } from "./audit/list-changes.ts";
export { type Noted, noteInTrail } from "./audit/note.ts";
export { type AuditEntry, rowStory } from "./audit/row-story.ts";
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
export { type Batch, listBatches } from "./batches/list-batches.ts";
export { whichCentre } from "./batches/place-children.ts";
export {
  type CellChange,
  type ImportPlan,
  type PlanOptions,
  planImport,
  type TablePlan,
} from "./batches/plan-import.ts";
export { CannotUndo, undoBatch } from "./batches/undo-batch.ts";
export { countDiagnosed } from "./charts/count-diagnosed.ts";
export { deleteRow } from "./charts/delete-row.ts";
export { type Exportable, exportableOf } from "./charts/exportable.ts";
export { type Held, heldBy } from "./charts/held-by.ts";
export {
  type ChildName,
  listPatients,
  type PatientFilter,
  type PatientLine,
  type PatientPage,
} from "./charts/list-patients.ts";
export { noticesOf } from "./charts/notices.ts";
export { ownCells } from "./charts/own-cells.ts";
export type { PatientOrder, PatientPlace } from "./charts/patient-order.ts";
export {
  type ChartSelection,
  chartPages,
  countDraftChildren,
  type DraftChild,
  mayLeave,
  type RowOfCentre,
  readCharts,
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
  differencesOf,
  type FieldDifference,
  type RowToSave,
  type Saved,
  saveRow,
  todayOf,
} from "./charts/save-row.ts";
export { type SharedNumber, sharedNumber } from "./charts/shared-number.ts";
export { countStanding, type StandingCount, standingOf } from "./charts/standing.ts";
export { type RowStatus, readChart, readRow, type StoredRow } from "./charts/stored-row.ts";
export { type AnsweredRequest, answeredRequest, keepAnswer } from "./database/answered-requests.ts";
export { mustAnswer } from "./database/answering.ts";
export type { Database, Session, Tables } from "./database/database.ts";
export { FolderInUse } from "./database/folder-lock.ts";
export { lendSession, runStatement } from "./database/lend-session.ts";
export { type Migration, migrate, migrations } from "./database/migrate.ts";
export { openEmbedded } from "./database/open-embedded.ts";
export { openServer } from "./database/open-server.ts";
export { registryMark } from "./database/registry-mark.ts";
export { NoServerLogin } from "./database/server-login.ts";
export { type Addresses, serveAs } from "./database/server-role.ts";
export {
  asRole,
  asSignedIn,
  type ByToken,
  type Claims,
  type Credential,
  FactorNeeded,
  NotSignedIn,
  type Person,
  personOf,
  readerOf,
  sqlState,
  type TokenHash,
  TokenRefused,
} from "./database/session.ts";
export { type AsSaved, readAsSaved, type TypedEncounter } from "./encounter/as-saved.ts";
export {
  EncounterNotWritten,
  type EncounterRow,
  NotThisChart,
  type RowConflict,
  type RowProblems,
} from "./encounter/encounter-rows.ts";
export type { RemovedRow } from "./encounter/remove-rows.ts";
export { type Encounter, type SavedEncounter, saveEncounter } from "./encounter/save-encounter.ts";
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
export {
  type BackupTold,
  type DrillTold,
  type NotedKeeping,
  notedBackups,
  notedDrills,
} from "./operate/noted-keeping.ts";
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
export { REGISTRY_PROBLEMS } from "./problems.ts";
export { type CentreCounts, countByCentre } from "./quality/centre-counts.ts";
export { countMissing, type MissingCounts } from "./quality/missing-by-field.ts";
export {
  countMissingByVisit,
  type MissingByVisit,
  type MissingFilter,
  type MissingVisit,
  missingVisits,
  VISIT_CELLS,
  visitClasses,
} from "./quality/missing-by-visit.ts";
export {
  centresToRead,
  drawImageOrder,
  type ExportedImageReading,
  exportedImageReadings,
  type FirstReading,
  firstReadings,
  handInImageReading,
  type ImageFindings,
  type ImageReading,
  type ImageToRead,
  imageReadings,
  imagesToRead,
  withdrawImageReading,
} from "./review/image-readings.ts";
export { type LockScope, liftLock, locksOf, type StandingLock, setLock, standingLocks } from "./review/locks.ts";
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
export { endCutRuns } from "./runs/cut-runs.ts";
export {
  type AskedRun,
  askRun,
  forgetRun,
  keepRun,
  liesInFolder,
  nameRun,
  noteRun,
  type RunTold,
  runsUnderWay,
} from "./runs/keep-run.ts";
export { centresOfRun, folderOfRun, newestRun, type Run, readRuns } from "./runs/run-rows.ts";
export { dayOf, dueVisits, type FollowedChild, isoOf, LATE_DAYS, type VisitWindow } from "./schedule/due-visits.ts";
export { countWindows, type WindowCount } from "./schedule/due-visits-sql.ts";
export {
  type ChildSchedule,
  listSchedules,
  type ScheduleFilter,
} from "./schedule/list-schedules.ts";
export { doorKysely } from "./sign-in/door-dialect.ts";
export { type KnownPerson, ownerOfLink, putLink, useLink } from "./sign-in/links.ts";
export { isDisabled, noteRefused, sweepSessions } from "./sign-in/sessions.ts";
export {
  countTries,
  noteWrongSecret,
  proveSession,
  type TryLimit,
  takeTimeStep,
  takeTriesBack,
} from "./sign-in/tries.ts";
