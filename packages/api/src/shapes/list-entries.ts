import { DRUG_CLASSES, SCALES } from "@osteon/codebook";
import { z } from "zod";

const name = z.string().max(200);
const unit = z.string().max(40);
const limits = z.tuple([z.number(), z.number()]);

/** A code of a list, a shipped one or one of the registry's own. */
export const listCode = z.string().regex(/^[a-z][a-z0-9_]{0,43}$/);

const entry = z.strictObject({
  code: listCode,
  says: name,
  german: name.optional(),
  retired: z.literal(true).optional(),
  /** The version of the codebook since which a shipped entry is there. */
  since: z.number().int().optional(),
});

/** A drug. Without a class, where none fits, studies count it as other. */
export const drug = entry
  .extend({
    drugClass: z.enum(DRUG_CLASSES.map((one) => one.code)).optional(),
    usualUnits: z.array(unit).max(10).optional(),
    codes: z.strictObject({ atc: z.string().max(20).optional() }).optional(),
  })
  .meta({ id: "Drug" });

/** An analyte with its units and limits, also those at an age in months and of a sex. */
export const analyte = entry
  .extend({
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
    codes: z.strictObject({ loinc: z.string().max(20).optional() }).optional(),
  })
  .meta({ id: "Analyte" });
