import { type EpochDay, parsePartialDate } from "@osteon/codebook";
import { type Blood, bloodByChild } from "./blood-plan.ts";
import { CHILD_NAMES, type ChildName, DEMOGRAPHY, type Sex } from "./demography.ts";
import { type PlannedLesion, placeLesions } from "./place-lesions.ts";
import { scoreItems } from "./score-plan.ts";
import { inflammationSigns, painSigns } from "./sign-plan.ts";
import { LEG_BONES } from "./skeleton.ts";
import { type PlannedVisit, visitsOf } from "./visit-plan.ts";

/** Signs at the visit of diagnosis. */
export interface BaselineSigns {
  readonly local: boolean;
  readonly fever: boolean;
  readonly painfulSites: number;
  readonly painfulLegs: boolean;
  readonly lossOfFunction: boolean;
}

/** All that the paper's numbers settle about a child; what is left is drawn when the chart is written. */
export interface ChildPlan {
  readonly name: ChildName;
  readonly sex: Sex;
  readonly bornOn: string;
  readonly onsetOn: string;
  readonly diagnosedOn: string;
  readonly diagnosed: EpochDay;
  readonly visits: readonly PlannedVisit[];
  readonly lastDay: number;
  readonly blood: Blood;
  readonly signs: BaselineSigns;
  readonly lesions: readonly PlannedLesion[];
  readonly sclerosis: boolean;
}

/** The 56 children with CNO. */
export function planChildren(): readonly ChildPlan[] {
  const blood = bloodByChild();
  const { local, fever } = inflammationSigns();
  const items = scoreItems(blood, fever);
  const lesions = placeLesions(items);
  const { sites, legs, lossOfFunction } = painSigns(childrenWithLegLesion(lesions));
  return CHILD_NAMES.map((name) => {
    const visits = visitsOf(name);
    return {
      name,
      ...DEMOGRAPHY[name],
      diagnosed: dayOf(DEMOGRAPHY[name].diagnosedOn),
      visits,
      lastDay: visits.at(-1)?.day ?? 0,
      blood: known(blood.get(name), name),
      signs: {
        local: local.has(name),
        fever: fever.has(name),
        painfulSites: known(sites.get(name), name),
        painfulLegs: legs.has(name),
        lossOfFunction: lossOfFunction.has(name),
      },
      lesions: known(lesions.get(name), name),
      sclerosis: known(items.get(name), name).sclerosis,
    };
  });
}

function childrenWithLegLesion(lesions: ReadonlyMap<ChildName, readonly PlannedLesion[]>): ReadonlySet<ChildName> {
  const withLeg = [...lesions].filter(([, all]) => all.some(({ bone, wave }) => wave === 0 && LEG_BONES.has(bone)));
  return new Set(withLeg.map(([name]) => name));
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the plan forgets ${name}`);
  return value;
}

/** The day of a whole date, or the day that stands for a month (its 15th). */
export function dayOf(text: string): EpochDay {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date.precision === "month" ? date.first + 14 : date.first;
}
