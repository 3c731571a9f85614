import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import { type CompetingColumns, type IncidenceTable, incidenceTables, isLateOrRepeated } from "./incidence-tables.ts";

export interface GrayTest extends Provenance {
  readonly cause: number;
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly missing: number;
}

/**
 * Gray's test that k groups have the same cumulative incidence of a cause (Annals of Statistics 1988;16:1141-54, rho = 0), within
 * strata where there are any. It has no form for delayed entry or for several rows of a subject. It is not the log-rank test with the other causes censored, which compares cause-specific hazards.
 * R: cmprsk::cuminc(time, cause, group, strata)$Tests
 */
export function grayTest(columns: CompetingColumns, cause: number, causes: number): GrayTest {
  const late = isLateOrRepeated(columns);
  const { start: _, ...plain } = columns;
  const { groups, strata, tables, missing } = incidenceTables(plain, causes);
  const k = groups.length;
  const n = tables.reduce((sum, table) => sum + table.n, 0);
  const score = new Float64Array(k);
  const covariance = new Float64Array(k * k);
  for (const stratum of strata.keys())
    addStratum(tables.slice(stratum * k, (stratum + 1) * k), cause, score, covariance);
  const named = {
    cause,
    df: Math.max(0, k - 1),
    missing,
    method: "Gray's test",
    convention: "rho = 0, covariance with the pooled incidence, ties as in cmprsk",
    rCall: "cmprsk::cuminc(time, cause, group, strata)$Tests",
  };
  const none = (because: "one-group" | "no-events" | "no-variation" | "no-method") => {
    const lost = notEstimable(because, n);
    return { chi2: lost, p: lost, ...named };
  };
  if (k < 2) return none("one-group");
  if (late) return none("no-method");
  if (tables.every(({ events }) => (events[cause] as Float64Array).every((d) => d === 0))) return none("no-events");
  const size = k - 1;
  const part = Float64Array.from(
    { length: size * size },
    (_, at) => covariance[(Math.floor(at / size) + 1) * k + (at % size) + 1] as number,
  );
  const factors = factor(part, size);
  if (factors.rank < size) return none("no-variation");
  const own = score.subarray(1);
  const chi2 = solveFactored(factors, own).reduce((sum, value, i) => sum + value * (own[i] as number), 0);
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, size)), ...named };
}

/** A group at one time of the common axis. */
interface At {
  readonly atRisk: number;
  readonly own: number;
  readonly other: number;
  /** Free of every event before the time and after it; free of the cause before it. */
  readonly before: number;
  readonly after: number;
  readonly free: number;
}

/** Scores and their covariance over one stratum: risk sets keep those who had another event, at the weight they had left. */
function addStratum(
  tables: readonly IncidenceTable[],
  cause: number,
  score: Float64Array,
  covariance: Float64Array,
): void {
  const k = tables.length;
  const times = [
    ...new Set(tables.flatMap(({ time, events }) => [...time].filter((_, i) => (events[0]?.[i] ?? 0) > 0))),
  ].sort((a, b) => a - b);
  const states = tables.map((table) => statesAt(table, times, cause));
  const m = times.length;
  const stateOf = (i: number, r: number) => (states[r] as readonly At[])[i] as At;
  const kept = (i: number, r: number) => {
    const at = stateOf(i, r);
    return at.atRisk > 0 ? at.atRisk / at.before : 0;
  };
  const own = (i: number) => states.reduce((sum, group) => sum + (group[i] as At).own, 0);
  const risks = (i: number) => states.map((group, r) => kept(i, r) * (group[i] as At).free);
  const all = Array.from({ length: m }, (_, i) => states.reduce((sum, _group, r) => sum + kept(i, r), 0));
  const pooled = all.map((sum, i) => (sum > 0 ? own(i) / sum : 0));
  let gone = 0;
  const hazards = pooled.map((step) => {
    const hazard = gone < 1 ? step / (1 - gone) : 0;
    gone += step;
    return { hazard, left: 1 - gone };
  });
  for (let i = 0; i < m; i++) {
    const atRisk = risks(i);
    const total = atRisk.reduce((sum, value) => sum + value, 0);
    for (let g = 0; g < k; g++)
      score[g] = (score[g] as number) + stateOf(i, g).own - ((atRisk[g] as number) / total) * own(i);
  }
  for (let r = 0; r < k; r++) addGroup(r);

  /** What group r adds to the covariance, from the last time to the first. */
  function addGroup(r: number): void {
    const later = new Float64Array(k);
    for (let i = m - 1; i >= 0; i--) {
      const at = stateOf(i, r);
      const h = kept(i, r);
      const { hazard, left } = hazards[i] as { hazard: number; left: number };
      const weight = (g: number) => (g === r ? 1 : 0) - kept(i, g) / (all[i] as number);
      if (h > 0) {
        const bend = at.after > 0 ? left / at.after : 0;
        const slope = at.after > 0 ? 1 - bend : 0;
        const events = own(i);
        const tied = events > 1 ? 1 - (events - 1) / ((all[i] as number) * at.before - 1) : 1;
        const variance = h * (pooled[i] as number) * tied;
        const others = at.other * (at.other > 1 ? 1 - (at.other - 1) / (at.atRisk - 1) : 1);
        for (let g = 0; g < k; g++)
          for (let f = 0; f < k; f++) {
            const a =
              (weight(g) + (slope * (later[g] as number)) / h) * (weight(f) + (slope * (later[f] as number)) / h);
            const b = ((bend * (later[g] as number)) / h) * ((bend * (later[f] as number)) / h);
            covariance[g * k + f] = (covariance[g * k + f] as number) + variance * a + others * b;
          }
      }
      for (let g = 0; g < k; g++) later[g] = (later[g] as number) + weight(g) * h * hazard;
    }
  }
}

function statesAt({ time, atRisk, events }: IncidenceTable, times: readonly number[], cause: number): readonly At[] {
  let place = 0;
  let survival = 1;
  let incidence = 0;
  return times.map((now) => {
    while (place < time.length && (time[place] as number) < now) place++;
    const here = time[place] === now;
    const n = atRisk[place] ?? 0;
    const all = here ? (events[0]?.[place] as number) : 0;
    const own = here ? (events[cause]?.[place] as number) : 0;
    const before = survival;
    const free = 1 - incidence;
    if (n > 0) {
      incidence += (survival * own) / n;
      survival *= all >= n ? 0 : 1 - all / n;
    }
    return { atRisk: n, own, other: all - own, before, after: survival, free };
  });
}
