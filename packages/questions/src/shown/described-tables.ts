import type { PageTable } from "@osteon/publish";
import type { Compared } from "../comparisons/compare-columns.ts";
import type { DescribedNumbers, NumbersCompared } from "../comparisons/compare-numbers.ts";
import type { TextsCompared } from "../comparisons/compare-texts.ts";
import { plain, pText } from "./number-text.ts";
import { share, textTable } from "./shown-tables.ts";

/** A column described in each group, both ways. */
export function describedTable(compared: Compared, title: string): PageTable {
  return compared.kind === "number" ? numberTable(compared.groups, title) : shareTable(compared, title);
}

/** Numbers described both ways, a row for each group. */
export function numberTable(groups: NumbersCompared["groups"] | readonly DescribedNumbers[], title: string): PageTable {
  const heads = ["", "n", "missing", "mean", "SD", "median", "quartiles", "range", "Shapiro-Wilk p"];
  const range = (from: number | null, to: number | null) => (from === null ? "NA" : `${plain(from)} to ${plain(to)}`);
  const rows = groups.map((own) => [
    own.group,
    plain(own.n),
    plain(own.missing),
    plain(own.mean),
    plain(own.sd),
    plain(own.median),
    range(own.lowerQuartile, own.upperQuartile),
    range(own.minimum, own.maximum),
    pText(own.shapiroP),
  ]);
  return textTable("described", title, heads, rows);
}

function shareTable({ groups, levels }: TextsCompared, title: string): PageTable {
  const heads = ["", ...groups.map(({ group, n }) => `${group} (n ${plain(n)})`)];
  return textTable("described", title, heads, [
    ...levels.map((level, i) => [level, ...groups.map((own) => share(own.counts[i] ?? 0, own.percent[i] ?? null))]),
    ["missing", ...groups.map(({ missing }) => plain(missing))],
  ]);
}
