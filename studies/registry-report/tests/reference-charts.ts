import { createHash } from "node:crypto";
import { join } from "node:path";
import { drawnCharts } from "./drawn-charts.ts";

/** The charts that R read: the sample, and 300 children of two centres by a seed. */
export const SAMPLE = join(import.meta.dirname, "../../schnabel-2017/cohort");
export const drawn = drawnCharts(20_261_129, 300);
/** Of what was drawn: R's answers are of these charts and no others. */
export const drawnHash = createHash("sha256").update(JSON.stringify(drawn)).digest("hex");

export const REFERENCE = join(import.meta.dirname, "reference/registry-report.json");
