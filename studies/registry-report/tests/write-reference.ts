import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeChartFolder } from "@osteon/interop";
import * as outcomes from "./outcome-charts.ts";
import * as report from "./reference-charts.ts";

/** Asks R anew: draws the charts, writes them as CSV for it, and keeps what it answers. Needs `Rscript`. */
async function ask(script: string, { drawn, drawnHash, REFERENCE }: Omit<typeof report, "SAMPLE">): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "osteon-registry-report-"));
  try {
    await writeChartFolder(drawn, folder);
    const path = join(import.meta.dirname, "reference", script);
    const writer = join(import.meta.dirname, "../../../packages/stats/reference/write-json.R");
    execFileSync("Rscript", [path, writer, report.SAMPLE, folder, drawnHash, REFERENCE], { stdio: "inherit" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await ask("registry-report.R", report);
await ask("outcomes.R", outcomes);
