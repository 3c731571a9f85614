import { type CutOff, rocCurve, type Scored } from "./roc.ts";

/** `youden`: highest sensitivity + specificity; `corner`: nearest to a perfect test. */
export type CutOffRule = "youden" | "corner";

/**
 * The cut-offs at which a score at or above them judges best, all of them where several do equally well; none where one side of
 * the truth is empty. R: pROC::coords(roc, "best", best.method = "youden" or "closest.topleft")
 */
export function bestCutOffs(rows: readonly Scored[], rule: CutOffRule): readonly CutOff[] {
  const judged = rocCurve(rows).flatMap((at) => {
    const [ill, well] = [at.truePositives + at.falseNegatives, at.trueNegatives + at.falsePositives];
    if (ill === 0 || well === 0) return [];
    const [sensitivity, specificity] = [at.truePositives / ill, at.trueNegatives / well];
    const merit = rule === "youden" ? sensitivity + specificity : -((1 - sensitivity) ** 2 + (1 - specificity) ** 2);
    return [{ at, merit }];
  });
  const best = judged.reduce((most, { merit }) => Math.max(most, merit), Number.NEGATIVE_INFINITY);
  return judged.filter(({ merit }) => merit >= best - 1e-12).map(({ at }) => at);
}
