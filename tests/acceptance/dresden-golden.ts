import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDuckDb } from "@osteon/engine";
import type { Results } from "@osteon/estimate";

/** What the Dresden study gives on its own cohort, small enough to keep and to compare line by line. */
export interface Golden {
  /** By id in code-point order: value, reason, unit, method, and the cells as JSON, or their hash where they are long. */
  readonly results: Readonly<Record<string, readonly (string | number | null)[]>>;
  /** Results that came later, by declared levels: none of them may be among the others. */
  readonly added: readonly string[];
  /** The words of the report, a block a line, without hashes and without drawings. */
  readonly report: readonly string[];
  /** SHA-256 of each figure and each table. */
  readonly files: Readonly<Record<string, string>>;
  /** For each analysis table the columns that are compared, and the hash of its rows over them. */
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly hash: string }>>;
}

const SHORT = 60;
const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads a run's folder; what `before` does not know of results is `added`, and of tables only its columns are read. */
export async function goldenOf(run: string, before?: Golden): Promise<Golden> {
  const { results } = JSON.parse(readFileSync(join(run, "results.json"), "utf8")) as Results;
  const rows = results.map(({ id, value, because, unit, method, cells }) => {
    const text = cells === undefined ? null : JSON.stringify(cells);
    const kept = text === null || text.length <= SHORT ? text : sha256(text).slice(0, 16);
    return [id, [value, because ?? null, unit, method, kept]] as const;
  });
  rows.sort(([a], [b]) => byCodePoint(a, b));
  const isNew = (id: string): boolean => before !== undefined && before.results[id] === undefined;
  return {
    results: Object.fromEntries(rows.filter(([id]) => !isNew(id))),
    added: rows.flatMap(([id]) => (isNew(id) ? [id] : [])),
    report: reportWords(readFileSync(join(run, "report", "index.html"), "utf8")),
    files: fileHashes(join(run, "report")),
    tables: await tableHashes(join(run, "tables"), before),
  };
}

/** The file's text: an entry a line, so that a difference between two versions shows where it is. */
export function goldenText({ results, added, report, files, tables }: Golden): string {
  const entries = (of: Readonly<Record<string, unknown>>): string =>
    Object.entries(of)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const lines = (of: readonly unknown[]): string => of.map((one) => JSON.stringify(one)).join(",\n");
  return `{"results": {\n${entries(results)}\n},\n"added": [\n${lines(added)}\n],\n"report": [\n${lines(report)}\n],\n"files": {\n${entries(files)}\n},\n"tables": {\n${entries(tables)}\n}}\n`;
}

/** The words of a report, a block a line, without hashes, without drawings and without the R calls, which `r-calls.test.ts` runs. */
export function reportWords(html: string): readonly string[] {
  return html
    .replaceAll(/<(svg|style|script|head|details)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<\/(p|li|h\d|tr|caption|figcaption|dt|dd|div)>/g, "\n")
    .replaceAll(/<\/t[hd]>/g, " | ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "HASH")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function fileHashes(report: string): Golden["files"] {
  const names = ["figures", "tables"].flatMap((folder) =>
    readdirSync(join(report, folder))
      .filter((file) => /\.(svg|csv)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  return Object.fromEntries(names.sort(byCodePoint).map((name) => [name, sha256(readFileSync(join(report, name)))]));
}

async function tableHashes(folder: string, before: Golden | undefined): Promise<Golden["tables"]> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    const hashes: [string, Golden["tables"][string]][] = [];
    for (const file of readdirSync(folder).sort(byCodePoint)) {
      const name = file.replace(/\.parquet$/, "");
      const from = `read_parquet('${join(folder, file).replaceAll("'", "''")}')`;
      const known = before?.tables[name]?.columns;
      const columns = known ?? (await engine.columns(`SELECT * FROM ${from} WHERE 1 = 0`)).names;
      const select = columns.map((column) => `"${column}"`).join(", ");
      const read = await engine.columns(`SELECT ${select} FROM ${from} ORDER BY ALL`);
      hashes.push([name, { columns, hash: sha256(JSON.stringify(read.columns)) }]);
    }
    return Object.fromEntries(hashes);
  } finally {
    await engine.close();
  }
}
