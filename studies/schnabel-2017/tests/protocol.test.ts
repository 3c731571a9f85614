import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { freeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { statements } from "@osteon/protocol";
import protocol from "../protocol.ts";
import { OWN_CHARTS, PUBLISHED } from "../published.ts";

test("the charts that the paper is about are those of the study's folder", async () => {
  const { charts } = await readChartFolder(fileURLToPath(new URL("../cohort", import.meta.url)));
  const folder = mkdtempSync(join(tmpdir(), "osteon-own-"));
  try {
    const frozen = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
    assert.equal(frozen.ok && frozen.value.hash, OWN_CHARTS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every rule says where the paper states it, or that it is an assumption", () => {
  const open = statements(protocol)
    .filter(({ path }) => /^(rules|timePoints|groups|cohorts)\./.test(path))
    .filter(({ stated }) => stated.source === undefined && stated.assumption !== true);
  assert.deepEqual(
    open.map(({ path }) => path),
    [],
  );
});

test("printed numbers have ids of their own, and contradictions name printed numbers", () => {
  const ids = new Set(PUBLISHED.map(({ id }) => id));
  assert.equal(ids.size, PUBLISHED.length);
  const unknown = PUBLISHED.flatMap(({ contradiction }) => contradiction?.against ?? []).filter(
    (id) => !ids.has(id) && ![...ids].some((other) => other.startsWith(`${id}-`)),
  );
  assert.deepEqual(unknown, []);
});
