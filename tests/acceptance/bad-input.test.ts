import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import type { Problem } from "@osteon/codebook";
import { changedCohort, osteon, place, withCell } from "./osteon.ts";

interface Fault {
  readonly title: string;
  readonly file: string;
  readonly change: (text: string) => string | Buffer;
  /** What the problem list must contain. */
  readonly code: string;
  readonly row?: number;
  readonly column?: string;
}

const FAULTS: readonly Fault[] = [
  {
    title: "a missing column",
    file: "patient.csv",
    change: (text) => text.replace("diagnosed_on", "diagnosis_date"),
    code: "missing-column",
    column: "diagnosed_on",
  },
  {
    title: "an unknown choice",
    file: "patient.csv",
    change: (text) => withCell(text, 2, "sex", "femal"),
    code: "unknown-choice",
    row: 2,
    column: "sex",
  },
  {
    title: "an impossible date",
    file: "visit.csv",
    change: (text) => withCell(text, 3, "visited_on", "2009-02-30"),
    code: "impossible-date",
    row: 3,
    column: "visited_on",
  },
  {
    title: "a stop before its start",
    file: "treatment.csv",
    change: (text) => withCell(text, 2, "stopped_on", "1990-01-01"),
    code: "not-before",
    row: 2,
    column: "stopped_on",
  },
  {
    title: "an imaging before birth",
    file: "imaging.csv",
    change: (text) => withCell(text, 2, "imaged_on", "1980-01-01"),
    code: "before-birth",
    row: 2,
    column: "imaged_on",
  },
  {
    title: "a duplicate key",
    file: "visit.csv",
    change: (text) => `${text}${text.split("\n")[1] ?? ""}\n`,
    code: "duplicate-key",
    column: "visit",
  },
  {
    title: "a result without unit",
    file: "laboratory.csv",
    change: (text) => withCell(text, 2, "unit", ""),
    code: "required-with",
    row: 2,
    column: "unit",
  },
  { title: "an empty file", file: "biopsy.csv", change: () => "", code: "empty-file" },
  {
    title: "a file in Windows-1252",
    file: "patient.csv",
    change: (text) => Buffer.from(text.replace("Dresden", "Köln"), "latin1"),
    code: "not-utf-8",
  },
  {
    title: "semicolons and decimal commas",
    file: "visit.csv",
    change: (text) => text.replaceAll(",", ";").replace(/;(\d+)\.(\d);/, ";$1,$2;"),
    code: "decimal-comma",
  },
];

const problemsOf = (out: string): readonly Problem[] => JSON.parse(out).problems;

for (const [index, { title, file, change, code, row, column }] of FAULTS.entries()) {
  test(`${title} is refused with file, row, column, value and fix, and nothing is written`, async () => {
    const data = changedCohort(`fault-${index}`, file, change);
    const out = place(`fault-${index}-out`);
    const ended = await osteon("study", "run", "schnabel-2017", "--data", data, "--out", out, "--json");
    assert.equal(ended.code, 3, ended.err);
    const found = problemsOf(ended.out).find((problem) => problem.code === code && problem.where.file === file);
    assert.ok(
      found !== undefined,
      `codes: ${[...new Set(problemsOf(ended.out).map((problem) => problem.code))].join(", ")}`,
    );
    if (row !== undefined) assert.equal(found.where.row, row);
    if (column !== undefined) assert.equal(found.where.column, column);
    assert.ok(found.says.length > 0 && found.fix.length > 0);
    assert.equal(existsSync(out), false);
    const left = readdirSync(dirname(out)).filter((name) => name.includes(`fault-${index}-out`));
    assert.deepEqual(left, [], "an unfinished folder was left");
  });
}

test("several faults in several files are listed all at once", async () => {
  const data = changedCohort("faults", "visit.csv", (text) =>
    withCell(withCell(text, 2, "pain_nrs", "11"), 3, "swelling", "maybe"),
  );
  const { writeFileSync, readFileSync } = await import("node:fs");
  const patients = `${data}/patient.csv`;
  writeFileSync(patients, withCell(readFileSync(patients, "utf8"), 4, "diagnosed_on", "17.05.2009"));
  const ended = await osteon("freeze", "schnabel-2017", "--data", data, "--out", place("faults-out"), "--json");
  assert.equal(ended.code, 3);
  const found = new Set(
    problemsOf(ended.out).map(({ code, where }) => `${where.file}:${where.row}:${where.column}:${code}`),
  );
  for (const expected of [
    "visit.csv:2:pain_nrs:impossible-value",
    "visit.csv:3:swelling:unknown-choice",
    "patient.csv:4:diagnosed_on:date-format",
  ]) {
    assert.ok(found.has(expected), `${expected} in ${[...found].join(", ")}`);
  }
});
