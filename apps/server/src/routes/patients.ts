import { createHash } from "node:crypto";
import { patients, today } from "@osteon/api";
import {
  listPatients,
  listQueries,
  locksOf,
  type PatientOrder,
  readChart,
  readFollowUpPlan,
  signaturesOf,
  standingOf,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { placeIn, readPlace } from "./patient-place.ts";

/** The list of children, and one child's whole chart. */
export function addPatients({ app, desk }: RouteParts): void {
  serve(app, patients.listPatients, async (asked) => {
    const { queries, visit, sort, after, ...filter } = asked.query;
    const order = sort.replace("-", "") as PatientOrder;
    const place = after === undefined ? undefined : readPlace(order, after);
    return await desk.read(asked, async (session) => {
      const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const { patients, place: ended } = await listPatients(session, {
        ...wanted,
        order,
        falling: sort.startsWith("-"),
        ...(place === undefined ? {} : { after: place }),
        limit: filter.limit,
        ...(queries === "open" ? { withQueries: true } : {}),
        ...(visit === undefined
          ? {}
          : { expected: { plan: (await readFollowUpPlan(session)).points, asOf: today(), state: visit } }),
      });
      const next = patients.length === filter.limit && ended !== undefined ? placeIn(ended) : undefined;
      return { status: 200, body: { patients, ...(next === undefined ? {} : { next }) } };
    });
  });

  serve(app, patients.readPatient, async (asked) => {
    const { centre, patient } = asked.params;
    return await desk.read(asked, async (session) => {
      const rows = await readChart(session, centre, patient);
      if (rows.length === 0) throw new Refused(404, refused("not-found", { what: "child" }));
      const [queries, signatures, locks] = [
        await listQueries(session, { centre, patient, limit: 500 }),
        await signaturesOf(session, centre, patient),
        await locksOf(session, centre, patient),
      ];
      const standing = await standingOf(session, centre, patient);
      const body = { patient, centre, standing, rows, queries, signatures, locks };
      const tag = createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 32);
      if (asked.request.headers["if-none-match"] === `"${tag}"`) return { status: 304, headers: { etag: `"${tag}"` } };
      return { status: 200, body, headers: { etag: `"${tag}"` } };
    });
  });
}
