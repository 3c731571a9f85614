import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { cells } from "../shapes/row.ts";
import {
  afterNumber,
  atCentre,
  centreText,
  count,
  keyText,
  numberText,
  pageOf,
  tableName,
  words,
} from "../shapes/texts.ts";

const state = z.enum(["open", "answered", "closed"]);

/** A question about a row. */
export const query = z
  .object({
    query: z.number(),
    centre: z.string(),
    patient: z.string(),
    entity: z.string(),
    rowKey: z.string(),
    field: z.string().nullable(),
    code: z.string(),
    says: z.string(),
    /** What the sentences of a rule are made of; without, its text is what it says. */
    values: z.record(z.string(), z.unknown()).nullable(),
    /** `rule`, or the account of a person. */
    raisedBy: z.string(),
    state,
    messages: z.array(z.object({ state, says: z.string(), said_by: z.string(), said_at: z.string() })),
  })
  .meta({ id: "Query" });
export type Query = Told<typeof query>;

const summary = z.object({
  states: z.object({ open: count, answered: count, closed: count }),
  /** Fields that are asked about, most often first; the counts are of queries that are not closed. */
  fields: z.array(z.object({ entity: z.string(), field: z.string().nullable(), unsettled: count })),
});
export type QuerySummary = Told<typeof summary>;

const filter = z.object({
  centre: centreText.optional(),
  patient: keyText.optional(),
  table: tableName.optional(),
  field: keyText.optional(),
  raisedBy: z.enum(["rule", "person"]).optional(),
});

export const listQueries = route({
  method: "GET",
  path: "/api/queries",
  summary: "Queries in the order they were raised",
  query: filter.extend({ state: state.optional(), after: afterNumber, limit: pageOf(500, 100) }),
  long: true,
  byToken: true,
  answers: { 200: z.object({ queries: z.array(query), next: z.number().optional() }) },
});

export const summariseQueries = route({
  method: "GET",
  path: "/api/queries/summary",
  summary: "How many queries stand open, answered and closed, and about which fields",
  query: filter,
  byToken: true,
  answers: { 200: summary },
});

export const askQuery = route({
  method: "POST",
  path: "/api/queries",
  summary: "Asks about a row",
  body: z.object({
    centre: centreText,
    patient: keyText,
    table: tableName,
    key: keyText,
    field: z.string().max(64).optional(),
    says: words(2000),
  }),
  once: true,
  answers: { 201: z.object({ query: z.number() }) },
});

export const answerQuery = route({
  method: "POST",
  path: "/api/queries/:query/messages",
  summary: "Answers, closes or opens a query again",
  params: z.object({ query: numberText }),
  body: z.object({ state, says: words(2000).or(z.string().trim().max(0)) }),
  once: true,
  answers: { 204: NOTHING },
});

export const signVisit = route({
  method: "POST",
  path: "/api/centres/:centre/visits/:visit/signatures",
  summary: "Signs a complete visit; the password is asked again, or the provider of sign-in",
  params: atCentre.extend({ visit: keyText }),
  body: z.object({ meaning: z.enum(["author", "reviewed", "approved"]), password: z.string().max(128).optional() }),
  once: true,
  answers: { 201: z.object({ signature: z.number() }) },
});

const kept = z.record(z.string(), z.string());
const reading = z.object({
  centre: z.string(),
  patient: z.string(),
  entity: z.string(),
  rowKey: z.string(),
  readers: z.tuple([z.string(), z.string()]),
  fields: z.array(z.object({ field: z.string(), first: z.string(), second: z.string(), agree: z.boolean() })),
  decided: kept.optional(),
  decidedBy: z.string().optional(),
});
/** A row that two people read, and what was decided. */
export type Reading = Told<typeof reading>;

const agreement = z.object({
  field: z.string(),
  rows: count,
  agreeing: count,
  /** None where every reader gave the same answer to every row. */
  kappa: z.object({ estimable: z.boolean(), value: z.number().optional() }).nullable(),
  because: z.string().optional(),
});
export type Agreement = Told<typeof agreement>;

const about = z.object({ centre: centreText, patient: keyText, table: tableName, key: keyText, cells });

export const handInReading = route({
  method: "POST",
  path: "/api/readings",
  summary: "Hands in what one reader read",
  body: about,
  once: true,
  answers: { 201: z.object({}) },
});

export const decideReadings = route({
  method: "POST",
  path: "/api/adjudications",
  summary: "Decides where two readers differ",
  body: about,
  once: true,
  answers: { 201: z.object({}) },
});

export const listReadTables = route({
  method: "GET",
  path: "/api/readings",
  summary: "Tables of which rows were read twice, how many rows await a decision, and which the person alone has read",
  answers: {
    200: z.object({
      tables: z.array(z.object({ table: z.string(), rows: count, undecided: count })),
      alone: z.array(z.object({ centre: z.string(), table: z.string(), patient: z.string(), key: z.string() })),
    }),
  },
});

export const listReadings = route({
  method: "GET",
  path: "/api/readings/:table",
  summary: "Rows read twice, field by field, with kappa for each field",
  params: z.object({ table: tableName }),
  long: true,
  answers: { 200: z.object({ readings: z.array(reading), agreement: z.array(agreement) }) },
});
