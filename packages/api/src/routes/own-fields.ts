import { type Analyte, type Drug, OWN_NAME, type OwnDefinition } from "@osteon/codebook";
import { z } from "zod";
import { route } from "../route.ts";
import { count, moment, reason, tableName } from "../shapes/texts.ts";

/** An entry of a list, as the codebook has it. */
const entry = <Entry>() => z.looseObject({ code: z.string(), says: z.string() }) as unknown as z.ZodType<Entry>;

/** Its parts are checked as `definitionFaults` of the codebook does, one problem for each. */
const definition = z.looseObject({}) as unknown as z.ZodType<OwnDefinition>;

const version = z.object({
  version: count,
  definition,
  changedAt: moment,
  changedBy: z.string(),
  reason: z.string().nullable(),
});

const field = z
  .object({
    table: z.string(),
    name: z.string(),
    version: count,
    definition,
    /** How it became so, the latest change first. */
    versions: z.array(version),
  })
  .meta({ id: "OwnField" });
/** A field that the registry added to a table of the chart. */
export type ToldField = z.output<typeof field>;

const beyond = z.object({
  centre: z.string(),
  patient: z.string(),
  table: z.string(),
  key: z.string(),
  field: z.string(),
  value: z.string(),
});
/** A value that its field would not take now. */
export type BeyondValue = z.output<typeof beyond>;

export const readGrown = route({
  method: "GET",
  path: "/api/codebook/grown",
  summary: "What the registry added to the codebook: entries of its lists, and fields of its own",
  long: true,
  byToken: true,
  answers: {
    200: z.object({
      drugs: z.array(entry<Drug>()),
      analytes: z.array(entry<Analyte>()),
      own: z.array(z.object({ table: z.string(), name: z.string(), versions: z.array(definition) })),
    }),
  },
});

export const listOwnFields = route({
  method: "GET",
  path: "/api/own-fields",
  summary: "The fields that the registry added to tables of the chart, with every version of each",
  byToken: true,
  answers: { 200: z.object({ fields: z.array(field) }) },
});

export const listBeyond = route({
  method: "GET",
  path: "/api/own-fields/beyond",
  summary: "Values that their fields would not take now, at the centres that the person reads",
  answers: { 200: z.object({ values: z.array(beyond) }) },
});

export const writeOwnField = route({
  method: "PUT",
  path: "/api/own-fields/:table/:name",
  summary: 'Adds a field (If-Match "0"), or changes the version that was read, with a reason; for administrators',
  params: z.object({ table: tableName, name: z.string().max(64).regex(OWN_NAME) }),
  body: z.object({ definition: z.record(z.string().max(40), z.unknown()), reason }),
  ofVersion: true,
  tellsVersion: true,
  reason: true,
  once: true,
  answers: { 200: field },
});
