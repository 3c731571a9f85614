import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { type Engine, openDuckDb, openPglite } from "@osteon/engine";
import { frozenLayout } from "../src/frozen-layout.ts";
import { freeze, hashTable, openFreeze, readFreeze } from "../src/index.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { smallCharts } from "./small-charts.ts";

async function frozenFolder(context: TestContext): Promise<string> {
  const directory = join(await scratchFolder(context), "frozen");
  const made = await freeze(smallCharts(), { directory, policy: "middle" });
  assert.ok(made.ok);
  return directory;
}

async function problemsIn(directory: string) {
  const read = await readFreeze(directory);
  assert.ok(!read.ok, "problems were expected");
  return read.problems.map(({ code, where }) => [code, where.file]);
}

async function editManifest(directory: string, edit: (manifest: Record<string, unknown>) => object): Promise<void> {
  const file = join(directory, "manifest.json");
  await writeFile(file, JSON.stringify(edit(JSON.parse(await readFile(file, "utf8")))));
}

describe("reading a freeze", () => {
  test("gives what freezing gave", async (context) => {
    const directory = join(await scratchFolder(context), "frozen");
    const made = await freeze(smallCharts(), { directory, policy: "earliest" });
    assert.deepEqual(await readFreeze(directory), made);
  });

  test("says where there is none", async (context) => {
    const folder = await scratchFolder(context);
    assert.deepEqual(await problemsIn(join(folder, "nowhere")), [["freeze-unreadable", "manifest.json"]]);
    await writeFile(join(folder, "manifest.json"), "{ half");
    assert.deepEqual(await problemsIn(folder), [["freeze-unreadable", "manifest.json"]]);
    await writeFile(join(folder, "manifest.json"), "{}");
    assert.deepEqual(await problemsIn(folder), [["freeze-unreadable", "manifest.json"]]);
  });

  test("names every file that is missing", async (context) => {
    const directory = await frozenFolder(context);
    for (const name of ["visit", "lesion"]) await rm(join(directory, `${name}.parquet`));
    assert.deepEqual(await problemsIn(directory), [
      ["freeze-changed", "visit.parquet"],
      ["freeze-changed", "lesion.parquet"],
    ]);
  });

  test("refuses a format that it does not know", async (context) => {
    const directory = await frozenFolder(context);
    await editManifest(directory, (manifest) => ({ ...manifest, format: 2 }));
    assert.deepEqual(await problemsIn(directory), [["freeze-format", "manifest.json"]]);
  });

  test("finds an edited hash and an edited codebook", async (context) => {
    const directory = await frozenFolder(context);
    await writeFile(join(directory, "codebook.json"), "{}");
    assert.deepEqual(await problemsIn(directory), [["freeze-changed", "codebook.json"]]);
    await editManifest(directory, (manifest) => ({ ...manifest, hash: "0".repeat(64) }));
    assert.deepEqual(await problemsIn(directory), [["freeze-changed", "manifest.json"]]);
  });
});

for (const [dialect, open] of Object.entries({ duckdb: () => openDuckDb(), postgresql: openPglite })) {
  test(`a freeze opened in ${dialect} has the hashes of its manifest, table by table`, async (context) => {
    const read = await readFreeze(await frozenFolder(context));
    assert.ok(read.ok);
    const engine: Engine = await open();
    context.after(() => engine.close());
    await openFreeze(engine, read.value);
    for (const [index, schema] of (await frozenLayout(engine)).entries()) {
      assert.deepEqual(await hashTable(engine, schema), read.value.tables[index]);
    }
  });
}

test("the code tables can be joined: the tibia is a paired bone of the lower extremity", async (context) => {
  const read = await readFreeze(await frozenFolder(context));
  assert.ok(read.ok);
  const engine = await openDuckDb();
  context.after(() => engine.close());
  await openFreeze(engine, read.value);
  assert.deepEqual(
    await engine.rows(
      "SELECT lesion, region, paired FROM lesion JOIN codebook_bone ON codebook_bone.bone = lesion.bone",
    ),
    [{ lesion: "N1", region: "lower_extremity", paired: 1 }],
  );
});
