import { createHash } from "node:crypto";
import { patients, type schedule, today } from "@osteon/api";
import type { FollowUpPlan, Standing } from "@osteon/codebook";
import {
  listPatients,
  listQueries,
  type PatientOrder,
  readChart,
  readFollowUpPlan,
  signaturesOf,
} from "@osteon/registry";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { windowRows } from "../schedule/due-visits-sql.ts";
import { placeIn, readPlace } from "./patient-place.ts";
import { treatmentsSeen } from "./schedule.ts";

/** The list of children, and one child's whole chart. */
export function addPatients({ app, desk }: RouteParts): void {
  serve(app, patients.listPatients, async (asked) => {
    const { queries, visit, sort, after, ...filter } = asked.query;
    const order = sort.replace("-", "") as PatientOrder;
    const place = after === undefined ? undefined : readPlace(order, after);
    return await desk.read(asked, async (session) => {
      if (visit !== undefined) await treatmentsSeen(session, filter.centre);
      const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const { patients, place: ended } = await listPatients(session, {
        ...wanted,
        order,
        falling: sort.startsWith("-"),
        ...(place === undefined ? {} : { after: place }),
        limit: filter.limit,
        ...(queries === "open" ? { withQueries: true } : {}),
        ...(visit === undefined ? {} : { also: withWindow((await readFollowUpPlan(session)).points, visit) }),
      });
      const next = patients.length === filter.limit && ended !== undefined ? placeIn(ended) : undefined;
      return { status: 200, body: { patients, ...(next === undefined ? {} : { next }) } };
    });
  });

  serve(app, patients.readPatient, async (asked) => {
    const { centre, patient } = asked.params;
    return await desk.read(asked, async (session) => {
      const rows = await readChart(session, centre, patient);
      if (rows.length === 0)
        throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
      const [queries, signatures, locks] = [
        await listQueries(session, { centre, patient, limit: 500 }),
        await signaturesOf(session, centre, patient),
        (
          await sql<patients.Lock>`select lock, scope, patient, visit, set_by as "setBy", set_at as "setAt", work.lock_reason(lock) as reason
          from work.lock where lifted_at is null and centre = ${centre} and (patient = ${patient} or scope = 'study')`.execute(
            session,
          )
        ).rows,
      ];
      const { rows: stands } = await sql<{ standing: Standing }>`
          select standing from work.standing where centre = ${centre} and patient = ${patient}`.execute(session);
      const standing = stands[0]?.standing;
      const body = { patient, centre, standing, rows, queries, signatures, locks };
      const tag = createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 32);
      if (asked.request.headers["if-none-match"] === `"${tag}"`) return { status: 304, headers: { etag: `"${tag}"` } };
      return { status: 200, body, headers: { etag: `"${tag}"` } };
    });
  });
}

/** Children with an expected visit in this state today. */
const withWindow = (plan: FollowUpPlan, state: schedule.WindowState) =>
  sql`exists (select from (values (p.centre, p.patient)) listed (at, child),
    lateral (${windowRows(plan, today(), sql`p.centre = listed.at and p.patient = listed.child`)}) w where w.state = ${state})`;
