import { z } from "zod";
import { NOTHING, route, type Told, told } from "../route.ts";
import { problem, problems } from "../shapes/problem.ts";
import { cells, status, storedRow } from "../shapes/row.ts";
import { atCentre, childParams, count, moment, reason, rowParams, words } from "../shapes/texts.ts";

const savedRow = z.object({ row: storedRow, queries: z.array(problem) }).meta({ id: "SavedRow" });
/** What was saved, and the questions that it raised. */
export type SavedRow = Told<typeof savedRow>;

const conflict = problems.extend({
  theirs: storedRow.optional(),
  differences: z.array(z.object({ field: z.string(), yours: z.string(), theirs: z.string() })).optional(),
});
/** What somebody else saved meanwhile, field by field. */
export type Conflict = Told<typeof conflict>;

/** What somebody else saved meanwhile, read off a refusal; nothing where it was refused for something else. */
export const conflictIn = (body: unknown): Partial<Conflict> => told(conflict, body) ?? {};

const removal = z
  .object({
    patient: z.string(),
    takes: z.array(z.object({ table: z.string(), rows: count })),
    signatures: count,
    openQueries: count,
    identity: z.boolean(),
    complete: z.boolean(),
    locks: z.array(
      z.object({
        scope: z.enum(["study", "patient", "visit"]),
        visit: z.string().nullable(),
        setBy: z.string(),
        setAt: moment,
      }),
    ),
    allowed: z.boolean(),
    seen: z.string(),
  })
  .meta({ id: "Removal" });
/** What deleting a row takes with it. */
export type Removal = Told<typeof removal>;

export const readRow = route({
  method: "GET",
  path: "/api/centres/:centre/charts/:table/:key",
  summary: "One row, its version as ETag",
  params: rowParams,
  tellsVersion: true,
  byToken: true,
  answers: { 200: storedRow },
});

export const enterRow = route({
  method: "POST",
  path: "/api/centres/:centre/charts/:table",
  summary: "Enters a row; without a number it gets one",
  params: rowParams.omit({ key: true }),
  body: z.object({ cells, status }),
  tellsVersion: true,
  once: true,
  answers: { 201: savedRow, 409: conflict },
});

export const changeRow = route({
  method: "PUT",
  path: "/api/centres/:centre/charts/:table/:key",
  summary: "Saves a row; If-Match says which version was read",
  params: rowParams,
  body: z.object({ cells, status, reason }),
  ofVersion: true,
  tellsVersion: true,
  reason: true,
  once: true,
  answers: { 200: savedRow, 409: conflict },
});

export const deleteRow = route({
  method: "DELETE",
  path: "/api/centres/:centre/charts/:table/:key",
  summary: "Deletes a row; the trail keeps it",
  params: rowParams,
  ofVersion: true,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const lookAtRemoval = route({
  method: "GET",
  path: "/api/centres/:centre/charts/:table/:key/removal",
  summary: "What deleting a row would take with it, and what stands in the way",
  params: rowParams,
  answers: { 200: removal },
});

export const removeRow = route({
  method: "POST",
  path: "/api/centres/:centre/charts/:table/:key/removal",
  summary: "Deletes a row with all that hangs on it; `seen` is that of what was looked at",
  params: rowParams,
  body: z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/), reason: words(500) }),
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const renameChild = route({
  method: "POST",
  path: "/api/centres/:centre/patients/:patient/pseudonym",
  summary: "Gives a child another pseudonym, in every table at once",
  params: childParams,
  body: z.object({ pseudonym: z.string().max(2000), reason: words(500) }),
  reason: true,
  once: true,
  answers: { 200: z.object({ centre: z.string(), patient: z.string() }) },
});

export const writePseudonyms = route({
  method: "PUT",
  path: "/api/centres/:centre/pseudonyms",
  summary: "How the pseudonyms of a centre are written, as UL-###; blank for no rule of its own",
  params: atCentre,
  body: z.object({ pattern: z.string().max(2000), reason }),
  reason: true,
  once: true,
  answers: { 200: z.object({ centre: z.string(), pattern: z.string() }) },
});
