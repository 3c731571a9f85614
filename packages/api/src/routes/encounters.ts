import { CODEBOOK } from "@osteon/codebook";
import { z } from "zod";
import { route, type Told, told } from "../route.ts";
import { problem, problems } from "../shapes/problem.ts";
import { cells, status, storedRow } from "../shapes/row.ts";
import { childParams, count, keyText, reason } from "../shapes/texts.ts";
import { visitWindow } from "./schedule.ts";
import { query } from "./work.ts";

/** What the rows of one encounter call each other. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/);

/** Tables whose rows are entered on a visit; the child's own row is not among them. */
const entered = CODEBOOK.flatMap((table) => (["patient", "visit"].includes(table.name) ? [] : [table.name]));

/** A row of an encounter as a page has it. */
export const sentRow = z.object({
  cells,
  /** As the whole encounter, where it says nothing. */
  status: status.optional(),
  /** The version that was read, as the ETag of the row; of the row's own, and never of another one. */
  version: count.optional(),
});
/** A row beside the visit. */
export const besideRow = sentRow.extend({
  table: z.enum(entered as [string, ...string[]]),
  /** The number of a row that stands; a new one is left without, and gets one. */
  key: keyText.optional(),
  name: name.optional(),
  /** By field: the row of this encounter that it names; the visit is called `visit`. */
  refers: z.record(z.string().max(64), name).optional(),
});
const rows = z.array(besideRow).max(500);
/** Rows that are taken back with the same save, in the version that was read; nothing may still name them. */
const removed = z
  .array(z.object({ table: z.enum(entered as [string, ...string[]]), key: keyText, version: count }))
  .max(500)
  .optional();
const sent = { status, reason, rows, removed };
const newEncounter = z.object({ ...sent, visit: sentRow.omit({ version: true }) });
const changedEncounter = z.object({ ...sent, visit: sentRow.optional() });
/** An encounter as it is sent. */
export type SentEncounter = z.input<typeof newEncounter>;
/** The same of a visit that stands: the visit itself need not be sent. */
export type SentChange = z.input<typeof changedEncounter>;

/** Which row of the request: `visit`, or its place among the others, counted from 0; those that are taken back follow those that are written. */
export const at = z.union([z.literal("visit"), count]);
const savedEncounter = z.object({
  visit: storedRow,
  /** The rows as they now stand, in the order in which they were sent. */
  rows: z.array(storedRow),
  queries: z.array(problem.extend({ at })),
});
export type SavedEncounter = Told<typeof savedEncounter>;

const conflict = problems.extend({
  conflicts: z
    .array(
      z.object({
        at,
        theirs: storedRow,
        differences: z.array(z.object({ field: z.string(), yours: z.string(), theirs: z.string() })),
      }),
    )
    .optional(),
});
/** What others saved meanwhile, row by row and field by field. */
export type EncounterConflict = Told<typeof conflict>;

/** What others saved meanwhile, read off a refusal; nothing where it was refused for something else. */
export const encounterConflictIn = (body: unknown): Partial<EncounterConflict> => told(conflict, body) ?? {};

const refused = z.object({ problems: z.array(problem.extend({ at: at.optional() })) });
/** What was refused, each problem with its row; nothing where the answer is no refusal of the route's. */
export const refusalsIn = (body: unknown): Told<typeof refused>["problems"] => told(refused, body)?.problems ?? [];

export const enterEncounter = route({
  method: "POST",
  path: "/api/centres/:centre/patients/:patient/encounters",
  summary: "Enters a visit with every row under it, whole or not at all",
  params: childParams,
  body: newEncounter,
  reason: true,
  once: true,
  answers: { 201: savedEncounter, 409: conflict, 422: refused },
});

export const changeEncounter = route({
  method: "PUT",
  path: "/api/centres/:centre/patients/:patient/encounters/:visit",
  summary: "Saves a visit with rows under it, whole or not at all; each row says which version of it was read",
  params: childParams.extend({ visit: keyText }),
  body: changedEncounter,
  reason: true,
  once: true,
  answers: { 200: savedEncounter, 409: conflict, 422: refused },
});

const sentTogether = z.object(sent);
/** Rows of a child that belong together, as they are sent. */
export type SentTogether = z.input<typeof sentTogether>;

export const saveTogether = route({
  method: "POST",
  path: "/api/centres/:centre/patients/:patient/rows",
  summary: "Saves rows that belong together, as a lesion and how an examination shows it, whole or not at all",
  params: childParams,
  body: sentTogether,
  reason: true,
  once: true,
  answers: {
    200: z.object({ rows: z.array(storedRow), queries: z.array(problem.extend({ at })) }),
    409: conflict,
    422: refused,
  },
});

const lastValue = z.object({ value: z.string(), on: z.string(), visit: z.string() });
const standing = {
  patient: z.string(),
  centre: z.string(),
  /** The day until which rows count. */
  on: z.string(),
  /** The complete visit before. */
  before: storedRow.nullable(),
  /** Of each field of a visit the last value that counts. */
  fields: z.record(z.string(), lastValue),
  /** Complete results, the latest first. */
  results: z.array(storedRow),
  /** What the centre measures, most often first, with unit and limits as last used there. */
  analytes: z.array(
    z.object({
      analyte: z.string(),
      days: count,
      isUsual: z.boolean(),
      unit: z.string().nullable(),
      lowerLimit: z.string().nullable(),
      upperLimit: z.string().nullable(),
      from: z.enum(["child", "age", "centre"]).nullable(),
    }),
  ),
  drugs: z.array(
    z.object({
      row: storedRow,
      perKg: z.string().nullable(),
      total: z.string().nullable(),
      /** What is missing for one of the two; `by-weight`: the dose is not given by weight. */
      lacks: z.enum(["dose", "weight", "by-weight"]).nullable(),
    }),
  ),
  lesions: z.array(
    z.object({
      row: storedRow,
      last: z.object({ state: z.string(), imagedOn: z.string(), imaging: z.string() }).nullable(),
      /** The state that says "as before" on another examination. */
      asBefore: z.string().nullable(),
    }),
  ),
  imaging: storedRow.nullable(),
  lastContact: z.string(),
  /** Questions that are not closed. */
  queries: z.array(query),
  /** The window that is open, late or opens next. */
  nextVisit: visitWindow.nullable(),
};
const whatStands = z.object(standing);
/** What stands of a child before a visit. */
export type WhatStands = Told<typeof whatStands>;
const readEncounterAnswer = z.object({ ...standing, visit: storedRow, rows: z.array(storedRow) });
export type ToldEncounter = Told<typeof readEncounterAnswer>;

export const readStanding = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient/encounters",
  summary:
    "What stands before a new visit, for one page: last values, drugs, lesions, questions, the plan's next visit",
  params: childParams,
  query: z.object({ on: z.iso.date().optional() }),
  answers: { 200: whatStands },
});

export const readEncounter = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient/encounters/:visit",
  summary: "A visit with the rows entered on it, each with its version, and what stood before it",
  params: childParams.extend({ visit: keyText }),
  answers: { 200: readEncounterAnswer },
});
