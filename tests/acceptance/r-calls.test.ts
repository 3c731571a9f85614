import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Result, rCall } from "@osteon/estimate";
import { analysisTables, LOCK_FILE, readStudy, runStudy, tableCsv } from "@osteon/run";
import { seeded } from "../../studies/schnabel-2017/tests/seeded.ts";
import { COHORT, osteon, place } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

const STUDIES = ["schnabel-2017", "registry-report", "ctp-course", "tnfi-or-pamidronate"] as const;
const NUMBERS = 50;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Results of a study on the sample cohort, in a folder with the tables and the lock of a run; no report is drawn. */
async function counted(study: string): Promise<{ readonly run: string; readonly results: readonly Result[] }> {
  if (study === "schnabel-2017") {
    const run = await studyRun();
    return { run, results: JSON.parse(readFileSync(join(run, "results.json"), "utf8")).results };
  }
  const run = place(`r-calls-${study}`);
  mkdirSync(run);
  copyFileSync(join(ROOT, "studies", study, LOCK_FILE), join(run, LOCK_FILE));
  const folders = { freeze: join(run, "freeze"), tables: join(run, "tables") };
  const outcome = await runStudy(await readStudy(study), COHORT, folders);
  assert.ok(outcome.ok);
  return { run, results: outcome.run.results.results };
}

/** What R says that has no package of that name. To ask it beforehand takes as long as the calls. */
const NO_SURVIVAL = "no survival";
const NEEDS_SURVIVAL = `if (!requireNamespace("survival", quietly = TRUE)) { cat(${JSON.stringify(NO_SURVIVAL)}); quit() }`;

interface Drawn {
  readonly study: string;
  readonly result: Result;
  readonly call: string;
}

/** Numbers of each kind of statistic in turn, so that none is drawn for its being frequent; those that need a package that R does not bring stay out. */
async function drawn(
  study: string,
  results: readonly Result[],
  seed: number,
  wanted: number,
): Promise<readonly Drawn[]> {
  const { protocol } = await readStudy(study);
  const kinds = new Map<string, Drawn[]>();
  for (const result of results) {
    const made = rCall(protocol, result);
    assert.ok(made !== undefined, `${result.id} has no call`);
    if (result.value === null || made.needs.length > 0) continue;
    const kind = `${protocol.analyses[result.analysis]?.kind} ${result.statistic.replace(/^.*-(wilson|clopper|percent)/, "$1")}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { study, result, call: made.call }]);
  }
  const draw = seeded(seed);
  const left = [...kinds.values()];
  return Array.from({ length: wanted }, () => {
    const [own = []] = left.splice(draw.below(left.length), 1);
    return draw.one(own);
  });
}

describe("the R call of a number", () => {
  test("gives the number that the report prints, to 1e-8, from the analysis tables as they are offered", async (t) => {
    const notTried = () => t.diagnostic("Rscript with survival is not installed: the calls were not tried");
    if (spawnSync("Rscript", ["--version"]).status !== 0) return notTried();
    const folder = place("r-calls");
    const all: Drawn[] = [];
    for (const [index, study] of STUDIES.entries()) {
      const { run, results } = await counted(study);
      mkdirSync(join(folder, study), { recursive: true });
      for (const table of await analysisTables(run))
        writeFileSync(join(folder, study, `${table.name}.csv`), tableCsv(table));
      const count = Math.floor(NUMBERS / STUDIES.length) + (index < NUMBERS % STUDIES.length ? 1 : 0);
      all.push(...(await drawn(study, results, 30 + index, count)));
    }
    assert.equal(all.length, NUMBERS);
    const script = all.map(
      ({ study, call }, place) =>
        `setwd(file.path(root, ${JSON.stringify(study)})); told <- local({\n${call}\n}); cat(${place}, format(as.numeric(told), digits = 17), "\\n")`,
    );
    writeFileSync(join(folder, "calls.R"), [NEEDS_SURVIVAL, `root <- ${JSON.stringify(folder)}`, ...script].join("\n"));
    const said = execFileSync("Rscript", [join(folder, "calls.R")], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    if (said === NO_SURVIVAL) return notTried();
    const answers = new Map(
      said
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
    );
    const differ = all.flatMap(({ study, result: { id, value } }, place) => {
      const found = answers.get(place) ?? Number.NaN;
      const near = Math.abs(found - Number(value)) <= 1e-8 * Math.max(1, Math.abs(Number(value)));
      return near ? [] : [`${study} ${id}: printed ${value}, R ${found}`];
    });
    assert.deepEqual(differ, []);
    const kinds = new Set(all.map(({ result }) => result.statistic));
    assert.ok(kinds.size > 25, [...kinds].join(" "));
  });

  test("stands beside each number that osteon export writes, with the tables for four programs and their codebook", async () => {
    const out = place("analysis-tables");
    const {
      code,
      out: said,
      err,
    } = await osteon("export", "--analysis-tables", "--run", await studyRun(), "--out", out);
    assert.equal(code, 0, err);
    assert.match(said, /R calls of (\d+) of \1 numbers/);
    const files = readdirSync(out);
    for (const ending of ["csv", "sav", "dta", "xpt"]) assert.ok(files.includes(`response.${ending}`), ending);
    const codebook = readFileSync(join(out, "codebook.csv"), "utf8");
    assert.match(codebook, /^response,outcome_state,[^\n]*active[^\n]*full_remission/m);
    assert.match(
      readFileSync(join(out, "numbers.csv"), "utf8"),
      /^relapsed\.all\.n,33,,patient_profile,,"rows <- read\.csv/m,
    );
    assert.match(readFileSync(join(out, "readme.txt"), "utf8"), /no real patients/);
    assert.equal((await osteon("export", "--run", out, "--out", `${out}-2`)).code, 2, "what is to be exported is said");
  });
});

test("each number that the report shows has its R call there, folded up behind what shows it, and no table has one within", async () => {
  const { run, results } = await counted("schnabel-2017");
  const { protocol } = await readStudy("schnabel-2017");
  const page = readFileSync(join(run, "report", "index.html"), "utf8");
  const texts = (of: string, pattern: RegExp) => [...of.matchAll(pattern)].map(([, text = ""]) => unescaped(text));
  const shown = new Set(texts(page, /data-result="([^"]+)"/g));
  assert.ok(shown.size > 500, `${shown.size} numbers`);
  const told = new Map<string, string>();
  for (const [, ids = "", call = ""] of page.matchAll(/<p class="ids">([^<]*)<\/p><pre lang="en">([^<]*)<\/pre>/g))
    for (const id of unescaped(ids).split(", ")) told.set(id, unescaped(call));
  assert.deepEqual([...told.keys()].sort(), [...shown].sort());
  for (const result of results)
    if (shown.has(result.id)) assert.equal(told.get(result.id), rCall(protocol, result)?.call, result.id);
  for (const [, table = ""] of page.matchAll(/<table\b([\s\S]*?)<\/table>/g)) assert.ok(!table.includes("read.csv("));
  for (const [, details = ""] of page.matchAll(/<details class="in-r">([\s\S]*?)<\/details>/g)) {
    const named = /Analysis tables: ([^<]*)\. The command/.exec(details)?.[1]?.split(", ") ?? [];
    assert.deepEqual([...new Set(texts(details, /read\.csv\(&quot;(\w+\.csv)/g))].sort(), named.toSorted());
  }
});

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
