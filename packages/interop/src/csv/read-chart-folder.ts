import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Charts, CODEBOOK, type Problem } from "@osteon/codebook";
import { type ParsedTable, parseTable } from "./parse-table.ts";

/**
 * Reads a chart folder: one CSV file for each table of the codebook, README files aside. The charts hold every row that could
 * be read, so that `checkCharts` can list their problems beside those of the files.
 */
export async function readChartFolder(
  directory: string,
): Promise<{ readonly charts: Charts; readonly problems: readonly Problem[] }> {
  const files = await readdir(directory).catch(() => undefined);
  if (files === undefined) {
    return {
      charts: [],
      problems: [
        refused(directory, "no-folder", "There is no such folder.", "Name the folder that holds patient.csv."),
      ],
    };
  }
  const parsed = await Promise.all(CODEBOOK.map((book) => readTable(directory, files, book)));
  const expected = new Set(CODEBOOK.map(({ name }) => `${name}.csv`));
  const strangers = files.filter((file) => file.endsWith(".csv") && !expected.has(file)).sort();
  return {
    charts: parsed.map(({ table }) => table),
    problems: [
      ...parsed.flatMap(({ problems }) => problems),
      ...strangers.map((file) =>
        refused(
          file,
          "unknown-file",
          "The codebook has no such table.",
          `Remove or rename it. Tables: ${[...expected].join(", ")}.`,
        ),
      ),
    ],
  };
}

async function readTable(
  directory: string,
  files: readonly string[],
  book: (typeof CODEBOOK)[number],
): Promise<ParsedTable> {
  const file = `${book.name}.csv`;
  if (files.includes(file)) return parseTable(await readFile(join(directory, file)), file, book);
  const header = book.fields.map(({ name }) => name).join(",");
  return {
    table: { name: book.name, file, rows: [] },
    problems: [
      refused(
        file,
        "missing-file",
        "The file is missing.",
        `Add it; if there is nothing to enter, with its header alone: ${header}`,
      ),
    ],
  };
}

function refused(file: string, code: string, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file }, says, fix };
}
