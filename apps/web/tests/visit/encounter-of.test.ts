import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Row, WhatStands } from "@osteon/api";
import { SHIPPED } from "@osteon/codebook";
import { bodyOf, changesComplete, encounterOf, type Given } from "../../src/visit/encounter-of.ts";
import { allAsBefore, beginMri, dropMri, find, see } from "../../src/visit/mri-state.ts";
import { settled } from "../../src/visit/settled.ts";
import { checkVisit } from "../../src/visit/visit-checks.ts";
import { NO_VISIT, type VisitState } from "../../src/visit/visit-state.ts";
import { readRowsOf, rowsThatStand, stateIn, visitStateOf } from "../../src/visit/visit-state-of.ts";
import { chartOfCohort, encounterAt, standingOf } from "./page-of-cohort.ts";

const DAY = "2013-10-25";

/** What is typed on the page of a visit, and the rows that go. */
describe("a visit as it is typed becomes rows", () => {
  let chart: readonly Row[];
  let standing: WhatStands;
  before(async () => {
    chart = await chartOfCohort("DD-071");
    standing = standingOf(chart, DAY);
  });
  const analyte = (code: string, unit: string, lowerLimit: string | null, upperLimit: string | null) => ({
    ...{ analyte: code, days: 9, isUsual: true, unit, lowerLimit, upperLimit },
    from: "child" as const,
  });
  const given = (state: Partial<VisitState>, more: Partial<Given> = {}): Given => ({
    state: { ...NO_VISIT, visit: { words: { visited_on: "25.10.2013" } }, ...state },
    read: readRowsOf(rowsThatStand(standing)),
    analytes: [analyte("crp", "mg/L", null, "5"), analyte("haemoglobin", "g/dL", "11", "15.5")],
    language: "en",
    book: SHIPPED,
    status: "complete",
    ...more,
  });
  const cellsOf = (state: Partial<VisitState>, more: Partial<Given> = {}) =>
    encounterOf(given(state, more)).rows.map(({ place, cells }) => ({
      place,
      ...Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== "")),
    }));
  const result = (words: Record<string, string>) => ({ crp: { words: { analyte: "crp", ...words } } });

  test("a drug that is unchanged, an MRI that was not made, an empty line: no row", () => {
    const { visit, rows, removed } = encounterOf(
      given({ results: { crp: { words: { analyte: "crp", value: " " } } } }),
    );
    assert.deepEqual([visit?.cells.visited_on, rows, removed], [DAY, [], []]);
  });

  for (const [value, cells] of [
    ["<0.5", { comparator: "below", value: "0.5", unit: "mg/L" }],
    ["12,3", { value: "12.3", unit: "mg/L" }],
    ["not done", { value: "not done" }],
    ["1,234", { value: "1,234?", unit: "mg/L" }],
  ] as const)
    test(`a result typed as ${value} is ${JSON.stringify(cells)} of the visit's day, without limits that nobody stated`, () => {
      assert.deepEqual(cellsOf({ results: result({ value }) }), [
        { place: "results/crp", ...cells, analyte: "crp", sampled_on: DAY },
      ]);
    });

  test("limits that are remembered are written where the report states them, and never in another unit or beside no number", () => {
    const taken = (words: Record<string, string>) => cellsOf({ results: result(words), takesLimits: true })[0];
    assert.deepEqual(
      [{ value: "3" }, { value: "3", upper_limit: "10" }, { value: "0.3", unit: "mg/dL" }, { value: "not done" }].map(
        (words) => (taken(words) as Record<string, string>).upper_limit,
      ),
      ["5", "10", undefined, undefined],
    );
  });

  for (const [words, found] of [
    [{}, "dose-change unsaid"],
    [{ dose: "10" }, "dose-change same"],
    [{ dose: "10,0", dose_unit: "mg/kg/d" }, "dose-change same"],
    [{ dose: "unknown" }, undefined],
    [{ dose: "10", dose_unit: "mg/d" }, undefined],
    [{ dose: "12,5" }, undefined],
  ] as const)
    test(`a dose that is said to change to ${JSON.stringify(words)}: ${found ?? "nothing is asked"}`, () => {
      const outgoing = encounterOf(given({ drugs: { T00064: { kind: "dose", words } } }));
      const refused = checkVisit(outgoing, chart, { patient: "DD-071", language: "en", book: SHIPPED }).filter(
        ({ problem }) => problem.severity === "refused",
      );
      assert.deepEqual(
        refused.map(({ place, problem: { code, where, values } }) => [place, where.column, `${code} ${values?.what}`]),
        found === undefined ? [] : [["drugs/T00064/next", "dose", found]],
      );
    });

  test("a dose that changes ends one row the day before and begins another; nobody says why it was stopped", () => {
    const rows = cellsOf({ drugs: { T00064: { kind: "dose", words: { dose: "12,5" } } } });
    assert.deepEqual(
      rows
        .map((row) => row as Record<string, string>)
        .map(({ place, dose, started_on, stopped_on, stop_reason }) => [
          place,
          dose,
          started_on,
          stopped_on,
          stop_reason,
        ]),
      [
        ["drugs/T00064", "10", "2011-02-15", "2013-10-24", "not applicable"],
        ["drugs/T00064/next", "12.5", DAY, "not applicable", undefined],
      ],
    );
    assert.equal(
      changesComplete(encounterOf(given({ drugs: { T00064: { kind: "dose", words: {} } } })), given({}).read),
      true,
    );
  });

  test("a drug that is stopped has its last day and its reason; of a draft such changes wait", () => {
    const drugs = { T00064: { kind: "stopped", words: { on: "20.10.2013", stop_reason: "remission" } } } as const;
    const [row] = encounterOf(given({ drugs })).rows;
    assert.deepEqual([row?.cells.stopped_on, row?.cells.stop_reason, row?.version], ["2013-10-20", "remission", 1]);
    assert.deepEqual(encounterOf(given({ drugs }, { status: "draft" })).rows, []);
  });

  test("all as before says of each known lesion how it looked; what was new is active; one change is one change", () => {
    const state = see(allAsBefore(given({}).state, standing), "F00326", "not_visible");
    assert.deepEqual(
      encounterOf(given(state)).rows.map(({ place, refers, cells }) => [
        place,
        refers?.imaging ?? "",
        cells.state ?? cells.modality,
      ]),
      [
        ["mri", "", "whole_body_mri"],
        ["mri/seen/F00323", "mri", "remaining"],
        ["mri/seen/F00324", "mri", "remaining"],
        ["mri/seen/F00325", "mri", "not_visible"],
        ["mri/seen/F00326", "mri", "not_visible"],
      ],
    );
    assert.equal(allAsBefore(given({}).state, standing).mri?.seen.F00326?.words.state, "active");
  });

  test("a lesion that is found is named by its observation, before it has a number", () => {
    const state = find(beginMri(given({}).state, standing), {
      bone: "femur",
      side: "left",
      part: "metaphysis",
      state: "new",
    });
    const [, lesion, seen] = encounterOf(given(state)).rows;
    assert.deepEqual(
      [lesion?.name, lesion?.cells.state, seen?.refers, seen?.cells.state],
      ["found-1", undefined, { imaging: "mri", lesion: "found-1" }, "new"],
    );
  });

  test("an effect of a drug that is begun now refers to it; of one that goes on it has its number", () => {
    const begun = { "begun-1": { words: { drug: "prednisolone", drug_class: "glucocorticoid" } } };
    const of = (treatment: string) =>
      encounterOf(given({ begun, effects: { "effect-1": { words: { effect: "fever", treatment } } } })).rows[1];
    assert.deepEqual(
      [of("begun-1")?.refers, of("T00064")?.cells.treatment, of("T00064")?.refers],
      [{ treatment: "begun-1" }, "T00064", undefined],
    );
  });

  for (const language of ["en", "de"] as const)
    test(`every visit of the child, opened and not touched, sends nothing (${language})`, () => {
      for (const { key } of chart.filter(({ table }) => table === "visit")) {
        const encounter = encounterAt(chart, key);
        const on = encounter.visit.cells.visited_on ?? "";
        const opened = visitStateOf(encounter, "en");
        const read = readRowsOf(rowsThatStand(standingOf(chart, on, key), encounter));
        const state = stateIn(opened, "en", language);
        const { visit, rows, removed } = encounterOf(given(state, { state, read, language }));
        assert.deepEqual([key, visit, rows, removed], [key, undefined, [], []]);
      }
    });

  test("a line that is emptied is taken back in the version that was read, an MRI with all that hangs on it", () => {
    const encounter = encounterAt(chart, "V00547");
    const read = readRowsOf(rowsThatStand(standingOf(chart, "2013-07-26", "V00547"), encounter));
    const opened = visitStateOf(encounter, "en");
    const state = {
      ...opened,
      results: { ...opened.results, crp: { key: "L02182", words: { analyte: "crp", value: "" } } },
    };
    const sent = bodyOf(encounterOf(given(state, { state, read })), "complete", "typed into the wrong child");
    assert.deepEqual(sent.removed, [{ table: "laboratory", key: "L02182", version: 1 }]);
    const mri = {
      ...encounter,
      rows: chart.filter(
        ({ table, key, cells }) => key === "I00163" || (table === "lesion_observation" && cells.imaging === "I00163"),
      ),
    };
    const dropped = dropMri(visitStateOf(mri, "en"));
    const gone = encounterOf(given(dropped, { state: dropped, read: readRowsOf(mri.rows) })).removed.map(
      ({ row }) => row.key,
    );
    assert.deepEqual(gone, ["O00903", "O00904", "O00905", "O00906", "I00163"]);
  });

  test("after a save nothing is left to send, and what was typed since is", () => {
    const { state, read } = given({
      results: result({ value: "3" }),
      effects: { "effect-1": { words: { effect: "fever" } } },
    });
    const outgoing = encounterOf(given(state));
    const asSaved = (table: string, key: string, cells: Readonly<Record<string, string>>): Row => ({
      ...{
        table,
        key,
        patient: "DD-071",
        centre: "Dresden",
        status: "complete",
        version: 1,
        writtenAt: "",
        writtenBy: "",
      },
      cells: { ...cells, ...(table === "visit" ? {} : { visit: "N1" }), patient: "DD-071" },
    });
    const saved = {
      visit: asSaved("visit", "N1", outgoing.visit?.cells ?? {}),
      rows: outgoing.rows.map(({ table, cells }, place) => asSaved(table, `N${place + 2}`, cells)),
    };
    const typedSince = { ...state, results: { crp: { words: { analyte: "crp", value: "4" } } } };
    const after = settled(typedSince, read, outgoing, saved);
    const left = encounterOf(given(after.state, after));
    assert.deepEqual(
      left.rows.map(({ key, cells }) => [key, cells.value]),
      [["N2", "4"]],
    );
    const same = settled(state, read, outgoing, saved);
    assert.deepEqual(encounterOf(given(same.state, same)).rows, []);
  });
});
