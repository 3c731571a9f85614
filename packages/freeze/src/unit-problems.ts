import { type Charts, type Codebook, missingReasonOf, type Problem } from "@osteon/codebook";
import { byList } from "./cell-readers.ts";

const NUMBERS = ["value", "lower_limit", "upper_limit"] as const;

/** Laboratory numbers that cannot be brought to their analyte's own unit, since the row states none that it comes in. */
export function unitProblems(charts: Charts, book: Codebook): readonly Problem[] {
  const { unitOf } = byList(book);
  const laboratory = charts.filter((table) => table.name === "laboratory");
  return laboratory.flatMap(({ file, rows }) =>
    rows.flatMap(({ row, cells }) => {
      if (unitOf(cells) !== undefined) return [];
      const stated = NUMBERS.filter((name) => missingReasonOf(cells[name] ?? "") === undefined);
      return stated.map((column) => ({
        code: "number-without-unit",
        severity: "refused" as const,
        where: { file, row, column, value: cells[column] ?? "" },
        says: `${cells.analyte} has a ${column} but no unit that it is reported in: ${JSON.stringify(cells.unit ?? "")}.`,
        fix: "Enter the unit of the laboratory report, or leave the number empty.",
      }));
    }),
  );
}
