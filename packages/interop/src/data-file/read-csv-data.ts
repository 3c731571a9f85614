import { fileText, type Problem, placed, separatorOf } from "@osteon/codebook";
import { csvRecords } from "../csv/csv-records.ts";
import { refused } from "../csv/file-problem.ts";
import { recordProblems } from "../csv/record-problems.ts";
import { columnOfTexts, decimalSignOf, type ReadData } from "./data-file.ts";

/**
 * Reads a CSV file of any columns: comma, semicolon or tab (these two with decimal commas where a cell shows one); the first row
 * names the columns. Blank, NA and a single point are missing; so are NaN, NULL and n/a among numbers, which is said. A row of another length, a column without a name or named twice, open quotation marks and an
 * empty file are problems, all of them listed.
 */
export function readCsvData(file: string, bytes: Uint8Array): ReadData {
  const { text, encoding } = fileText(bytes);
  const separator = separatorOf(text.replace(/^\uFEFF/, ""));
  const [header, ...records] = csvRecords(text.replace(/^\uFEFF/, ""), separator);
  if (header === undefined || records.length === 0) {
    const found = header === undefined ? "nothing" : "header";
    return { ok: false, problems: [placed(refused("empty-file", { found }), { file })] };
  }
  const names = header.cells.map((name) => name.trim());
  const problems = [
    ...headerProblems(file, names),
    ...records.flatMap((record) => recordProblems(file, record, names)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const decimal =
    separator === ","
      ? "point"
      : decimalSignOf(
          records.flatMap(({ cells }) => cells),
          separator === "\t",
        );
  const columns = names.map((name, place) =>
    columnOfTexts(
      name,
      records.map(({ cells }) => cells[place] ?? ""),
      decimal,
    ),
  );
  return {
    ok: true,
    data: {
      ...{ file, columns, rowCount: records.length, rowNumbers: records.map(({ row }) => row) },
      written: { separator, decimal: decimal === "comma" ? "comma" : "point", encoding },
    },
  };
}

function headerProblems(file: string, names: readonly string[]): readonly Problem[] {
  return names.flatMap((name, place) => {
    const where = { file, row: 1, column: name };
    // R writes row names under a header without a name.
    if (name === "" && place > 0) return [placed(refused("unnamed-column", { place: place + 1 }), where)];
    if (names.indexOf(name) !== place)
      return [placed(refused("duplicate-column", { column: name, reads: "none" }), where)];
    return [];
  });
}
