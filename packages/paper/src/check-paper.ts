import { confidenceLimits } from "./checks/confidence-limits.ts";
import { inheritedDenominator } from "./checks/inherited-denominator.ts";
import { jointFeasibility } from "./checks/joint-feasibility.ts";
import { normalRange } from "./checks/normal-range.ts";
import { normalityClaim } from "./checks/normality-claim.ts";
import { partition, sexRatio } from "./checks/partition.ts";
import { cohortSizes, patientFlow } from "./checks/patient-flow.ts";
import { sameQuantity } from "./checks/same-quantity.ts";
import { paperRounding, shareArithmetic } from "./checks/share-arithmetic.ts";
import { shareAttainability } from "./checks/share-attainability.ts";
import { spreadBounds } from "./checks/spread-bounds.ts";
import { studyWindow } from "./checks/study-window.ts";
import { survivalIdentities } from "./checks/survival-identities.ts";
import { improbable, testStatistics } from "./checks/test-statistics.ts";
import { twoByTwoTests } from "./checks/two-by-two-tests.ts";
import { allClaims, type PaperClaims, paperClaims } from "./claims/paper-claims.ts";
import { type Draft, type Finding, numbered } from "./findings/finding.ts";
import { type PrintedClaim, printedClaim } from "./findings/printed-claim.ts";
import type { ReadText } from "./reading/read-text.ts";

/** The checks that need nothing but the claims, one for each family. */
const CHECKS: readonly ((paper: PaperClaims) => readonly Draft[])[] = [
  shareAttainability,
  inheritedDenominator,
  partition,
  sexRatio,
  patientFlow,
  cohortSizes,
  spreadBounds,
  normalityClaim,
  twoByTwoTests,
  testStatistics,
  improbable,
  confidenceLimits,
  studyWindow,
  survivalIdentities,
  jointFeasibility,
  sameQuantity,
  normalRange,
];

/** What `osteon check --json` prints; line numbers count the lines of the text read, from 1. */
export interface CheckedPaper {
  readonly roundingRule: "half-up" | "half-even" | "truncation" | "unknown";
  readonly claims: readonly PrintedClaim[];
  readonly findings: readonly Finding[];
}

/** Reads what a paper claims and holds its numbers against each other. */
export function checkPaper(read: ReadText): CheckedPaper {
  const paper = paperClaims(read);
  const rounding = paperRounding(paper);
  const drafts = [...shareArithmetic(paper, rounding), ...CHECKS.flatMap((check) => check(paper))];
  return {
    roundingRule: rounding.rule,
    claims: allClaims(paper).map(printedClaim),
    findings: numbered(drafts),
  };
}
