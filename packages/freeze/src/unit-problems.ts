import { CHECK_PROBLEMS, type Charts, type Codebook, missingReasonOf, type Problem, placed } from "@osteon/codebook";
import { faultsOf } from "@osteon/words";
import { byList } from "./cell-readers.ts";

const { refused } = faultsOf(CHECK_PROBLEMS);

const NUMBERS = ["value", "lower_limit", "upper_limit"] as const;

/** Laboratory numbers that cannot be brought to their analyte's own unit, since the row states none that it comes in. */
export function unitProblems(charts: Charts, book: Codebook): readonly Problem[] {
  const { unitOf } = byList(book);
  const laboratory = charts.filter((table) => table.name === "laboratory");
  return laboratory.flatMap(({ file, rows }) =>
    rows.flatMap(({ row, cells }) => {
      if (unitOf(cells) !== undefined) return [];
      const stated = NUMBERS.filter((name) => missingReasonOf(cells[name] ?? "") === undefined);
      return stated.map((column) =>
        placed(
          refused("number-without-unit", { analyte: cells.analyte ?? "", field: column, unit: cells.unit ?? "" }),
          {
            file,
            row,
            column,
            value: cells[column] ?? "",
          },
        ),
      );
    }),
  );
}
