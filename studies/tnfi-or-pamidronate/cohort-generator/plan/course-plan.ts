import { type Random, seededRandom } from "../../../schnabel-2017/cohort-generator/seeded-random.ts";
import type { ChildPlan } from "./child-plan.ts";

/** What a visit shows; `start` is the visit of day 0 of a drug, on which the printed findings stand. */
export type VisitState = "baseline" | "start" | "active" | "partial" | "full" | "flare";

export interface PlannedVisit {
  readonly day: number;
  readonly state: VisitState;
}

export interface PlannedMri {
  readonly day: number;
  readonly shows: "first" | "start" | "clear" | "remaining" | "new";
}

export interface Course {
  readonly visits: readonly PlannedVisit[];
  readonly images: readonly PlannedMri[];
}

const DAYS_SEEN = [30, 91, 183, 365, 548, 730, 912, 1095, 1278, 1460] as const;

/** Chances that decide a course under a drug; ours, but for the direction that flares are fewer under TNF-α inhibitors. */
const CHANCES = {
  pamidronate: { improves: 0.85, clears: 0.8, flares: 0.4 },
  tnf_inhibitor: { improves: 0.92, clears: 0.85, flares: 0.15 },
} as const;

/** Visits and MRIs of a child from diagnosis to its last day. */
export function courseOf(child: ChildPlan): Course {
  const random = seededRandom(`course of ${child.name}`);
  const parts = child.drugs.map(({ drug, start }, place) => {
    const until = Math.min(child.drugs[place + 1]?.start ?? child.lastDay, child.lastDay);
    const failing = (place === 0 && child.arm === "failed") || child.drugs[place]?.reason === "inefficacy";
    return underDrug(random, drug === "pamidronate" ? "pamidronate" : "tnf_inhibitor", start, until, failing);
  });
  return {
    visits: [{ day: 0, state: "baseline" }, ...parts.flatMap(({ visits }) => visits)],
    images: [{ day: random.integer(-7, 4), shows: "first" }, ...parts.flatMap(({ images }) => images)],
  };
}

function underDrug(random: Random, drug: keyof typeof CHANCES, start: number, until: number, failing: boolean): Course {
  const chances = CHANCES[drug];
  const improves = failing ? random.chance(0.3) : random.chance(chances.improves);
  const clears = random.chance(chances.clears);
  const flareAt =
    improves && !failing && random.chance(chances.flares) ? random.integer(3, 6) : Number.POSITIVE_INFINITY;
  const seen = DAYS_SEEN.map((after) => start + after + random.integer(-12, 12)).filter((day) => day < until - 20);
  const visits: PlannedVisit[] = [{ day: start, state: "start" }];
  const images: PlannedMri[] = [{ day: start - random.integer(3, 40), shows: "start" }];
  for (const [place, day] of seen.entries()) {
    if (place === flareAt) {
      visits.push({ day, state: "flare" });
      images.push({ day: day + random.integer(1, 14), shows: "new" });
    } else visits.push({ day, state: stateAt(place, flareAt, improves, clears, failing) });
  }
  const mri = start + 365 + random.integer(-60, 45);
  const nearFlare = images.some(({ day, shows }) => shows === "new" && Math.abs(day - mri) < 90);
  if (mri < until && !nearFlare && random.chance(0.85))
    images.push({ day: mri, shows: improves && clears && random.chance(0.6) ? "clear" : "remaining" });
  return { visits, images };
}

/** Improved from the second visit on, clear from the third; a child whom the drug fails is active again from the fourth on. */
function stateAt(place: number, flareAt: number, improves: boolean, clears: boolean, failing: boolean): VisitState {
  if (!improves || place === 0 || (failing && place > 2)) return "active";
  if (place === 1 || place === flareAt + 1) return "partial";
  return clears ? "full" : "partial";
}
