import type { ChartTable, Problem, Table } from "@osteon/codebook";
import { CsvError, parse } from "csv-parse/sync";
import { decode, encodingProblems } from "./decode.ts";

/** A table as read, and everything that is wrong with its file. Where rows can be read they are, so that all problems show at once. */
export interface ParsedTable {
  readonly table: ChartTable;
  readonly problems: readonly Problem[];
}

/** Reads the bytes of one CSV file against its table of the codebook. */
export function parseTable(bytes: Uint8Array, file: string, book: Table): ParsedTable {
  const empty = { name: book.name, file, rows: [] };
  const { text, isUtf8 } = decode(bytes);
  if (text.trim() === "") {
    const problem = ofFile(
      file,
      "empty-file",
      "The file is empty: not even the header is there.",
      `Begin it with: ${book.fields.map(({ name }) => name).join(",")}`,
    );
    return { table: empty, problems: [problem] };
  }
  const delimiter = delimiterOf(text);
  const records = readRecords(text, delimiter);
  if (!Array.isArray(records)) return { table: empty, problems: [broken(file, records)] };
  const [header = [], ...body] = records;
  const rows = body
    .map((record, index) => ({ row: index + 2, record }))
    .filter(({ record }) => record.some((cell) => cell !== ""));
  const table = { ...empty, rows: rows.map(({ row, record }) => ({ row, cells: cellsOf(header, record) })) };
  return {
    table,
    problems: [
      ...(delimiter === "," ? [] : [separatorProblem(file, delimiter)]),
      ...(isUtf8 ? [] : encodingProblems(file, foreignCells(table))),
      ...headerProblems(file, header, book),
      ...rows
        .filter(({ record }) => record.length !== header.length)
        .map(({ row, record }) => ragged(file, row, record.length, header.length)),
    ],
  };
}

function readRecords(text: string, delimiter: string): string[][] | CsvError {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/** The separator that the header uses most; a comma if none is there. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const times = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

function cellsOf(header: readonly string[], record: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(header.map((name, index) => [name, record[index] ?? ""]));
}

function headerProblems(file: string, header: readonly string[], { fields }: Table): readonly Problem[] {
  const names = fields.map(({ name }) => name);
  const column = (name: string, code: string, says: string, fix: string): Problem => ({
    ...ofFile(file, code, says, fix),
    where: { file, row: 1, column: name },
  });
  const missing = names.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !names.includes(name));
  const double = [...new Set(header.filter((name, index) => header.indexOf(name) !== index))];
  return [
    ...missing.map((name) =>
      column(
        name,
        "missing-column",
        `The column ${name} is missing.`,
        "Add it; leave its cells blank where nothing was entered yet.",
      ),
    ),
    ...unknown.map((name) =>
      column(
        name,
        "unknown-column",
        `The codebook has no column ${JSON.stringify(name)}.`,
        `Remove or rename it. Columns: ${names.join(", ")}.`,
      ),
    ),
    ...double.map((name) => column(name, "duplicate-column", `The column ${name} stands twice.`, "Keep one of them.")),
  ];
}

function ragged(file: string, row: number, found: number, expected: number): Problem {
  return {
    code: "ragged-row",
    severity: "refused",
    where: { file, row },
    says: `The row has ${found} cells, the header ${expected}.`,
    fix: "Quote cells that hold a comma, and fill the row up to the last column.",
  };
}

function separatorProblem(file: string, delimiter: string): Problem {
  const name = delimiter === ";" ? "semicolons" : "tabs";
  return ofFile(
    file,
    "not-comma-separated",
    `Its columns are separated by ${name}.`,
    'Save it as "CSV UTF-8 (comma separated)", with decimal points.',
  );
}

function broken(file: string, { code, lines, message }: CsvError & { lines?: number }): Problem {
  const where = lines === undefined ? { file } : { file, row: lines };
  return {
    code: "broken-csv",
    severity: "refused",
    where,
    says: `The file cannot be read as CSV (${code}): ${message}`,
    fix: "Close every quotation mark; double a quotation mark inside a cell.",
  };
}

function ofFile(file: string, code: string, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file }, says, fix };
}

function foreignCells({ rows }: ChartTable): readonly { row: number; column: string; value: string }[] {
  return rows.flatMap(({ row, cells }) =>
    Object.entries(cells)
      .filter(([, value]) => [...value].some((letter) => (letter.codePointAt(0) ?? 0) > 127))
      .map(([column, value]) => ({ row, column, value })),
  );
}
