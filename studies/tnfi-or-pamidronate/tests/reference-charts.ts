import { createHash } from "node:crypto";
import { join } from "node:path";
import { type ChartRow, type Charts, isoDate } from "@osteon/codebook";
import { drawnCharts } from "../../registry-report/tests/drawn-charts.ts";
import { type Draw, seeded } from "../../schnabel-2017/tests/seeded.ts";

const BONES = ["clavicle", "tibia", "femur", "rib", "humerus"] as const;
const DRUGS = [
  ["pamidronate", "bisphosphonate"],
  ["pamidronate", "bisphosphonate"],
  ["adalimumab", "tnf_inhibitor"],
  ["etanercept", "tnf_inhibitor"],
] as const;

/** The charts that R read: the study's own, and 300 children of two centres by a seed. */
export const SAMPLE = join(import.meta.dirname, "../cohort");
export const drawn = withDrugs(drawnCharts(20_270_323, 300));
/** Fewer of them, for what is slow. */
export const fewDrawn = withDrugs(drawnCharts(20_270_323, 60));
/** Of what was drawn: R's answers are of these charts and no others. */
export const drawnHash = createHash("sha256").update(JSON.stringify(drawn)).digest("hex");

export const REFERENCE = join(import.meta.dirname, "reference/tnfi-or-pamidronate.json");

type Add = (table: string, cells: ChartRow) => string;

/** Drawn charts in which four children of five are given one of the drugs or both, and looked at around the days that rules name. */
function withDrugs(charts: Charts): Charts {
  const draw = seeded(11);
  const added = new Map<string, ChartRow[]>();
  const patients = charts.find(({ name }) => name === "patient")?.rows ?? [];
  for (const { cells } of patients) {
    if (draw.below(5) === 0) continue;
    addDrugs(draw, cells, (table, own) => {
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

function addDrugs(draw: Draw, { diagnosed_on = "" }: ChartRow, add: Add): void {
  const start = Date.parse(diagnosed_on) / 86_400_000 + draw.below(300) - 20;
  const given = ([drug, drug_class]: readonly [string, string], begun: number) => {
    const stopped = draw.below(3) === 0;
    const reason = draw.one(["inefficacy", "planned_end", "remission", "unknown"]);
    add("treatment", {
      ...{ drug, drug_class, started_on: isoDate(begun) },
      stopped_on: stopped ? isoDate(begun + draw.one([0, 60, 200, 400])) : draw.one(["not applicable", "unknown"]),
      stop_reason: stopped ? reason : "not applicable",
    });
  };
  given(draw.one(DRUGS), start);
  if (draw.below(2) === 0) given(draw.one(DRUGS), start + draw.one([0, 14, 15, 120, 300, 500]));
  const noticed = draw.one([isoDate(start), isoDate(start + 1), isoDate(start - 40).slice(0, 7), "unknown"]);
  if (draw.below(3) === 0) add("manifestation", { kind: "arthritis", noticed_on: noticed, distant_from_lesions: "no" });
  addVisits(draw, start, add);
  addImages(draw, start, add);
}

function known(draw: Draw, value: string): string {
  return draw.below(7) === 0 ? "unknown" : value;
}

/** After day 0 half of the visits are without a sign, so that there are remissions to relapse from. */
function addVisits(draw: Draw, start: number, add: Add): void {
  for (const day of [0, 100, 183, 365, 500, 700]) {
    const isWell = day > 0 && draw.below(2) === 0;
    const on = isoDate(start + day + draw.below(9) - 4);
    const sign = () => known(draw, !isWell && draw.below(3) === 0 ? "yes" : "no");
    const visit = add("visit", {
      visited_on: on,
      pain_nrs: known(draw, isWell ? "0" : String(1 + draw.below(8))),
      physician_global_nrs: known(draw, String(draw.below(isWell ? 2 : 9))),
      fatigue_nrs: known(draw, draw.one(["0", "0", "1", "5"])),
      subjective_change: known(draw, isWell ? "improved" : draw.one(["worse", "unchanged", "improved"])),
      swelling: sign(),
      redness: sign(),
      heat: sign(),
    });
    const marker = (analyte: string, unit: string, value: number) =>
      add("laboratory", { visit, sampled_on: on, analyte, value: String(value), unit });
    if (draw.below(5) > 0) marker("crp", "mg/L", draw.below(isWell ? 5 : 40));
    if (draw.below(5) > 0) marker("esr", "mm/h", draw.below(isWell ? 15 : 50));
  }
}

function addImages(draw: Draw, start: number, add: Add): void {
  const lesions = Array.from({ length: 1 + draw.below(6) }, () =>
    add("lesion", { bone: draw.one(BONES), side: draw.one(["left", "right"]) }),
  );
  for (const day of [-draw.one([0, 20, 84, 85]), draw.one([14, 15]), 190, 365, 505, 705]) {
    const modality = draw.one(["whole_body_mri", "whole_body_mri", "regional_mri", "scintigraphy"]);
    const imaging = add("imaging", { imaged_on: isoDate(start + day), modality });
    if (draw.below(6) === 0) continue;
    for (const lesion of lesions)
      add("lesion_observation", { imaging, lesion, state: draw.one(["new", "active", "remaining", "not_visible"]) });
  }
}
