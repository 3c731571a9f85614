import { createHash } from "node:crypto";
import { DRUG_CLASSES, type FollowUpPlan, type Standing } from "@osteon/codebook";
import {
  listPatients,
  listQueries,
  PATIENT_ORDERS,
  type PatientOrder,
  readChart,
  readFollowUpPlan,
  signaturesOf,
} from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import type { WindowState } from "../schedule/due-visits.ts";
import { windowRows } from "../schedule/due-visits-sql.ts";
import { placeIn, placeText, readPlace } from "./patient-place.ts";
import { centreText, childParams, keyText, today } from "./shapes.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const page = z.object({
  centre: centreText.optional(),
  cohort: z.enum(["cno", "bacterial_osteomyelitis"]).optional(),
  begins: keyText.optional(),
  contains: keyText.optional(),
  form: z.enum(["unifocal", "multifocal"]).optional(),
  treatment: z.enum(DRUG_CLASSES.map(({ code }) => code)).optional(),
  queries: z.enum(["open"]).optional(),
  visit: z.enum(["late", "due"]).optional(),
  from: day.optional(),
  until: day.optional(),
  sort: z.enum(PATIENT_ORDERS.flatMap((order) => [order, `-${order}` as const])).default("patient"),
  after: placeText.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The list of children, and one child's whole chart. */
export function addPatients({ app, desk }: RouteParts): void {
  app.get(
    "/api/patients",
    {
      schema: {
        querystring: page,
        summary:
          "Children by pseudonym or in the order of `sort` (`-` before it: from the largest), a page at a time; `next` is the `after` of the next",
      },
    },
    async (request, reply) => {
      const { queries, visit, sort, after, ...filter } = page.parse(request.query);
      const order = sort.replace("-", "") as PatientOrder;
      const place = after === undefined ? undefined : readPlace(order, after);
      return await desk.read(request, reply, async (session) => {
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
    },
  );

  app.get(
    "/api/centres/:centre/patients/:patient",
    {
      schema: {
        params: childParams,
        summary: "A child's whole chart, with its locks, signatures and open queries",
      },
    },
    async (request, reply) => {
      const { centre, patient } = childParams.parse(request.params);
      return await desk.read(request, reply, async (session) => {
        const rows = await readChart(session, centre, patient);
        if (rows.length === 0)
          throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
        const [queries, signatures, locks] = [
          await listQueries(session, { centre, patient, limit: 500 }),
          await signaturesOf(session, centre, patient),
          (
            await sql`select lock, scope, patient, visit, set_by as "setBy", set_at as "setAt", work.lock_reason(lock) as reason
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
        if (request.headers["if-none-match"] === `"${tag}"`) return { status: 304, headers: { etag: `"${tag}"` } };
        return { status: 200, body, headers: { etag: `"${tag}"` } };
      });
    },
  );
}

/** Children with an expected visit in this state today. */
const withWindow = (plan: FollowUpPlan, state: WindowState) =>
  sql`exists (select from (values (p.centre, p.patient)) listed (at, child),
    lateral (${windowRows(plan, today(), sql`p.centre = listed.at and p.patient = listed.child`)}) w where w.state = ${state})`;
