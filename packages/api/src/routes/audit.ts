import { z } from "zod";
import { route, type Told } from "../route.ts";
import { centreText, keyText, moment, pageOf, rowParams, tableName } from "../shapes/texts.ts";

/** A row as the trail keeps it: its columns as PostgreSQL writes them. */
const recorded = z.record(z.string(), z.unknown()).nullable();

const entry = z.object({
  seq: z.union([z.number(), z.string()]),
  at: moment,
  actor: z.string(),
  action: z.string(),
  before: recorded,
  after: recorded,
  reason: z.string().nullable(),
  batch: z.string().nullable(),
});
/** One entry of the trail. */
export type AuditEntry = Told<typeof entry>;

const change = z
  .object({
    seq: z.string(),
    at: moment,
    actor: z.string(),
    centre: z.string(),
    patient: z.string(),
    table: z.string(),
    key: z.string(),
    kind: z.enum(["entered", "changed", "deleted"]),
    reason: z.string().nullable(),
    /** It was part of an import, or of taking one back. */
    imported: z.boolean(),
    /** The status it then had, where that changed. */
    status: z.enum(["draft", "complete"]).optional(),
    cells: z.array(z.object({ field: z.string(), was: z.string(), is: z.string() })),
  })
  .meta({ id: "Change" });
/** A row of a chart that was entered, changed or deleted. */
export type Change = Told<typeof change>;

export const readRowStory = route({
  method: "GET",
  path: "/api/centres/:centre/audit/rows/:table/:key",
  summary: "Who changed a row, when, from what to what, and why",
  params: rowParams,
  long: true,
  answers: { 200: z.object({ entries: z.array(entry) }) },
});

export const takeTrail = route({
  method: "GET",
  path: "/api/audit/trail.:format",
  summary:
    "The trail as it comes; whole, or that of a centre, to be verified with `osteon audit verify`; or of a period",
  params: z.object({ format: z.enum(["ndjson", "csv"]) }),
  query: z.object({ centre: centreText.optional(), from: moment.optional(), to: moment.optional() }),
  answers: { 200: { file: ["application/x-ndjson", "text/csv; charset=utf-8"] } },
});

const filter = z.object({
  centre: centreText.optional(),
  from: moment.optional(),
  to: moment.optional(),
  actor: keyText.optional(),
  patient: keyText.optional(),
  table: tableName.optional(),
  action: z.enum(["entered", "changed", "deleted"]).optional(),
});

export const listChanges = route({
  method: "GET",
  path: "/api/audit/changes",
  summary: "Rows of charts entered, changed and deleted, cell by cell, newest first",
  query: filter.extend({
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: pageOf(500, 100),
  }),
  long: true,
  answers: { 200: z.object({ changes: z.array(change), next: z.string().optional() }) },
});

export const takeChanges = route({
  method: "GET",
  path: "/api/audit/changes.csv",
  summary: "The same of children in studies, as a file for reading: a line for each cell",
  query: filter,
  answers: { 200: { file: "text/csv; charset=utf-8" } },
});
