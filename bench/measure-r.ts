import { execFile } from "node:child_process";
import { access, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { exportCsv } from "./export-csv.ts";
import type { RMeasured } from "./measured.ts";

const SCRIPT = fileURLToPath(new URL("./derivation.R", import.meta.url));

/** The same work in R, from CSV; undefined where there is no Rscript. The CSV files are removed again, being large. */
export async function measureR(freeze: string, csv: string): Promise<RMeasured | undefined> {
  const run = promisify(execFile);
  const there = await Promise.all([run("Rscript", ["--version"]), access(SCRIPT)]).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  await exportCsv(freeze, csv);
  try {
    const answer = join(csv, "answer.json");
    await run("Rscript", [SCRIPT, csv, answer], { maxBuffer: 2 ** 26 });
    return JSON.parse(await readFile(answer, "utf8"));
  } finally {
    await rm(csv, { recursive: true, force: true });
  }
}
