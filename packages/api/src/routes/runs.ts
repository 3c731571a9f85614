import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { inLanguage } from "../shapes/pages.ts";
import { problem } from "../shapes/problem.ts";
import { moment, words } from "../shapes/texts.ts";

/** The number of a run, as a part of addresses. */
export const runParams = z.object({ run: z.uuid() });

const run = z
  .object({
    run: z.string(),
    study: z.string(),
    centres: z.array(z.string()),
    askedBy: z.string(),
    askedAt: moment,
    state: z.enum(["waiting", "running", "done", "failed"]),
    step: z.string().nullable(),
    freezeHash: z.string().nullable(),
    problems: z.array(problem).nullable(),
    endedAt: moment.nullable(),
    name: z.string().nullable(),
    /** Not thrown away before somebody lets it go. */
    kept: z.boolean(),
    /** The lock by which it was asked for; a run of an older version does not tell. */
    lockHash: z.string().nullable(),
    /** The day at whose end the charts are taken; nothing: with all that they hold. */
    asOf: z.string().nullable(),
  })
  .meta({ id: "Run" });
/** A run of a study on the charts of the registry. */
export type Run = Told<typeof run>;

export const askRun = route({
  method: "POST",
  path: "/api/runs",
  summary: "Freezes the charts and runs a study on them",
  body: z.object({ study: z.string().regex(/^[a-z0-9-]{1,64}$/), asOf: z.iso.date().optional() }),
  answers: { 202: z.object({ run: z.string() }) },
});

export const listRuns = route({
  method: "GET",
  path: "/api/runs",
  summary: "Runs of the person's centres",
  byToken: true,
  answers: { 200: z.object({ runs: z.array(run) }) },
});

export const readRun = route({
  method: "GET",
  path: "/api/runs/:run",
  summary: "How far a run is",
  params: runParams,
  byToken: true,
  answers: { 200: run },
});

export const nameRun = route({
  method: "PATCH",
  path: "/api/runs/:run",
  summary: "Names a run, keeps it, or lets it go again",
  params: runParams,
  body: z.object({ name: words(100).nullable().optional(), kept: z.boolean().optional() }),
  once: true,
  answers: { 200: run },
});

export const deleteRun = route({
  method: "DELETE",
  path: "/api/runs/:run",
  summary: "Throws a run away with everything that it wrote, with a reason",
  params: runParams,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const takeResults = route({
  method: "GET",
  path: "/api/runs/:run/results.json",
  summary: "One row for each number",
  params: runParams,
  byToken: true,
  answers: { 200: { file: "application/json; charset=utf-8" } },
});

export const takeReport = route({
  method: "GET",
  path: "/api/runs/:run/report/*",
  summary: "The report's pages, tables and figures",
  params: runParams.extend({ "*": z.string().max(200) }),
  answers: { 200: { file: "application/octet-stream" } },
});

const value = z.number().nullable();
const numberWords = z.object({
  title: z.string(),
  language: z.enum(["en", "de"]),
  group: z.string().optional(),
  statistic: z.string(),
  isDetail: z.boolean(),
});
const movedNumber = z.object({
  id: z.string(),
  analysis: z.string(),
  group: z.string(),
  statistic: z.string(),
  unit: z.string(),
  before: value.optional(),
  after: value.optional(),
  becauseBefore: z.string().optional(),
  becauseAfter: z.string().optional(),
  words: numberWords,
});
/** A number that is not the same in two runs of a study. */
export type MovedNumber = Told<typeof movedNumber>;

/** What changed from one lock of a study to another. */
export const lockChanges = z.object({
  /** Numbers cannot change: protocol and models are the same, letter by letter. */
  sameResults: z.boolean(),
  protocol: z.array(z.object({ path: z.string(), before: z.string().optional(), after: z.string().optional() })),
  models: z.array(z.object({ name: z.string(), was: z.enum(["added", "removed", "changed"]) })),
  others: z.array(z.enum(["report", "published", "sensitivity"])),
});
export type LockChanges = Told<typeof lockChanges>;

const other = z.object({ with: z.uuid() });

export const compareRuns = route({
  method: "GET",
  path: "/api/runs/:run/moved",
  summary: "The numbers that are not the same in another run of the study, and how the study differs",
  params: runParams,
  query: other.extend(inLanguage.shape),
  long: true,
  answers: { 200: z.object({ numbers: z.array(movedNumber), study: lockChanges }) },
});

export const listMovedBy = route({
  method: "GET",
  path: "/api/runs/:run/moved-by",
  summary: "The children by whom a number moved from another run: behind one of the two, or otherwise behind both",
  params: runParams,
  query: other.extend({ result: z.string().min(1).max(200) }),
  answers: {
    200: z.object({
      result: z.string(),
      children: z.array(
        z.object({ centre: z.string(), patient: z.string(), was: z.enum(["added", "removed", "otherwise"]) }),
      ),
    }),
  },
});

const sensitivity = z.object({
  state: z.enum(["none", "running", "done", "failed"]),
  done: z.number().optional(),
  of: z.number().optional(),
});
/** How far a sensitivity analysis is. */
export type SensitivityState = Told<typeof sensitivity>;

export const startSensitivity = route({
  method: "POST",
  path: "/api/runs/:run/sensitivity",
  summary: "Reruns a run's study over every combination of its assumptions",
  params: runParams,
  answers: { 202: sensitivity },
});

export const watchSensitivity = route({
  method: "GET",
  path: "/api/runs/:run/sensitivity",
  summary: "How far the sensitivity analysis of a run is",
  params: runParams,
  answers: { 200: sensitivity },
});

const outcomes = z.object({
  headlines: z.array(
    z.object({ id: z.string(), title: z.string(), unit: z.string(), published: z.number().optional() }),
  ),
  /** The first choice of each assumption is the protocol's own. */
  assumptions: z.array(z.object({ name: z.string(), choices: z.array(z.looseObject({ label: z.string() })) })),
  outcomes: z.array(
    z.object({
      headline: z.string(),
      primary: z.boolean(),
      chosen: z.record(z.string(), z.string()),
      /** In the unit of the headline; nothing where not estimable. */
      value,
    }),
  ),
  /** The size of each chart. */
  chart: z.object({ width: z.number(), height: z.number() }),
});
/** Each headline number under every combination of the assumptions. */
export type Outcomes = Told<typeof outcomes>;

export const readOutcomes = route({
  method: "GET",
  path: "/api/runs/:run/sensitivity/outcomes.json",
  summary: "Each headline number under each combination",
  params: runParams,
  long: true,
  answers: { 200: outcomes },
});

export const takeSpecificationChart = route({
  method: "GET",
  path: "/api/runs/:run/sensitivity/:chart",
  summary: "The specification chart of a headline number",
  params: runParams.extend({ chart: z.string().regex(/^[a-z0-9-]{1,100}\.(svg|png)$/) }),
  answers: { 200: { file: ["image/svg+xml", "image/png"] } },
});
