import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeChartFolder } from "@osteon/interop";
import { drawn, drawnHash, REFERENCE, SAMPLE } from "./reference-charts.ts";

/** Asks R anew: draws the charts, writes them as CSV for it, and keeps what it answers. Needs `Rscript`. */
const folder = mkdtempSync(join(tmpdir(), "osteon-tnfi-or-pamidronate-"));
try {
  await writeChartFolder(drawn, folder);
  const script = join(import.meta.dirname, "reference/tnfi-or-pamidronate.R");
  const writer = join(import.meta.dirname, "../../../packages/stats/reference/write-json.R");
  execFileSync("Rscript", [script, writer, SAMPLE, folder, drawnHash, REFERENCE], { stdio: "inherit" });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
