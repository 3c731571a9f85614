import { rankSumTest } from "@osteon/stats";
import { type Random, seededRandom } from "../../../schnabel-2017/cohort-generator/seeded-random.ts";

/** Pamidronate that lasted, pamidronate that failed and was followed by a TNF-α inhibitor, a TNF-α inhibitor alone. */
export type Arm = "kept" | "failed" | "tnf_inhibitor";

/** As the abstract prints them: 91 children. */
export const CHILDREN: Readonly<Record<Arm, number>> = { kept: 47, failed: 22, tnf_inhibitor: 22 };

/**
 * Of how many children of an arm a finding holds. Girls: 19 of 22 and 27 of 47 is the only table of these groups in which
 * Fisher's test gives p = 0.027. Fatigue (11 of 22 and 11 of 69) and arthritis (10 of 22 and 9 of 69) are each one of
 * sixteen tables that give the printed p; the girls of the third arm are ours.
 */
const HOLDS: Readonly<Record<"girl" | "fatigue" | "arthritis", Readonly<Record<Arm, number>>>> = {
  girl: { kept: 27, failed: 19, tnf_inhibitor: 14 },
  fatigue: { kept: 7, failed: 4, tnf_inhibitor: 11 },
  arthritis: { kept: 6, failed: 3, tnf_inhibitor: 10 },
};

export interface Findings {
  readonly girl: boolean;
  readonly fatigue: boolean;
  readonly arthritis: boolean;
  readonly lesions: number;
  /** In mg/l, one decimal. */
  readonly crp: number;
}

type Numbers = Readonly<Record<Arm, readonly number[]>>;

/** The findings of every child at day 0 of its first drug, by arm. */
export function findings(): Readonly<Record<Arm, readonly Findings[]>> {
  const holds = (finding: keyof typeof HOLDS, arm: Arm): readonly boolean[] => {
    const held = Array.from({ length: CHILDREN[arm] }, (_, place) => place < HOLDS[finding][arm]);
    return seededRandom(`${finding} of ${arm}`).shuffled(held);
  };
  const lesions = drawnUntil("lesions", [0.005, 0.015], (random, arm) => lesionsOf(random, arm === "failed"));
  const crp = drawnUntil("crp", [0.025, 0.035], (random, arm) => crpOf(random, arm === "failed"));
  const ofArm = (arm: Arm): readonly Findings[] => {
    const [girls, tired, arthritic] = [holds("girl", arm), holds("fatigue", arm), holds("arthritis", arm)];
    return girls.map((girl, place) => ({
      girl,
      fatigue: tired[place] === true,
      arthritis: arthritic[place] === true,
      lesions: lesions[arm][place] ?? 0,
      crp: crp[arm][place] ?? 0,
    }));
  };
  return { kept: ofArm("kept"), failed: ofArm("failed"), tnf_inhibitor: ofArm("tnf_inhibitor") };
}

const lesionsOf = (random: Random, failed: boolean): number =>
  1 + random.integer(0, 4) + random.integer(0, failed ? 7 : 4);
/** Long to the right, as CRP is. */
const crpOf = (random: Random, failed: boolean): number =>
  Number((0.5 + (failed ? 34 : 24) * random.unit() ** 2).toFixed(1));

/** Draws anew, in the order of the seeds, until the rank-sum test of failed against kept prints as the abstract does. */
function drawnUntil(
  what: string,
  [low, high]: readonly [number, number],
  draw: (random: Random, arm: Arm) => number,
): Numbers {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const random = seededRandom(`${what} ${attempt}`);
    const drawn = (arm: Arm) => Array.from({ length: CHILDREN[arm] }, () => draw(random, arm));
    const numbers: Numbers = { kept: drawn("kept"), failed: drawn("failed"), tnf_inhibitor: drawn("tnf_inhibitor") };
    const group = (arm: Arm, of: 0 | 1) => numbers[arm].map((value) => ({ group: of, value, n: 1 }));
    const { p } = rankSumTest([...group("failed", 1), ...group("kept", 0)]);
    const isMore = mean(numbers.failed) > mean(numbers.kept);
    if (p.estimable && isMore && p.value >= low && p.value < high) return numbers;
  }
  throw new Error(`no draw of ${what} gives the printed p value`);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
