import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { osteon, place } from "./osteon.ts";

const folder = place("options");
mkdirSync(folder);

/** Numbers between 0 and 1, the same from one seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Draws of a file and of what is asked of it. */
function drawing(seed: number) {
  const random = randomNumbers(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const maybe = (share: number, words: () => readonly string[]) => (random() < share ? words() : []);
  const some = (values: readonly string[]) =>
    [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(values)))].join();
  return { random, pick, maybe, some };
}

type Drawing = ReturnType<typeof drawing>;

/** Columns of every kind that people have, among them some that no analysis can use. */
function drawnFile({ random, pick }: Drawing, name: string): string {
  const size = pick([1, 2, 3, 6, 15, 40]);
  const columns: Readonly<Record<string, () => string>> = {
    time: () => pick(["1", "2.5", "3", "5", "8", "13", "20.5", "0"]),
    start: () => "0",
    event: () => pick(["0", "1"]),
    cause: () => pick(["0", "1", "2"]),
    status: () => pick(["1", "2"]),
    arm: () => pick(["a", "b"]),
    site: () => pick(["x", "y", "z"]),
    crp: () => (random() * 50).toFixed(1),
    cells: () => String(Math.round(random() * 4e5)),
    stage: () => pick(["1", "2", "3"]),
    same: () => "7",
    none: () => "NA",
    id: () => `p${Math.floor((random() * size) / 1.5)}`,
    odd: () => pick(["1.5", "2", "<0.5", "NaN"]),
    gaps: () => pick(["NA", "NA", "1", "2", "3.3"]),
  };
  const names = Object.keys(columns);
  const rows = Array.from({ length: size }, () => names.map((column) => columns[column]?.() ?? "").join());
  const path = join(folder, name);
  writeFileSync(path, `${[names.join(), ...rows].join("\n")}\n`);
  return path;
}

const COVARIATES = ["crp", "cells", "arm", "site", "stage", "same", "none", "gaps", "odd"];

const COMMANDS: Readonly<Record<string, (draw: Drawing, file: string) => readonly string[]>> = {
  survival: (draw, file) => [
    "survival",
    file,
    ...survivalOptions(draw, draw.pick(["event", "status", "cause", "cause=2"])),
  ],
  "survival --competing": (draw, file) => ["survival", file, "--competing", ...survivalOptions(draw, "cause")],
  test: ({ pick, maybe }, file) => [
    ...[
      "test",
      file,
      "--value",
      pick([...COVARIATES, "time", "id"]),
      "--group",
      pick(["arm", "site", "stage", "gaps"]),
    ],
    ...maybe(0.3, () => ["--factor", pick(COVARIATES)]),
  ],
  table1: ({ pick, maybe, some }, file) => [
    ...["table1", file, "--by", pick(["arm", "site", "stage"])],
    ...maybe(0.4, () => ["--columns", some(COVARIATES)]),
    ...maybe(0.2, () => ["--numeric", "stage"]),
  ],
};

function survivalOptions({ pick, maybe, some }: Drawing, event: string): readonly string[] {
  return [
    ...["--time", "time", "--event", event],
    ...maybe(0.6, () => ["--group", pick(["arm", "site", "stage", "gaps"])]),
    ...maybe(0.5, () => ["--covariates", some(COVARIATES)]),
    ...maybe(0.2, () => ["--strata", pick(["arm", "site", "stage"])]),
    ...maybe(0.2, () => ["--start", "start"]),
    ...maybe(0.3, () => ["--id", "id"]),
    ...maybe(0.2, () => ["--ties", pick(["efron", "breslow", "exact"])]),
    ...maybe(0.3, () => ["--conf-type", pick(["log", "plain", "logit", "arcsin"])]),
    ...maybe(0.5, () => ["--times", pick(["0", "5,10", "3,100"])]),
    ...maybe(0.3, () => ["--rmst", pick(["5", "90"])]),
    ...maybe(0.2, () => ["--where", pick(["arm=a", "stage=1", "status=1"])]),
    ...maybe(0.1, () => ["--factor", "stage"]),
    ...maybe(0.1, () => ["--per", "crp=10"]),
    ...maybe(0.1, () => ["--reference", "site=y"]),
  ];
}

/** Whole runs draw five hundred calls of each command. */
const CALLS = process.env.OSTEON_SOAK === undefined ? 25 : 500;

for (const [name, words] of Object.entries(COMMANDS))
  test(`${name}: whatever options on whatever columns are answered or refused; no NaN, and no NA without its reason`, async () => {
    for (let seed = 1; seed <= CALLS; seed++) {
      const draw = drawing(seed * 7919);
      const call = words(draw, drawnFile(draw, `${name.replace(" ", "")}-${seed}.csv`));
      const { code, out, err } = await osteon(...call);
      const what = `${call.join(" ")}\n${out}${err}`;
      assert.ok(code === 0 || code === 2 || code === 3, what);
      assert.doesNotMatch(
        out.replaceAll(/"?NaN"?( was taken for missing|: )/g, ""),
        /\bNaN\b|Infinity|undefined|\[object/,
        what,
      );
      if (code !== 0) {
        assert.ok(out.length + err.length > 20, what);
        continue;
      }
      const [tables = "", ...notes] = out.split(/^(?:Notes|NA:)/m);
      if (/\bNA\b/.test(tables))
        assert.match(notes.join("") + tables, /not estimable|cannot be compared|: [a-z].*\.$/m, what);
      const json = await osteon(...call, "--json");
      assert.equal(json.code, 0, what);
      assert.ok(typeof JSON.parse(json.out) === "object", what);
    }
  });
