import { CHART_ROLES } from "@osteon/codebook";
import { z } from "zod";
import { route, type Told } from "../route.ts";
import { count, moment, reason } from "../shapes/texts.ts";

/** Which roles are kept from which tables of the chart; checked as `keptProblems` of the codebook does. */
const kept = z.record(z.string().max(48), z.array(z.string().max(40)).max(CHART_ROLES.length));

const version = z.object({
  version: count,
  kept,
  changedAt: moment,
  changedBy: z.string(),
  reason: z.string().nullable(),
});

const rule = z.object({
  /** 0 where nothing was ever kept. */
  version: count,
  kept,
  /** How it became so, the latest change first. */
  versions: z.array(version),
});
/** Which roles do not see which tables, and how that came to be. */
export type KeptRule = Told<typeof rule>;

export const readKeptTables = route({
  method: "GET",
  path: "/api/kept-tables",
  summary: "Which roles are kept from which tables of the chart, with every version",
  tellsVersion: true,
  answers: { 200: rule },
});

export const changeKeptTables = route({
  method: "PUT",
  path: "/api/kept-tables",
  summary:
    "Says which roles neither read nor write which tables, in place of the version that was read (If-Match), with a reason; for administrators. Tables whose rows hang on a table are kept with it",
  body: z.object({ kept, reason }),
  ofVersion: true,
  tellsVersion: true,
  reason: true,
  once: true,
  answers: { 200: rule },
});
