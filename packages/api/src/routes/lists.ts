import { type Analyte, DRUG_CLASSES, type Drug, SCALES } from "@osteon/codebook";
import { z } from "zod";
import { route } from "../route.ts";
import { count, reason } from "../shapes/texts.ts";

const code = z.string().regex(/^[a-z][a-z0-9_]{0,43}$/);
const name = z.string().max(200);
const unit = z.string().max(40);
const limits = z.tuple([z.number(), z.number()]);

const drug = z.strictObject({
  code,
  says: name,
  german: name,
  /** Left out where none fits: then studies count the drug as other. */
  drugClass: z.enum(DRUG_CLASSES.map((one) => one.code)).optional(),
  usualUnits: z.array(unit).max(10).optional(),
  codes: z.strictObject({ atc: z.string().max(20) }).optional(),
  retired: z.literal(true).optional(),
});
const analyte = z.strictObject({
  code,
  says: name,
  german: name,
  scale: z.enum(SCALES.map((one) => one.code)),
  unit,
  reported: z.array(z.strictObject({ unit, numerator: z.number(), denominator: z.number() })).max(20),
  limits: z.strictObject({ possible: limits, plausible: limits }),
  bands: z
    .array(
      z.strictObject({
        sex: z.enum(["female", "male"]).optional(),
        fromMonths: z.number(),
        toMonths: z.number(),
        plausible: limits,
      }),
    )
    .max(50)
    .optional(),
  codes: z.strictObject({ loinc: z.string().max(20) }).optional(),
  retired: z.literal(true).optional(),
});

/** An entry as the registry has it, shipped ones with all that the codebook says of them. */
const listed = <Entry>() =>
  z.object({
    entry: z.looseObject({ code: z.string(), says: z.string() }) as unknown as z.ZodType<Entry>,
    shipped: z.boolean(),
    version: count,
    changedAt: z.string(),
    changedBy: z.string(),
  });
const lists = z.object({ drugs: z.array(listed<Drug>()), analytes: z.array(listed<Analyte>()) });
/** Both lists, with who changed each entry last. */
export type ToldLists = z.output<typeof lists>;

export const readLists = route({
  method: "GET",
  path: "/api/lists",
  summary: "The drugs and analytes that charts may name, retired ones too, with who changed them last",
  answers: { 200: lists },
});

export const addDrug = route({
  method: "POST",
  path: "/api/lists/drugs",
  summary: "Adds a drug of the registry's own, with a code that begins with own_",
  body: z.object({ entry: drug, reason }),
  reason: true,
  once: true,
  answers: { 201: lists },
});

export const addAnalyte = route({
  method: "POST",
  path: "/api/lists/analytes",
  summary: "Adds an analyte of the registry's own, with a code that begins with own_",
  body: z.object({ entry: analyte, reason }),
  reason: true,
  once: true,
  answers: { 201: lists },
});

export const changeDrug = route({
  method: "PUT",
  path: "/api/lists/drugs/:code",
  summary:
    "Changes or retires the drug that was read (If-Match), with a reason; of a shipped one what a registry may say of it",
  params: z.object({ code }),
  body: z.object({ entry: drug, reason }),
  ofVersion: true,
  reason: true,
  once: true,
  answers: { 200: lists },
});

export const changeAnalyte = route({
  method: "PUT",
  path: "/api/lists/analytes/:code",
  summary:
    "Changes or retires the analyte that was read (If-Match), with a reason; of a shipped one what a registry may say of it",
  params: z.object({ code }),
  body: z.object({ entry: analyte, reason }),
  ofVersion: true,
  reason: true,
  once: true,
  answers: { 200: lists },
});
