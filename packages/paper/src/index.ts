export { type CheckedPaper, checkPaper } from "./check-paper.ts";
export type { Finding, FindingClass, FindingKind, Quote } from "./findings/finding.ts";
export type { PrintedClaim } from "./findings/printed-claim.ts";
export type { PaperProblem, PaperProblemCode } from "./reading/paper-problem.ts";
export { type PaperRead, readPaper } from "./reading/read-paper.ts";
export type { ReadText } from "./reading/read-text.ts";
