import type { MissingByVisit } from "@osteon/api";
/** What a cell can be. */
export const REASONS = ["given", "not-done", "unknown", "not-applicable", "not-entered"] as const;
export type Reason = (typeof REASONS)[number];
/** What the map can show: missing for one reason, or for any. */
export type Wanted = Exclude<Reason, "given"> | "missing";
export const WANTED: readonly Wanted[] = ["missing", "not-done", "unknown", "not-applicable", "not-entered"];

/** How often a field is given at the visits of a class, and how often missing by reason. */
export interface Counts {
  readonly given: number;
  readonly notDone: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly notEntered: number;
}

const NAMES = {
  given: "given",
  "not-done": "notDone",
  unknown: "unknown",
  "not-applicable": "notApplicable",
  "not-entered": "notEntered",
} as const satisfies Record<Reason, keyof Counts>;

export const countOf = (counts: Counts, reason: Reason): number => counts[NAMES[reason]];
export const visitsOf = (counts: Counts): number => REASONS.reduce((sum, reason) => sum + countOf(counts, reason), 0);
export const wantedOf = (counts: Counts, wanted: Wanted): number =>
  wanted === "missing" ? visitsOf(counts) - counts.given : countOf(counts, wanted);

export function sumOf(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts): number => all.reduce((total, counts) => total + counts[name], 0);
  return {
    given: sum("given"),
    notDone: sum("notDone"),
    unknown: sum("unknown"),
    notApplicable: sum("notApplicable"),
    notEntered: sum("notEntered"),
  };
}

/** Upper ends of the steps of the colour scale, as shares; above the last is the darkest. */
export const STEPS = [0, 0.05, 0.15, 0.3, 0.5, 0.75] as const;
export const stepOf = (share: number): number => {
  const step = STEPS.findIndex((end) => share <= end);
  return step < 0 ? STEPS.length : step;
};

const GROUPS = {
  told: ["pain_nrs", "patient_global_nrs", "chaq", "subjective_change", "painful_sites", "painful_lower_extremity"],
  examined: ["physician_global_nrs", "swelling", "redness", "heat", "reduced_range", "abnormal_gait"],
  measured: ["weight_kg", "height_cm", "temperature_cel"],
  laboratory: ["crp", "esr"],
  outcome: ["recorded_outcome"],
} as const;
export type Group = keyof typeof GROUPS | "other";

/** The fields in the groups in which they are asked; what the codebook gains later stands last. */
export function grouped(fields: MissingByVisit["fields"]): readonly (readonly [Group, MissingByVisit["fields"]])[] {
  const known = Object.entries(GROUPS) as [Group, readonly string[]][];
  const placed = new Set(known.flatMap(([, names]) => names));
  const groups = [
    ...known.map(
      ([group, names]) => [group, names.flatMap((name) => fields.filter(({ field }) => field === name))] as const,
    ),
    ["other", fields.filter(({ field }) => !placed.has(field))] as const,
  ];
  return groups.filter(([, members]) => members.length > 0);
}
