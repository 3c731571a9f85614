import assert from "node:assert/strict";
import { test } from "node:test";
import type { Choices } from "@osteon/api";
import { resultIds } from "@osteon/estimate";
import { reportHtml } from "@osteon/publish";
import { reportInput } from "@osteon/run";
import { isCno, NEVER_SAID, ODD_CHARTS, rowsOf } from "../../../studies/registry-report/tests/odd-charts.ts";
import { reportOf } from "../../../studies/registry-report/tests/report-of.ts";
import { reportWords } from "../../../tests/acceptance/dresden-golden.ts";
import { isGerman } from "../../../tests/acceptance/german-page.ts";
import { chosenLock } from "../src/chosen-lock.ts";
import { SPINAL } from "./sample-choices.ts";

/** Typed as a name, which is no template: nothing in its braces is a number of the report. */
const BRACES = "{a.b|c} <b>{y}";
/** Each kind of group, and every outcome and event. */
const MUCH: Partial<Choices> = {
  outcomes: ["any_remission", "pedcno30", "cdas", "mri_inactive", "low_pain"],
  course: ["visit.pain_nrs", "visit.swelling", "visit.subjective_change", "laboratory.esr"],
  events: ["relapse", "remission", "stop"],
};
const KINDS: Readonly<Record<string, Choices>> = {
  "groups by class, with a condition and a name in braces": {
    ...SPINAL,
    ...MUCH,
    groups: {
      by: "class",
      groups: [
        { name: BRACES, classes: ["nsaid"], drugs: [] },
        { classes: ["bisphosphonate"], drugs: [] },
      ],
      members: "first",
    },
  },
  "a group of nobody, and children in several": {
    ...SPINAL,
    population: [],
    groups: {
      by: "drug",
      members: "every",
      groups: [
        { classes: [], drugs: ["naproxen"] },
        { classes: [], drugs: ["baricitinib"] },
      ],
    },
  },
  "strata of all children": {
    ...SPINAL,
    ...MUCH,
    events: ["relapse"],
    population: [],
    groups: { by: "stratum", condition: { field: "patient.sex", comparison: "is", values: ["female"], when: "ever" } },
  },
};

/** Each kind has some of the charts; the soak tries all of them. */
const chartsFor = (place: number) =>
  Object.entries(ODD_CHARTS).filter((_, index) => process.env.OSTEON_SOAK !== undefined || index % 4 === place);

for (const [place, [kind, choices]] of Object.entries(KINDS).entries()) {
  test(`${kind}: odd charts give every declared result, in words that a reader understands`, async () => {
    const study = { ...chosenLock(choices), directory: "", cohort: "" };
    for (const [name, charts] of chartsFor(place)) {
      const { results, html } = await reportOf(charts, study);
      const ids = new Set(results.results.map(({ id }) => id));
      assert.deepEqual(
        [...resultIds(study.protocol)].filter((id) => !ids.has(id)),
        [],
        name,
      );
      const value = (id: string) => results.results.find((result) => result.id === id)?.value ?? 0;
      const cno = rowsOf(charts, "patient").filter((row) => isCno(row) && row.consent !== "withdrawn");
      const standing = ["counted", "not_met", "not_known", "other_group"].map((one) =>
        value(`standing.everyone.${one}`),
      );
      assert.equal(
        standing.reduce((sum, n) => sum + n, 0),
        cno.length,
        name,
      );
      const words = reportWords(html);
      for (const pattern of NEVER_SAID)
        assert.equal(
          words.find((line) => pattern.test(line)),
          undefined,
          `${pattern} of ${name}`,
        );
      isGerman(reportWords(reportHtml(reportInput(study, results, { language: "de" }))));
    }
  });
}

test("a child whose stop of the drug is not known is no child who still takes it", async () => {
  const choices: Choices = {
    ...SPINAL,
    population: [],
    groups: { by: "class", groups: [{ classes: ["nsaid"], drugs: [] }], members: "first" },
    characteristics: [],
    outcomes: [],
    course: [],
    events: ["stop"],
  };
  const sample = ODD_CHARTS["no MRI at all"] ?? [];
  const untold = new Set(rowsOf(sample, "patient").flatMap(({ patient }, place) => (place % 4 === 0 ? [] : [patient])));
  const charts = sample.map((table) =>
    table.name !== "treatment"
      ? table
      : {
          ...table,
          rows: table.rows.map(({ row, cells }) => ({
            row,
            cells: untold.has(cells.patient)
              ? { ...cells, stopped_on: "unknown", stop_reason: "unknown" }
              : { ...cells, stopped_on: "not applicable", stop_reason: "not applicable" },
          })),
        },
  );
  const study = { ...chosenLock(choices), directory: "", cohort: "" };
  const { results } = await reportOf(charts, study);
  const of = (statistic: string) =>
    results.results.find(({ id }) => id === `time-to-stop.on-nsaid.${statistic}`)?.value;
  const children = new Set(
    rowsOf(charts, "patient")
      .filter(isCno)
      .map(({ patient }) => patient),
  );
  const given = new Set(
    rowsOf(charts, "treatment")
      .filter((row) => row.drug_class === "nsaid" && children.has(row.patient))
      .map(({ patient }) => patient),
  );
  const told = [...given].filter((patient) => !untold.has(patient));
  assert.ok(told.length > 5 && told.length < given.size);
  assert.deepEqual([of("n"), of("events")], [told.length, 0]);
});
