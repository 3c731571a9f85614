import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openDuckDb } from "@osteon/engine";
import protocol from "../../../studies/schnabel-2017/protocol.ts";
import { loadTables } from "../../../studies/schnabel-2017/tests/compare-models.ts";
import { randomTables } from "../../../studies/schnabel-2017/tests/random-tables.ts";
import { derive, lintModel, type Model } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-hostile-"));
const secret = join(folder, "secret.csv");
writeFileSync(secret, "name\nAnna\n");
after(() => rmSync(folder, { recursive: true, force: true }));

const HOSTILE: readonly (readonly [what: string, select: string])[] = [
  ["a file", `SELECT name FROM '${secret}'`],
  ["a file behind a comma", `SELECT name FROM patient, '${secret}'`],
  ["a network address", "SELECT name FROM 'https://example.org/children.csv'"],
  ["an extension", "INSTALL httpfs"],
  ["an attached database", `ATTACH '${join(folder, "other.db")}' AS other`],
  ["a write", `COPY patient TO '${join(folder, "patient.csv")}'`],
  ["a write behind a SELECT", `SELECT 1 AS n; COPY patient TO '${join(folder, "patient.csv")}'`],
  ["a change of what others read", "DELETE FROM patient"],
];

for (const [what, select] of HOSTILE) {
  test(`a model with ${what} is found by the linter and refused by the engine`, async () => {
    const hostile: Model = {
      name: "hostile",
      layer: "analysis",
      grain: "",
      reads: [],
      sql: `-- One row per child: hostile.\n${select}`,
    };
    assert.notDeepEqual(lintModel(hostile), []);
    const engine = await openDuckDb({ threads: 1 });
    try {
      await loadTables(engine, randomTables(3, 5));
      await assert.rejects(derive(engine, protocol, { models: [hostile] }));
      assert.equal((await engine.rows("SELECT patient_no FROM patient")).length, 5);
    } finally {
      await engine.close();
    }
    for (const file of ["patient.csv", "other.db"]) assert.ok(!existsSync(join(folder, file)), file);
  });
}
