import type { Chart, Row } from "@osteon/api";
import type { EpochDay } from "@osteon/codebook";
import { byDay, dayOf, rowsOf } from "../chart-rows.ts";

/** What the last magnetic resonance imaging shows against the one before. */
export interface LastMri {
  readonly imaging: Row;
  /** The one before; undefined where this is the first. */
  readonly before: Row | undefined;
  readonly fresh: number;
  readonly active: number;
  /** Still there, less than before. */
  readonly remaining: number;
  /** No longer visible, though the one before or an earlier one showed it. */
  readonly gone: number;
  /** Seen before and not looked at now, as on a regional one. */
  readonly notLooked: number;
  /** Lesions that it looked at. */
  readonly looked: number;
}

const MRI: ReadonlySet<string> = new Set(["whole_body_mri", "regional_mri"]);
const GONE = "not_visible";

/** The last complete MRI until a day; drafts of observations are not counted. */
export function lastMri(chart: Chart, today: EpochDay): LastMri | undefined {
  const all = byDay(rowsOf(chart, "imaging")).filter(
    ({ status, cells }) =>
      status === "complete" &&
      MRI.has(cells.modality ?? "") &&
      (dayOf(cells.imaged_on) ?? Number.POSITIVE_INFINITY) <= today,
  );
  const imaging = all.at(-1);
  if (imaging === undefined) return undefined;
  const observations = rowsOf(chart, "lesion_observation").filter(({ status }) => status === "complete");
  const seenAt = (examination: Row | undefined) =>
    new Map(
      observations
        .filter(({ cells }) => cells.imaging === examination?.key)
        .map(({ cells }) => [cells.lesion ?? "", cells.state ?? ""]),
    );
  const now = seenAt(imaging);
  const lastState = new Map<string, string>();
  for (const earlier of all.slice(0, -1)) for (const [lesion, state] of seenAt(earlier)) lastState.set(lesion, state);
  const count = (wanted: string) => [...now.values()].filter((state) => state === wanted).length;
  const there = [...lastState].filter(([, state]) => state !== GONE).map(([lesion]) => lesion);
  return {
    imaging,
    before: all.at(-2),
    fresh: count("new"),
    active: count("active"),
    remaining: count("remaining"),
    gone: there.filter((lesion) => now.get(lesion) === GONE).length,
    notLooked: there.filter((lesion) => !now.has(lesion)).length,
    looked: now.size,
  };
}
