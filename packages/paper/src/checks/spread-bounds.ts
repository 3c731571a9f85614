import type { Spread } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { halfStep, type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { headOf } from "../structure/table-rows.ts";

const plain = (
  spread: Spread,
  kind: Draft["kind"],
  says: string,
  recomputed: string,
  values: readonly string[],
  cause = "",
): Draft => ({
  class: "impossible",
  kind,
  says,
  at: [spread],
  recomputed,
  consistentValues: values,
  cause,
});

/** Median or mean outside its bounds, bounds in the wrong order, a standard deviation too large for its range. */
export function spreadBounds({ spreads }: PaperClaims): readonly Draft[] {
  return spreads.flatMap((spread) => [
    ...outsideBounds(spread),
    ...deviationTooLarge(spread),
    ...meanOfIntegers(spread),
  ]);
}

function outsideBounds(spread: Spread): readonly Draft[] {
  const { centre, lower, upper, statistic, bounds } = spread;
  if (lower === undefined || upper === undefined) return [];
  const named = { range: "range", quartiles: "quartiles", confidence: "confidence limits" }[bounds ?? "range"];
  const printed = `${shownNumber(lower)} to ${shownNumber(upper)}`;
  const low = lower.value - halfStep(lower);
  const high = upper.value + halfStep(upper);
  if (lower.value > upper.value) {
    // "10 (7-3)" may be a range of which only the difference is printed, or a negative number read as a dash.
    const turned = centre.value <= lower.value && centre.value >= upper.value && bounds !== "confidence";
    const backwards = plain(
      spread,
      "centre-outside-bounds",
      `The ${named} ${printed} runs backwards.`,
      "",
      [`${shownNumber(upper)} to ${shownNumber(lower)}`],
      "Were the two ends exchanged?",
    );
    // Some print the largest first, as of visual acuity.
    return [turned ? { ...backwards, class: "query" } : backwards];
  }
  // A mean may lie outside the quartiles.
  if (statistic === "mean" && bounds === "quartiles") return [];
  const isWithin = (value: number) => value + halfStep(centre) >= low && value - halfStep(centre) <= high;
  // A fall is printed without its sign as often as with it.
  if (isWithin(centre.value) || (bounds === "confidence" && isWithin(-centre.value))) return [];
  const moved = shiftedPoint(centre, low, high);
  return [
    plain(
      spread,
      "centre-outside-bounds",
      `The ${statistic} ${shownNumber(centre)} lies outside of its own ${named} ${printed}.`,
      `${shownNumber(centre)} is ${centre.value < low ? "below" : "above"} ${printed}`,
      [`a ${statistic} from ${shownNumber(lower)} to ${shownNumber(upper)}`, ...(moved === undefined ? [] : [moved])],
      moved === undefined ? "Are they in different units, or of different groups?" : `Was ${moved} meant?`,
    ),
  ];
}

/** The same digits with the decimal point elsewhere, where that lies within. */
function shiftedPoint({ value }: PrintedNumber, low: number, high: number): string | undefined {
  const moved = [value / 10, value * 10].find((one) => one >= low && one <= high);
  return moved === undefined ? undefined : String(Number(moved.toPrecision(6)));
}

/** No data within a range have a larger SD than half of them at each end. Popoviciu 1935; n/(n-1) for the sample's SD. */
function deviationTooLarge(spread: Spread): readonly Draft[] {
  const { sd, lower, upper, bounds, centre } = spread;
  if (sd !== undefined && sd.value < 0)
    return [
      plain(spread, "standard-deviation", `The standard deviation ${shownNumber(sd)} is negative.`, "", [
        String(Math.abs(sd.value)),
      ]),
    ];
  if (sd === undefined || lower === undefined || upper === undefined || bounds !== "range") return [];
  const [first, last] = lower.value <= upper.value ? [lower, upper] : [upper, lower];
  const low = first.value - halfStep(first);
  const high = last.value + halfStep(last);
  const mean = Math.min(high, Math.max(low, centre.value));
  // With mean m the variance is at most (m - low)(high - m); n = 2 doubles it, more patients less.
  const most = Math.sqrt((mean - low) * (high - mean) * ((spread.n ?? 2) / ((spread.n ?? 2) - 1)));
  if (sd.value - halfStep(sd) <= most * 1.001 + halfStep(centre)) return [];
  const limit = shownNumber({ value: most, decimals: sd.decimals });
  return [
    plain(
      spread,
      "standard-deviation",
      `With mean ${shownNumber(centre)} and range ${shownNumber(lower)} to ${shownNumber(upper)} the standard deviation is at most ${limit}; printed is ${shownNumber(sd)}.`,
      `at most ${limit}`,
      [`an SD up to ${limit}`],
      "Is it a variance, or is the range of another group?",
    ),
  ];
}

const INTEGERS =
  /\b(?:number of|numbers? of|no\. of|count of|anzahl|zahl der|lesions|läsionen|relapses|rezidive|visits|siblings|geschwister|joints|gelenke)\b/i;
const NOT_INTEGERS =
  /\b(?:per (?:year|month|patient-year)|rate|density|score|days|months|years|dose|count \(|cells|leuk|thromb|platelet)/i;

/** The mean of n whole numbers is a whole number over n. Brown and Heathers 2017 (GRIM). */
function meanOfIntegers(spread: Spread): readonly Draft[] {
  const { statistic, centre, label, sentence } = spread;
  if (statistic !== "mean" || !INTEGERS.test(`${label} ${spread.unit}`) || NOT_INTEGERS.test(label)) return [];
  const n = spread.n ?? sizeBeside(spread);
  if (
    n === undefined ||
    n < 1 ||
    n > 10 ** centre.decimals ||
    /median/i.test(sentence.text.slice(spread.start, spread.end))
  )
    return [];
  const sums = [Math.floor(centre.value * n), Math.ceil(centre.value * n)];
  const step = 10 ** -centre.decimals;
  if (sums.some((sum) => Math.abs(sum / n - centre.value) <= step / 2 + 1e-9)) return [];
  const values = sums.map((sum) => `${(sum / n).toFixed(centre.decimals)} (${sum}/${n})`);
  return [
    plain(
      spread,
      "mean-of-integers",
      `A mean of ${n} whole numbers cannot be ${shownNumber(centre)}: ${values.join(" and ")} are the nearest.`,
      values.join(", "),
      values,
      "Is the number of patients another one?",
    ),
  ];
}

function sizeBeside({ sentence, end, start }: Spread): number | undefined {
  if (sentence.passage.cells !== undefined) {
    const { cells = [] } = sentence.passage;
    const column = cells.indexOf(sentence.text.slice(start, end));
    const text = `${cells[0] ?? ""} ${headOf(sentence.passage, column)}`;
    const found = /\bn\s?=\s?(\d+)/i.exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  }
  const found = /^[^.]{0,30}?\(?\bn\s?=\s?(\d+)/i.exec(sentence.text.slice(end))?.[1];
  return found === undefined ? undefined : Number(found);
}
