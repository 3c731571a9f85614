import type { Ratio } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { CONFIDENCE, PERCENT_SIGN, pattern } from "../claims/patterns.ts";
import { halfStep, type PrintedNumber, printed, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";

/** Estimates outside of their limits, limits in the wrong order, limits and p that decide differently. */
export function confidenceLimits(paper: PaperClaims): readonly Draft[] {
  return [
    ...paper.ratios.flatMap((ratio) => [...outside(ratio, ratio.name), ...verdicts(paper, ratio)]),
    ...percentages(paper),
  ];
}

interface Limited {
  readonly sentence: Ratio["sentence"];
  readonly start: number;
  readonly end: number;
  readonly estimate: PrintedNumber;
  readonly lower: PrintedNumber;
  readonly upper: PrintedNumber;
}

function outside(at: Limited, name: string): readonly Draft[] {
  const { estimate, lower, upper } = at;
  const limits = `${shownNumber(lower)} to ${shownNumber(upper)}`;
  const draft = (says: string, values: readonly string[], cause: string): Draft => ({
    class: "impossible",
    kind: "confidence-limits",
    says,
    at: [at],
    recomputed: "",
    consistentValues: values,
    cause,
  });
  if (lower.value > upper.value)
    return [
      draft(
        `The limits ${limits} run backwards.`,
        [`${shownNumber(upper)} to ${shownNumber(lower)}`],
        "Were they exchanged?",
      ),
    ];
  const within =
    estimate.value + halfStep(estimate) >= lower.value - halfStep(lower) &&
    estimate.value - halfStep(estimate) <= upper.value + halfStep(upper);
  if (within) return [];
  const inverse = 1 / estimate.value;
  const turned = inverse >= lower.value && inverse <= upper.value;
  return [
    draft(
      `${name} ${shownNumber(estimate)} lies outside of its own limits ${limits}.`,
      [`an estimate from ${limits}`, ...(turned ? [inverse.toFixed(estimate.decimals)] : [])],
      turned ? `${inverse.toFixed(estimate.decimals)} is its inverse: was the reference group turned?` : "",
    ),
  ];
}

/** Limits that leave 1 out go with p below 0.05; near the border tests may differ, and nothing is said. */
function verdicts({ pValues }: PaperClaims, ratio: Ratio): readonly Draft[] {
  const { lower, upper, sentence, end } = ratio;
  const next = pValues.find((one) => one.sentence === sentence && one.start >= end && one.start - end < 30);
  if (next === undefined || lower.value > upper.value) return [];
  const apart = lower.value - halfStep(lower) > 1.02 || upper.value + halfStep(upper) < 0.98;
  const around = lower.value + halfStep(lower) < 0.95 && upper.value - halfStep(upper) > 1.05;
  const high = next.sign === ">" ? next.p.value >= 0.05 : next.sign === "=" && next.p.value > 0.065;
  const low = next.p.value < 0.035 && next.sign !== ">";
  if (!(apart && high) && !(around && low)) return [];
  return [
    {
      class: "inconsistent",
      kind: "confidence-limits",
      says: `Limits ${shownNumber(lower)} to ${shownNumber(upper)} ${apart ? "leave 1 out" : "hold 1"}, but p ${next.sign} ${shownNumber(next.p)}.`,
      at: [ratio, next],
      recomputed: apart ? "p < 0.05" : "p > 0.05",
      consistentValues: [apart ? "p < 0.05" : "p > 0.05"],
      cause: "Are limits and p of different models?",
    },
  ];
}

const LEVEL = "9\\d(?:\\.\\d)?\\s?-?\\s?%";
const INTERVAL =
  "(?:CI|KI|confidence intervals?|confidence limits|limits|Konfidenzintervalle?|Vertrauensbereich|Vertrauensintervall)";
/** `50 % (95 % CI 45-55)`, `17/34 (50 %) with 95 % CI 55 to 62 %`, `50 %; KI 95 %: 45 bis 55`. */
const SHARE = pattern(
  `(?<![\\d.])(?<estimate>(?:(?<=^|[\\s(\\[=:])[–-])?\\d{1,3}(?:\\.\\d+)?)\\s?${PERCENT_SIGN}\\s*[)\\]]?\\s*[,;:]?\\s*(?:[(\\[]|with|mit|bei)?\\s*(?:(?:an?|the|its|einem|dem)\\s)?` +
    `(?:${LEVEL}\\s?-?\\s?${INTERVAL}|${INTERVAL}\\s*\\(?${LEVEL}\\)?)[^\\d()–-]{0,12}` +
    "(?<lower>[–-]?\\d{1,3}(?:\\.\\d+)?)\\s?%?\\s?(?:–|-|to|bis|and|und|;|,)\\s?(?<upper>[–-]?\\d{1,3}(?:\\.\\d+)?)(?![\\d./]\\d)",
);

function percentages({ sentences }: PaperClaims): readonly Draft[] {
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(SHARE)].flatMap((found) => {
      const estimate = printed(found.groups?.estimate ?? "");
      const lower = printed(found.groups?.lower ?? "");
      const upper = printed(found.groups?.upper ?? "");
      if (estimate === undefined || lower === undefined || upper === undefined) return [];
      const { text } = sentence;
      // `4.7% to 0.7% (95% CI 3.4 to 4.6)` is the interval of the difference; `39% (0.21 to 0.57)` prints shares of one.
      const compares = /[\d%]\s?(?:to|vs\.?|versus|bis|gegenüber|auf)\s+$|[≥≤<>]\s?$/i.test(text.slice(0, found.index));
      // `declined by 0.7% (-0.4 to -1.0%)`: the signs say what the word has said.
      const [first, last] = [lower.value, upper.value].sort((a, b) => a - b);
      const fallen =
        first !== undefined && last !== undefined && first < 0 && -estimate.value >= first && -estimate.value <= last;
      const ofOne = upper.value <= 1 && estimate.value > 1;
      const isLevel = CONFIDENCE.test(
        text.slice(found.index + (found.groups?.estimate ?? "").length).replace(/^\s*%/, ""),
      );
      if (compares || fallen || ofOne || isLevel) return [];
      return outside(
        { sentence, start: found.index, end: found.index + found[0].length, estimate, lower, upper },
        "The share",
      );
    }),
  );
}
