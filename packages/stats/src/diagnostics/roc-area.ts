import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type Scored, scoreCounts, totals } from "./roc.ts";

export interface RocArea extends Interval, Provenance {
  readonly area: Estimate;
  readonly stdError: Estimate;
  readonly ill: number;
  readonly well: number;
  readonly missing: number;
}

/**
 * Area under the ROC curve (ties count half) with DeLong's standard error and limits (Biometrics 1988;44:837-45), in one pass
 * over the distinct scores. R: pROC::ci.auc(truth, score, direction = "<", method = "delong")
 */
export function rocArea(rows: readonly Scored[], level: number): RocArea {
  const counts = scoreCounts(rows);
  const { ill, well } = totals(counts);
  const missing = rows.reduce((sum, { score, truth, n }) => sum + (score === null || truth === null ? n : 0), 0);
  const counted = { ill, well, missing, ...PROVENANCE };
  if (ill === 0 || well === 0) return { ...counted, ...none("one-group", ill + well) };
  let illBelow = 0;
  let wellBelow = 0;
  const places = counts.map((at) => {
    const place = {
      ill: { n: at.ill, share: (wellBelow + at.well / 2) / well },
      well: { n: at.well, share: (ill - illBelow - at.ill / 2) / ill },
    };
    illBelow += at.ill;
    wellBelow += at.well;
    return place;
  });
  const area = places.reduce((sum, place) => sum + place.ill.n * place.ill.share, 0) / ill;
  if (ill < 2 || well < 2) return { ...counted, ...none("too-few-values", ill + well), area: estimated(area) };
  const variance = (side: "ill" | "well", size: number): number =>
    places.reduce((sum, place) => sum + place[side].n * (place[side].share - area) * (place[side].share - area), 0) /
    (size - 1);
  const stdError = Math.sqrt(variance("ill", ill) / ill + variance("well", well) / well);
  const half = criticalNormal(level) * stdError;
  return {
    ...counted,
    area: estimated(area),
    stdError: estimated(stdError),
    lower: estimated(Math.max(0, area - half)),
    upper: estimated(Math.min(1, area + half)),
  };
}

function none(because: "one-group" | "too-few-values", n: number) {
  const estimate = notEstimable(because, n);
  return { area: estimate, stdError: estimate, lower: estimate, upper: estimate };
}

const PROVENANCE: Provenance = {
  method: "area under the ROC curve",
  convention: "ties half; DeLong's standard error; normal limits cut at 0 and 1; a higher score speaks for disease",
  rCall: 'pROC::ci.auc(truth, score, direction = "<", method = "delong")',
};
