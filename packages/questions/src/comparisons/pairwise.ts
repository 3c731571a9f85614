import { type Adjustment, adjustPValues, pooledPairs } from "@osteon/stats";
import type { PAIR_ADJUSTMENTS } from "../choices.ts";
import { Refusal } from "../refusal.ts";
import { shown } from "../shown/shown-test.ts";
import { orNull } from "../survival/survival-choices.ts";
import type { Compared } from "./compare-columns.ts";
import { made, whyNot } from "./test-choice.ts";

export type PairAdjustment = (typeof PAIR_ADJUSTMENTS)[number];

const ADJUSTMENTS: Readonly<Record<PairAdjustment, Adjustment>> = {
  none: "none",
  bonferroni: "bonferroni",
  holm: "holm",
  hochberg: "hochberg",
  hommel: "hommel",
  BH: "benjamini-hochberg",
  BY: "benjamini-yekutieli",
};

/** A t test with the variance of all groups together, which two groups alone do not give. */
export const POOLED = "pooled";

/** Two of the groups, compared. */
export interface PairShown {
  readonly test: string;
  readonly method: string;
  readonly groups: readonly [first: string, second: string];
  readonly p: number | null;
  readonly adjusted: number | null;
  readonly because?: string;
}

/** Every two groups compared by each test; p adjusted for the pairs that could be tested, each test for itself. */
export function pairwise(compared: Compared, tests: readonly string[], how: PairAdjustment): readonly PairShown[] {
  const names = compared.groups.map(({ group }) => group);
  if (names.length < 3)
    throw new Refusal("asked", `--pairwise compares every two of several groups; there are ${names.length}.`);
  return tests.flatMap((test) => {
    const found =
      test === POOLED ? pooled(compared, names) : pairsOf(names).map((pair) => paired(compared, test, pair));
    const known = found.flatMap(({ p }) => (p === null ? [] : [p]));
    const adjusted = [...adjustPValues(known, ADJUSTMENTS[how])];
    return found.map((own) => ({ ...own, adjusted: own.p === null ? null : (adjusted.shift() ?? null) }));
  });
}

/** The tests of two groups among those asked for; the usual one where none is. */
export function pairwiseTests(compared: Compared, asked: readonly string[] | undefined): readonly string[] {
  const first = compared.groups.slice(0, 2).map(({ group }) => group);
  const two = ofTwo(compared, first as [string, string]);
  const fitting = (asked ?? []).filter((name) => name === POOLED || whyNot(name, two) === undefined);
  if (asked !== undefined && fitting.length === 0)
    throw new Refusal("asked", `--pairwise: none of --test ${asked.join(",")} compares two groups.`);
  return asked === undefined ? [compared.kind === "number" ? "wilcoxon" : "fisher"] : fitting;
}

const pairsOf = (names: readonly string[]) =>
  names.flatMap((first, i) => names.slice(i + 1).map((second) => [first, second] as const));

function paired(compared: Compared, test: string, groups: readonly [string, string]): Omit<PairShown, "adjusted"> {
  const two = ofTwo(compared, groups);
  const why = whyNot(test, two);
  if (why !== undefined)
    throw new Refusal("asked", `--test ${test} of ${compared.name}, ${groups.join(" and ")}: ${why}.`);
  const { method, p, because } = made(test, two);
  return { test, method, groups, p, ...(because !== undefined && { because }) };
}

/** The same column in two of its groups. */
function ofTwo(compared: Compared, pair: readonly [string, string]): Compared {
  const groups = pair.flatMap((name) => compared.groups.filter(({ group }) => group === name));
  if (compared.kind === "number") {
    const rows = compared.grouped.rows.filter(({ group }) => pair.includes(group));
    return { ...compared, groups: groups as typeof compared.groups, grouped: { rows, names: pair } };
  }
  const places = pair.map((name) => compared.table.names.indexOf(name));
  const counts = places.map((place) => compared.table.counts[place] ?? []);
  return { ...compared, groups: groups as typeof compared.groups, table: { ...compared.table, counts, names: pair } };
}

function pooled(compared: Compared, names: readonly string[]): readonly Omit<PairShown, "adjusted">[] {
  if (compared.kind !== "number")
    throw new Refusal(
      "asked",
      `--test ${POOLED} of ${compared.name}: it compares numbers, and the column holds categories.`,
    );
  return pooledPairs(compared.grouped.rows, names).map(({ groups, t, df, p }) => {
    const { because } = shown("", "t", t, [df], p);
    const method = "t test, variance pooled over all groups";
    return { test: POOLED, method, groups, p: orNull(p), ...(because !== undefined && { because }) };
  });
}
