import type { PrintedNumber } from "../claims/printed-number.ts";

/** Ways to round a percentage that papers use. */
export const ROUNDING_RULES = ["half-up", "half-even", "truncation"] as const;
export type RoundingRule = (typeof ROUNDING_RULES)[number];

/** 100 n / N to so many decimals by each rule, in whole numbers: no binary fraction decides a half. */
export function rounded(n: number, N: number, decimals: number, rule: RoundingRule): number {
  const step = 10n ** BigInt(decimals);
  const above = BigInt(n) * 100n * step;
  const below = BigInt(N);
  const floor = above / below;
  const twice = (above % below) * 2n;
  const up =
    rule === "truncation" ? false : twice > below || (twice === below && (rule === "half-up" || floor % 2n === 1n));
  return Number(floor + (up ? 1n : 0n)) / Number(step);
}

/** The rules under which n of N prints as this percentage. */
export function rulesThatPrint(n: number, N: number, percent: PrintedNumber): readonly RoundingRule[] {
  if (N <= 0 || !Number.isSafeInteger(n) || !Number.isSafeInteger(N)) return [];
  return ROUNDING_RULES.filter((rule) => Math.abs(rounded(n, N, percent.decimals, rule) - percent.value) < 1e-9);
}

/** A percentage with the count and the whole that the paper prints for it. */
export interface PrintedShare {
  readonly n: number;
  readonly N: number;
  readonly percent: PrintedNumber;
}

export interface InferredRounding {
  readonly rule: RoundingRule | "unknown";
  /** For each rule, how many of the telling shares it explains. A share tells if the rules print it differently. */
  readonly explained: Readonly<Record<RoundingRule, number>>;
  readonly telling: number;
}

/**
 * The paper's own rule, from all its shares at once: the one that explains most of those on which the rules differ, if at
 * least two tell and seven in ten of them agree. Where nothing tells, it stays unknown.
 */
export function inferRounding(shares: readonly PrintedShare[]): InferredRounding {
  const explained: Record<RoundingRule, number> = { "half-up": 0, "half-even": 0, truncation: 0 };
  let telling = 0;
  for (const { n, N, percent } of shares) {
    const rules = rulesThatPrint(n, N, percent);
    if (rules.length === 0 || rules.length === ROUNDING_RULES.length) continue;
    telling += 1;
    for (const rule of rules) explained[rule] += 1;
  }
  const ranked = [...ROUNDING_RULES].sort((a, b) => explained[b] - explained[a]);
  const [best = "half-up", second = "half-even"] = ranked;
  const lead = explained[best] - explained[second];
  if (telling < 2 || explained[best] / telling < 0.7) return { rule: "unknown", explained, telling };
  if (lead === 0 && best !== "truncation" && second !== "truncation") return { rule: "half-up", explained, telling };
  return { rule: best, explained, telling };
}

/** The whole numbers that print as this percentage of N, under any of the rules. */
export function countsThatPrint(N: number, percent: PrintedNumber): readonly number[] {
  const step = 10 ** -percent.decimals;
  const from = Math.max(0, Math.floor(((percent.value - step) / 100) * N));
  const to = Math.min(N, Math.ceil(((percent.value + step) / 100) * N));
  const found: number[] = [];
  for (let n = from; n <= to && found.length < 50; n += 1) if (rulesThatPrint(n, N, percent).length > 0) found.push(n);
  return found;
}

/** The wholes, from n up, of which n prints as this percentage; at most so many. */
export function wholesThatPrint(n: number, percent: PrintedNumber, most = 50): readonly number[] {
  const step = 10 ** -percent.decimals;
  if (n === 0 || percent.value + step <= 0) return [];
  const from = Math.max(n, Math.floor((100 * n) / (percent.value + step)));
  const to = percent.value - step <= 0 ? from + 10_000 : Math.ceil((100 * n) / (percent.value - step / 2));
  const found: number[] = [];
  for (let N = Math.max(1, from); N <= to && found.length < most; N += 1) {
    if (rulesThatPrint(n, N, percent).length > 0) found.push(N);
  }
  return found;
}
