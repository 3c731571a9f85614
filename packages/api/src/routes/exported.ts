import { z } from "zod";
import { route, type Told } from "../route.ts";
import { centreText, count, tableName } from "../shapes/texts.ts";
import { standingCount } from "./settings.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const held = z.object({
  centres: z.array(z.string()),
  /** A line for each sentence that must be said of the charts. */
  notice: z.string(),
  /** Tables that are kept from the person's role: they are in no file. */
  kept: z.array(z.string()),
  tables: z.array(z.object({ table: z.string(), rows: count, drafts: count })),
  standing: standingCount,
});
/** What an export would hold. */
export type Held = Told<typeof held>;

const wanted = z.object({
  /** One of the person's centres; without it all of them. */
  centre: centreText.optional(),
  /** Whether the centre stands before each number, as in `Ulm/V1`; such charts are for reading, not for importing again. */
  numbers: z.enum(["own", "by-centre"]).default("own"),
  /** `typed`: numbers, days and truth values alone, reasons of missing values in columns of their own. */
  form: z.enum(["charts", "typed"]).default("charts"),
});

export const lookAtExport = route({
  method: "GET",
  path: "/api/exports",
  summary: "What an export would hold: children, rows, drafts and children who stay behind",
  query: z.object({ centre: centreText.optional() }),
  answers: { 200: held },
});

export const takeCharts = route({
  method: "GET",
  path: "/api/exports/charts.zip",
  summary: "The chart folder, packed; with form=typed as statistics programs read it",
  query: wanted,
  answers: { 200: { file: "application/zip" } },
});

export const takeWorkbook = route({
  method: "GET",
  path: "/api/exports/charts.xlsx",
  summary: "The charts as a workbook, a sheet for each table",
  query: wanted,
  answers: { 200: { file: XLSX } },
});

export const takeTable = route({
  method: "GET",
  path: "/api/exports/tables/:table",
  summary: "One table as CSV",
  params: z.object({ table: tableName }),
  query: wanted,
  answers: { 200: { file: "text/csv; charset=utf-8" } },
});

export const takeCodebookTable = route({
  method: "GET",
  path: "/api/exports/codebook.csv",
  summary: "The codebook as a data dictionary: labels, units, choices, limits, codes, missing reasons",
  byToken: true,
  answers: { 200: { file: "text/csv; charset=utf-8" } },
});

export const takeCodebookData = route({
  method: "GET",
  path: "/api/exports/codebook.json",
  summary: "The codebook as JSON",
  byToken: true,
  answers: { 200: { file: "application/json; charset=utf-8" } },
});

export const takeCodebookPage = route({
  method: "GET",
  path: "/api/exports/codebook.md",
  summary: "The codebook to be read, as Markdown",
  byToken: true,
  answers: { 200: { file: "text/markdown; charset=utf-8" } },
});

export const takeRScript = route({
  method: "GET",
  path: "/api/exports/read-charts.R",
  summary: "A script of base R that reads the exported charts with labels, factors, days and missing reasons",
  answers: { 200: { file: "text/plain; charset=utf-8" } },
});
