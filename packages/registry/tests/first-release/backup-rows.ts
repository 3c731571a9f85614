import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const MARK = "OSTEON-BACKUP-PLAIN\n";

/** One table as a backup holds it. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The tables of a plain backup, read from the file alone. */
export function backedUpTables(path: string): readonly BackedUpTable[] {
  const lines = gunzipSync(readFileSync(path).subarray(MARK.length)).toString("utf8").trimEnd().split("\n");
  const tables: { name: string; columns: string[]; rows: (string | null)[][] }[] = [];
  for (const line of lines.slice(1, -1)) {
    const value = JSON.parse(line);
    if (Array.isArray(value)) tables.at(-1)?.rows.push(value);
    else tables.push({ name: value.table, columns: value.columns, rows: [] });
  }
  return tables;
}
