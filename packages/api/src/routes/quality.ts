import { z } from "zod";
import { route, type Told } from "../route.ts";
import { analyte, drug } from "../shapes/list-entries.ts";
import { cursorText } from "../shapes/pages.ts";
import { problem } from "../shapes/problem.ts";
import { centreText, count, pageOf, tableName } from "../shapes/texts.ts";
import { followUpPoint, standingCount } from "./settings.ts";

export const readCodebook = route({
  method: "GET",
  path: "/api/codebook",
  summary: "Every field in words, and the lists of the registry",
  long: true,
  byToken: true,
  answers: {
    200: z.object({
      tables: z.array(
        z.looseObject({ name: z.string(), says: z.string(), fields: z.array(z.looseObject({ name: z.string() })) }),
      ),
      drugs: z.array(drug),
      analytes: z.array(analyte),
      dictionary: z.array(z.record(z.string(), z.string())),
    }),
  },
});

const centreCounts = z
  .object({
    centre: z.string(),
    patients: count,
    visits: count,
    drafts: count,
    openQueries: count,
    locks: count,
  })
  .meta({ id: "CentreCounts" });
export type CentreCounts = Told<typeof centreCounts>;

export const readDashboard = route({
  method: "GET",
  path: "/api/dashboard",
  summary: "Children, visits, drafts, open queries and locks by centre",
  byToken: true,
  answers: { 200: z.object({ centres: z.array(centreCounts) }) },
});

const counts = z.object({ given: count, notDone: count, unknown: count, notApplicable: count, notEntered: count });
/** How often a field is given, and missing by why. */
export type MissingCounts = Told<typeof counts>;
const ofField = counts.extend({ field: z.string() });
export type FieldCounts = Told<typeof ofField>;

export const countMissing = route({
  method: "GET",
  path: "/api/dashboard/missing/:table",
  summary: "For each field: given, and missing by reason",
  params: z.object({ table: tableName }),
  byToken: true,
  answers: { 200: z.object({ table: z.string(), fields: z.array(ofField) }) },
});

const missingByVisit = z.object({
  /** The follow-up plan by which visits are told apart; classes have the names of its time points, or of what lies beside them. */
  timePoints: z.array(followUpPoint),
  classes: z.array(z.object({ class: z.string(), visits: count })),
  fields: z.array(
    z.object({
      table: z.string(),
      field: z.string(),
      classes: z.array(counts.extend({ class: z.string() })),
    }),
  ),
});
export type MissingByVisit = Told<typeof missingByVisit>;

const by = z.object({ centre: centreText.optional() });

export const readMissingByVisit = route({
  method: "GET",
  path: "/api/dashboard/missing-by-visit",
  summary:
    "For each field of a visit, CRP and ESR: given, and missing by reason, by the windows of the follow-up plan since diagnosis",
  query: by,
  byToken: true,
  answers: { 200: missingByVisit },
});

const why = z.enum(["given", "not-done", "unknown", "not-applicable", "not-entered"]);

const missingVisit = z
  .object({
    patient: z.string(),
    visit: z.string(),
    visitedOn: z.string().nullable(),
    centre: z.string(),
    class: z.string(),
    reason: why,
  })
  .meta({ id: "MissingVisit" });
/** A visit behind a count. */
export type MissingVisit = Told<typeof missingVisit>;

export const listMissingVisits = route({
  method: "GET",
  path: "/api/dashboard/missing-by-visit/rows",
  summary: "The visits behind a count, by centre and number, a page at a time; `next` is the `after` of the next",
  query: by.extend({
    field: z.string().max(64),
    class: z
      .string()
      .regex(/^[a-z0-9_-]{1,40}$/)
      .optional(),
    reason: z.enum([...why.options, "missing"]),
    after: cursorText.optional(),
    limit: pageOf(500, 100),
  }),
  long: true,
  byToken: true,
  answers: {
    200: z.object({
      visits: z.array(missingVisit),
      next: z.string().optional(),
    }),
  },
});

const readiness = z.object({
  centres: z.array(z.string()),
  freezes: z.boolean(),
  problems: z.array(
    problem.extend({
      about: z.object({ centre: z.string(), table: z.string(), key: z.string(), patient: z.string() }),
    }),
  ),
  refused: count,
  queries: count,
  draftChildren: z.array(z.object({ centre: z.string(), patient: z.string(), rows: count })),
  standing: standingCount,
});
/** Whether the charts would freeze, and who would be left out. */
export type Readiness = Told<typeof readiness>;

export const readReadiness = route({
  method: "GET",
  path: "/api/readiness",
  summary: "Whether the registry's charts would freeze, why not, and who would be left out",
  answers: { 200: readiness },
});
