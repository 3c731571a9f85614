import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { CLOCKS, type Clock, countBehind } from "@osteon/run";
import { type Members, readStudies } from "@osteon/server";
import { CHART_TABLES, type Chart, chartsOf } from "../../packages/cno/reference/chart.ts";
import { openDuckDb } from "../../packages/engine/src/index.ts";
import type { Result } from "../../packages/estimate/src/result.ts";
import { openFreeze, readFreeze } from "../../packages/freeze/src/index.ts";
import protocol from "../../studies/schnabel-2017/protocol.ts";
import { relapseFree } from "../../studies/schnabel-2017/reference/relapse-free.ts";
import { COHORT } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

const STUDY = "schnabel-2017";
const run = { study: STUDY, folder: await studyRun() };
const studies = readStudies();

let charts: readonly Chart[];
let pseudonyms: ReadonlyMap<number, string>;
before(async () => {
  const engine = await openDuckDb();
  try {
    const frozen = await readFreeze(join(run.folder, "freeze"));
    assert.ok(frozen.ok);
    await openFreeze(engine, frozen.value);
    const tables: Record<string, Awaited<ReturnType<typeof engine.rows>>> = {};
    for (const name of ["patient", ...CHART_TABLES])
      tables[name] = await engine.rows(`SELECT * FROM ${name} ORDER BY ${name}_no`);
    charts = chartsOf(tables);
    pseudonyms = new Map(tables.patient?.map((row) => [Number(row.patient_no), String(row.patient)]));
  } finally {
    await engine.close();
  }
});

/** Who was followed for so many days, and how it ended, read from the charts by the slow interpreter. */
function followed(clock: Clock) {
  const { rules } = protocol;
  const under = { ...protocol, rules: { ...rules, relapseClock: { ...rules.relapseClock, zero: clock } } };
  return charts
    .flatMap((chart) => relapseFree(chart, under))
    .flatMap(({ cohort, outcome_day: day, outcome_event: event, patient_no }) =>
      cohort !== "cno" || day === null ? [] : [{ patient: pseudonyms.get(patient_no) ?? "", day, event }],
    );
}

const children = async (id: string, clock: Clock = "diagnosis") => pseudonymsOf(await studies.members(run, id, clock));
const pseudonymsOf = (opened: Members | undefined) => opened?.children.map(({ patient }) => patient);
const cohort = readFileSync(join(COHORT, "patient.csv"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

test("every step and every column of the risk table opens the children whom the charts tell of, under each clock", async () => {
  for (const clock of CLOCKS) {
    const told = await studies.survival(run, "relapse-free", clock);
    const all = followed(clock);
    assert.ok(all.length >= 50, `${clock}: ${all.length} children`);
    const who = (belongs: (one: (typeof all)[number]) => boolean) => all.filter(belongs).map(({ patient }) => patient);
    const expected = ({ statistic, at = 0 }: Result): readonly string[] | undefined => {
      if (/^(step|risk)-at-risk$/.test(statistic)) return who(({ day }) => day >= at);
      if (statistic === "step-events") return who(({ day, event }) => day === at && event === 1);
      if (statistic === "step-censored") return who(({ day, event }) => day === at && event === 0);
      if (statistic === "risk-events") return who(({ day, event }) => day < at && event === 1);
      return statistic === "risk-censored" ? who(({ day, event }) => day < at && event === 0) : undefined;
    };
    const rows = told?.rows.filter((row) => expected(row) !== undefined) ?? [];
    // There are hundreds: some of every kind, and in `npm run test:soak` every second.
    const step = process.env.OSTEON_SOAK === undefined ? 160 : 2;
    const kinds = [...Map.groupBy(rows, ({ statistic }) => statistic).values()];
    assert.equal(kinds.length, 6);
    const some = kinds.flatMap((kind) => kind.filter((_, place) => place % step === Math.min(3, kind.length - 1)));
    for (const row of some) {
      const opened = await studies.members(run, row.id, clock);
      assert.deepEqual(pseudonymsOf(opened)?.toSorted(), expected(row)?.toSorted(), `${clock} ${row.id}`);
      assert.equal(opened?.children.length, row.value, `${clock} ${row.id}`);
      assert.equal(opened?.exact, true, row.id);
    }
  }
});

test("each child behind a step comes with the day and the end that its cell names", async () => {
  const opened = await studies.members(run, "relapse-free.all.events", "diagnosis");
  const days = new Map(followed("diagnosis").map(({ patient, day, event }) => [patient, [day, event]]));
  assert.deepEqual(
    opened?.cells,
    opened?.children.map(({ patient }) => [days.get(patient)]),
  );
  assert.deepEqual(opened?.columns, ["outcome_day", "outcome_event"]);
});

test("a share and its limits open whom it is a share of; a comparison opens its groups", async () => {
  const boys = cohort.filter(([, , kind, sex]) => kind === "cno" && sex === "male").map(([patient]) => patient);
  for (const id of ["sex.all.male", "sex.all.male-percent", "sex.all.male-clopper-pearson-lower"])
    assert.deepEqual(await children(id), boys, id);
  assert.deepEqual(await children("relapsed.all.wilson-upper"), await children("relapsed.all.n"));
  assert.deepEqual(await children("relapse-free.all.median"), await children("relapse-free.all.n"));
  const groups = ["subacute", "chronic", "unclassified"].map((group) => `relapse-free-by-presentation.${group}.n`);
  const compared = await studies.members(run, "relapse-free-by-presentation.compared.log-rank-p", "diagnosis");
  assert.deepEqual(compared?.counts.toSorted(), groups.toSorted());
  assert.deepEqual(pseudonymsOf(compared), await children("relapse-free.all.n"));
  assert.equal(compared?.exact, false);
});

test("no number of the report is without its children", async () => {
  const pages = JSON.parse(readFileSync(join(run.folder, "pages.json"), "utf8"));
  const named = new Set([...JSON.stringify(pages).matchAll(/"result":"([^"]+)"/g)].map(([, id = ""]) => id));
  assert.ok(named.size > 300, `${named.size} numbers`);
  const results = JSON.parse(readFileSync(join(run.folder, "results.json"), "utf8")).results as readonly Result[];
  const analyses = new Map(results.map(({ id, analysis }) => [id, analysis]));
  assert.deepEqual(
    [...named].filter((id) => !analyses.has(id)),
    [],
  );
  for (const id of named) assert.notEqual(countBehind(results, id), undefined, id);
  // Opened is one of some analyses, and in `npm run test:soak` of each: that all of it is opened alike is told by the other tests.
  const ofEach = [...new Map([...named].map((one) => [analyses.get(one), one])).values()];
  const step = process.env.OSTEON_SOAK === undefined ? 32 : 1;
  for (const id of ofEach.filter((_, place) => place % step === 0))
    assert.ok(((await children(id))?.length ?? 0) > 0, id);
});

test("a paper laid beside the run: 20 of 56 children had arthritis, whatever it prints", async () => {
  const bound = await studies.bind(run, ["Results", "", "Arthritis was present in 23/56 (35 %) children."]);
  const said = bound?.numbers.map(({ printed, status, expected }) => [printed, status, expected]);
  assert.deepEqual(said, [
    ["23", "not-found", "20"],
    ["56", "equal", undefined],
    ["35", "rounded-wrongly", "36"],
  ]);
});
