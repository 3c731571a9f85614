import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawRows, writeRows } from "./draw-rows.ts";
import type { Measured } from "./measure.ts";
import { type Line, resultsPage } from "./results-page.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000,1000000,5000000" },
    out: { type: "string" },
    "no-r": { type: "boolean", default: false },
  },
});

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const withR = values["no-r"] !== true && spawnSync("Rscript", ["--version"]).status === 0;
const AXES = ["days", "fractions"] as const;
const TASKS = [
  { ours: "survival", theirs: ["survival"] },
  { ours: "cox", theirs: ["cox", "coxFit"] },
] as const;

let versions = "R was not run";

function inR(directory: string, call: string, axis: string, repeats: number): Measured | undefined {
  if (!withR) return undefined;
  const shown = execFileSync("Rscript", [at("measure.R"), directory, call, axis, String(repeats)], {
    encoding: "utf8",
  });
  const measured = JSON.parse(shown);
  versions = measured.versions;
  return measured;
}

function measureSize(n: number): readonly Line[] {
  const directory = mkdtempSync(join(tmpdir(), "osteon-stats-bench-"));
  try {
    writeRows(directory, drawRows(n));
    return TASKS.flatMap(({ ours, theirs }) =>
      AXES.map((axis): Line => {
        process.stderr.write(`${n} rows, ${ours}, ${axis} ...\n`);
        const child = [at("measure.ts"), directory, ours, axis, "5"];
        const own: Measured = JSON.parse(execFileSync(process.execPath, child, { encoding: "utf8" }));
        const r = theirs.map((call) => [call, inR(directory, call, axis, n > 1e6 ? 1 : 3)] as const);
        return { n, task: ours, axis, own, r };
      }),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const lines = values.rows.split(",").flatMap((n) => measureSize(Number(n)));
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${versions}`;
const page = resultsPage(lines, machine);
process.stdout.write(page);
if (values.out !== undefined) writeFileSync(values.out, page);
