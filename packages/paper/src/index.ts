export {
  type Binding,
  type BindingSources,
  type BindingStatus,
  type BoundNumber,
  bindNumbers,
} from "./binding/bind-numbers.ts";
export type { ResultRow, ResultsRows } from "./binding/results-rows.ts";
export { type Wording, wordingsOf } from "./binding/wordings.ts";
export { type CheckedPaper, checkPaper } from "./check-paper.ts";
export { annotatedHtml, summary } from "./findings/annotated-html.ts";
export type { Finding, FindingClass, FindingKind, Quote } from "./findings/finding.ts";
export type { PrintedClaim } from "./findings/printed-claim.ts";
export { PAPER_PROBLEMS } from "./problems.ts";
export { LIMITS } from "./reading/limits.ts";
export type { PaperProblem, PaperProblemCode } from "./reading/paper-problem.ts";
export { checkPaperFile, type PaperChecked, type PaperRead, readPaper } from "./reading/read-paper.ts";
export type { ReadText } from "./reading/read-text.ts";
