import { quality } from "@osteon/api";
import type { FollowUpPlan } from "@osteon/codebook";
import {
  countMissingByVisit,
  missingVisits,
  readFollowUpPlan,
  refuseKept,
  VISIT_CELLS,
  visitClasses,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { cursorOf, valuesOf } from "./cursors.ts";

/** What is missing at visits: each field by time since diagnosis and by reason, and the visits behind each count. */
export function addMissingByVisit({ app, desk }: RouteParts): void {
  serve(app, quality.readMissingByVisit, async (asked) => {
    const { centre } = asked.query;
    return await desk.read(asked, async (session) => {
      const { points } = await readFollowUpPlan(session);
      return {
        status: 200,
        body: { timePoints: points, ...(await countMissingByVisit(session, points, centre)) },
      };
    });
  });

  serve(app, quality.listMissingVisits, async (asked) => {
    const { field, class: name, centre, after, limit } = asked.query;
    const table = VISIT_CELLS.find((one) => one.field === field)?.table;
    if (table === undefined) throw noSuchField();
    const behind = valuesOf(after) ?? (["", ""] as const);
    return await desk.read(asked, async (session) => {
      const { points } = await readFollowUpPlan(session);
      await refuseKept(session, { centres: centre === undefined ? undefined : [centre], tables: [table] });
      if (name !== undefined && !visitClasses(points).includes(name)) throw noSuchClass(points);
      const visits = await missingVisits(session, points, { ...asked.query, after: behind });
      const last = visits.length === limit ? visits.at(-1) : undefined;
      const next = last === undefined ? {} : { next: cursorOf(last.centre, last.visit) };
      return { status: 200, body: { visits, ...next } };
    });
  });
}

const noSuchField = (): Refused =>
  new Refused(
    400,
    "invalid-request",
    "This is no field that is asked for at visits.",
    `Fields: ${VISIT_CELLS.map(({ field }) => field).join(", ")}.`,
    { column: "querystring.field" },
  );

/** The plan was changed since the address was written, or it never had the time point. */
const noSuchClass = (plan: FollowUpPlan): Refused =>
  new Refused(
    400,
    "no-such-time-point",
    "The follow-up plan has no such time point.",
    `Time points: ${visitClasses(plan).join(", ")}.`,
    { column: "class" },
  );
