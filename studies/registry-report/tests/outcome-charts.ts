import { createHash } from "node:crypto";
import { join } from "node:path";
import { type ChartRow, type Charts, isoDate } from "@osteon/codebook";
import { type Draw, seeded } from "../../schnabel-2017/tests/seeded.ts";
import { drawnCharts } from "./drawn-charts.ts";

/** 300 drawn children with what the outcome definitions read beside the rest: clinical lesions, and MRIs in the course of the disease. */
export const drawn = withOutcomes(drawnCharts(20_261_130, 300));
export const drawnHash = createHash("sha256").update(JSON.stringify(drawn)).digest("hex");
export const REFERENCE = join(import.meta.dirname, "reference/outcomes.json");

function withOutcomes(charts: Charts): Charts {
  const draw = seeded(12);
  const added = laterImages(draw, charts);
  return charts.map((table) => {
    const rows = table.rows.map((row) =>
      table.name === "visit" ? { ...row, cells: { ...row.cells, clinical_lesions: lesionsAt(draw, row.cells) } } : row,
    );
    const own = (added[table.name] ?? []).map((cells, index) => ({ row: rows.length + index + 2, cells }));
    return { ...table, rows: [...rows, ...own] };
  });
}

function lesionsAt(draw: Draw, { pain_nrs }: ChartRow): string {
  return draw.one([pain_nrs === "0" ? "0" : String(draw.below(5)), "1", "unknown"]);
}

/** Looked at again around diagnosis and half a year to two years later, each lesion of the child. */
function laterImages(draw: Draw, charts: Charts) {
  const rowsOf = (table: string) => charts.find(({ name }) => name === table)?.rows.map(({ cells }) => cells) ?? [];
  const imaging: Record<string, string>[] = [];
  const lesion_observation: Record<string, string>[] = [];
  for (const { patient = "", diagnosed_on = "" } of rowsOf("patient")) {
    const lesions = rowsOf("lesion").filter((lesion) => lesion.patient === patient);
    if (lesions.length === 0) continue;
    for (const day of [draw.one([-84, 0, 14]), 200 + draw.below(500)]) {
      const name = `LI-${String(imaging.length + 1).padStart(5, "0")}`;
      const imaged_on = isoDate(Date.parse(diagnosed_on) / 86_400_000 + day);
      imaging.push({
        imaging: name,
        patient,
        imaged_on,
        modality: draw.one(["whole_body_mri", "whole_body_mri", "regional_mri"]),
      });
      const isQuiet = day > 100 && draw.below(2) === 0;
      for (const { lesion = "" } of lesions)
        lesion_observation.push({
          lesion_observation: `LO-${String(lesion_observation.length + 1).padStart(5, "0")}`,
          patient,
          imaging: name,
          lesion,
          state: isQuiet ? "not_visible" : draw.one(["new", "active", "remaining", "not_visible"]),
        });
    }
  }
  return { imaging, lesion_observation } as Readonly<Record<string, readonly Record<string, string>[]>>;
}
