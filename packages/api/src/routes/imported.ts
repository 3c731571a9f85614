import { WRITTEN } from "@osteon/codebook";
import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { problem } from "../shapes/problem.ts";
import { atCentre, centreText, count, moment, reason, tableName, words } from "../shapes/texts.ts";

const plan = z
  .object({
    /** Names what would be done, so that what was looked at is what is done. */
    plan: z.string(),
    /** The centres at which something is written; each takes its part back by itself. */
    centres: z.array(z.string()),
    tables: z.array(
      z.object({
        table: z.string(),
        new: count,
        changed: count,
        unchanged: count,
        rejected: count,
        /** Rows that go, since they were asked to where the file has them not. */
        removed: count,
        /** Rows that an export would hold and the file has not. */
        lacking: count,
      }),
    ),
    changes: z.array(
      z.object({
        table: z.string(),
        key: z.string(),
        row: count,
        field: z.string(),
        was: z.string(),
        becomes: z.string(),
      }),
    ),
    moreChanges: count,
    problems: z.array(problem),
    /** What should be known and is no question: drafts completed, signatures voided, values older than the registry's. */
    notes: z.array(problem),
    /** The first of the rows that the file has not. */
    lacking: z.array(z.object({ table: z.string(), key: z.string(), patient: z.string() })),
  })
  .meta({ id: "ImportPlan" });
/** What an import would do. */
export type ImportPlan = Told<typeof plan>;

const imported = plan.extend({ batch: z.string() });
/** What was done, and the centres at which it can be taken back. */
export type Imported = Told<typeof imported>;

const batch = z
  .object({
    batch: z.string(),
    centre: z.string(),
    source: z.string(),
    new: count,
    changed: count,
    importedBy: z.string(),
    importedAt: moment,
    undoneAt: moment.nullable(),
  })
  .meta({ id: "Import" });
export type Batch = Told<typeof batch>;

const workParams = z.object({ work: z.uuid() });
export const IMPORT_TYPES = {
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;

export const sendImport = route({
  method: "POST",
  path: "/api/imports",
  summary: "Compares charts with the registry; with commit=yes and X-Reason imports them",
  query: z.object({
    commit: z.enum(["yes", "no"]).default("no"),
    table: tableName.optional(),
    /** Of the children that the file has no row of; needed where a pseudonym stands at several centres of the person. */
    centre: centreText.optional(),
    source: words(200).default("upload"),
    /** Whether a CSV may lack columns of the codebook; what the registry holds there is then kept. */
    absent: z.enum(["refuse", "keep"]).default("refuse"),
    /** How the file writes dates and numbers. */
    written: z.enum(WRITTEN).default("codebook"),
    /** What the file's own values mean, as JSON: `{"patient":{"sex":{"w":"female"}}}`. */
    values: z.string().max(6000).optional(),
    /** What becomes of rows that an export would hold and the file has not; deleting needs the `plan` that was seen. Children stay. */
    lacking: z.enum(["keep", "delete"]).default("keep"),
    /** A number of the sender's own, under which the import is watched and ended while it lasts. */
    work: z.uuid().optional(),
    /** The `plan` of a dry run: where the registry changed since, nothing is imported. */
    plan: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  sends: Object.values(IMPORT_TYPES),
  reason: true,
  once: true,
  long: true,
  answers: { 200: plan, 201: imported, 422: z.union([plan, z.object({ problems: z.array(problem) })]) },
});

export const takeTemplate = route({
  method: "GET",
  path: "/api/imports/template.zip",
  summary:
    "Empty files to fill in: a CSV for each table of the chart with its columns, the registry's own fields among them",
  answers: { 200: { file: "application/zip" } },
});

export const listImports = route({
  method: "GET",
  path: "/api/imports",
  summary: "Imports and whether they were undone",
  answers: { 200: z.object({ imports: z.array(batch) }) },
});

const underWay = z.object({
  step: z.enum(["none", "reading", "comparing", "importing"]),
  /** Rows written, of how many; nothing before anything is written. */
  done: count,
  of: count,
  table: z.string().optional(),
});
/** How far an import is that somebody waits for. */
export type ImportState = Told<typeof underWay>;

export const watchImport = route({
  method: "GET",
  path: "/api/imports/under-way/:work",
  summary: "How far an import is that was sent with this number; `none` where there is none",
  params: workParams,
  answers: { 200: underWay },
});

export const endImport = route({
  method: "DELETE",
  path: "/api/imports/under-way/:work",
  summary: "Ends an import that lasts; nothing of it is kept",
  params: workParams,
  answers: { 204: NOTHING },
});

export const undoImport = route({
  method: "POST",
  path: "/api/centres/:centre/imports/:batch/undo",
  summary: "Takes back what an import did at a centre, whole or not at all",
  params: atCentre.extend({ batch: z.uuid() }),
  body: z.object({ reason }),
  reason: true,
  once: true,
  answers: { 200: z.object({ rows: count }) },
});
