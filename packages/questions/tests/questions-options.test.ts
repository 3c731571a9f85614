import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgram } from "../../../apps/cli/src/program.ts";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { drawing, drawnCall, drawnFile, QUESTIONS } from "./drawn-questions.ts";
import type { Names } from "./edge-files.ts";

/** Whole runs draw five hundred calls of each command. */
const CALLS = process.env.OSTEON_SOAK === undefined ? 25 : 500;

/** Numbers that are none, and what a program says by mistake. */
const SPOILT = /\bNaN\b|Infinity|undefined|\[object/;

for (const name of Object.keys(QUESTIONS))
  test(`${name}: random calls are answered or refused, without NaN, and each NA has its reason`, async () => {
    let answered = 0;
    for (let seed = 1; seed <= CALLS; seed++) {
      const call = drawnCall(name, drawing(seed));
      const { code, out, err } = await osteon(...call);
      const what = `${call.join(" ")}\n${out}${err}`;
      assert.ok(code === 0 || code === 2 || code === 3, what);
      assert.doesNotMatch(out.replaceAll(/"?NaN"?( was taken for missing|: )/g, ""), SPOILT, what);
      if (code !== 0) {
        assert.ok(out.length + err.length > 20, what);
        continue;
      }
      answered++;
      const [tables = "", notes = ""] = out.split(/^Notes$/m);
      if (/\bNA\b/.test(tables)) assert.match(notes + tables, /^ *NA: .*: .+\.$/m, what);
      const json = await osteon(...call, "--json");
      assert.equal(json.code, 0, what);
      everyGapExplained(JSON.parse(json.out), what);
    }
    assert.ok(answered > CALLS / 8, `${answered} of ${CALLS} answered`);
  });

/** Numbers that an analysis is asked for: one that is null has its reason beside it. */
const ASKED_FOR = ["value", "p", "beta", "chi2", "mean", "median", "sd"];

function everyGapExplained(value: unknown, what: string): void {
  if (Array.isArray(value)) for (const one of value) everyGapExplained(one, what);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  const own = value as Readonly<Record<string, unknown>>;
  const open = ASKED_FOR.filter((name) => own[name] === null);
  if (open.length > 0) assert.ok(own.because !== undefined, `${JSON.stringify(own)} has no reason\n${what}`);
  for (const inner of Object.values(own)) everyGapExplained(inner, what);
}

/** What an option is tried on: a call that it changes. Each is a whole command line without its file. */
const CHANGED: Readonly<Record<string, Readonly<Record<string, readonly [without: Names, option: Names]>>>> = {
  test: {
    group: [
      ["--value", "crp"],
      ["--group", "arm"],
    ],
    test: [
      ["--value", "crp", "--group", "arm"],
      ["--test", "levene"],
    ],
    pairwise: [
      ["--value", "crp", "--group", "site"],
      ["--pairwise", "holm"],
    ],
    strata: [
      ["--value", "sick", "--group", "arm"],
      ["--strata", "site"],
    ],
    pair: [
      ["--value", "crp"],
      ["--pair", "esr"],
    ],
    with: [
      ["--value", "crp"],
      ["--with", "esr"],
    ],
    personTime: [
      ["--value", "many"],
      ["--person-time", "time"],
    ],
    limits: [
      ["--value", "sick"],
      ["--limits", "jeffreys"],
    ],
    factor: [
      ["--value", "stage", "--group", "arm"],
      ["--factor", "stage"],
    ],
    numeric: [
      ["--value", "event", "--group", "arm"],
      ["--numeric", "event"],
    ],
    levels: [
      ["--value", "crp", "--group", "arm"],
      ["--levels", "arm=b,a"],
    ],
    where: [
      ["--value", "crp"],
      ["--where", "esr>40"],
    ],
    missing: [
      ["--value", "away"],
      ["--missing", "-9"],
    ],
    belowLimit: [
      ["--value", "odd", "--factor", "odd"],
      ["--below-limit", "half"],
    ],
    count: [
      ["--value", "crp"],
      ["--count", "many"],
    ],
    level: [
      ["--value", "crp", "--group", "arm"],
      ["--level", "0.9"],
    ],
  },
  table1: {
    by: [[], ["--by", "arm"]],
    columns: [[], ["--columns", "crp"]],
    leaveOut: [[], ["--leave-out", "crp"]],
    overall: [["--by", "arm"], ["--overall"]],
    test: [
      ["--by", "arm"],
      ["--test", "crp=student"],
    ],
    mean: [[], ["--mean", "crp"]],
    digits: [[], ["--digits", "2"]],
    label: [[], ["--label", "crp=C-reactive protein"]],
    smd: [["--by", "arm"], ["--smd"]],
    factor: [
      ["--columns", "many"],
      ["--factor", "many"],
    ],
    numeric: [
      ["--columns", "stage"],
      ["--numeric", "stage"],
    ],
    levels: [
      ["--columns", "stage"],
      ["--levels", "stage=3,1,2"],
    ],
    where: [[], ["--where", "esr>40"]],
    missing: [
      ["--columns", "away"],
      ["--missing", "-9"],
    ],
    belowLimit: [
      ["--columns", "odd", "--factor", "odd"],
      ["--below-limit", "half"],
    ],
    count: [
      ["--columns", "crp"],
      ["--count", "many"],
    ],
  },
  agreement: {
    categories: [
      ["--raters", "first,second"],
      ["--categories", "none,mild,severe,dead"],
    ],
    weighting: [
      ["--raters", "first,second", "--categories", "none,mild,severe"],
      ["--weighting", "linear"],
    ],
    form: [
      ["--raters", "crp,esr"],
      ["--form", "ICC2"],
    ],
    factor: [
      ["--raters", "stage,many"],
      ["--factor", "stage"],
    ],
    numeric: [
      ["--raters", "event,same"],
      ["--numeric", "event"],
    ],
    where: [
      ["--raters", "first,second"],
      ["--where", "crp>10"],
    ],
    missing: [
      ["--raters", "away,esr"],
      ["--missing", "-9"],
    ],
    count: [
      ["--raters", "crp,esr"],
      ["--count", "many"],
    ],
    level: [
      ["--raters", "crp,esr"],
      ["--level", "0.9"],
    ],
  },
  accuracy: {
    cutOff: [
      ["--truth", "sick", "--score", "crp"],
      ["--cut-off", "10"],
    ],
    low: [["--truth", "sick", "--score", "crp"], ["--low"]],
    prevalence: [
      ["--truth", "sick", "--result", "event"],
      ["--prevalence", "0.1"],
    ],
    limits: [
      ["--truth", "sick", "--result", "event"],
      ["--limits", "clopper-pearson"],
    ],
    where: [
      ["--truth", "sick", "--score", "crp"],
      ["--where", "esr>40"],
    ],
    missing: [
      ["--truth", "sick", "--score", "away"],
      ["--missing", "-9"],
    ],
    count: [
      ["--truth", "sick", "--score", "crp"],
      ["--count", "many"],
    ],
    level: [
      ["--truth", "sick", "--score", "crp"],
      ["--level", "0.9"],
    ],
  },
  logistic: {
    firth: [["--outcome", "sick", "--covariates", "crp"], ["--firth"]],
    factor: [
      ["--outcome", "sick", "--covariates", "stage"],
      ["--factor", "stage"],
    ],
    reference: [
      ["--outcome", "sick", "--covariates", "site"],
      ["--reference", "site=y"],
    ],
    levels: [
      ["--outcome", "sick", "--covariates", "site"],
      ["--levels", "site=z,y,x"],
    ],
    per: [
      ["--outcome", "sick", "--covariates", "crp"],
      ["--per", "crp=10"],
    ],
    where: [
      ["--outcome", "sick", "--covariates", "crp"],
      ["--where", "esr>40"],
    ],
    missing: [
      ["--outcome", "sick", "--covariates", "away"],
      ["--missing", "-9"],
    ],
    count: [
      ["--outcome", "sick", "--covariates", "crp"],
      ["--count", "many"],
    ],
    level: [
      ["--outcome", "sick", "--covariates", "crp"],
      ["--level", "0.9"],
    ],
  },
};

/** Options that name what is analysed, or how an answer is written: what they do is shown elsewhere. */
const NOT_CHANGING = new Set(["json", "format", "out", "r", "aboveLimit", "help"]);
const NAMING: Readonly<Record<string, readonly string[]>> = {
  test: ["value"],
  table1: [],
  agreement: ["raters", "value", "subject", "rater", "belowLimit"],
  accuracy: ["truth", "result", "score", "belowLimit"],
  logistic: ["outcome", "covariates", "belowLimit"],
};

const FILE = drawnFile(drawing(11), [60]);

for (const [name, options] of Object.entries(CHANGED))
  test(`${name}: each option changes the answer`, async () => {
    for (const [option, [without, words]] of Object.entries(options)) {
      const [before, after] = [
        await osteon(name, FILE, ...without, "--json"),
        await osteon(name, FILE, ...without, ...words, "--json"),
      ];
      assert.deepEqual([before.code, after.code], [0, 0], `--${option}: ${before.err}${after.err}${after.out}`);
      assert.notEqual(after.out, before.out, `${name} ${without.join(" ")} ${words.join(" ")}`);
    }
    const command = createProgram(() => {}).commands.find((own) => own.name() === name);
    const known = command?.options.map((own) => own.attributeName()) ?? [];
    const tried = [...Object.keys(options), ...NOT_CHANGING, ...(NAMING[name] ?? [])];
    assert.deepEqual(
      known.filter((option) => !tried.includes(option)),
      [],
      "options that nobody tries",
    );
  });
