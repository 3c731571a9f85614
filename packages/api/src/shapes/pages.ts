import { z } from "zod";

/** Where a page of a list ended, as the server wrote it: handed back as it came. */
export const cursorText = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/);

/** The language of the reader. */
export const inLanguage = z.object({ language: z.enum(["en", "de"]).default("en") });
