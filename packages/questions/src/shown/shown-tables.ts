import type { PageRow, PageTable } from "@osteon/publish";
import type { EffectShown } from "../comparisons/effects.ts";
import { plain, pText } from "./number-text.ts";
import { why } from "./reasons.ts";
import type { ShownTest } from "./shown-test.ts";

/** A table of texts, the first cell of each row its label. */
export function textTable(
  id: string,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): PageTable {
  return {
    ...{ id, title, heads, notes: [] },
    rows: rows.map(([label = "", ...cells]): PageRow => ({ label, cells: cells.map((text) => ({ text })) })),
  };
}

/** A statistic with its degrees of freedom, and its p; or why there is none. */
export function testsTable(tests: readonly ShownTest[]): readonly PageTable[] {
  if (tests.length === 0) return [];
  return [textTable("tests", "Tests", ["", "", ""], tests.map(testCells))];
}

function testCells({ method, statistic, value, df, p, because }: ShownTest): readonly string[] {
  if (p === null) return [method, "", `not estimable: ${why(because)}`];
  const free = df.length === 0 ? "" : ` on ${df.map((own) => plain(own)).join(" and ")} df`;
  return [method, statistic === "" ? "" : `${statistic} ${plain(value)}${free}`, pIs(p)];
}

/** `p = 0.034`, `p < 0.0001`. */
export const pIs = (p: number | null): string => `p ${pText(p).startsWith("<") ? pText(p) : `= ${pText(p)}`}`;

/** Estimates with their limits. */
export function effectsTable(
  effects: readonly EffectShown[],
  level: number,
  title = "Estimates",
): readonly PageTable[] {
  if (effects.length === 0) return [];
  // A number of which no limits are given has no reason for that.
  const without = (own: EffectShown) => own.lower === null && own.value !== null && own.because?.lower === undefined;
  const rows = effects.map((own) => [own.name, plain(own.value), without(own) ? "" : limitsText(own)]);
  return [textTable("estimates", title, ["", "estimate", `${plain(level * 100)} % limits`], rows)];
}

/** `0.2 to 0.9`; one NA where both are. */
export const limitsText = ({
  lower,
  upper,
}: {
  readonly lower: number | null;
  readonly upper: number | null;
}): string => (lower === null && upper === null ? "NA" : `${plain(lower)} to ${plain(upper)}`);

/** Rows of a rate or share that are one number beside a name. */
export const share = (count: number, percent: number | null, places = 1): string =>
  percent === null ? "0" : `${plain(count)} (${percent.toFixed(places)} %)`;
