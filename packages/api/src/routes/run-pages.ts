import { z } from "zod";
import { route, type Told } from "../route.ts";
import { inLanguage } from "../shapes/pages.ts";
import { assumption, pageCell, pageTable, section } from "../shapes/told-pages.ts";
import { runParams } from "./runs.ts";

export type PageCell = Told<typeof pageCell>;
export type PageTable = Told<typeof pageTable>;
export type PageRow = PageTable["rows"][number];
export type Section = Told<typeof section>;

const figure = z.object({
  id: z.string(),
  title: z.string(),
  caption: z.string(),
  width: z.number(),
  height: z.number(),
});
export type Figure = Told<typeof figure>;

const drawn = z.object({
  figure: z.string().optional(),
  analysis: z.string(),
  title: z.string(),
  by: z.string().optional(),
});
/** A curve that is drawn. */
export type Drawn = Told<typeof drawn>;

const block = z.union([
  z.object({ headlines: z.literal(true) }),
  z.object({ figure: z.string() }),
  z.object({ table: z.string() }),
  z.object({ section }),
]);
export type Block = Told<typeof block>;
const part = z.object({ id: z.string(), title: z.string(), blocks: z.array(block) });
/** A part of the study's own report. */
export type Part = Told<typeof part>;

/** What the pages of a run are made of. A run of an older version tells less; a later one may tell more. */
const pages = z.object({
  language: z.enum(["en", "de"]).optional(),
  inputs: z.object({
    study: z.string().optional(),
    title: z.string(),
    notice: z.string().optional(),
    version: z.string().optional(),
    protocolHash: z.string().optional(),
    freezeHash: z.string().optional(),
    chartsHash: z.string().optional(),
    modelsHash: z.string().optional(),
    resolutionPolicy: z.string().optional(),
    asOf: z.string().optional(),
    consent: z.record(z.string(), z.number()).optional(),
  }),
  title: z.string().optional(),
  source: z.string(),
  headlines: z.array(z.object({ label: z.string(), number: pageCell, below: z.string() })),
  underHeadlines: z.string().optional(),
  chartsSay: z.array(z.string()).optional(),
  tables: z.record(z.string(), pageTable),
  flow: pageTable.optional(),
  figures: z.array(figure),
  curves: z.array(drawn).optional(),
  parts: z.array(part).optional(),
  /** Whether the study names assumptions that may be varied, and numbers that a paper printed. */
  varies: z.boolean().optional(),
  printed: z.boolean().optional(),
  words: z.array(section),
  methods: z.array(section),
  assumptions: z.array(assumption),
  comparison: pageTable,
  cited: z.array(z.object({ printed: z.string(), quote: z.string(), place: z.string() })),
});
export type Pages = Told<typeof pages>;

export const readPages = route({
  method: "GET",
  path: "/api/runs/:run/pages",
  summary: "Tables, words and comparison of a run as data; each number names its result",
  params: runParams,
  query: inLanguage,
  long: true,
  answers: { 200: pages },
});

const result = z.object({
  id: z.string(),
  analysis: z.string(),
  group: z.string(),
  statistic: z.string(),
  at: z.number().optional(),
  value: z.number().nullable(),
  because: z.string().optional(),
  unit: z.string(),
  method: z.string(),
  of: z.string().optional(),
  tally: z.string(),
});
/** A row of results.json. */
export type Result = Told<typeof result>;

/** The zero from which time to relapse is counted. */
const clock = z.enum(["diagnosis", "onset", "first-treatment"]).default("diagnosis");
export type Clock = Told<typeof clock>;

const inBoth = z.object({ en: z.string(), de: z.string() });
const members = z.object({
  /** The number that was asked for. */
  asked: result,
  /** The counts that were opened: the number itself, or those that it was computed from. */
  counts: z.array(z.string()),
  exact: z.boolean(),
  children: z.array(z.object({ centre: z.string(), patient: z.string() })),
  columns: z.array(z.string()),
  cells: z.array(z.array(z.array(z.union([z.number(), z.string(), z.null()])))),
  /** How R gives the number; not told under another clock than the run's own. */
  r: z.object({ table: z.string(), needs: z.array(z.string()), call: z.string() }).optional(),
  /** Of a number of a survival curve: its columns, its event in the words of the study, and its group. */
  curve: z.object({ time: z.string(), event: z.string(), says: inBoth, group: inBoth.optional() }).optional(),
});
/** The children behind a number. */
export type Members = Told<typeof members>;

export const listMembers = route({
  method: "GET",
  path: "/api/runs/:run/members",
  summary:
    "Centres and pseudonyms of the children behind a number; of a number that is no count, those of the count it comes from",
  params: runParams,
  query: z.object({ result: z.string().min(1).max(200), clock }),
  long: true,
  answers: { 200: members },
});

export const takeAnalysisTable = route({
  method: "GET",
  path: "/api/runs/:run/tables/:table",
  summary: "An analysis table of the run as CSV, as the R calls of its numbers read it; noted as an export",
  params: runParams.extend({ table: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/) }),
  answers: { 200: { file: "text/csv; charset=utf-8" } },
});

const survival = z.object({
  analysis: z.string(),
  /** Those of the rows, which may be another than the chosen one until its rows are read. */
  clock: z.enum(["diagnosis", "onset", "first-treatment"]),
  says: z.string(),
  /** Whether relapses are counted, from a zero that may be chosen. */
  clocked: z.boolean(),
  rows: z.array(result.extend({ cells: z.array(z.array(z.union([z.number(), z.string(), z.null()]))).optional() })),
});
export type SurvivalRows = Told<typeof survival>;

export const readSurvival = route({
  method: "GET",
  path: "/api/runs/:run/survival",
  summary: "A survival analysis of the run, counted from diagnosis, first symptom or first treatment",
  params: runParams,
  query: z.object({ analysis: z.string().regex(/^[a-z0-9-]{1,64}$/), clock }),
  long: true,
  answers: { 200: survival },
});
