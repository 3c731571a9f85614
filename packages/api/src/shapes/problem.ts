import { z } from "zod";

/** What is wrong, where, and how it is mended: a `Problem` of the codebook. */
export const problem = z
  .object({
    code: z.string(),
    severity: z.enum(["refused", "query"]),
    where: z.object({
      file: z.string().optional(),
      row: z.number().optional(),
      column: z.string().optional(),
      value: z.string().optional(),
      /** The row that the problem is of, where it is told at another, which caused it. */
      beside: z.object({ table: z.string(), key: z.string() }).optional(),
    }),
    /** What its sentences are made of in any language; absent where an older version told it. */
    values: z.record(z.string(), z.unknown()).optional(),
    says: z.string(),
    fix: z.string(),
  })
  .meta({ id: "Problem" });

/** The body of every answer that is not the wanted one. */
export const problems = z.object({ problems: z.array(problem) }).meta({ id: "Problems" });
