import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Chart, Row, SavedEncounter, SentEncounter, ToldBack } from "@osteon/api";
import { type Charts, chartsAsOf, SHIPPED } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { applyImport, asRole, planImport, readCharts } from "@osteon/registry";
import { forEveryChild, readStudy, STUDIES } from "@osteon/run";
import { member } from "../../../../packages/registry/tests/both-engines.ts";
import { drawnCharts } from "../../../../studies/registry-report/tests/drawn-charts.ts";
import { seeded } from "../../../../studies/schnabel-2017/tests/seeded.ts";
import { toldBackOfChart } from "../../src/index.ts";
import { withDerived } from "../../src/runs/with-derived.ts";
import { type Client, type RunningServer, runningServer } from "../running-server.ts";
import { drawnEncounter } from "./drawn-encounter.ts";

/** Encounters that are told back, saved, and derived by studies; the long form draws ten times as many. */
const ENCOUNTERS = process.env.OSTEON_SOAK === undefined ? 10 : 120;
const CENTRE = "Ulm";
const REPORT = await readStudy("registry-report");
const DRESDEN = await readStudy("schnabel-2017");
const { charts: cohort } = await readChartFolder(join(STUDIES, "schnabel-2017/cohort"));

/** Children of the sample cohort and drawn ones, all at one centre. */
function someChildren(): Charts {
  const drawn = drawnCharts(34, 3);
  const names = new Set(["DD-001", "DD-007", "DD-071"]);
  return cohort.map((chart) => {
    const own = chart.rows.filter(({ cells }) => names.has(cells.patient ?? ""));
    const others = drawn.find(({ name }) => name === chart.name)?.rows ?? [];
    const rows = [...own, ...others].map(({ cells }, place) => ({
      row: place + 2,
      cells: chart.name === "patient" ? { ...cells, centre: CENTRE } : cells,
    }));
    return { name: chart.name, file: chart.file, rows };
  });
}

/** What a study's own models say of a visit, at the time points of the Dresden study and at the last visit. */
async function byStudy({ protocol, models }: typeof REPORT, charts: Charts, visit: string) {
  const { timePoints } = DRESDEN.protocol;
  const last = REPORT.protocol.timePoints.last;
  if (last === undefined) throw new Error("the yearly report reads the last visit");
  const asked = { ...forEveryChild(protocol), timePoints: { ...timePoints, last } };
  return await withDerived({ charts, protocol: asked, models, book: SHIPPED }, async (engine) => {
    const own = (await engine.rows("SELECT visit_no, visit FROM visit")).find((row) => row.visit === visit)?.visit_no;
    const read = async (table: string) =>
      (await engine.rows(`SELECT * FROM ${table}`)) as readonly Record<string, unknown>[];
    const points = (await read("response")).filter(({ visit_no }) => visit_no === own);
    const isThere = (table: string) => models.some(({ name }) => name === table);
    return {
      points,
      missing: isThere("outcome_missing") ? await read("outcome_missing") : [],
      items: isThere("core_set") ? await read("core_set") : [],
      levels: isThere("pedcno") ? await read("pedcno") : [],
      scales: isThere("line_scale") ? await read("line_scale") : [],
    };
  });
}

describe("what an encounter tells back", () => {
  let server: RunningServer;
  let nurse: Client;
  let children: readonly string[];

  before(async () => {
    server = await runningServer("server", { toldBackOf: toldBackOfChart() });
    nurse = await server.person("nurse", "study_nurse", CENTRE);
    const manager = await server.person("manager", "data_manager", CENTRE);
    const charts = someChildren();
    children = (charts.find(({ name }) => name === "patient")?.rows ?? []).map(({ cells }) => cells.patient ?? "");
    await asRole(server.database, member(manager.account, { batch: "some", reason: "some" }), async (session) =>
      applyImport(session, await planImport(session, charts), { batch: "some", source: "some" }),
    );
  });
  after(() => server.end());

  const at = (child: string) => `/api/centres/${CENTRE}/patients/${child}`;
  const rowsOf = async (child: string) => ((await nurse("GET", at(child))).json as unknown as Chart).rows;
  const tellBack = async (child: string, body: unknown): Promise<ToldBack> => {
    const { status, text, json } = await nurse("POST", `${at(child)}/encounters/told-back`, body);
    assert.equal(status, 200, text);
    return json as unknown as ToldBack;
  };

  test("is what the studies derive of it once it is saved: of the sample cohort and of drawn children, at the plan's points and at the last visit", async () => {
    const draw = seeded(34_5);
    let [judged, planned, scored, compared] = [0, 0, 0, 0];
    for (let round = 0; round < ENCOUNTERS; round++) {
      const child = children[round % children.length] ?? "";
      const rows = await rowsOf(child);
      const sent = drawnEncounter(draw, rows);
      const told = await tellBack(child, sent);
      assert.deepEqual([told.because, told.leftOut], [null, []], `${child}: ${JSON.stringify(told)}`);
      assert.deepEqual(await rowsOf(child), rows, "nothing was written");
      const saved = await nurse("POST", `${at(child)}/encounters`, sent);
      assert.equal(saved.status, 201, saved.text);
      const { visit } = saved.json as unknown as SavedEncounter;
      const charts = await chartsOf(server, child, sent);
      const [report, dresden] = [await byStudy(REPORT, charts, visit.key), await byStudy(DRESDEN, charts, visit.key)];
      for (const line of told.lines.filter(({ standing }) => standing === "judged")) {
        const point = line.timePoint ?? "last";
        const isHere = (row: Readonly<Record<string, unknown>>) =>
          row.line_class === line.line && row.time_point === point;
        const source = line.timePoint === null ? report : dresden;
        const own = source.points.find(isHere);
        // The yearly report knows other classes as lines, the Dresden study not all.
        if (own !== undefined) {
          assert.deepEqual(
            [line.state, line.reason],
            [own.outcome_state, own.reason],
            `${child} ${line.line} ${point}`,
          );
          judged += 1;
          if (line.timePoint !== null) planned += 1;
        }
        // Of antibiotics and of controls the yearly report says nothing.
        if (line.line === "antibiotic" || report.points.length === 0) continue;
        assert.deepEqual(
          line.pedcno?.levels.map(({ level, state }) => [level, state]).sort(),
          report.levels
            .filter(isHere)
            .map(({ level, pedcno_state }) => [level, pedcno_state])
            .sort(),
        );
        assert.deepEqual(
          line.pedcno?.items
            .map(({ item, before, now }) => [
              item,
              before?.lowest ?? null,
              before?.highest ?? null,
              now?.lowest ?? null,
              now?.highest ?? null,
            ])
            .sort(),
          report.items
            .filter(isHere)
            .map((row) => [
              row.item,
              ...["before_lowest", "before_highest", "now_lowest", "now_highest"].map((name) =>
                thousandth(row[`${name}_x1000`]),
              ),
            ])
            .sort(),
        );
        if (line.pedcno?.levels.some(({ state }) => state !== "too_few_items")) compared += 1;
      }
      const scale = report.scales.find(({ line_class, time_point }) => line_class === "any" && time_point === "last");
      if (scale !== undefined) {
        assert.equal(told.cdas.value, scale.cdas ?? null, child);
        const lacks = report.missing.filter(
          ({ line_class, time_point, definition }) =>
            line_class === "any" && time_point === "last" && definition === "cdas",
        );
        assert.deepEqual(
          told.cdas.lacks.map(({ item }) => item),
          lacks.map(({ missing_item }) => missing_item).sort(),
          child,
        );
        if (told.cdas.value !== null) scored += 1;
      }
      // Against the visit before: as the yearly report of charts in which the child was diagnosed on that day.
      if (told.lastVisit !== null && scale !== undefined) {
        const anew = await byStudy(REPORT, diagnosedOn(charts, told.lastVisit.visitedOn), visit.key);
        const isHere = ({ line_class, time_point }: Readonly<Record<string, unknown>>) =>
          line_class === "any" && time_point === "last";
        assert.deepEqual(
          told.lastVisit.pedcno?.levels.map(({ level, state }) => [level, state]).sort(),
          anew.levels
            .filter(isHere)
            .map(({ level, pedcno_state }) => [level, pedcno_state])
            .sort(),
        );
        assert.equal(told.cdas.before, anew.scales.find(isHere)?.cdas_at_start ?? null);
      }
    }
    assert.ok(
      judged > ENCOUNTERS / 2 && planned > 0 && scored > 0 && compared > 0,
      JSON.stringify({ judged, planned, scored, compared }),
    );
  });

  test("names what is missing, leaves out what could not be saved, and counts the rest", async () => {
    const rows = await rowsOf("DD-071");
    const last =
      rows
        .flatMap(({ table, cells }) => (table === "visit" ? [cells.visited_on ?? ""] : []))
        .sort()
        .at(-1) ?? "";
    const day = `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`;
    const told = await tellBack("DD-071", {
      status: "complete",
      visit: { cells: { visited_on: day, pain_nrs: "3", patient_global_nrs: "2", temperature_cel: "366" } },
      rows: [
        {
          table: "laboratory",
          refers: { visit: "visit" },
          cells: { sampled_on: day, analyte: "esr", value: "many", unit: "mm/h" },
        },
      ],
    });
    assert.deepEqual(told.cdas.value, null);
    assert.deepEqual(told.cdas.lacks, [
      { item: "clinical_lesions", title: { en: "Clinical lesions", de: "Klinische Läsionen" }, at: "time_point" },
    ]);
    assert.deepEqual(
      told.leftOut.map(({ at, where }) => [at, where.column]),
      [
        ["visit", "temperature_cel"],
        [0, "value"],
      ],
    );
    const summed = await tellBack("DD-071", {
      status: "complete",
      visit: { cells: { visited_on: day, pain_nrs: "3", patient_global_nrs: "2", clinical_lesions: "1" } },
      rows: [],
    });
    assert.equal(summed.cdas.value, 6, "3 + 2 + 1");
    const undated = await tellBack("DD-071", { status: "draft", visit: { cells: { pain_nrs: "3" } }, rows: [] });
    assert.equal(undated.because, "no-day");
  });

  test("reads a visit that stands with what is typed over it, as of its day", async () => {
    const rows = await rowsOf("DD-071");
    const visits = rows
      .filter(({ table }) => table === "visit")
      .sort((a, b) => ((a.cells.visited_on ?? "") < (b.cells.visited_on ?? "") ? -1 : 1));
    const [, second] = visits;
    assert.ok(second);
    const typed = { ...editable(second), pain_nrs: "7", patient_global_nrs: "5", clinical_lesions: "4" };
    const told = await tellBack("DD-071", {
      status: "complete",
      visit: { key: second.key, version: second.version, cells: typed },
      rows: [],
    });
    assert.equal(told.cdas.value, 16);
    assert.equal(told.lastVisit?.visit, visits[0]?.key);
  });

  test("is refused to who may not see the child, and to who asks without end", async () => {
    const stranger = await server.person("stranger", "study_nurse", "Elsewhere");
    const body: SentEncounter = { status: "complete", visit: { cells: {} }, rows: [] };
    assert.equal((await stranger("POST", `${at("DD-071")}/encounters/told-back`, body)).status, 404);
    const hurried = await server.person("hurried", "study_nurse", "Elsewhere");
    let status = 0;
    for (let asked = 0; asked <= 90; asked++)
      ({ status } = await hurried("POST", `${at("X")}/encounters/told-back`, body));
    assert.equal(status, 429);
  });
});

const thousandth = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value) / 1000;

const editable = ({ cells }: Row): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => !["visit", "patient"].includes(name)));

/** The child as an export hands it to a study, as of the day of the encounter's last row. */
async function chartsOf({ database }: RunningServer, child: string, { visit, rows }: SentEncounter): Promise<Charts> {
  const charts = await asRole(database, { role: "osteon_keeper", account: "check" }, (session) => readCharts(session));
  const days = [
    visit.cells.visited_on ?? "",
    ...rows.flatMap(({ cells }) => [cells.sampled_on ?? "", cells.imaged_on ?? ""]),
  ];
  const own = charts.map((chart) => ({ ...chart, rows: chart.rows.filter(({ cells }) => cells.patient === child) }));
  return chartsAsOf(own, days.sort().at(-1) ?? "");
}

const diagnosedOn = (charts: Charts, day: string): Charts =>
  charts.map((chart) =>
    chart.name === "patient"
      ? { ...chart, rows: chart.rows.map((row) => ({ ...row, cells: { ...row.cells, diagnosed_on: day } })) }
      : chart,
  );
