import type { Compared, Comparison } from "../comparisons/compare-columns.ts";
import { testInR } from "../comparisons/test-choice.ts";
import { rName } from "../in-r/r-words.ts";
import { factorInR, rowsInR } from "../in-r/rows-in-r.ts";
import { columnNamed } from "../rows/columns.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import type { TableAsked } from "./table-choices.ts";

/** Description and test of each column of a table in R. */
export function tableInR(
  rows: ChosenRows,
  { groups, levelsOf }: Comparison,
  { by, count }: TableAsked,
  lines: readonly { readonly compared: Compared; readonly test: ShownTest | undefined }[],
): string {
  const script = [
    ...rowsInR(rows, count === undefined ? undefined : columnNamed(rows.data, count).name),
    ...(by === undefined ? [] : [factorInR(groups.column, groups.names)]),
    ...lines.flatMap(({ compared, test }) => {
      const value = `d$${rName(compared.name)}`;
      const group = by === undefined ? "" : `, d$${rName(groups.column)}`;
      const described =
        compared.kind === "number"
          ? by === undefined
            ? `c(summary(${value}), sd = sd(${value}, na.rm = TRUE))`
            : `tapply(${value}${group}, function(x) c(summary(x), sd = sd(x, na.rm = TRUE)))`
          : `table(${value}${group}, useNA = "ifany")`;
      return [
        ...(compared.kind === "text" ? [factorInR(compared.name, levelsOf(compared.name))] : []),
        described,
        ...(test === undefined ? [] : [testInR(test.test, rName(compared.name), rName(groups.column))]),
      ];
    }),
  ];
  return `${script.join("\n")}\n`;
}
