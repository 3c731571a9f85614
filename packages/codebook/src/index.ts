export { type Codebook, codebookWith, keptBook, type Lists, SHIPPED, withOwn } from "./book.ts";
export * from "./calendar-day.ts";
export type { ChartRow, Charts, ChartTable, PlacedRow } from "./charts.ts";
export { chartsAsOf } from "./charts-as-of.ts";
export { cellCheck } from "./check/cell-check.ts";
export { type CheckOptions, checkCharts } from "./check/check-charts.ts";
export { askedOfStanding, isNeededNow, isShown } from "./check/check-own.ts";
export {
  type AskedBeside,
  besideSays,
  type ChildCheck,
  checkChild,
  checkRow,
  checkTogether,
  type KeyedRow,
  newly,
  type TogetherCheck,
} from "./check/check-row.ts";
export { doseChangeFaults } from "./check/check-treatment.ts";
export { twinFault } from "./check/check-twins.ts";
export { ASIDE } from "./check/line-of.ts";
export { certainChoice, choicesOf, meantChoice } from "./check/meant-choice.ts";
export { meantUnit } from "./check/meant-unit.ts";
export { CHECK_PROBLEMS } from "./check/problems.ts";
export { patternExample, patternFaults, patternFits, pseudonymFaults } from "./check/pseudonym.ts";
export { slipOf } from "./check/slip.ts";
export { CODEBOOK, keyOf, tableNamed } from "./codebook.ts";
export { ANALYTES, type Analyte, type LimitBand, type ReportedUnit } from "./codes/analyte.ts";
export { BONE_PLACES, BONES, type Bone, type BonePlace, type Region } from "./codes/bone.ts";
export { COMPARATORS, type Comparator } from "./codes/comparator.ts";
export { CNO } from "./codes/disease.ts";
export { DOSE_CEILINGS, type DoseCeiling } from "./codes/dose-ceiling.ts";
export { DRUG_CLASSES, DRUGS, type Drug, type DrugClass, OTHER_DRUG } from "./codes/drug.ts";
export { COMMON_DATA_ELEMENTS, type CommonDataElement, fieldAt } from "./common-data-elements.ts";
export {
  type BlankConsent,
  type ConsentCount,
  type Standing,
  standingOf,
  withoutLeavers,
} from "./consent.ts";
export { type DictionaryRow, dictionary } from "./dictionary.ts";
export type { Choice, Codes, Field, FieldType, Limits, ListName, OwnRules, Pair, Rule, Table } from "./field.ts";
export { fieldLabel, LABELLED } from "./field-labels.ts";
export {
  FIRST_PLAN,
  type FollowUpPlan,
  type FollowUpPoint,
  inPlanOrder,
  PLAN_LIMITS,
} from "./follow-up/follow-up-plan.ts";
export { PLAN_TABLE_NAME, planProblems } from "./follow-up/plan-problems.ts";
export { PLAN_TABLE, planRows, readPlan } from "./follow-up/plan-table.ts";
export { WINDOW_STATES, type WindowState } from "./follow-up/window-states.ts";
export { type ColumnType, type FrozenColumn, frozenColumns, LABORATORY_DECIMALS } from "./frozen-column.ts";
export { GERMAN_BOOK } from "./german/german-book.ts";
export {
  CHART_ROLES,
  type ChartRole,
  hangingOn,
  type KeptTables,
  keptProblems,
  keptWhole,
  mayBeKept,
  tablesInWords,
  tablesKept,
} from "./kept/kept-tables.ts";
export { keyFault, LONGEST_KEY } from "./keys/key-shape.ts";
export { childSkeleton, keySkeleton } from "./keys/key-skeleton.ts";
export { ANALYTE_TABLE, analyteOf, analyteProblems, analyteRows, SCALES } from "./lists/analyte-list.ts";
export { DRUG_TABLE, drugOf, drugProblems, drugRows } from "./lists/drug-list.ts";
export { bandOfText, bandText } from "./lists/limit-bands.ts";
export { ANALYTE_TABLE_NAME, DRUG_TABLE_NAME, LONGEST_NAME } from "./lists/list-problems.ts";
export { isOwnCode, OWN_PREFIX, ownCodeOf } from "./lists/own-code.ts";
export { readAnalytes, readDrugs } from "./lists/read-lists.ts";
export { type UnclassedDrug, unclassedDrugs } from "./lists/unclassed-drugs.ts";
export { asMeant, type Meanings } from "./meanings.ts";
export { MISSING_REASONS, type MissingReason, missingReasonOf } from "./missing-reason.ts";
export { nearestChoice } from "./nearest-choice.ts";
export { type DefinitionFault, definitionFaults, isDefinition } from "./own/definition-faults.ts";
export {
  currentOf,
  OWN_KINDS,
  OWN_LIMITS,
  OWN_NAME,
  type OwnDefinition,
  type OwnField,
  type OwnKind,
  type OwnType,
  type RequiredFrom,
  type ShownWhen,
} from "./own/own-field.ts";
export { datesOf, ownFieldProblems, type WantedField } from "./own/own-field-problems.ts";
export { OWN_FIELD_TABLE, ownFieldRows, readOwnFields } from "./own/own-field-table.ts";
export { type OwnUse, withOwnFields } from "./own/with-own-fields.ts";
export { type PartialDate, parsePartialDate, type ResolutionPolicy, resolvePartialDate } from "./partial-date.ts";
export { type Checked, type Place, type Problem, placed } from "./problem.ts";
export { CODEBOOK_PROBLEMS } from "./problems.ts";
export { rScript } from "./r-script.ts";
export { dateReadings } from "./reading/date-readings.ts";
export { type FileText, fileText } from "./reading/file-text.ts";
export { keptCell } from "./reading/kept-cell.ts";
export {
  comparatorOf,
  comparatorSign,
  isComparator,
  limitInWords,
  type WrittenLimit,
  withLimits,
  writtenLimit,
} from "./reading/limits.ts";
export {
  CODEBOOK_NOTATION,
  FILE_NOTATION,
  FORM_NOTATION,
  type FormLanguage,
  type Notation,
  WRITTEN,
  type Written,
} from "./reading/notation.ts";
export { numberReadings } from "./reading/number-readings.ts";
export { cellTyped, readCell, readingsOf, wordsOfCell } from "./reading/read-cell.ts";
export { type Separator, separatorOf } from "./reading/separator.ts";
export { type CellChange, type Recorded, recordedChanges } from "./recorded-changes.ts";
export { referencePage } from "./reference-page.ts";
export { type SwallowedRows, swallowedRows } from "./swallowed-rows.ts";
export { TABLE_LABELS } from "./table-labels.ts";
export { DOSE_UNITS } from "./tables/treatment.ts";
export { readerOf, type Telling, tellProblem } from "./tell-problem.ts";
export { guarded, unguarded } from "./typed/formula-guard.ts";
export { cellOfTyped, isTypedHead, type TypedColumn, typedCell, typedColumns } from "./typed/typed-columns.ts";
export { type Comparison, compareStructures, type Refusal } from "./versions/compare-structures.ts";
export { type Structure, structureOf, tablesOf } from "./versions/structure.ts";
export { CODEBOOK_VERSION, codebookOf, sinceOf, versionOf } from "./versions/versions.ts";
export { type AsWritten, asWritten } from "./written.ts";
