import type { Cell, Tally, TallyRow } from "@osteon/engine";
import type { AssociationAnalysis } from "@osteon/protocol";
import { chiSquare, describe, fisherExact, oddsRatio, rankSumTest, spearman } from "@osteon/stats";
import type { Group, Statistic } from "./rows-of.ts";
import { counted, total } from "./share.ts";

/**
 * Two columns against each other by the test that the protocol names, over the pairs that it can take; pairs with a missing
 * value, and pairs with a value that the test has no place for, are counted apart.
 */
export function association(tally: Tally, { test }: AssociationAnalysis): readonly Group[] {
  const isMissing = ({ key }: TallyRow): boolean => key[0] === null || key[1] === null;
  const pairOf = ({ key, n }: TallyRow): Pair => ({ x: numberOf(key[0]), y: numberOf(key[1]), n });
  const missing = tally.rows.filter(isMissing);
  const known = tally.rows.filter((row) => !isMissing(row));
  const taken = known.filter((row) => TAKES[test](pairOf(row)));
  const other = known.filter((row) => !taken.includes(row));
  return [
    {
      group: "all",
      statistics: [
        counted("n", taken),
        { statistic: "missing", value: total(missing), method: "count" },
        ...(other.length === 0 ? [] : [{ statistic: "other", value: total(other), method: "count" }]),
        ...TESTS[test](taken.map(pairOf)),
      ],
    },
  ];
}

/** Group or outcome, 0 or 1, or a number; what is none is NaN and taken by no test. */
interface Pair {
  readonly x: number;
  readonly y: number;
  readonly n: number;
}

type Pairs = readonly Pair[];

const numberOf = (cell: Cell | undefined): number => (cell === "" || cell === undefined ? Number.NaN : Number(cell));
const isGroup = (value: number): boolean => value === 0 || value === 1;

/** The pairs that a test has a place for: a group is 0 or 1 and nothing else. */
const TAKES: Readonly<Record<AssociationAnalysis["test"], (pair: Pair) => boolean>> = {
  "two-by-two": ({ x, y }) => isGroup(x) && isGroup(y),
  "rank-sum": ({ x, y }) => isGroup(x) && Number.isFinite(y),
  "rank-correlation": ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
};

const TESTS: Readonly<Record<AssociationAnalysis["test"], (pairs: Pairs) => readonly Statistic[]>> = {
  "two-by-two": twoByTwo,
  "rank-sum": rankSum,
  "rank-correlation": rankCorrelation,
};

function twoByTwo(pairs: Pairs): readonly Statistic[] {
  const at = (x: number, y: number) =>
    pairs.filter((pair) => pair.x === x && pair.y === y).reduce((sum, { n }) => sum + n, 0);
  const table = { a: at(1, 1), b: at(1, 0), c: at(0, 1), d: at(0, 0) };
  const plain = chiSquare(table, false);
  const corrected = chiSquare(table, true);
  return [
    { statistic: "chi-square", value: plain.chi2, method: "Pearson's chi-square, 1 df" },
    { statistic: "chi-square-p", value: plain.p, method: "Pearson's chi-square without correction" },
    { statistic: "chi-square-corrected-p", value: corrected.p, method: "chi-square with Yates' correction" },
    { statistic: "fisher-p", value: fisherExact(table), method: "Fisher's exact test, two-sided" },
    { statistic: "odds-ratio", value: oddsRatio(table), method: "a d / b c" },
  ];
}

function rankSum(pairs: Pairs): readonly Statistic[] {
  const groups = pairs.map(({ x, y, n }) => ({ group: x === 1 ? (1 as const) : (0 as const), value: y, n }));
  const test = rankSumTest(groups);
  const median = (group: 0 | 1) =>
    describe(
      groups.filter((row) => row.group === group),
      6,
    ).median;
  return [
    { statistic: "median-0", value: median(0), method: "median of the group without" },
    { statistic: "median-1", value: median(1), method: "median of the group with" },
    { statistic: "rank-sum-w", value: test.w, method: "Wilcoxon-Mann-Whitney" },
    {
      statistic: "p",
      value: test.p,
      method: "Wilcoxon-Mann-Whitney, normal approximation, ties, continuity correction",
    },
  ];
}

function rankCorrelation(pairs: Pairs): readonly Statistic[] {
  const { rho, p } = spearman(pairs);
  return [
    { statistic: "rho", value: rho, method: "Spearman's rank correlation" },
    { statistic: "p", value: p, method: "Spearman, t approximation" },
  ];
}
