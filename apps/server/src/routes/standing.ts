import { encounters, today } from "@osteon/api";
import { missingReasonOf } from "@osteon/codebook";
import {
  keptFrom,
  listQueries,
  listSchedules,
  readChart,
  readFollowUpPlan,
  rowsOfEncounter,
  type Session,
  type StoredRow,
  usualAnalytes,
  whatStands,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";

/** What a page needs to draw one visit, in one request. */
export function addStanding({ app, desk }: RouteParts): void {
  serve(app, encounters.readStanding, async (asked) => {
    const { on = today() } = asked.query;
    return await desk.read(asked, async (session) => {
      const chart = await chartOf(session, asked.params);
      return { status: 200, body: await standingOn(session, { ...asked.params, on }, chart) };
    });
  });

  serve(app, encounters.readEncounter, async (asked) => {
    return await desk.read(asked, async (session) => {
      const chart = await chartOf(session, asked.params);
      const visit = chart.find(({ table, key }) => table === "visit" && key === asked.params.visit);
      if (visit === undefined)
        throw new Refused(404, "not-found", "There is no such visit that you may see.", "Check the number.");
      const day = visit.cells.visited_on ?? "";
      const on = missingReasonOf(day) === undefined && DAY.test(day) ? day : today();
      const standing = await standingOn(session, { ...asked.params, on }, chart, visit.key);
      return { status: 200, body: { ...standing, visit, rows: [...rowsOfEncounter(chart, visit)] } };
    });
  });
}

/** A draft may hold any words in the place of its day. */
const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

interface Child {
  readonly centre: string;
  readonly patient: string;
}

async function chartOf(session: Session, { centre, patient }: Child): Promise<readonly StoredRow[]> {
  const chart = await readChart(session, centre, patient);
  if (chart.length > 0) return chart;
  throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
}

const AHEAD: ReadonlySet<string> = new Set(["part", "due", "late", "upcoming"]);
const MOST_QUERIES = 500;

async function standingOn(
  session: Session,
  { centre, patient, on }: Child & { readonly on: string },
  chart: readonly StoredRow[],
  apart?: string,
) {
  const { visit: before, ...stands } = whatStands(chart, on, apart);
  const analytes = await usualAnalytes(session, { centre, patient, on });
  const queries = await listQueries(session, { centre, patient, limit: MOST_QUERIES });
  const { points } = await readFollowUpPlan(session);
  // Days are counted from the start of a treatment.
  const isKept = (await keptFrom(session)).some((one) => one.centre === centre && one.table === "treatment");
  const [schedule] = isKept ? [] : await listSchedules(session, points, { centre, patient, asOf: on, limit: 1 });
  return {
    ...{ patient, centre, on, before },
    ...stands,
    analytes,
    queries: queries.filter(({ state }) => state !== "closed"),
    nextVisit: schedule?.windows.find(({ state }) => AHEAD.has(state)) ?? null,
  };
}
