import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type ChartRow, type Charts, FIRST_PLAN, type FollowUpPlan, isoDate } from "@osteon/codebook";
import { freeze } from "@osteon/freeze";
import { reportHtml } from "@osteon/publish";
import { dueVisits, LATE_DAYS } from "@osteon/registry";
import { analyse, deriveInParts, modelsOf, reportInput } from "@osteon/run";
import { drawnCharts } from "./drawn-charts.ts";
import { study } from "./report-of.ts";

const rowsOf = (charts: Charts, table: string): readonly ChartRow[] =>
  charts.find(({ name }) => name === table)?.rows.map(({ cells }) => cells) ?? [];

/** What the models of the report say of charts that bring a plan, or none. */
async function frozenWith<T>(charts: Charts, plan: FollowUpPlan | undefined, use: (frozen: Frozen) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "osteon-due-"));
  try {
    const options = { directory: join(folder, "freeze"), policy: "middle", ...(plan && { plan }) } as const;
    const made = await freeze(charts, options);
    if (!made.ok) throw new Error(JSON.stringify(made.problems[0]));
    return await use(made.value);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
type Frozen = Parameters<typeof analyse>[1];

const PLANS: readonly FollowUpPlan[] = [
  FIRST_PLAN,
  [{ name: "yearly", targetDay: 365, firstDay: 200, lastDay: 900, label: { en: "Yearly", de: "Jährlich" } }],
];

for (const [place, plan] of PLANS.entries())
  test(`the windows of every drawn child stand as the registry's own schedule says, by plan ${place + 1}`, async () => {
    const charts = drawnCharts(4 + place, 250);
    const own = new Map(rowsOf(charts, "patient").map((row) => [row.patient, row]));
    const { found, asOf } = await frozenWith(charts, plan, async (frozen) => {
      const { protocol } = study;
      const [answer] = await deriveInParts({ protocol, models: modelsOf(study) }, frozen, async (engine) => ({
        found: await engine.rows(
          "SELECT patient, time_point, window_state FROM expected_visit INNER JOIN patient ON patient.patient_no = expected_visit.patient_no",
        ),
        asOf: await engine.rows("SELECT now_epoch_day FROM last_day"),
      }));
      if (answer === undefined) throw new Error("nothing was derived");
      return answer;
    });
    const today = isoDate(Number(asOf[0]?.now_epoch_day));
    const cno = [...own.values()].filter(({ cohort, consent }) => cohort === "cno" && consent !== "withdrawn");
    const wanted = cno.flatMap(({ patient, status, diagnosed_on = "", last_contact_on = "" }) =>
      dueVisits(
        {
          diagnosedOn: diagnosed_on,
          starts: rowsOf(charts, "treatment")
            .filter((row) => row.patient === patient)
            .map(({ drug_class = "", started_on = "" }) => ({ drugClass: drug_class, startedOn: started_on })),
          visits: rowsOf(charts, "visit")
            .filter((row) => row.patient === patient)
            .map(({ visit = "", visited_on = "" }) => ({ visit, visitedOn: visited_on, status: "complete" as const })),
          endedOn: status === "dead" || status === "lost" ? last_contact_on : null,
        },
        plan,
        today,
      ).map(({ timePoint, state }) => `${patient} ${timePoint} ${state}`),
    );
    const told = found.map((row) => `${row.patient} ${row.time_point} ${row.window_state}`);
    assert.deepEqual(told.sort(), wanted.sort());
    const states = new Set(wanted.map((one) => one.split(" ")[2]));
    assert.deepEqual([...states].sort(), ["done", "due", "late", "missed", "upcoming"]);
  });

const visit = (patient: string, visit: string, visited_on: string) => ({ patient, visit, visited_on });
const child = (patient: string, diagnosed_on: string) => ({
  ...{ patient, centre: "Nord", cohort: "cno", sex: "female", born_on: "2010-01", onset_on: "2018-01" },
  ...{ consent: "given", status: "alive", diagnosed_on, last_contact_on: "2021-06-01" },
});
/** On 1 June 2021, counted from the diagnosis. */
const BY_HAND: Readonly<Record<string, readonly ChartRow[]>> = {
  patient: [
    child("day-212", "2020-11-01"),
    child("day-212-seen", "2020-11-01"),
    child("day-152", "2020-12-31"),
    child("day-1000", "2018-09-05"),
    child("day-546", "2019-12-03"),
  ],
  // Day 100, in month 3; day 150, in month 6; day 118, in month 3; day 546, in month 12.
  visit: [
    visit("day-212", "v1", "2021-02-09"),
    visit("day-212-seen", "v2", "2021-03-31"),
    visit("day-1000", "v3", "2019-01-01"),
    visit("day-546", "v5", "2021-06-01"),
  ],
};
const byHand = drawnCharts(1, 0).map((table) => ({
  ...table,
  rows: (BY_HAND[table.name] ?? []).map((cells, index) => ({ row: index + 2, cells })),
}));

test("of five children one is due, one overdue, one was seen and one missed a planned visit; without a plan the report says so", async () => {
  assert.equal(study.protocol.rules.due?.overdueForDays, LATE_DAYS);
  const told = (plan?: FollowUpPlan) =>
    frozenWith(byHand, plan, async (frozen) => {
      const { results } = await analyse(study, frozen);
      const of = (analysis: string) =>
        Object.fromEntries(
          results.results.filter((one) => one.analysis === analysis).map(({ group, value }) => [group, value]),
        );
      return {
        due: of("due-by-plan"),
        lost: of("lost-by-plan"),
        share: results.results.find(({ id }) => id === "due.all.n")?.value,
        html: reportHtml(reportInput(study, results)),
      };
    });
  const with5 = await told(FIRST_PLAN);
  // day-212: month 6 is open and unseen. day-212-seen: month 3 is overdue no more, since month 6 was seen. day-152: month 3 closed 16 days ago.
  // day-546: seen today in month 12. day-1000: unseen for 882 days, in which months 6, 12 and 24 closed.
  assert.deepEqual(with5.due, { due: 1, none_due: 2, overdue: 1 });
  assert.equal(with5.share, 1);
  assert.deepEqual(with5.lost, { planned_visit_missed: 1 });
  const none = await told();
  assert.deepEqual([none.due, none.lost], [{ no_plan: 4 }, { no_plan: 1 }]);
  assert.match(none.html, /These charts bring no follow-up plan: nobody can be said to be due/);
  assert.doesNotMatch(with5.html, /bring no follow-up plan: nobody/);
});
