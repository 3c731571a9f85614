import { mean } from "../describe/describe.ts";
import { quantile } from "../describe/quantile.ts";
import type { SortedTally } from "../describe/sorted-tally.ts";
import type { Provenance } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { centred, changed, grouped } from "./grouped.ts";
import { type FTest, varianceRatioOfGroups } from "./one-way-anova.ts";

/** Mean as Levene (SPSS, Stata W0), median as Brown and Forsythe (R package car, Stata W50). */
export type DeviationCentre = "mean" | "median";

/**
 * Levene's test of equal variances: analysis of variance of absolute deviations from the group's mean (Levene 1960) or median
 * (Brown and Forsythe 1974, JASA 69:364-7). R: car::leveneTest(value, group, center = mean | median), or
 * anova(lm(abs(value - ave(value, group, FUN = centre)) ~ group))
 */
export function levene(rows: readonly GroupedValue[], centre: DeviationCentre): FTest {
  const all = grouped(rows);
  const deviations = centred(all).map((tally) => {
    const middle = centreOf(tally, centre);
    return changed(tally, (value) => Math.abs(value - middle));
  });
  return { ...varianceRatioOfGroups(deviations), missing: all.missing, ...provenance(centre) };
}

/** Mean or median of a tally that has values. */
export function centreOf(tally: SortedTally, centre: DeviationCentre): number {
  const middle = centre === "mean" ? mean(tally) : quantile(tally, 0.5, 2);
  if (!middle.estimable) throw new Error("the centre of a group without values was asked for");
  return middle.value;
}

const provenance = (centre: DeviationCentre): Provenance => ({
  method: centre === "mean" ? "Levene" : "Brown-Forsythe",
  convention: `absolute deviations from the ${centre} of the group`,
  rCall: `anova(lm(abs(value - ave(value, group, FUN = ${centre})) ~ group))`,
});
