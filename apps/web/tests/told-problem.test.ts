import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCharts, checkRow } from "@osteon/codebook";
import { toldProblem } from "../src/words/told-problem.ts";

const PATIENT = {
  patient: "P-1",
  centre: "Ulm",
  cohort: "cno",
  sex: "female",
  born_on: "2010-04",
  consent: "given",
  last_contact_on: "2018-05-17",
};
const VISIT = { visit: "V1", patient: "P-1", visited_on: "2009-01-02" };
const [inForm] = checkRow([{ table: "patient", key: "P-1", cells: PATIENT, status: "complete" }], {
  table: "visit",
  key: "V1",
  cells: VISIT,
}).filter(({ code }) => code === "before-birth");
const [inFile] = checkCharts([
  { name: "patient", file: "patient.csv", rows: [{ row: 7, cells: PATIENT }] },
  { name: "visit", file: "visit.csv", rows: [{ row: 2, cells: VISIT }] },
]).filter(({ code }) => code === "before-birth");

test("a form names fields by their labels and no line of a file", () => {
  assert.ok(inForm);
  assert.deepEqual(toldProblem(inForm, "en"), {
    says: "2 January 2009 lies before the birth of P-1 (April 2010).",
    fix: "Correct the date, or “Born” of P-1.",
  });
  assert.deepEqual(toldProblem(inForm, "de"), {
    says: "2. Januar 2009 liegt vor der Geburt von P-1 (April 2010).",
    fix: "Das Datum oder „Geboren“ von P-1 berichtigen.",
  });
});

test("a new child has no pseudonym that a problem could name", () => {
  const { patient: _none, ...cells } = { ...PATIENT, diagnosed_on: "2005-04-03" };
  const [problem] = checkRow([], { table: "patient", key: "", cells: { ...cells, patient: "" } }).filter(
    ({ code }) => code === "before-birth",
  );
  assert.ok(problem);
  assert.equal(toldProblem(problem, "en").says, "3 April 2005 lies before the birth of the child (April 2010).");
  assert.deepEqual(toldProblem(problem, "de"), {
    says: "3. April 2005 liegt vor der Geburt des Kindes (April 2010).",
    fix: "Das Datum oder „Geboren“ des Kindes berichtigen.",
  });
});

test("of a file fields are called as they are written there, and the line is named", () => {
  assert.ok(inFile);
  assert.equal(toldProblem(inFile, "en").fix, "Correct the date, or born_on of P-1 (patient table, row 7).");
  assert.equal(toldProblem(inFile, "de").fix, "Das Datum oder born_on von P-1 berichtigen (Tabelle patient, Zeile 7).");
});

test("a problem that an older version stored keeps its text", () => {
  const stored = {
    code: "before-birth",
    severity: "query",
    where: { column: "visited_on" },
    says: "2009-01-02 lies before the birth of P-1 (2010-04).",
    fix: "",
  } as const;
  for (const language of ["en", "de"] as const)
    assert.equal(toldProblem(stored, language).says, "2009-01-02 lies before the birth of P-1 (2010-04).");
});
