import { z } from "zod";

/** A number of a page; where it is a result it can be opened. */
export const pageCell = z.object({ text: z.string(), result: z.string().optional() });

export const pageTable = z.object({
  id: z.string(),
  title: z.string(),
  heads: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), level: z.number().optional(), cells: z.array(pageCell) })),
  notes: z.array(z.string()),
});

/** A part of a text under its own heading. */
export const section = z.object({
  heading: z.string(),
  paragraphs: z.array(z.array(z.union([z.string(), pageCell]))),
});

export const assumption = z.object({
  says: z.string(),
  source: z.string().optional(),
  paths: z.array(z.string()),
});
