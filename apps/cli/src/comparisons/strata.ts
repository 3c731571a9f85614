import { mantelHaenszel, type TwoByTwo } from "@osteon/stats";
import { type EffectShown, effect } from "./effects.ts";
import { type ShownTest, shown } from "./shown-test.ts";

/** Two groups and two categories within strata: Mantel and Haenszel, with and without correction, and their common odds ratio. */
export function stratified(
  tables: readonly TwoByTwo[],
  outcome: string,
  groups: readonly [string, string],
  level: number,
): { readonly tests: readonly ShownTest[]; readonly effect: EffectShown } {
  const corrected = mantelHaenszel(tables, true, level);
  const plain = mantelHaenszel(tables, false, level);
  const test = (name: string, how: string, { chi2, df, p }: typeof plain): ShownTest => ({
    test: name,
    ...shown(`Mantel-Haenszel test within strata (${how})`, "chi-square", chi2, [df], p),
  });
  return {
    tests: [
      test("mantel-haenszel", "corrected for continuity", corrected),
      test("mantel-haenszel-plain", "without continuity correction", plain),
    ],
    effect: effect(`common odds ratio of ${outcome}, ${groups[0]} beside ${groups[1]} (Mantel-Haenszel)`, {
      ...plain,
      value: plain.oddsRatio,
    }),
  };
}
