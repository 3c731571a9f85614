import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { createProgram } from "../../apps/cli/src/program.ts";
import { csv } from "../../packages/questions/tests/edge-files.ts";
import { osteon, place } from "./osteon.ts";

const R: Readonly<Record<string, { readonly csv: string }>> = JSON.parse(
  readFileSync(new URL("../../packages/questions/tests/reference/survival-command.json", import.meta.url), "utf8"),
);

const ROWS = 60;
const rows = (columns: Readonly<Record<string, (row: number) => string | number>>, count = ROWS): string =>
  csv(
    Object.keys(columns).join(),
    Array.from({ length: count }, (_, row) =>
      Object.values(columns)
        .map((of) => of(row))
        .join(),
    ),
  );
const one = (words: readonly string[], row: number): string => words[(row * 7 + (row % 3)) % words.length] ?? "";
const day = (count: number): string => new Date(Date.UTC(2015, 0, 1 + count)).toISOString().slice(0, 10);

function exported(name: string, more: Readonly<Record<string, (row: number) => string | number>> = {}): string {
  const [head = "", ...lines] = (R[name]?.csv ?? "").trimEnd().split("\n");
  const names = Object.keys(more);
  return csv(
    [head, ...names].join(),
    lines.map((line, row) => [line, ...names.map((own) => more[own]?.(row) ?? "")].join()),
  );
}

function adtte(): string {
  const columns = ["TRTA", "AVAL", "CNSR"].map((name, i) => ({ name, dataType: i === 0 ? "string" : "integer" }));
  const path = place("adtte.json");
  const values = Array.from({ length: ROWS }, (_, row) => [
    one(["drug", "placebo"], row),
    1 + ((row * 13) % 90),
    row % 3 === 0 ? 1 : 0,
  ]);
  writeFileSync(path, JSON.stringify({ datasetJSONVersion: "1.1.0", columns, rows: values }));
  return path;
}

/** Files that the examples name, of the columns that they ask for. */
const FILES: Readonly<Record<string, () => string>> = {
  "adtte.json": adtte,
  "lung.csv": () =>
    exported("lung", {
      inst: (row) => 1 + (row % 9),
      "ph.karno": (row) => 50 + 10 * (row % 6),
      "pat.karno": (row) => 50 + 10 * ((row * 5) % 6),
      "wt.loss": (row) => (row * 11) % 31,
    }),
  "cgd.csv": () => exported("cgd"),
  "pbc.csv": () =>
    rows({
      time: (row) => 100 + ((row * 97) % 3000),
      status: (row) => (row * 5) % 3,
      age: (row) => 15 + ((row * 17) % 60),
      stage: (row) => 1 + (row % 4),
      sex: (row) => one(["f", "m"], row),
    }),
  "visits.csv": () =>
    rows({
      diagnosed_on: (row) => day(row * 11),
      last_seen_on: (row) => day(row * 11 + 200 + ((row * 37) % 900)),
      relapse: (row) => one(["yes", "no"], row),
      drug: (row) => one(["naproxen", "pamidronate", "adalimumab"], row),
      active: (row) => one(["yes", "no"], row),
      crp_raised: (row) => one(["no", "yes", "yes"], row),
    }),
  "sleep.csv": () =>
    rows(
      { ID: (row) => 1 + (row % 10), group: (row) => 1 + Math.floor(row / 10), extra: (row) => ((row * 7) % 23) / 4 },
      20,
    ),
  "plants.csv": () =>
    rows({ weight: (row) => 4 + ((row * 7) % 23) / 10, group: (row) => one(["ctrl", "trt1", "trt2"], row) }),
  "admissions.csv": () =>
    rows(
      {
        Admit: (row) => (row % 2 ? "Admitted" : "Rejected"),
        Gender: (row) => (Math.floor(row / 2) % 2 ? "Male" : "Female"),
        Dept: (row) => "ABC"[Math.floor(row / 4)] ?? "A",
        Freq: (row) => 20 + ((row * 31) % 90),
      },
      12,
    ),
  "readers.csv": () =>
    rows({
      first: (row) => one(["none", "mild", "severe"], row),
      second: (row) => one(["none", "mild", "severe"], row + (row % 4 === 0 ? 1 : 0)),
    }),
  "readings.csv": () =>
    rows({
      child: (row) => `c${Math.floor(row / 2)}`,
      reader: (row) => (row % 2 ? "B" : "A"),
      lesion: (row) => one(["yes", "no"], row),
    }),
  "infert.csv": () =>
    rows({
      case: (row) => ((row * 5) % 7 < 3 ? 1 : 0),
      spontaneous: (row) => (row * 3) % 4,
      induced: (row) => (row * 7) % 3,
      age: (row) => 21 + ((row * 11) % 20),
      education: (row) => one(["0-5yrs", "6-11yrs", "12+ yrs"], row),
    }),
};

/** Words as a shell takes them apart. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

const DATA_COMMANDS = createProgram(() => {}).commands.filter(({ options }) =>
  options.some(({ long }) => long === "--r"),
);

test("every command on data has a page of help with examples", () => {
  assert.ok(DATA_COMMANDS.length >= 3);
});

for (const command of DATA_COMMANDS) {
  const help: string[] = [];
  command.configureOutput({ writeOut: (text) => void help.push(text), getOutHelpWidth: () => 200 });
  command.outputHelp();
  const examples = help
    .join("")
    .split("\n")
    .filter((line) => /^ {2}osteon /.test(line));
  test(`each of the ${examples.length} examples in the help of osteon ${command.name()} runs`, async () => {
    assert.ok(examples.length > 0);
    for (const line of examples) {
      const words = wordsOf(line.trim()).slice(1);
      const whole = words.map((word, place_) => {
        if (words[place_ - 1] === "--out") return place(`help-${command.name()}`);
        return /\.(csv|json)$/.test(word) ? (FILES[word]?.() ?? assert.fail(`no file ${word}`)) : word;
      });
      const { code, out, err } = await osteon(...whole);
      assert.equal(code, 0, `${line}\n${out}${err}`);
    }
  });
}
