import { normalLower } from "@osteon/stats";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { cohortSize } from "./inherited-denominator.ts";

const CLAIM =
  /(?:mean|mittelwert)[^.]{0,120}(?:normal(?:ly)? distribut|normalverteil)|(?:normal(?:ly)? distribut|normal distribution|normalverteil)[^.]{0,120}(?:mean|mittelwert)/i;
/** What a sentence on normal distributions may be about instead: a test of means, the terms of a model, a power calculation. */
const OTHER_CLAIM =
  /\bt[- ]?tests?\b|\bcompar|ANOVA|\brandom|\berrors?\b|\bassum|effect size|contrast|sample size|vergl[ie]+ch/i;
const NEGATIVE_BESIDE = /(?<![\d\p{L})])\s?[-–]\s?\d+(?:\.\d+)?[^\d;]{0,12}(?:±|\(SD)/u;
const MAY_BE_NEGATIVE = /change|difference|z-?score|SDS|temperature|°C|log|balance|base excess|Änderung|Differenz/i;
/** Critical distance of the Kolmogorov-Smirnov test at 0.05, times the square root of n. */
const CRITICAL = 1.358;

/**
 * Mean and SD of what cannot be negative, in a paper that prints them only for normal distributions. A normal curve with
 * this mean and SD has a share below zero where no value is: the distance between the two is at least that share.
 */
export function normalityClaim(paper: PaperClaims): readonly Draft[] {
  const claim = paper.sentences.find(
    ({ text, passage }) =>
      passage.part !== "results" && passage.part !== "discussion" && CLAIM.test(text) && !OTHER_CLAIM.test(text),
  );
  if (claim === undefined) return [];
  const n = cohortSize(paper);
  const seen = new Set<string>();
  return paper.spreads.flatMap((spread): readonly Draft[] => {
    const { sd, centre, label, statistic } = spread;
    if (sd === undefined || statistic !== "mean" || centre.value <= 0 || MAY_BE_NEGATIVE.test(label)) return [];
    if (NEGATIVE_BESIDE.test(spread.sentence.text)) return [];
    // Where the median stands beside it, the reader is not told that the distribution is normal.
    const besideMedian = paper.spreads.some((one) => one.statistic === "median" && one.sentence === spread.sentence);
    if (besideMedian && spread.sentence.passage.kind === "row") return [];
    const below = normalLower(-centre.value / sd.value);
    const size = spread.n ?? n;
    if (size === undefined || below < CRITICAL / Math.sqrt(size)) return [];
    const name = `${shownNumber(centre)} ± ${shownNumber(sd)}`;
    if (seen.has(name)) return [];
    seen.add(name);
    const share = (100 * below).toFixed(0);
    return [
      {
        class: "query",
        kind: "normality",
        says: `${name} is printed although the paper keeps mean and SD for normal distributions: ${share} % of such a one lie below zero, where no value can be.`,
        at: [spread, { sentence: claim, start: 0, end: Math.min(60, claim.text.length) }],
        recomputed: `distance from normal at least ${below.toFixed(2)}; the Kolmogorov-Smirnov test rejects above ${(CRITICAL / Math.sqrt(size)).toFixed(2)} for n = ${size}`,
        consistentValues: ["median and range"],
        cause: "Was the test of normality left out for this variable?",
      },
    ];
  });
}
