import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkPaper } from "../src/index.ts";

const claimsOf = (text: string): readonly string[] =>
  checkPaper({ lines: ["Results", "", text] }).claims.map(({ kind, value }) => `${kind} ${value}`);

/** What a sentence prints, and the claims that a reader takes from it. */
const FORMS: readonly (readonly [printed: string, ...claims: readonly string[]])[] = [
  ["Fever was seen in 27 of 56 (48 %).", "share 27/56, 48 %"],
  ["Fever (n = 34/56; 61%) was common.", "share 34/56, 61 %"],
  ["Boys were more often affected (6/8 [75 %]).", "share 6/8, 75 %"],
  ["In 25% (n = 14/56) the spine was involved.", "share 14/56, 25 %"],
  ["There 18% exhibited new lesions (5/27).", "share 5/27, 18 %"],
  ["Biopsies were available in 34/56 patients with CNO (61%).", "share 34/56, 61 %"],
  [
    "Fieber hatten 44/44 (100\u202f%), ein Exanthem 37 von 44 (84,1\u00a0%).",
    "share 44/44, 100 %",
    "share 37/44, 84.1 %",
  ],
  ["Twenty-six patients (46 percent) had arthritis.", "share 26, 46 %", "whole 26"],
  ["Seventy-one percent responded.", "share 71 %"],
  ["Einundzwanzig der Kinder (38 Prozent) hatten Schmerzen.", "share 21, 38 %"],
  ["71 % of the 8 children were boys.", "share of 8, 71 %", "whole 8"],
  ["Leukocytes were 8.2 ± 2.4 GPt/l.", "spread mean 8.2 ± 2.4"],
  ["The median age was 10.8 years (range 3–17.2 yrs).", "spread median 10.8 (3 to 17.2)"],
  ["Das mediane Alter betrug 10,8 Jahre (Spannweite 3,1–17,2).", "spread median 10.8 (3.1 to 17.2)"],
  ["The mean age was 10.2 years (SD 2.6).", "spread mean 10.2 ± 2.6"],
  ["The median delay was 3.0 months (IQR, 1.0 to 9.5).", "spread median 3.0 (1.0 to 9.5)"],
  ["The groups differed (p = 0.001) in age, not in sex (P > .05).", "p-value p = 0.001", "p-value p > 0.05"],
  ["The hazard ratio was 0.52 (95 % CI 0.31–0.86).", "ratio hazard ratio 0.52 (0.31 to 0.86)"],
  [
    "Relapse-free survival was 85% at 1 year and 40% at 5 years.",
    "survival 85 % free at 12 months",
    "survival 40 % free at 60 months",
  ],
  ["The 5-year overall survival was 91%.", "survival 91 % free at 60 months"],
  ["Charts from January 1, 2004, to December 31, 2015, were read.", "period 2004 to 2015"],
];

describe("what is printed is read as claims", () => {
  for (const [printed, ...claims] of FORMS) {
    test(printed, () => {
      const found = claimsOf(printed);
      for (const claim of claims) assert.ok(found.includes(claim), `${claim} is not in ${found.join("; ")}`);
    });
  }
});

/** Numbers that are no shares, counts or p values of patients. */
const NO_SHARES: readonly string[] = [
  "On day 7 (30%) the dose was raised.",
  "Grade 3 (70%) toxicity was rare.",
  "The odds ratio was 1.58 (95% CI 0.31–7.4).",
  "The normal range is 30%–45%.",
  "The titre was 1:320 and the pressure 120/80 mmHg.",
  "Of 5/27 patients, 40 % of those tested relapsed later.",
];

describe("what is no share is not read as one", () => {
  for (const printed of NO_SHARES) {
    test(printed, () => {
      assert.deepEqual(
        claimsOf(printed).filter((claim) => /^share \d+(\/\d+)?, /.test(claim)),
        [],
      );
    });
  }
});
