import {
  CHECK_PROBLEMS,
  type ChartTable,
  comparatorOf,
  type PlacedRow,
  type Problem,
  placed,
  type Table,
  withLimits,
} from "@osteon/codebook";
import { faultsOf } from "@osteon/words";
import { fromTyped } from "../typed/from-typed.ts";
import type { CsvRecord } from "./csv-records.ts";
import { refused } from "./file-problem.ts";
import { type Header, readHeader } from "./read-header.ts";
import { recordProblems } from "./record-problems.ts";

/** A table as far as it could be read, and everything that is wrong with its file. */
export interface ParsedTable {
  /** Left out where not even the header can be read. */
  readonly table?: ChartTable;
  readonly problems: readonly Problem[];
}

/** So many rows of a file may be at fault before its reading stops: whoever mends it begins with these. */
export const MOST_PROBLEMS = 300;

/** Reads the records of one file against its table of the codebook, the first being the header. `version` is that of the file. */
export function readRecords(records: readonly CsvRecord[], file: string, book: Table, version = 1): ParsedTable {
  const [first] = records;
  if (first === undefined) return { problems: [emptyFile(file, book)] };
  const plain = fromTyped(records, file, book);
  const header = readHeader(file, plain.records[0]?.cells ?? [], book, version);
  if (header === undefined) return { problems: [noHeader(file, first, book)] };
  const problems = [...header.problems, ...plain.problems];
  const rows: PlacedRow[] = [];
  for (const [place, record] of records.entries()) {
    if (record === first) continue;
    const wrong = recordProblems(file, record, first.cells);
    rows.push(chartRow(plain.records[place] ?? record, header, wrong.length > 0, book));
    problems.push(...wrong);
    if (problems.length < MOST_PROBLEMS) continue;
    problems.push(moreProblems(file, record.row));
    break;
  }
  const absent = absentFrom(header, rows, book);
  return {
    table: { name: book.name, file, rows, ...(absent.length > 0 ? { absent } : {}) },
    problems,
  };
}

const { refused: stopped } = faultsOf(CHECK_PROBLEMS);

/** Reading stopped, since too much was wrong. */
export function moreProblems(file: string, row: number): Problem {
  return placed(stopped("more-problems", { because: "reading", line: row }), { file, row });
}

function chartRow({ row, cells }: CsvRecord, { columns }: Header, isRagged: boolean, book: Table): PlacedRow {
  const byField: Record<string, string> = {};
  for (const [name, place] of columns) byField[name] = cells[place] ?? "";
  return isRagged ? { row, cells: byField, ragged: true } : { row, cells: withLimits(book, byField) };
}

/** The fields that the file has no column of; signs before numbers give what a column of sides would have held. */
function absentFrom({ absent }: Header, rows: readonly PlacedRow[], { fields }: Table): readonly string[] {
  const beside = fields.flatMap((field) => comparatorOf(field) ?? []);
  const told = beside.filter((name) => absent.includes(name) && rows.some(({ cells }) => (cells[name] ?? "") !== ""));
  return told.length === 0 ? absent : absent.filter((name) => !told.includes(name));
}

function emptyFile(file: string, { fields }: Table): Problem {
  const header = fields.map(({ name }) => name).join(",");
  return placed(refused("empty-file", { found: "nothing", header }), { file });
}

function noHeader(file: string, { row, cells }: CsvRecord, { fields }: Table): Problem {
  const header = fields.map(({ name }) => name).join(",");
  return placed(refused("no-header", { header }), { file, row, value: cells.join(",").slice(0, 80) });
}
