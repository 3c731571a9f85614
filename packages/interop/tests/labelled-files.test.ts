import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, type TestContext, test } from "node:test";
import { dtaFile, type LabelledTable, savFile, shortNames, xptFile } from "@osteon/interop";

/** Letters beyond ASCII, missing values, negative and broken numbers, a name longer than 8 and than 32 letters. */
const TABLE: LabelledTable = {
  name: "response_table",
  label: "One row per child – état",
  rows: 4,
  columns: [
    { name: "patient_no", label: "Number of the child", kind: "number", labels: [], values: [1, 2, 3, 4] },
    {
      ...{ name: "fever_above_threshold", label: "Fever, α", kind: "number", values: [0, 1, null, 1] },
      labels: [
        [0, "no"],
        [1, "yes"],
      ],
    },
    {
      ...{ name: "line_class", label: "Class of drugs", kind: "code", values: ["tnf", null, "nsaid", "nsaid"] },
      labels: [
        ["nsaid", "NSAID"],
        ["tnf", "TNF-α inhibitor"],
      ],
    },
    { name: "value_x1000", label: "A value", kind: "number", labels: [], values: [-12.5, 0, 1e6, 1 / 3] },
  ],
};
const FILES = { sav: savFile, dta: dtaFile, xpt: xptFile };

describe("a labelled table", () => {
  const folder = mkdtempSync(join(tmpdir(), "osteon-labelled-"));
  for (const [ending, write] of Object.entries(FILES)) writeFileSync(join(folder, `t.${ending}`), write(TABLE));
  after(() => rmSync(folder, { recursive: true }));
  const ask = (program: string, ...given: readonly string[]): string =>
    execFileSync(program, given, { cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const lacks = (context: TestContext, program: string, has: string): boolean => {
    if (spawnSync(program, ["-c", has]).status === 0 || spawnSync(program, ["-e", has]).status === 0) return false;
    context.diagnostic(`${program} cannot do ${JSON.stringify(has)} here: what it reads was not tried`);
    return true;
  };

  test("is the same bytes as those that R, pyreadstat and pandas were seen to read", () => {
    const hashes = Object.entries(FILES).map(([ending, write]) => [
      ending,
      createHash("sha256").update(write(TABLE)).digest("hex").slice(0, 16),
    ]);
    assert.deepEqual(Object.fromEntries(hashes), {
      sav: "ea6f0227962c3c21",
      dta: "ede111c0702f21ae",
      xpt: "8879d5e73638296a",
    });
  });

  test("keeps codes apart in a transport file that would be one in ASCII, or within 200 letters", () => {
    const codes = ["Köln", "Koln", "東京", "大阪", `${"L".repeat(200)}a`, `${"L".repeat(200)}b`, "Ulm"];
    const labels = codes.map((code) => [code, code] as const);
    const column = { name: "centre", label: "Hospital", kind: "code", labels } as const;
    const file = xptFile({ name: "own", label: "Own", rows: 7, columns: [{ ...column, values: codes }] });
    const observed = file.subarray(file.indexOf("HEADER RECORD*******OBS") + 80).toString("latin1");
    const cells = codes.map((_, row) => observed.slice(row * 200, (row + 1) * 200).trim());
    const long = `${"L".repeat(197)} #`;
    assert.deepEqual(cells, ["Koln #1", "Koln #2", "?? #3", "?? #4", `${long}5`, `${long}6`, "Ulm"]);
  });

  test("is read by R's foreign from .sav and .xpt, values and labels", (context) => {
    if (lacks(context, "Rscript", "library(foreign)")) return;
    const said = ask(
      "Rscript",
      "-e",
      `library(foreign)
      one <- suppressWarnings(read.spss("t.sav", to.data.frame = TRUE, reencode = "UTF-8")); sas <- read.xport("t.xpt")
      cat(names(one), "\\n"); cat(attr(one, "variable.labels"), sep = "|"); cat("\\n"); cat(paste(one$line_class), "\\n")
      cat(paste(one$fever_above_threshold), "\\n"); cat(format(one$value_x1000, digits = 15), "\\n")
      cat(names(sas), "\\n"); cat(paste(sas[[2]]), "\\n"); cat(paste(sas[[3]]), sep = "|"); cat("\\n"); cat(sas[[4]] == one$value_x1000, "\\n")`,
    );
    assert.deepEqual(
      said
        .trim()
        .split("\n")
        .map((line) => line.trim()),
      [
        "patient_no fever_above_threshold line_class value_x1000",
        "Number of the child|Fever, α|Class of drugs|A value",
        "TNF-α inhibitor NA NSAID NSAID",
        "no yes NA yes",
        "-1.25000000000000e+01  0.00000000000000e+00  1.00000000000000e+06  3.33333333333333e-01",
        "PTNTN FVRABVTH LNCLSS VLX1000",
        "0 1 NA 1",
        "tnf||nsaid|nsaid",
        "TRUE TRUE TRUE TRUE",
      ],
    );
  });

  test("is read by pyreadstat from all three, values and labels", (context) => {
    const python = process.env.OSTEON_PYTHON ?? "python3";
    if (lacks(context, python, "import pyreadstat")) return;
    const told = JSON.parse(ask(python, "-c", PYTHON));
    const names = ["patient_no", "fever_above_threshold", "line_class", "value_x1000"];
    const labels = ["Number of the child", "Fever, α", "Class of drugs", "A value"];
    const values = [
      [1, 2, 3, 4],
      [0, 1, null, 1],
      [2, null, 1, 1],
      [-12.5, 0, 1e6, 1 / 3],
    ];
    for (const ending of ["sav", "dta"])
      assert.deepEqual(told[ending], {
        names,
        labels,
        values,
        told: { fever_above_threshold: ["no", "yes"], line_class: ["NSAID", "TNF-α inhibitor"] },
        file: "One row per child – état",
      });
    assert.deepEqual(told.xpt, {
      names: shortNames(names),
      labels: ["Number of the child", "Fever, alpha", "Class of drugs", "A value"],
      values: [values[0], values[1], ["tnf", "", "nsaid", "nsaid"], values[3]],
      told: {},
      file: "One row per child - etat",
    });
  });

  test("has names of eight letters that differ", () => {
    assert.deepEqual(shortNames(["state", "age_at_onset_days", "age_at_onset_dayss", "age_at_onset"]), [
      ...["STATE", "AGATONST", "AGATONS2", "AGATONS3"],
    ]);
  });
});

const PYTHON = `
import json, math, pyreadstat
told = {}
for ending, read in (("sav", pyreadstat.read_sav), ("dta", pyreadstat.read_dta), ("xpt", pyreadstat.read_xport)):
    frame, meta = read("t." + ending)
    told[ending] = {
        "names": list(frame.columns), "labels": [meta.column_names_to_labels[name] for name in frame.columns],
        "values": [[None if isinstance(v, float) and math.isnan(v) else v for v in frame[name].tolist()] for name in frame.columns],
        "told": {name: list(labels.values()) for name, labels in meta.variable_value_labels.items()}, "file": meta.file_label }
print(json.dumps(told))`;
