import { seededRandom } from "../seeded-random.ts";
import type { Blood } from "./blood-plan.ts";
import { CHILD_NAMES, type ChildName } from "./demography.ts";
import { LESIONS } from "./lesion-plan.ts";

/** The two items of the Jansson score that no other number of the paper settles. */
export interface ScoreItems {
  readonly symmetric: boolean;
  readonly sclerosis: boolean;
}

const POINTS = { count: 13, symmetric: 10, sclerosis: 10, temperature: 9, place: 8, multifocal: 7, crp: 6 };
const BELOW_29 = 6;
const BELOW_39 = 10;
const NEITHER: ScoreItems = { symmetric: false, sclerosis: false };
const SCLEROSIS: ScoreItems = { symmetric: false, sclerosis: true };
const SYMMETRIC: ScoreItems = { symmetric: true, sclerosis: false };
const BOTH: ScoreItems = { symmetric: true, sclerosis: true };

/** Sclerosis and symmetry so that 50 children reach 29 points and 40 of them 39; children with the least to gain stay below. */
export function scoreItems(
  blood: ReadonlyMap<ChildName, Blood>,
  fever: ReadonlySet<ChildName>,
): ReadonlyMap<ChildName, ScoreItems> {
  const random = seededRandom("score");
  const children = CHILD_NAMES.map((name) => {
    const sure = surePoints(name, blood.get(name), fever.has(name));
    return { name, sure, most: sure + (hasRoomForPair(name) ? 20 : 10) };
  }).sort((a, b) => a.most - b.most || a.sure - b.sure || (a.name < b.name ? -1 : 1));
  return new Map(
    children.map(({ name, sure }, place) => {
      const [from, to] = place < BELOW_29 ? [0, 28] : place < BELOW_29 + BELOW_39 ? [29, 38] : [39, 63];
      const choices = hasRoomForPair(name) ? [SCLEROSIS, SYMMETRIC, BOTH, NEITHER] : [SCLEROSIS, NEITHER];
      const fitting = choices.filter((items) => within(sure + pointsOf(items), from, to));
      if (fitting.length === 0) throw new Error(`${name} has ${sure} points and cannot reach ${from} to ${to}`);
      return [name, random.pick(fitting)];
    }),
  );
}

const hasRoomForPair = (name: ChildName): boolean => {
  const { atDiagnosis, vertebrae, bones } = LESIONS[name];
  return atDiagnosis - vertebrae - bones.length >= 2;
};

const isMultifocal = (name: ChildName): boolean => LESIONS[name].atDiagnosis > 1;

const within = (points: number, from: number, to: number): boolean => points >= from && points <= to;

function pointsOf({ symmetric, sclerosis }: ScoreItems): number {
  return (symmetric ? POINTS.symmetric : 0) + (sclerosis ? POINTS.sclerosis : 0);
}

function surePoints(name: ChildName, blood: Blood | undefined, fever: boolean): number {
  if (blood === undefined) throw new Error(`${name} has no blood`);
  const { vertebrae, bones } = LESIONS[name];
  const typical = vertebrae > 0 || bones.includes("clavicle") || bones.includes("sternum");
  return (
    (blood.thrombocytes <= 400 ? POINTS.count : 0) +
    (fever ? 0 : POINTS.temperature) +
    (typical ? POINTS.place : 0) +
    (isMultifocal(name) ? POINTS.multifocal : 0) +
    (blood.crp >= 10 ? POINTS.crp : 0)
  );
}
