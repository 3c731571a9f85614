import type { Row, SentEncounter } from "@osteon/api";
import { isoDate, parsePartialDate } from "@osteon/codebook";
import type { Draw } from "../../../../studies/schnabel-2017/tests/seeded.ts";

type SentRow = SentEncounter["rows"][number];

const dayOf = (on: string): number => parsePartialDate(on)?.first ?? 0;

/** A visit after the last one of a chart, with gaps of every kind: results at their limits, an examination, a drug that begins. */
export function drawnEncounter(draw: Draw, chart: readonly Row[]): SentEncounter {
  const days = chart.flatMap(({ table, cells }) =>
    (table === "visit" ? [cells.visited_on ?? ""] : [cells.diagnosed_on ?? ""]).filter((day) =>
      /^\d{4}-\d\d-\d\d$/.test(day),
    ),
  );
  const last = Math.max(...days.map(dayOf));
  const on = isoDate(last + draw.one([1, 5, 20, 60, 91, 183, 365, 730]));
  const scale = () => draw.one(["", "0", "1", "2", "3", "5", "8", "10", "unknown", "not done"]);
  const sign = () => draw.one(["", "no", "no", "no", "yes", "unknown"]);
  return {
    status: "complete",
    visit: {
      cells: {
        visited_on: on,
        weight_kg: draw.one(["", "31.5", "unknown"]),
        pain_nrs: scale(),
        painful_sites: draw.one(["", "0", "0", "2"]),
        patient_global_nrs: scale(),
        physician_global_nrs: scale(),
        chaq: draw.one(["", "0", "0.5", "1.25"]),
        clinical_lesions: draw.one(["", "0", "2", "4", "unknown"]),
        temperature_cel: draw.one(["", "36.6", "38.5"]),
        subjective_change: draw.one(["", "improved", "unchanged", "worse"]),
        ...{ swelling: sign(), redness: sign(), heat: sign() },
      },
    },
    rows: [...results(draw, on), ...examination(draw, on, chart), ...begun(draw, on)],
  };
}

function results(draw: Draw, on: string): readonly SentRow[] {
  return (["crp", "esr"] as const).flatMap((analyte): SentRow[] => {
    if (draw.below(4) === 0) return [];
    const limit = draw.one([{}, {}, { comparator: "below" }, { comparator: "above" }]);
    const value = draw.one(["1", "4", "5", "14", "16", "40"]);
    const [unit, upper] = analyte === "crp" ? ["mg/L", "5"] : ["mm/h", "15"];
    const sampled = draw.below(5) === 0 ? isoDate(dayOf(on) + 2) : on;
    const cells = {
      sampled_on: sampled,
      analyte,
      value,
      unit,
      ...limit,
      ...(draw.below(2) === 0 ? { upper_limit: upper } : {}),
    };
    return [{ table: "laboratory", refers: { visit: "visit" }, cells }];
  });
}

function examination(draw: Draw, on: string, chart: readonly Row[]): readonly SentRow[] {
  if (draw.below(2) === 0) return [];
  const modality = draw.one(["whole_body_mri", "regional_mri"]);
  const lesions = chart.filter(({ table, status }) => table === "lesion" && status === "complete");
  return [
    { table: "imaging", name: "mri", cells: { imaged_on: on, modality } },
    ...lesions.map(({ key }) => ({
      table: "lesion_observation",
      refers: { imaging: "mri" },
      cells: { lesion: key, state: draw.one(["active", "remaining", "not_visible", "new"]) },
    })),
  ];
}

function begun(draw: Draw, on: string): readonly SentRow[] {
  if (draw.below(3) > 0) return [];
  const [drug, drug_class, dose_unit] = draw.one([
    ["naproxen", "nsaid", "mg/kg/d"],
    ["methotrexate", "dmard", "mg/wk"],
    ["adalimumab", "tnf_inhibitor", "mg"],
  ] as const);
  const cells = { drug, drug_class, dose: "10", dose_unit, started_on: on, stopped_on: "not applicable" };
  return [{ table: "treatment", cells }];
}
