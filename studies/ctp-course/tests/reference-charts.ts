import { createHash } from "node:crypto";
import { join } from "node:path";
import { type ChartRow, type Charts, isoDate } from "@osteon/codebook";
import { drawnCharts, sideOf } from "../../registry-report/tests/drawn-charts.ts";
import { type Draw, seeded } from "../../schnabel-2017/tests/seeded.ts";

const BONES = ["clavicle", "tibia", "tibia", "femur", "femur", "rib", "lumbar_vertebra"] as const;
const PARTS = ["distal_metaphysis", "epiphysis", "diaphysis", "unknown", ""] as const;
const PLAN_DRUGS = [
  ["methotrexate", "dmard"],
  ["sulfasalazine", "dmard"],
  ["adalimumab", "tnf_inhibitor"],
  ["etanercept", "tnf_inhibitor"],
  ["pamidronate", "bisphosphonate"],
] as const;

/** The charts that R read: the sample, and 300 children of two centres by a seed. */
export const SAMPLE = join(import.meta.dirname, "../../schnabel-2017/cohort");
export const drawn = withPlans(drawnCharts(20_270_101, 300));
/** Of what was drawn: R's answers are of these charts and no others. */
export const drawnHash = createHash("sha256").update(JSON.stringify(drawn)).digest("hex");

export const REFERENCE = join(import.meta.dirname, "reference/ctp-course.json");

type Add = (table: string, cells: ChartRow) => string;

/** Drawn charts in which two children of three are given plans, looked at and seen around the days that plans are read by. */
function withPlans(charts: Charts): Charts {
  const draw = seeded(7);
  const added = new Map<string, ChartRow[]>();
  const patients = charts.find(({ name }) => name === "patient")?.rows ?? [];
  for (const { cells } of patients) {
    if (draw.below(3) === 0) continue;
    addPlan(draw, cells, (table, own) => {
      const rows = added.get(table) ?? [];
      const key = `P${table.slice(0, 2)}-${String(rows.length + 1).padStart(5, "0")}`;
      rows.push({ [table]: key, patient: cells.patient ?? "", ...own });
      added.set(table, rows);
      return key;
    });
  }
  return charts.map((table) => {
    const own = (added.get(table.name) ?? []).map((cells, index) => ({ row: table.rows.length + index + 2, cells }));
    return { ...table, rows: [...table.rows, ...own] };
  });
}

function addPlan(draw: Draw, { diagnosed_on = "" }: ChartRow, add: Add): void {
  const start = Date.parse(diagnosed_on) / 86_400_000 + draw.below(300);
  const given = ([drug, drug_class]: readonly [string, string], begun: number, until: string) =>
    add("treatment", { drug, drug_class, started_on: isoDate(begun), stopped_on: until });
  const until = draw.one(["not applicable", "unknown", isoDate(start)]);
  given(["naproxen", "nsaid"], start - draw.one([10, 27, 28, 29, 60]), until);
  given(draw.one(PLAN_DRUGS), start, "not applicable");
  if (draw.below(2) === 0) given(draw.one(PLAN_DRUGS), start + draw.one([0, 14, 15, 180, 400]), "not applicable");
  if (draw.below(5) === 0) add("biopsy", { taken_on: isoDate(start + draw.one([-9, 0, 1])) });
  if (draw.below(6) === 0) add("manifestation", { kind: draw.one(["psoriasis", "crohn", "acne"]) });
  addVisits(draw, start, add);
  addImages(draw, start, add);
}

function known(draw: Draw, value: string): string {
  return draw.below(6) === 0 ? "unknown" : value;
}

function addVisits(draw: Draw, start: number, add: Add): void {
  for (const [place, day] of [0, 91, 183, 365].entries()) {
    const scale = () => known(draw, String(draw.below(place === 0 ? 11 : 7)));
    const on = isoDate(start + day + draw.below(9) - 4);
    const visit = add("visit", {
      visited_on: on,
      pain_nrs: scale(),
      patient_global_nrs: scale(),
      physician_global_nrs: scale(),
      chaq: known(draw, `${draw.below(place === 0 ? 3 : 2)}.${draw.one(["0", "125", "5"])}`),
      heat: known(draw, draw.one(["yes", "no"])),
      clinical_lesions: known(draw, String(draw.below(place === 0 ? 5 : 3))),
    });
    const value = String(draw.below(place === 0 ? 60 : 30));
    const result = { analyte: "esr", comparator: sideOf(draw, value), value, unit: "mm/h" };
    if (draw.below(5) > 0) add("laboratory", { visit, sampled_on: on, ...result });
  }
}

function addImages(draw: Draw, start: number, add: Add): void {
  const lesions = Array.from({ length: 1 + draw.below(4) }, () => {
    const bone = draw.one(BONES);
    const side = bone === "lumbar_vertebra" ? "midline" : draw.one(["left", "right"]);
    return add("lesion", { bone, side, part: draw.one(PARTS) });
  });
  for (const day of [-draw.one([0, 20, 84, 85]), 91, 365]) {
    const modality = draw.one(["whole_body_mri", "whole_body_mri", "regional_mri", "scintigraphy"]);
    const imaging = add("imaging", { imaged_on: isoDate(start + day), modality });
    if (draw.below(6) === 0) continue;
    for (const lesion of lesions)
      add("lesion_observation", { imaging, lesion, state: draw.one(["new", "active", "remaining", "not_visible"]) });
  }
}
