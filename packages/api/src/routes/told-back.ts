import { z } from "zod";
import { route, type Told } from "../route.ts";
import { problem } from "../shapes/problem.ts";
import { status } from "../shapes/row.ts";
import { childParams, count, keyText, reason } from "../shapes/texts.ts";
import { at, besideRow, sentRow } from "./encounters.ts";

/**
 * An encounter as it stands in a form: what would be sent, the visit with its number where it is there already, and without cells
 * where they stay as they are. Every row counts as complete, whatever its status, and whether it may be saved yet does not matter.
 */
const typedEncounter = z.object({
  status: status.optional(),
  reason,
  visit: z.union([sentRow.extend({ key: keyText.optional() }), z.object({ key: keyText })]),
  rows: z.array(besideRow).max(500),
  /** Rows that would be taken back. */
  removed: z
    .array(z.object({ table: z.string().max(64), key: keyText, version: count.optional() }))
    .max(500)
    .optional(),
});
export type TypedEncounter = z.input<typeof typedEncounter>;

const inBoth = z.object({ en: z.string(), de: z.string() });

/** Lowest and highest that a value can be: one number where it was measured, `highest` null where a laboratory says no more than "above". */
const range = z.object({ lowest: z.number(), highest: z.number().nullable() });

const pedcno = z.object({
  /** In the order of the core set; null where it is not known. */
  items: z.array(z.object({ item: z.string(), title: inBoth, before: range.nullable(), now: range.nullable() })),
  levels: z.array(
    z.object({
      level: z.string(),
      percent: z.number(),
      state: z.enum(["response", "no_response", "too_few_items"]),
    }),
  ),
});
export type ToldPedcno = Told<typeof pedcno>;

/** What is missing, by the code of an outcome item, and where: around day 0, at this visit, or at both. */
const lack = z.object({ item: z.string(), title: inBoth, at: z.enum(["start", "time_point", "both"]) });

const treatmentLine = z.object({
  line: z.string(),
  startedOn: z.string(),
  stoppedOn: z.string().nullable(),
  /** `day-zero`: the visit is of the day on which the line began, or before; `other-visit`: another visit of that day counts. */
  standing: z.enum(["judged", "day-zero", "other-visit"]),
  /** The time point of the plan that the visit stands for; null where it is read for itself. */
  timePoint: z.string().nullable(),
  state: z.string().nullable(),
  reason: z.string().nullable(),
  lacks: z.array(lack),
  /** Against the start of the line. */
  pedcno: pedcno.nullable(),
});

const drug = z.object({
  treatment: z.string(),
  drug: z.string(),
  perKg: z.string().nullable(),
  total: z.string().nullable(),
  /** What is missing for one of the two; `by-weight`: the dose is not given by weight. */
  lacks: z.enum(["dose", "weight", "by-weight"]).nullable(),
});

const toldBack = z.object({
  /** Why nothing is told: the visit has no day, the child's own row is a draft, or the chart cannot be read by rules. */
  because: z.enum(["no-day", "draft-child", "chart-unreadable"]).nullable(),
  /** Why no line is told: the chart has no day of diagnosis, or the child is in no study since consent was withdrawn. */
  noLines: z.enum(["diagnosis", "consent"]).nullable(),
  /** What a save would refuse: not counted here. */
  leftOut: z.array(problem.extend({ at })),
  cdas: z.object({
    value: z.number().nullable(),
    lacks: z.array(lack),
    /** Of the visit before, where there is one and it has a score. */
    before: z.number().nullable(),
  }),
  lastVisit: z.object({ visit: z.string(), visitedOn: z.string(), pedcno: pedcno.nullable() }).nullable(),
  lines: z.array(treatmentLine),
  drugs: z.array(drug),
});
/** What the rules say of an encounter while it is typed. */
export type ToldBack = Told<typeof toldBack>;

export const tellBack = route({
  method: "POST",
  path: "/api/centres/:centre/patients/:patient/encounters/told-back",
  summary:
    "What the rules would say of a child if this encounter stood: CDAS, PedCNO, remission, doses; nothing is kept",
  params: childParams,
  body: typedEncounter,
  answers: { 200: toldBack },
});
