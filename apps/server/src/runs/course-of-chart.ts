import { CNO_MODELS, CNO_OUTCOMES, COURSE_MODELS, courseProtocol } from "@osteon/cno";
import { comparatorSign, isoDate } from "@osteon/codebook";
import { modelsReached, readModels } from "@osteon/derive";
import type { Row } from "@osteon/engine";
import type { Protocol } from "@osteon/protocol";
import { type Course, chartRow, readCourse } from "@osteon/run";
import type { CourseReader, CourseScore, CourseState, Course as Told } from "./course-reader.ts";
import { withDerived } from "./with-derived.ts";

/** Derives single children by the models and rules that studies of CNO share, at the time points of the registry's follow-up plan; no study has a say. */
export function courseOfChart(): CourseReader {
  const models = modelsReached(readModels([CNO_MODELS, CNO_OUTCOMES]), COURSE_MODELS);
  return async (charts, patient, plan, book) => {
    const protocol = courseProtocol(plan);
    return await withDerived({ charts, protocol, models, book }, async (engine) => {
      const course = await readCourse(engine, models, patient);
      return course === undefined ? NOTHING : told(course, protocol);
    });
  };
}

const NOTHING: Told = { lines: [], states: [], relapses: [], radiology: [], score: null };

function told(course: Course, protocol: Protocol): Told {
  const { chart, derived } = course;
  const visit = keyIn(chart.visit, "visit");
  const imaging = keyIn(chart.imaging, "imaging");
  const day = (value: unknown) => (value === null ? null : isoDate(Number(value)));
  return {
    lines: derived.line.map((row) => ({
      line: String(row.line_class),
      startedOn: day(row.start_epoch_day) ?? "",
      stoppedOn: day(row.stop_epoch_day),
    })),
    states: inPointOrder(derived.response, protocol).map((row) => stateOf(course, row)),
    relapses: derived.relapse_event.map((row) => ({
      visit: visit(row.relapse_visit_no),
      on: day(row.relapse_epoch_day) ?? "",
      imaging: imaging(row.relapse_imaging_no),
      remissionVisit: visit(row.remission_visit_no),
    })),
    radiology: derived.line_radiology.map((row) => ({
      line: String(row.line_class),
      outcome: String(row.outcome_radiological),
      imaging: imaging(row.imaging_no),
    })),
    score: derived.jansson[0] === undefined ? null : scoreOf(derived.jansson[0], protocol),
  };
}

/** From the first time point of the rules to the last. */
function inPointOrder(rows: readonly Row[], { timePoints }: Protocol): readonly Row[] {
  const order = Object.keys(timePoints);
  return rows.toSorted((a, b) => order.indexOf(String(a.time_point)) - order.indexOf(String(b.time_point)));
}

const keyIn =
  (rows: readonly Row[], table: string) =>
  (no: unknown): string | null => {
    const row = chartRow(rows, table, no);
    return row === undefined ? null : String(row[table]);
  };

function stateOf({ chart }: Course, row: Row): CourseState {
  const visit = keyIn(chart.visit, "visit");
  const seen = chartRow(chart.visit, "visit", row.visit_no);
  return {
    line: String(row.line_class),
    timePoint: String(row.time_point),
    state: String(row.outcome_state),
    reason: String(row.reason),
    visit: visit(row.visit_no),
    visitedOn: seen === undefined ? null : isoDate(Number(seen.visited_epoch_day)),
    baselineVisit: visit(row.baseline_visit_no),
    relapseVisit: visit(row.relapse_visit_no),
    marker: markerOf(chart.laboratory, row),
  };
}

const FALLS: Readonly<Record<string, "crp" | "esr">> = { "improved-crp-reduced": "crp", "improved-esr-reduced": "esr" };

/** The results before and after, in the analyte's own unit, where the fall of a marker decided. */
function markerOf(results: readonly Row[], row: Row): CourseState["marker"] {
  const analyte = FALLS[String(row.reason)];
  if (analyte === undefined) return null;
  const before = results.find((result) => result.visit_no === row.baseline_visit_no && result.analyte === analyte);
  const after = chartRow(results, "laboratory", row[`${analyte}_laboratory_no`]);
  if (before === undefined || after === undefined) return null;
  return {
    analyte,
    before: Number(before.value_x1000) / 1000,
    beforeSign: comparatorSign(before.comparator),
    after: Number(after.value_x1000) / 1000,
    afterSign: comparatorSign(after.comparator),
    unit: analyte === "crp" ? "mg/L" : "mm/h",
    beforeKey: String(before.laboratory),
    afterKey: String(after.laboratory),
  };
}

function scoreOf(row: Row, { tables }: Protocol): CourseScore {
  const rows = (name: string) => Object.entries(tables[name]?.rows ?? {});
  return {
    lowest: Number(row.score_lowest),
    highest: Number(row.score_highest),
    items: rows("score_item").map(([item, { says, points }]) => ({
      item,
      says,
      points: Number(points),
      held: row[item] === null ? null : row[item] === 1,
    })),
    cutOffs: rows("score_cut_off").map(([name, { says, atLeast }]) => ({ name, says, atLeast: Number(atLeast) })),
  };
}
