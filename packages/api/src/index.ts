/** The routes of one subject each, and the types of what they tell: `charts.readRow`, `charts.SavedRow`. */

export { SIGN_IN_REFUSALS } from "./problems/of-sign-in.ts";
export { API_PROBLEMS } from "./problems.ts";
export {
  type AnswerOf,
  type AnswerShape,
  type AskedOf,
  addressOf,
  type BodyOf,
  bodyOf,
  type FileAnswer,
  isFile,
  NOTHING,
  type Route,
  type SendOf,
  schemaOf,
  type Told,
  told,
} from "./route.ts";
export type { Centre, Colleague, KeptTable, Me, Right } from "./routes/accounts.ts";
export * as accounts from "./routes/accounts.ts";
export type { NotedBackup, NotedDrill, StandingLock } from "./routes/administration.ts";
export * as administration from "./routes/administration.ts";
export type { AuditEntry, Change } from "./routes/audit.ts";
export * as audit from "./routes/audit.ts";
export type { Conflict, Removal, SavedRow } from "./routes/charts.ts";
export * as charts from "./routes/charts.ts";
export type { ChosenDraft, ChosenField, OfferedChoices, SavedChoices, ToldChoices } from "./routes/chosen.ts";
export * as chosen from "./routes/chosen.ts";
export type {
  EncounterConflict,
  SavedEncounter,
  SentChange,
  SentEncounter,
  ToldEncounter,
  WhatStands,
} from "./routes/encounters.ts";
export * as encounters from "./routes/encounters.ts";
export type { Held } from "./routes/exported.ts";
export * as exported from "./routes/exported.ts";
export type {
  ImageAgreement,
  ImageExamination,
  ImagesToRead,
  ToldImageReading,
} from "./routes/image-readings.ts";
export * as imageReadings from "./routes/image-readings.ts";
export type { Batch, Imported, ImportPlan, ImportState } from "./routes/imported.ts";
export * as imported from "./routes/imported.ts";
export type { KeptRule } from "./routes/kept-tables.ts";
export * as keptTables from "./routes/kept-tables.ts";
export type { Lists } from "./routes/lists.ts";
export * as lists from "./routes/lists.ts";
export * as ownFields from "./routes/own-fields.ts";
export type { Binding, BoundNumber, CheckedPaper, Finding } from "./routes/papers.ts";
export * as papers from "./routes/papers.ts";
export type { Chart, Course, Identity, Lock, PatientLine, Signature } from "./routes/patients.ts";
export * as patients from "./routes/patients.ts";
export type { Account, SignInRules } from "./routes/people.ts";
export * as people from "./routes/people.ts";
export type { PersonalToken } from "./routes/personal-tokens.ts";
export * as personalTokens from "./routes/personal-tokens.ts";
export * as proof from "./routes/proof.ts";
export type { MissingByVisit, Readiness } from "./routes/quality.ts";
export * as quality from "./routes/quality.ts";
export type {
  Block,
  Clock,
  Drawn,
  Figure,
  Members,
  PageCell,
  PageRow,
  Pages,
  PageTable,
  Part,
  Result,
  Section,
  SurvivalRows,
} from "./routes/run-pages.ts";
export * as runPages from "./routes/run-pages.ts";
export type { LockChanges, MovedNumber, Outcomes, Run } from "./routes/runs.ts";
export * as runs from "./routes/runs.ts";
export type { ChildSchedule, ScheduleSummary, ToldSchedule, VisitWindow, WindowState } from "./routes/schedule.ts";
export * as schedule from "./routes/schedule.ts";
export type { PlanVersion } from "./routes/settings.ts";
export * as settings from "./routes/settings.ts";
export type { Offer, Owner } from "./routes/sign-in.ts";
export * as signIn from "./routes/sign-in.ts";
export type { BroughtLock, ToldStudy } from "./routes/studies.ts";
export * as studies from "./routes/studies.ts";
export type { ToldBack, ToldPedcno, TypedEncounter } from "./routes/told-back.ts";
export * as toldBack from "./routes/told-back.ts";
export type { Agreement, Query, QuerySummary, Reading } from "./routes/work.ts";
export * as work from "./routes/work.ts";
export { type NamedRoute, routesIn } from "./routes-in.ts";
export {
  type Choices,
  type ChosenCondition,
  type ChosenEvent,
  type ChosenGroups,
  choicesShape,
  type DrugGroups,
  EVENTS,
  TYPED_LIMITS,
} from "./shapes/choices.ts";
export { personName } from "./shapes/person-name.ts";
export { problem, problems } from "./shapes/problem.ts";
export { cells, type Row, status, storedRow } from "./shapes/row.ts";
export type { Role } from "./shapes/texts.ts";
export { centreText, keyText } from "./shapes/texts.ts";
export { today } from "./shapes/today.ts";
