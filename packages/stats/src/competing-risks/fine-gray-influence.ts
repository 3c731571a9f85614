import { type CompetingRows, competingRisks, walkCompeting } from "./competing-sets.ts";

/** What each time with events adds to the hazard of the cause, and where the risk set stands. */
interface HazardStep {
  readonly first: number;
  readonly hazard: number;
  readonly mean: Float64Array;
}

/**
 * What each row adds to the score, p numbers a row: its own residual under the subdistribution hazard, and what it tells about the
 * censoring by which the others are weighted (eta and psi of Fine and Gray 1999, section 3).
 */
export function influences(rows: CompetingRows, beta: Float64Array): Float64Array {
  const { p, x, time, cause, uncensored } = rows;
  const n = time.length;
  const risk = competingRisks(rows, beta);
  const steps: HazardStep[] = [];
  walkCompeting(rows, risk, ({ first, events, s0, s1 }) => {
    steps.push({ first, hazard: events / s0, mean: s1.map((value) => value / s0) });
  });
  steps.reverse();
  const result = new Float64Array(n * p);
  ownResiduals(rows, risk, steps, result);
  const query = censoringScores(rows, risk, steps);
  // Of those followed at a time, who is censored on it; sums of query x hazard of being censored / followed.
  const lived = new Float64Array(p);
  for (let first = 0; first < n; ) {
    let last = first;
    let censored = 0;
    while (last < n && time[last] === time[first]) if (cause[last++] === 0) censored++;
    const followed = n - first;
    if (censored > 0)
      for (let j = 0; j < p; j++)
        lived[j] = (lived[j] as number) + ((query[first * p + j] as number) * censored) / (followed * followed);
    for (let row = first; row < last; row++)
      for (let j = 0; j < p; j++) {
        const told = cause[row] === 0 ? (query[first * p + j] as number) / followed : 0;
        result[row * p + j] = (result[row * p + j] as number) + told - (lived[j] as number);
      }
    first = last;
  }
  return result;

  /** Events less what was expected: with the risk itself up to a row's time, and after another event with G(t-) / G(T-). */
  function ownResiduals(
    { x: values }: CompetingRows,
    r: Float64Array,
    all: readonly HazardStep[],
    into: Float64Array,
  ): void {
    let passed = 0;
    let hazard = 0;
    const moment = new Float64Array(p);
    const later = laterSums(all, uncensored, p);
    for (let row = 0; row < n; row++) {
      for (
        ;
        passed < all.length &&
        ((all[passed] as HazardStep).first <= row || time[(all[passed] as HazardStep).first] === time[row]);
        passed++
      ) {
        const step = all[passed] as HazardStep;
        hazard += step.hazard;
        for (let j = 0; j < p; j++) moment[j] = (moment[j] as number) + step.hazard * (step.mean[j] as number);
      }
      const mean = all[passed - 1]?.mean;
      const stays = cause[row] === 2 ? 1 / (uncensored[row] as number) : 0;
      for (let j = 0; j < p; j++) {
        const value = values[row * p + j] as number;
        const happened = cause[row] === 1 ? value - ((mean?.[j] ?? 0) as number) : 0;
        const beyond = value * (later.hazard[passed] as number) - (later.moment[passed * p + j] as number);
        const expected = value * hazard - (moment[j] as number) + stays * beyond;
        into[row * p + j] = happened - (r[row] as number) * expected;
      }
    }
  }

  /** At each row's time u: what the weights of those with another event before u add to the score at or after u. */
  function censoringScores(_: CompetingRows, r: Float64Array, all: readonly HazardStep[]): Float64Array {
    const later = laterSums(all, uncensored, p);
    const scores = new Float64Array(n * p);
    let stayed = 0;
    const stayedX = new Float64Array(p);
    let passed = 0;
    for (let first = 0; first < n; ) {
      let last = first;
      while (last < n && time[last] === time[first]) last++;
      while (passed < all.length && (time[(all[passed] as HazardStep).first] as number) < (time[first] as number))
        passed++;
      for (let j = 0; j < p; j++) {
        const score =
          (stayedX[j] as number) * (later.hazard[passed] as number) - stayed * (later.moment[passed * p + j] as number);
        for (let row = first; row < last; row++) scores[row * p + j] = score;
      }
      for (let row = first; row < last; row++) {
        if (cause[row] !== 2) continue;
        const share = (r[row] as number) / (uncensored[row] as number);
        stayed += share;
        for (let j = 0; j < p; j++) stayedX[j] = (stayedX[j] as number) + share * (x[row * p + j] as number);
      }
      first = last;
    }
    return scores;
  }
}

/** From step i on: sums of G(t-) x hazard, and of the same x mean. */
function laterSums(steps: readonly HazardStep[], uncensored: Float64Array, p: number) {
  const hazard = new Float64Array(steps.length + 1);
  const moment = new Float64Array((steps.length + 1) * p);
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as HazardStep;
    const weighted = (uncensored[step.first] as number) * step.hazard;
    hazard[i] = (hazard[i + 1] as number) + weighted;
    for (let j = 0; j < p; j++)
      moment[i * p + j] = (moment[(i + 1) * p + j] as number) + weighted * (step.mean[j] as number);
  }
  return { hazard, moment };
}
