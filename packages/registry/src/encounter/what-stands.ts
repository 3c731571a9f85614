import { missingReasonOf } from "@osteon/codebook";
import type { StoredRow } from "../charts/stored-row.ts";

/** A value that counts, and where it is from. */
export interface LastValue {
  readonly value: string;
  readonly on: string;
  readonly visit: string;
}

/** What is known of a lesion until a day. */
export interface StandingLesion {
  readonly row: StoredRow;
  readonly last: { readonly state: string; readonly imagedOn: string; readonly imaging: string } | null;
  /** How it is written where an examination shows it as before: what was new then is active now. */
  readonly asBefore: string | null;
}

/** A drug that goes on. */
export interface StandingDrug {
  readonly row: StoredRow;
  /** Per kilogram of body weight and in all, as far as dose, unit and weight tell; two decimals. */
  readonly perKg: string | null;
  readonly total: string | null;
  readonly lacks: "dose" | "weight" | "by-weight" | null;
}

/** What stands of a child before a visit: complete rows until its day, without the rows of the visit itself. */
export interface WhatStands {
  /** The visit before. */
  readonly visit: StoredRow | null;
  /** Of each field of a visit its last value. */
  readonly fields: Readonly<Record<string, LastValue>>;
  /** Results, the latest first. */
  readonly results: readonly StoredRow[];
  readonly drugs: readonly StandingDrug[];
  readonly lesions: readonly StandingLesion[];
  /** The last examination. */
  readonly imaging: StoredRow | null;
  /** As the chart has it. */
  readonly lastContact: string;
}

/** Reads what stands off a chart, until a day and apart from one visit. */
export function whatStands(chart: readonly StoredRow[], on: string, apart?: string): WhatStands {
  const until = (table: string, day: string): readonly StoredRow[] =>
    chart
      .filter((row) => row.table === table && row.status === "complete" && isUntil(row.cells[day] ?? "", on))
      .filter((row) => apart === undefined || (row.table === "visit" ? row.key : row.cells.visit) !== apart)
      .sort((a, b) => later(a, b, day));
  const visits = until("visit", "visited_on");
  const fields = lastValues(visits);
  // What was examined on the day of a visit that is apart belongs to it.
  const images = until("imaging", "imaged_on").filter(({ cells }) => apart === undefined || cells.imaged_on !== on);
  return {
    visit: visits[0] ?? null,
    fields,
    results: until("laboratory", "sampled_on"),
    drugs: until("treatment", "started_on")
      .filter(({ cells }) => goesOn(cells.stopped_on ?? "", on))
      .map((row) => dosed(row, fields.weight_kg?.value)),
    lesions: chart.filter(({ table }) => table === "lesion").map((row) => lesionIn(row, chart, images)),
    imaging: images[0] ?? null,
    lastContact: chart.find(({ table }) => table === "patient")?.cells.last_contact_on ?? "",
  };
}

const isUntil = (day: string, on: string): boolean => missingReasonOf(day) === undefined && day <= on;

const later = (a: StoredRow, b: StoredRow, day: string): number => {
  const [one, other] = [a.cells[day] ?? "", b.cells[day] ?? ""];
  if (one !== other) return one < other ? 1 : -1;
  return a.key < b.key ? 1 : -1;
};

const goesOn = (stopped: string, on: string): boolean => {
  const reason = missingReasonOf(stopped);
  return reason === undefined ? stopped > on : reason === "not-entered" || reason === "not-applicable";
};

function lastValues(visits: readonly StoredRow[]): Readonly<Record<string, LastValue>> {
  const last: Record<string, LastValue> = {};
  for (const { key, cells } of [...visits].reverse())
    for (const [field, value] of Object.entries(cells))
      if (!["visit", "patient", "visited_on"].includes(field) && missingReasonOf(value) === undefined)
        last[field] = { value, on: cells.visited_on ?? "", visit: key };
  return last;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function dosed(row: StoredRow, weight: string | undefined): StandingDrug {
  const { dose = "", dose_unit: unit = "" } = row.cells;
  const without = (lacks: StandingDrug["lacks"]): StandingDrug => ({ row, perKg: null, total: null, lacks });
  if (missingReasonOf(dose) !== undefined || missingReasonOf(unit) !== undefined) return without("dose");
  if (unit === "mg/m2") return without("by-weight");
  const own = unit.startsWith("mg/kg");
  if (weight === undefined)
    return { ...without("weight"), ...(own ? { perKg: `${dose} ${unit}` } : { total: `${dose} ${unit}` }) };
  const [amount, kilograms] = [Number(dose), Number(weight)];
  const perKg = own ? `${dose} ${unit}` : `${rounded(amount / kilograms)} ${unit.replace("mg", "mg/kg")}`;
  const total = own ? `${rounded(amount * kilograms)} ${unit.replace("mg/kg", "mg")}` : `${dose} ${unit}`;
  return { row, perKg, total, lacks: null };
}

function lesionIn(row: StoredRow, chart: readonly StoredRow[], images: readonly StoredRow[]): StandingLesion {
  for (const { key, cells } of images) {
    const seen = chart.find(
      (one) =>
        one.table === "lesion_observation" &&
        one.status === "complete" &&
        one.cells.imaging === key &&
        one.cells.lesion === row.key,
    );
    const state = seen?.cells.state ?? "";
    if (missingReasonOf(state) !== undefined) continue;
    const last = { state, imagedOn: cells.imaged_on ?? "", imaging: key };
    return { row, last, asBefore: state === "new" ? "active" : state };
  }
  return { row, last: null, asBefore: null };
}

/** The rows of an encounter: the visit, its results, and what is dated its day. */
export function rowsOfEncounter(chart: readonly StoredRow[], visit: StoredRow): readonly StoredRow[] {
  const day = visit.cells.visited_on ?? "";
  const dated = chart.filter(
    ({ table, key, cells }) =>
      (table === "visit" && key === visit.key) ||
      (table === "laboratory" && cells.visit === visit.key) ||
      (DATED[table] ?? []).some((field) => missingReasonOf(day) === undefined && cells[field] === day),
  );
  const images = new Set(dated.flatMap(({ table, key }) => (table === "imaging" ? [key] : [])));
  const seen = chart.filter(({ table, cells }) => table === "lesion_observation" && images.has(cells.imaging ?? ""));
  return [...dated, ...seen];
}

/** Days by which rows beside results are of a visit: no column names it. */
const DATED: Readonly<Record<string, readonly string[]>> = {
  treatment: ["started_on", "stopped_on"],
  course: ["given_on"],
  adverse_effect: ["noticed_on"],
  imaging: ["imaged_on"],
};
