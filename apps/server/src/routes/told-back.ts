import { type ToldBack, toldBack } from "@osteon/api";
import { type Charts, chartsAsOf, keptBook, missingReasonOf, tableNamed } from "@osteon/codebook";
import {
  type AsSaved,
  type EncounterRow,
  readAsSaved,
  readCodebook,
  readFollowUpPlan,
  refuseKept,
  type StoredRow,
  whatStands,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { limitPace } from "../http/limit-people.ts";
import { Refused } from "../http/problem-reply.ts";
import { type Asked, serve } from "../http/serve-route.ts";
import { takeTurns } from "../http/take-turns.ts";
import { completeCharts } from "./complete-charts.ts";
import { asNotThisChart } from "./encounters.ts";
import { knownCells } from "./row-cells.ts";

/** A page asks when typing rests; faster than this nobody types visits. */
const A_MINUTE = 90;

/** What an encounter would make of the child, while it is typed: nothing is written. */
export function addToldBack({ app, desk, toldBackOf }: RouteParts): void {
  if (toldBackOf === undefined) return;
  const pace = limitPace(A_MINUTE);
  const oneAtATime = takeTurns(1);
  serve(app, toldBack.tellBack, async (asked) => {
    const { account } = asked.request;
    pace(account);
    return await oneAtATime(account, async () => {
      const { centre, patient } = asked.params;
      const [saved, plan, book] = await desk.check(asked.request, async (session) => {
        await refuseKept(session, { centres: [centre], whole: true });
        const codebook = await readCodebook(session);
        const { removed = [] } = asked.body;
        const rows = rowsOf(asked.body, (table, cells) => knownCells(table, cells, codebook));
        const inTables = rows.map((row) => ({ ...row, table: tableNamed(row.table, codebook.tables) }));
        const read = await asNotThisChart(1, () =>
          readAsSaved(session, { centre, patient, rows: inTables, removed }, codebook),
        );
        return [read, (await readFollowUpPlan(session)).points, codebook] as const;
      });
      if (saved === undefined)
        throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
      const [visit] = saved.rows;
      const on = visit?.cells.visited_on ?? "";
      const told = { ...NOTHING, leftOut: leftOutOf(saved), drugs: drugsOf(saved, on) };
      if (visit === undefined || visit.status === "draft" || missingReasonOf(on) !== undefined)
        return asked.reply.send({ ...told, because: "no-day", drugs: [] });
      if (saved.chart.some(({ table, status }) => table === "patient" && status === "draft"))
        return asked.reply.send({ ...told, because: "draft-child" });
      const charts = completeCharts(saved.chart, keptBook(book));
      if (charts === undefined) return asked.reply.send({ ...told, because: "chart-unreadable" });
      const about = { patient, visit: visit.key, on, before: visitBefore(saved.chart, on) };
      const until = untilDay(charts, lastDayOf(saved.rows, on));
      return asked.reply.send({ ...told, ...(await toldBackOf(until, about, plan, keptBook(book))) });
    });
  });
}

type Body = Asked<typeof toldBack.tellBack>["body"];
/** Without cells where a row stays as it is. */
type Sent = Omit<EncounterRow, "table" | "cells"> & {
  readonly table: string;
  readonly cells: EncounterRow["cells"] | undefined;
};

/** The rows as they are typed, the visit first; each counts as complete. */
function rowsOf(
  { visit, rows }: Body,
  known: (table: string, cells: EncounterRow["cells"]) => EncounterRow["cells"],
): readonly Sent[] {
  const sent = rows.map((row) => ({ ...row, cells: known(row.table, row.cells), status: COMPLETE }));
  const cells = "cells" in visit ? known("visit", visit.cells) : undefined;
  return [{ table: "visit", name: "visit", key: visit.key, cells, status: COMPLETE }, ...sent];
}

const COMPLETE = "complete" as const;

const NOTHING: ToldBack = {
  because: null,
  noLines: null,
  leftOut: [],
  cdas: { value: null, lacks: [], before: null },
  lastVisit: null,
  lines: [],
  drugs: [],
};

const leftOutOf = ({ refused }: AsSaved): ToldBack["leftOut"] =>
  refused.flatMap(({ place, problems }) =>
    problems.map((problem) => ({ ...problem, at: place === 0 ? ("visit" as const) : place - 1 })),
  );

/** Doses per kilogram by the weight that the visit gives, or the last one before it. */
const drugsOf = ({ chart }: AsSaved, on: string): ToldBack["drugs"] =>
  whatStands(chart, on).drugs.map(({ row, ...dosed }) => ({
    treatment: row.key,
    drug: row.cells.drug ?? "",
    ...dosed,
  }));

function visitBefore(chart: readonly StoredRow[], on: string) {
  const [last] = chart
    .filter(({ table, status, cells }) => table === "visit" && status === "complete" && (cells.visited_on ?? "") < on)
    .filter(({ cells }) => missingReasonOf(cells.visited_on ?? "") === undefined)
    .sort((a, b) => ((a.cells.visited_on ?? "") < (b.cells.visited_on ?? "") ? 1 : -1));
  return last === undefined ? undefined : { visit: last.key, visitedOn: last.cells.visited_on ?? "" };
}

/** The charts as of a day; a child that was diagnosed later is there without its diagnosis. */
function untilDay(charts: Charts, day: string): Charts {
  const until = chartsAsOf(charts, day);
  if (until.some(({ name, rows }) => name === "patient" && rows.length > 0)) return until;
  const undiagnosed = charts.map((chart) =>
    chart.name === "patient"
      ? { ...chart, rows: chart.rows.map((row) => ({ ...row, cells: { ...row.cells, diagnosed_on: "" } })) }
      : chart,
  );
  return chartsAsOf(undiagnosed, day);
}

/** What was sampled or examined some days after the visit and is entered on it counts. */
function lastDayOf(rows: readonly StoredRow[], on: string): string {
  const days = rows.flatMap(({ cells }) => [cells.sampled_on ?? "", cells.imaged_on ?? ""]);
  return (
    [on, ...days.filter((day) => missingReasonOf(day) === undefined && /^\d{4}-\d\d-\d\d$/.test(day))].sort().at(-1) ??
    on
  );
}
