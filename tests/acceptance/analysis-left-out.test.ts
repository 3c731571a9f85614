import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { readStudy } from "@osteon/run";
import { seeded } from "../../studies/schnabel-2017/tests/seeded.ts";
import { COHORT, osteon, place } from "./osteon.ts";

/** So many analyses, drawn; ten in the soak. */
const DRAWN = process.env.OSTEON_SOAK === undefined ? 1 : 10;
const folder = place("left-out");
const study = join(folder, "dresden-less");
const WHOLE = "analyses: ANALYSES";

describe("a study with one analysis less", () => {
  let protocol = "";
  let ids: readonly string[] = [];
  before(async () => {
    const { code, err } = await osteon("study", "new", study, "--from", "schnabel-2017");
    assert.equal(code, 0, err);
    protocol = readFileSync(join(study, "protocol.ts"), "utf8");
    assert.ok(protocol.includes(WHOLE));
    const all = Object.keys((await readStudy(study)).protocol.analyses);
    const draw = seeded(29);
    ids = Array.from({ length: DRAWN }, () => draw.one(all));
  });

  test("is refused by name where its report shows the analysis, and otherwise runs; it never ends in a stack trace", async () => {
    for (const [index, id] of ids.entries()) {
      const less = `analyses: Object.fromEntries(Object.entries(ANALYSES).filter(([id]) => id !== "${id}"))`;
      writeFileSync(join(study, "protocol.ts"), protocol.replace(WHOLE, less));
      const lock = readFileSync(join(study, "study.lock.json"), "utf8");
      const locked = await osteon("study", "lock", study, "--json");
      if (locked.code === 3) {
        const { problems } = JSON.parse(locked.out) as { problems: { code: string; says: string }[] };
        assert.ok(
          problems.every(({ says }) => says.includes(id)),
          `${id}: ${JSON.stringify(problems.slice(0, 3))}`,
        );
        assert.equal(readFileSync(join(study, "study.lock.json"), "utf8"), lock, "nothing was written");
        continue;
      }
      assert.equal(locked.code, 0, locked.err);
      const out = join(folder, `run-${index}`);
      const run = await osteon("study", "run", study, "--data", COHORT, "--out", out);
      assert.equal(run.code, 0, `${id}: ${run.err}`);
      assert.ok(existsSync(join(out, "report/index.html")));
    }
  });
});
