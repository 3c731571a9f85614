import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { agreementPage, type Compared } from "./agreement-page.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Runs the tests, which say how near each statistic came to R, and writes docs/reference/agreement.md from that. */
const folder = mkdtempSync(join(tmpdir(), "osteon-agreement-"));
const file = join(folder, "lines.jsonl");
const ran = spawnSync(process.execPath, ["--test", at("../tests/*.test.ts")], {
  env: { ...process.env, OSTEON_AGREEMENT: file },
  stdio: ["ignore", "ignore", "inherit"],
});
if (ran.status !== 0)
  throw new Error("the tests fail: mend them first, with node --test packages/stats/tests/*.test.ts");
const lines = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line): Compared => JSON.parse(line));
rmSync(folder, { recursive: true });
writeFileSync(at("../../../docs/reference/agreement.md"), agreementPage(lines));
