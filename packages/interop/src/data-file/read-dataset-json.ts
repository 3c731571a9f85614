import { placed } from "@osteon/codebook";
import type { Fault } from "@osteon/words";
import { refused } from "../csv/file-problem.ts";
import { columnOfTexts, type DataColumn, type ReadData } from "./data-file.ts";

interface Described {
  readonly name: string;
  readonly dataType?: string;
}

/** The part of CDISC Dataset-JSON 1.1 that holds the rows. */
interface DatasetJson {
  readonly datasetJSONVersion: string;
  readonly columns: readonly Described[];
  readonly rows: readonly (readonly unknown[])[];
}

const NUMERIC = new Set(["integer", "float", "double", "decimal"]);

/** Reads CDISC Dataset-JSON 1.1: columns with names and types, rows as arrays. Empty strings and null are missing. */
export function readDatasetJson(file: string, text: string): ReadData {
  const parsed = parse(text);
  if (typeof parsed === "string") return unread(file, refused("not-json", { error: parsed }));
  if (!isDataset(parsed)) return unread(file, refused("not-dataset-json"));
  const { columns, rows } = parsed;
  const short = rows.findIndex((row) => row.length !== columns.length);
  if (short >= 0)
    return unread(
      file,
      refused("ragged-row", {
        line: short + 1,
        cells: rows[short]?.length ?? 0,
        width: columns.length,
        more: (rows[short]?.length ?? 0) > columns.length ? "more" : "fewer",
      }),
    );
  return {
    ok: true,
    data: {
      file,
      columns: columns.map((column, place) =>
        columnOf(
          column,
          rows.map((row) => row[place]),
        ),
      ),
      rowCount: rows.length,
      rowNumbers: rows.map((_, i) => i + 1),
    },
  };
}

function columnOf({ name, dataType }: Described, cells: readonly unknown[]): DataColumn {
  if (
    dataType !== undefined &&
    NUMERIC.has(dataType) &&
    cells.every((cell) => cell === null || typeof cell === "number")
  )
    return { name, kind: "number", values: cells as readonly (number | null)[] };
  const texts = cells.map((cell) => (cell === null || cell === undefined ? "" : String(cell)));
  if (dataType !== undefined && NUMERIC.has(dataType)) return columnOfTexts(name, texts);
  return { name, kind: "text", values: texts.map((text) => (text === "" ? null : text)) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isDataset(value: unknown): value is DatasetJson {
  if (typeof value !== "object" || value === null || !("columns" in value) || !("rows" in value)) return false;
  const { columns, rows } = value;
  const named = (column: unknown) => typeof column === "object" && column !== null && "name" in column;
  return Array.isArray(columns) && columns.every(named) && Array.isArray(rows) && rows.every(Array.isArray);
}

const unread = (file: string, fault: Fault): ReadData => ({ ok: false, problems: [placed(fault, { file })] });
