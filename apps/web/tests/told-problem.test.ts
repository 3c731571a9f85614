import assert from "node:assert/strict";
import { test } from "node:test";
import { toldProblem } from "../src/words/told-problem.ts";

const BIRTH = {
  code: "before-birth",
  severity: "refused",
  where: { file: "visit", row: 2, column: "visited_on", value: "2009-01-02" },
  says: "2009-01-02 lies before the birth of P-1 (2010-04).",
  fix: "Correct the date, or born_on of P-1 (patient table, row 2).",
} as const;

test("a problem names fields as people do, and of a row typed in a form no line of a file", () => {
  assert.equal(toldProblem(BIRTH, "en").fix, "Correct the date, or “Born” of P-1.");
  assert.doesNotMatch(toldProblem(BIRTH, "de").fix, /born_on|patient,|Zeile/);
});

test("the field itself is named by its label where its column is a plain word", () => {
  const says = "analyte is blank, and every row needs it.";
  const told = toldProblem(
    { ...BIRTH, code: "required", where: { file: "laboratory", column: "analyte" }, says },
    "en",
  );
  assert.equal(told.says, "“Analyte” is blank, and every row needs it.");
});

test("of a file the line stays, and so do codes that are no fields", () => {
  const inFile = { ...BIRTH, where: { ...BIRTH.where, file: "visit.csv" }, says: "Allowed: bacterial_osteomyelitis." };
  assert.deepEqual(toldProblem(inFile, "en"), {
    says: "Allowed: bacterial_osteomyelitis.",
    fix: "Correct the date, or “Born” of P-1 (patient table, row 2).",
  });
});
