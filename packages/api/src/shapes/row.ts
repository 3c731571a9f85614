import { z } from "zod";
import type { Told } from "../route.ts";
import { count, moment } from "./texts.ts";

export const status = z.enum(["draft", "complete"]);
/** The cells of a row as they are sent, by field. */
export const cells = z.record(z.string().max(64), z.string().max(2000));

/** A row of a chart as the registry keeps it. */
export const storedRow = z
  .object({
    table: z.string(),
    key: z.string(),
    patient: z.string(),
    centre: z.string(),
    cells: z.record(z.string(), z.string()),
    status,
    /** Counts the writes; whoever saves says which version was read. */
    version: count,
    writtenAt: moment,
    writtenBy: z.string(),
  })
  .meta({ id: "ChartRow" });
export type Row = Told<typeof storedRow>;
