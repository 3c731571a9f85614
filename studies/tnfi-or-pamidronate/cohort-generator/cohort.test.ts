import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkCharts } from "@osteon/codebook";
import { readChartFolder, writeChartFolder } from "@osteon/interop";
import { cohortCharts } from "./cohort-charts.ts";
import { planChildren } from "./plan/child-plan.ts";

const COHORT = fileURLToPath(new URL("../cohort/", import.meta.url));

test("the generator writes the committed files, byte for byte", async () => {
  const again = await mkdtemp(join(tmpdir(), "osteon-cohort-"));
  try {
    await writeChartFolder(cohortCharts(), again, 2);
    const files = await readdir(again);
    assert.deepEqual([...files, "README.md", "notice.txt"].sort(), (await readdir(COHORT)).sort());
    for (const file of files)
      assert.equal(await readFile(join(again, file), "utf8"), await readFile(join(COHORT, file), "utf8"), file);
  } finally {
    await rm(again, { recursive: true, force: true });
  }
});

test("the charts raise neither a refusal nor a query", async () => {
  const { charts, problems } = await readChartFolder(COHORT);
  assert.deepEqual([...problems, ...checkCharts(charts)], []);
});

test("of the children given both some were given both at once, so that the drugs overlap", () => {
  const both = planChildren().filter(({ drugs }) => drugs.length === 2);
  const overlap = both.filter(({ drugs: [first, second] }) => (first.stop ?? 0) > (second?.start ?? 0));
  assert.equal(both.length, 22);
  assert.ok(overlap.length >= 5 && overlap.length <= 17, `${overlap.length} overlap`);
});
