import { type EpochDay, isoDate } from "@osteon/codebook";
import { type Random, seededRandom } from "../../../schnabel-2017/cohort-generator/seeded-random.ts";
import { type Arm, CHILDREN, type Findings, findings } from "./printed-findings.ts";

export type DrugName = "pamidronate" | "adalimumab" | "etanercept" | "infliximab";

/** One of the two drugs: days are counted from diagnosis. */
export interface PlannedDrug {
  readonly drug: DrugName;
  readonly start: number;
  /** Its last day; without one it goes on. */
  readonly stop?: number;
  readonly reason?: "remission" | "inefficacy" | "planned_end";
}

/** A child on the days from its diagnosis on; what the abstract does not settle follows from the seed. */
export interface ChildPlan extends Findings {
  readonly name: string;
  readonly arm: Arm;
  readonly born: EpochDay;
  readonly onset: EpochDay;
  readonly diagnosed: EpochDay;
  readonly drugs: readonly [PlannedDrug, ...PlannedDrug[]];
  readonly lastDay: number;
}

const FIRST_DIAGNOSIS = Date.UTC(2008, 0, 7) / 86_400_000;
const LAST_DIAGNOSIS = Date.UTC(2017, 5, 30) / 86_400_000;
const LAST_DAY = Date.UTC(2020, 11, 31) / 86_400_000;

export function planChildren(): readonly ChildPlan[] {
  const found = findings();
  return (Object.keys(CHILDREN) as readonly Arm[]).flatMap((arm) =>
    found[arm].map((own, place) => planChild(arm, `${arm}${place + 1}`, own)),
  );
}

function planChild(arm: Arm, name: string, own: Findings): ChildPlan {
  const random = seededRandom(`child ${name}`);
  const diagnosed = random.integer(FIRST_DIAGNOSIS, LAST_DIAGNOSIS);
  const onset = diagnosed - random.integer(30, 600);
  const start = random.integer(60, 420);
  const drugs = drugsOf(arm, start, random);
  const followed = (drugs.at(-1)?.start ?? start) + random.integer(500, 1500);
  return {
    ...own,
    ...{ name, arm, diagnosed, onset, drugs },
    born: onset - Math.round(365.25 * random.decimal(5, 15, 2)),
    lastDay: Math.min(followed, LAST_DAY - diagnosed),
  };
}

const TNF_INHIBITORS = ["adalimumab", "adalimumab", "etanercept", "infliximab"] as const;

function drugsOf(arm: Arm, start: number, random: Random): ChildPlan["drugs"] {
  const inhibitor = random.pick(TNF_INHIBITORS);
  if (arm === "kept") return [{ drug: "pamidronate", start, ...endOf(start + 185, "planned_end") }];
  if (arm === "tnf_inhibitor") {
    if (random.chance(0.12))
      return [{ drug: inhibitor, start, ...endOf(start + random.integer(200, 330), "inefficacy") }];
    return [
      { drug: inhibitor, start, ...(random.chance(0.3) ? endOf(start + random.integer(700, 900), "remission") : {}) },
    ];
  }
  // In half of those whom pamidronate failed its cycles go on beside the TNF-α inhibitor.
  const other = start + random.integer(130, 420);
  const overlaps = random.chance(0.5);
  const ends = overlaps
    ? endOf(other + random.integer(20, 90), "planned_end")
    : endOf(other - random.integer(1, 28), "inefficacy");
  return [
    { drug: "pamidronate", start, ...ends },
    { drug: inhibitor, start: other },
  ];
}

const endOf = (stop: number, reason: NonNullable<PlannedDrug["reason"]>) => ({ stop, reason });

/** A day of the plan on the calendar, to the month. */
export const monthOf = (day: EpochDay): string => isoDate(day).slice(0, 7);
