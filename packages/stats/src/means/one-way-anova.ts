import type { SortedTally } from "../describe/sorted-tally.ts";
import { fUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance, type Reason } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { centred, type GroupMean, grouped, groupMeans } from "./grouped.ts";
import { onlyRounding, type Part, partOf, splitSquares, varianceOf } from "./variance-parts.ts";

export interface FTest extends Provenance {
  readonly f: Estimate;
  readonly dfBetween: Estimate;
  readonly dfWithin: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

export interface OneWayAnova extends FTest {
  readonly groups: readonly GroupMean[];
  readonly squaresBetween: Estimate;
  readonly squaresWithin: Estimate;
  /** Share of the sum of squares between groups, eta squared. */
  readonly etaSquared: Estimate;
}

/**
 * One-way analysis of variance, equal variances (Fisher 1925); groups without a value do not count.
 * R: anova(lm(value ~ group)), or oneway.test(value ~ group, var.equal = TRUE)
 */
export function oneWayAnova(rows: readonly GroupedValue[]): OneWayAnova {
  const all = grouped(rows);
  const tallies = centred(all);
  const parts = tallies.map(partOf);
  const { between, within } = splitSquares(parts);
  const lacking = all.n === 0 ? notEstimable("no-values", 0) : undefined;
  const total = between + within;
  return {
    groups: groupMeans(all),
    squaresBetween: lacking ?? estimated(between),
    squaresWithin: lacking ?? estimated(within),
    etaSquared: lacking ?? (total > 0 ? estimated(between / total) : notEstimable("no-variation", all.n)),
    ...varianceRatioOfGroups(tallies),
    missing: all.missing,
    ...EQUAL,
  };
}

/** F of the parts between and within groups. */
export function varianceRatioOfGroups(tallies: readonly SortedTally[]): Omit<FTest, keyof Provenance | "missing"> {
  const parts = tallies.map(partOf);
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const { between, within, dfBetween, dfWithin } = splitSquares(parts);
  const small = parts.length < 2 ? fewer(parts) : dfWithin < 1 ? "too-few-values" : undefined;
  if (small !== undefined) return { ...noF(small, n), n };
  if (onlyRounding(within, n, tallies)) return { ...noF("no-variation", n), n };
  return { ...fOf(between / dfBetween / (within / dfWithin), dfBetween, dfWithin), n };
}

/**
 * Welch's analysis of variance for unequal variances (Welch 1951, Biometrika 38:330-6). A group of one value or of equal
 * values has no variance to weigh it by, and nothing is estimable. R: oneway.test(value ~ group)
 */
export function welchAnova(rows: readonly GroupedValue[]): FTest & { readonly groups: readonly GroupMean[] } {
  const all = grouped(rows);
  const tallies = centred(all);
  const parts = tallies.map(partOf);
  const counted = { groups: groupMeans(all), n: all.n, missing: all.missing, ...UNEQUAL };
  const because = unweighable(parts, tallies);
  return { ...(because === undefined ? welch(parts) : noF(because, all.n)), ...counted };
}

const fewer = (parts: readonly Part[]): Reason => (parts.length === 0 ? "no-values" : "one-group");

/** Why groups cannot be weighed by their variances, if they cannot. */
export function unweighable(parts: readonly Part[], tallies: readonly SortedTally[]): Reason | undefined {
  if (parts.length < 2) return fewer(parts);
  if (parts.some(({ n }) => n < 2)) return "one-value";
  return parts.some(({ squares, n }) => onlyRounding(squares, n, tallies)) ? "no-variation" : undefined;
}

function welch(parts: readonly Part[]): Ratio {
  const weights = parts.map((part) => part.n / varianceOf(part));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = parts.reduce((sum, part, i) => sum + part.mean * ((weights[i] ?? 0) / all), 0);
  const k = parts.length;
  const between = parts.reduce(
    (sum, part, i) => sum + (weights[i] ?? 0) * (part.mean - centre) * (part.mean - centre),
    0,
  );
  const spread = parts.reduce((sum, part, i) => {
    const rest = 1 - (weights[i] ?? 0) / all;
    return sum + (rest * rest) / (part.n - 1);
  }, 0);
  const lambda = spread / (k * k - 1);
  return fOf(between / (k - 1) / (1 + 2 * (k - 2) * lambda), k - 1, 1 / (3 * lambda));
}

type Ratio = Pick<FTest, "f" | "dfBetween" | "dfWithin" | "p">;

function fOf(f: number, dfBetween: number, dfWithin: number): Ratio {
  return {
    f: estimated(f),
    dfBetween: estimated(dfBetween),
    dfWithin: estimated(dfWithin),
    p: estimated(fUpper(f, dfBetween, dfWithin)),
  };
}

function noF(because: Reason, n: number): Ratio {
  const none = notEstimable(because, n);
  return { f: none, dfBetween: none, dfWithin: none, p: none };
}

const EQUAL: Provenance = {
  method: "one-way analysis of variance",
  convention: "equal variances",
  rCall: "oneway.test(value ~ group, var.equal = TRUE)",
};

const UNEQUAL: Provenance = {
  method: "Welch's analysis of variance",
  convention: "unequal variances, Welch's degrees of freedom (R's default)",
  rCall: "oneway.test(value ~ group)",
};
