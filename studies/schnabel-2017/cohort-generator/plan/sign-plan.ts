import { seededRandom } from "../seeded-random.ts";
import { CHILD_NAMES, type ChildName } from "./demography.ts";
import { LESIONS } from "./lesion-plan.ts";

const LOCAL_SIGNS = 27;
const LOSS_OF_FUNCTION = 27;
const FEVERISH = 6;
const PAINFUL_LEGS = 41;
/** Numbers of painful sites of the 21 children with more than one. */
const MANY_SITES = [2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7];

export interface InflammationSigns {
  readonly local: ReadonlySet<ChildName>;
  readonly fever: ReadonlySet<ChildName>;
}

/** Local signs in 27 children; fever in 6 of those, since fever alone is nothing that a remission could reduce. */
export function inflammationSigns(): InflammationSigns {
  const random = seededRandom("signs 1");
  const local = random.shuffled(CHILD_NAMES).slice(0, LOCAL_SIGNS);
  return { local: new Set(local), fever: new Set(random.shuffled(local).slice(0, FEVERISH)) };
}

export interface PainSigns {
  readonly sites: ReadonlyMap<ChildName, number>;
  readonly legs: ReadonlySet<ChildName>;
  readonly lossOfFunction: ReadonlySet<ChildName>;
}

/** Painful sites, more than one only where there is more than one lesion; painful legs only where a leg has a lesion. */
export function painSigns(withLegLesion: ReadonlySet<ChildName>): PainSigns {
  const random = seededRandom("pain 1");
  const multifocal = CHILD_NAMES.filter((name) => LESIONS[name].atDiagnosis > 1);
  const many = random.shuffled(multifocal).slice(0, MANY_SITES.length);
  const legs = random.shuffled(CHILD_NAMES.filter((name) => withLegLesion.has(name))).slice(0, PAINFUL_LEGS);
  const lossFirst = [...random.shuffled(legs), ...CHILD_NAMES.filter((name) => !legs.includes(name))];
  return {
    sites: new Map(CHILD_NAMES.map((name) => [name, MANY_SITES[many.indexOf(name)] ?? 1])),
    legs: new Set(legs),
    lossOfFunction: new Set(lossFirst.slice(0, LOSS_OF_FUNCTION)),
  };
}
