import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CODEBOOK, codebookWith, DRUGS } from "@osteon/codebook";
import { migrations } from "@osteon/registry";
import { type CodebookLock, compareWithLock, grow, hashOf } from "../src/schema/codebook-lock.ts";
import { grownCodebook } from "./grown-codebook.ts";

const LOCK: CodebookLock = JSON.parse(
  readFileSync(new URL("../../codebook/codebook.lock.json", import.meta.url), "utf8"),
);
const OPEN = LOCK.released + 1;
const GROWN = grownCodebook(OPEN);
const FORGOTTEN = "the codebook was changed: run `npm run codebook`";

describe("the steps of the codebook", () => {
  test("lead to the codebook of today", () => {
    const { added, widened, refusals } = compareWithLock(CODEBOOK, LOCK);
    assert.deepEqual([...added, ...widened, ...refusals.map(({ about }) => about)], [], FORGOTTEN);
  });

  test("stand as they were written", () => {
    const changed = Object.entries(LOCK.steps).filter(
      ([name, { sha256 }]) => hashOf(migrations().find((step) => step.name === name)?.text ?? "") !== sha256,
    );
    assert.deepEqual(
      changed.map(([name]) => name),
      [],
      "a registry may have taken the step: take the change back, and write another step",
    );
  });
});

describe("a codebook that has grown", () => {
  const steps = migrations().map(({ name }) => name);

  test("gets a step behind all others, and a lock that knows it", () => {
    const growth = grow(GROWN, LOCK, ["step_98_last"]);
    assert.ok(growth.kind === "grown", JSON.stringify(growth));
    assert.equal(growth.step.name, `step_99_codebook_${OPEN}`);
    assert.match(growth.step.text, /create table chart\.invented \(/);
    assert.deepEqual(growth.lock.steps[growth.step.name], { version: OPEN, sha256: hashOf(growth.step.text) });
    assert.deepEqual(grow(GROWN, growth.lock, steps), { kind: "none" });
  });

  test("a drug of a later version is a row of its list, and no check", () => {
    const zymosan = { code: "zymosan", says: "Zymosan", german: "Zymosan", drugClass: "other", since: OPEN } as const;
    const { tables } = codebookWith({ drugs: [...DRUGS, zymosan] });
    const growth = grow(tables, LOCK, steps);
    assert.ok(growth.kind === "grown", JSON.stringify(growth));
    assert.match(
      growth.step.text,
      /insert into access\.drug .*\n {2}\('zymosan', 'Zymosan', 'Zymosan', 'other', '\[\]', null, true\);/,
    );
    assert.doesNotMatch(growth.step.text, /check|ibuprofen/);
  });

  test("gets none while it is the one that is locked", () => {
    assert.deepEqual(grow(CODEBOOK, LOCK, steps), { kind: "none" });
  });
});
