import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { openDuckDb, parquetColumns } from "@osteon/engine";
import {
  columnOfTexts,
  type DataColumn,
  type DataFile,
  type ReadData,
  readCsvData,
  readDatasetJson,
} from "@osteon/interop";
import { Refusal } from "../refusal.ts";

const FORMATS = ".csv, .tsv, .txt, .json (CDISC Dataset-JSON), .parquet";

/** Reads CSV, Parquet or CDISC Dataset-JSON, by the ending of the name. */
export async function readDataFile(path: string): Promise<ReadData> {
  const file = basename(path);
  const ending = extname(path).toLowerCase();
  const bytes = await readFile(path).catch(() => {
    throw new Refusal("no-file", `${path}: there is no such file.`);
  });
  switch (ending) {
    case ".csv":
    case ".tsv":
    case ".txt":
      return readCsvData(file, bytes);
    case ".json":
      return readDatasetJson(file, bytes.toString("utf8"));
    case ".parquet":
      return { ok: true, data: await readParquet(path, file) };
    default:
      throw new Refusal("asked", `${file}: the ending says nothing known. Give one of ${FORMATS}.`);
  }
}

const NUMBERS =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL.*)$/;

async function readParquet(path: string, file: string): Promise<DataFile> {
  const engine = await openDuckDb();
  try {
    const { columns, rowCount } = await parquetColumns(engine, path);
    return {
      file,
      columns: columns.map(({ name, type, texts }): DataColumn => {
        const values = texts.map((cell) => (cell === null ? null : String(cell)));
        if (!NUMBERS.test(type)) return { name, kind: "text", values };
        return columnOfTexts(
          name,
          values.map((text) => text ?? ""),
        );
      }),
      rowCount,
      rowNumbers: Array.from({ length: rowCount }, (_, row) => row + 1),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("data", `${file}: DuckDB cannot read it as Parquet (${String(error).split("\n")[0]}).`);
  } finally {
    await engine.close();
  }
}
