import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { COHORT, changedCohort, columnOf, osteon, osteonProcess, place, TABLES_OF_COHORT } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

const bytes = (...path: readonly string[]) => readFileSync(join(...path));

test("two runs of the same charts write the same bytes of results, tallies and report; options without a command are those of start", async () => {
  const [a, b] = [await studyRun(), place("run-b")];
  const { code, out, err } = await osteonProcess("--once", "--out", b);
  assert.equal(code, 0, err);
  assert.match(out, /Everything the run wrote is in/);
  for (const file of ["results.json", "tallies.json", "report/index.html", "report/report.docx"]) {
    assert.ok(bytes(a, file).equals(bytes(b, file)), file);
  }
});

test("pictures have as many dots per inch as journals ask for, or as OSTEON_DOTS_PER_INCH says", async () => {
  const run = await studyRun();
  const results = join(run, "results.json");
  const publish = (name: string) =>
    osteon("publish", "schnabel-2017", "--results", results, "--out", place(`pictures-${name}`));
  /** Of the first picture: its width in dots stands behind sixteen bytes, that of the drawing is in points. */
  const dotsPerInch = (report: string): number => {
    const at = (ending: string) => bytes(report, "figures", `kaplan-meier.${ending}`);
    const [, points] = /viewBox="0 0 ([\d.]+)/.exec(at("svg").toString()) ?? [];
    return Math.round((at("png").readUInt32BE(16) / Number(points)) * 72);
  };
  const saved = process.env.OSTEON_DOTS_PER_INCH;
  try {
    // The run of all files was told a number, or is for a journal: published again is the other.
    assert.equal(dotsPerInch(join(run, "report")), Number(saved ?? 600));
    if (saved === undefined) process.env.OSTEON_DOTS_PER_INCH = "48";
    else delete process.env.OSTEON_DOTS_PER_INCH;
    assert.equal((await publish("other")).code, 0);
    assert.equal(dotsPerInch(place("pictures-other")), saved === undefined ? 48 : 600);
    process.env.OSTEON_DOTS_PER_INCH = "many";
    const refused = await publish("refused");
    assert.deepEqual([refused.code, /OSTEON_DOTS_PER_INCH is many/.test(refused.err)], [2, true]);
  } finally {
    if (saved === undefined) delete process.env.OSTEON_DOTS_PER_INCH;
    else process.env.OSTEON_DOTS_PER_INCH = saved;
  }
});

test("the figures of the README are those of the study as it runs today", async () => {
  const out = await studyRun();
  const pictures = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
  for (const figure of ["kaplan-meier.svg", "response.svg"]) {
    assert.ok(bytes(pictures, figure).equals(bytes(out, "report", "figures", figure)), `copy ${figure} from a new run`);
  }
});

test("the five stages, each run alone from the files of the one before, end in the same results", async () => {
  const at = (name: string) => place(`stages-${name}`);
  const stages = [
    ["freeze", "schnabel-2017", "--data", COHORT, "--out", at("freeze")],
    ["derive", "schnabel-2017", "--freeze", at("freeze"), "--out", at("tables")],
    ["tally", "schnabel-2017", "--freeze", at("freeze"), "--tables", at("tables"), "--out", at("tallies.json")],
    ["estimate", "schnabel-2017", "--tallies", at("tallies.json"), "--out", at("results.json")],
    ["publish", "schnabel-2017", "--results", at("results.json"), "--out", at("report")],
  ];
  for (const words of stages) {
    const { code, err } = await osteon(...words);
    assert.equal(code, 0, `${words[0]}: ${err}`);
  }
  const whole = await studyRun();
  assert.ok(bytes(at("results.json")).equals(bytes(whole, "results.json")));
  assert.ok(bytes(at("report"), "index.html").equals(bytes(whole, "report", "index.html")));
});

test("deleting one patient changes the freeze hash; reordering rows does not", async () => {
  const hashOf = async (data: string, name: string) => {
    const { out, code } = await osteon("freeze", "schnabel-2017", "--data", data, "--out", place(name), "--json");
    assert.equal(code, 0, out);
    return JSON.parse(out).hash as string;
  };
  const original = JSON.parse(bytes(await studyRun(), "results.json").toString()).inputs.freezeHash;
  const reordered = changedCohort("reordered", "visit.csv", (text) => {
    const [header = "", ...rows] = text.trimEnd().split("\n");
    return `${[header, ...rows.reverse()].join("\n")}\n`;
  });
  assert.equal(await hashOf(reordered, "hash-reordered"), original);
  assert.notEqual(await hashOf(withoutLastPatient(), "hash-deleted"), original);
});

/** The cohort without its last child, in every table. */
function withoutLastPatient(): string {
  const patients = readFileSync(join(COHORT, "patient.csv"), "utf8").trimEnd().split("\n");
  const gone = patients.at(-1)?.split(",")[0] ?? "";
  const folder = changedCohort("deleted", "patient.csv", (text) => without(text, gone));
  for (const { name } of TABLES_OF_COHORT) {
    const file = join(folder, `${name}.csv`);
    // The cohort is of an earlier codebook, which had fewer tables.
    if (existsSync(file)) writeFileSync(file, without(readFileSync(file, "utf8"), gone));
  }
  return folder;
}

function without(text: string, patient: string): string {
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const column = columnOf(text, "patient");
  return `${[header, ...rows.filter((row) => row.split(",")[column] !== patient)].join("\n")}\n`;
}
