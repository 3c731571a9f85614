import { stepsUpTo } from "../survival/survival-at.ts";
import type { CoxModel } from "./cox-regression.ts";
import { type RiskStep, riskSteps } from "./risk-steps.ts";

/** Residuals of each prepared row, unweighted: martingale, and score (p of them, on the prepared scale). */
export interface RowResiduals {
  readonly martingale: Float64Array;
  /** Entry j of row i at i * p + j. */
  readonly score: Float64Array;
}

/**
 * Martingale residuals, event less expected, and score residuals (Therneau, Grambsch and Fleming, Biometrika 1990;77:147-60), with
 * Efron's shares where events are tied.
 */
export function rowResiduals(model: CoxModel): RowResiduals {
  const { rows } = model;
  const { p, size, strata, event, x } = rows;
  const { steps, risk } = riskSteps(model);
  const martingale = new Float64Array(size);
  const score = new Float64Array(size * p);
  let from = 0;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    let to = from;
    while (to < steps.length && (steps[to] as RiskStep).stratum === stratum) to++;
    const own = cumulate(steps.slice(from, to), p);
    from = to;
    for (let row = strata[stratum] as number; row < (strata[stratum + 1] as number); row++) {
      const { hazard, moment, mean } = exposure(own, rows.time[row] as number, rows.start?.[row], event[row] === 1, p);
      const expected = (risk[row] as number) * hazard;
      const happened = event[row] as number;
      martingale[row] = happened - expected;
      for (let j = 0; j < p; j++) {
        const value = x[row * p + j] as number;
        const compared = happened === 1 ? value - (mean?.[j] as number) : 0;
        score[row * p + j] = compared - (expected * value - (risk[row] as number) * (moment[j] as number));
      }
    }
  }
  return { martingale, score };
}

interface Cumulated {
  readonly steps: readonly RiskStep[];
  readonly times: Float64Array;
  /** Before step i, and all at the end. */
  readonly hazard: Float64Array;
  readonly moment: Float64Array;
}

function cumulate(steps: readonly RiskStep[], p: number): Cumulated {
  const hazard = new Float64Array(steps.length + 1);
  const moment = new Float64Array((steps.length + 1) * p);
  for (const [i, step] of steps.entries()) {
    hazard[i + 1] = (hazard[i] as number) + step.hazard;
    for (let j = 0; j < p; j++) moment[(i + 1) * p + j] = (moment[i * p + j] as number) + (step.moment[j] as number);
  }
  return { steps, times: Float64Array.from(steps, ({ time }) => time), hazard, moment };
}

/** Hazard and moments that a row has lived through in (start, time]; a row with the event shares its own step. */
function exposure(own: Cumulated, time: number, start: number | undefined, happened: boolean, p: number) {
  const to = stepsUpTo(own.times, time);
  const from = start === undefined ? 0 : stepsUpTo(own.times, start);
  const last = happened ? own.steps[to - 1] : undefined;
  const end = last === undefined ? to : to - 1;
  const moment = Array.from({ length: p }, (_, j) => {
    const lived = (own.moment[end * p + j] as number) - (own.moment[from * p + j] as number);
    return lived + (last?.deathMoment[j] ?? 0);
  });
  return {
    hazard: (own.hazard[end] as number) - (own.hazard[from] as number) + (last?.deathHazard ?? 0),
    moment,
    mean: last?.mean,
  };
}
