export { analysisTables } from "./analysis-tables/read-analysis-tables.ts";
export { tableCsv, type WrittenTables, writeAnalysisTables } from "./analysis-tables/write-analysis-tables.ts";
export { type MovedBy, type MovedNumber, movedBy, movedNumbers } from "./compare-results.ts";
export { type Count, countBehind } from "./count-behind.ts";
export { deriveInParts, PATIENTS_AT_ONCE } from "./derive-in-parts.ts";
export { EXIT, type ExitCode, Stop } from "./exit-code.ts";
export { type Course, chartRow, readCourse } from "./explain/course.ts";
export { courseOf } from "./explain/course-of.ts";
export { relapseSentence, responseSentence } from "./explain/sentences.ts";
export { timeline } from "./explain/timeline.ts";
export { frozenFolder, mustBeNew, readResultsFile, readStageFile } from "./folders.ts";
export { forEveryChild } from "./for-every-child.ts";
export { germanOf, languagesOf, noticeIn, titleIn, withoutGerman } from "./languages.ts";
export type { ModelLimits } from "./lock/bind-models.ts";
export { checkStudy, problemsOf, problemsOfLock } from "./lock/check-study.ts";
export { type ChangedValue, compareLocks, type LockChanges } from "./lock/compare-locks.ts";
export { type LockInWords, lockInWords } from "./lock/lock-in-words.ts";
export { evaluated, lockOfModules, lockStudy, type SaidByModules } from "./lock/lock-study.ts";
export {
  hashesOf,
  LOCK_FILE,
  type LockHashes,
  lockText,
  parseLock,
  readLock,
  type StudyLock,
} from "./lock/study-lock.ts";
export { newStudy } from "./new-study.ts";
export { type NormalityChoice, normalityChoices } from "./normality-choices.ts";
export { type CurveWords, curveWords, type NumberWords, numberWords } from "./number-words.ts";
export { CLOCKS, type Clock, otherClocks, underClock } from "./other-clock.ts";
export { boundToResults } from "./paper/bound-to-results.ts";
export { reportWordings, studyOf } from "./paper/report-wordings.ts";
export { analyse, freezeFolder, inputsOf, type OnStage, type RunOutcome, runStudy, sumOf } from "./pipeline.ts";
export { type Bars, noBars, type Progress } from "./progress.ts";
export { type AskedOfReport, isOwnCohort, publishInto, reportInput } from "./publish-into.ts";
export { mustHavePaper, type Reproduced, reproduced } from "./reproduced.ts";
export { type Behind, membersOf } from "./result-members.ts";
export { newestRun, pagesFile, runInto } from "./run-into.ts";
export { withScratchFreeze } from "./scratch-freeze.ts";
export { type Outcome, runSensitivity } from "./sensitivity-run.ts";
export { type ShelvedStudy, type StudyShelf, shelfOf } from "./shelf.ts";
export { SHOWN_STUDY } from "./shown-study.ts";
export { specificationCharts } from "./specification-charts.ts";
export { resultsText } from "./stage-files.ts";
export { deriveInto, estimateInto, tallyInto } from "./stages.ts";
export {
  type Evaluated,
  lockOf,
  modelsOf,
  OlderRun,
  outlineOf,
  readStudy,
  STUDIES,
  type Study,
  sensitivityPlan,
  studyFolder,
  studyIds,
  studyOfRun,
} from "./study.ts";
export { isSystemError, systemErrorText } from "./system-error.ts";
export { wholeFolder } from "./whole-folder.ts";
