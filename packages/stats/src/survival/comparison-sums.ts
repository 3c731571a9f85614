import { type ComparisonFamily, weightAt } from "./comparison-weights.ts";
import type { EventTable, EventTables } from "./event-table.ts";

/** Weighted observed minus expected, and its hypergeometric covariance, of k groups over strata. */
export interface ComparisonSums {
  readonly sizes: Float64Array;
  /** Unweighted counts, as R prints them where rho is 0; weighted ones otherwise. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly covariance: readonly Float64Array[];
}

export function sumComparison({ groups, strata, tables }: EventTables, family: ComparisonFamily): ComparisonSums {
  const k = groups.length;
  const sums = {
    sizes: new Float64Array(k),
    observed: new Float64Array(k),
    expected: new Float64Array(k),
    covariance: groups.map(() => new Float64Array(k)),
  };
  for (const stratum of strata.keys()) addStratum(tables.slice(stratum * k, (stratum + 1) * k), sums, family);
  return sums;
}

/** Walks the tables of all groups together, time by time. A group's next row tells who of it is at risk. */
function addStratum(tables: readonly EventTable[], sums: ComparisonSums, family: ComparisonFamily): void {
  const k = tables.length;
  const passed = new Uint32Array(k);
  const risk = new Float64Array(k);
  const died = new Float64Array(k);
  let survival = 1;
  let peto = 1;
  for (const [i, table] of tables.entries()) sums.sizes[i] = (sums.sizes[i] as number) + table.n;
  for (;;) {
    const time = nextTime(tables, passed);
    if (time === Number.POSITIVE_INFINITY) return;
    let atRisk = 0;
    let events = 0;
    for (let i = 0; i < k; i++) {
      const { time: times, atRisk: risks, events: happened } = tables[i] as EventTable;
      const place = passed[i] as number;
      const here = times[place] === time;
      risk[i] = risks[place] ?? 0;
      died[i] = here ? (happened[place] as number) : 0;
      atRisk += risk[i] as number;
      events += died[i] as number;
      if (here) passed[i] = place + 1;
    }
    if (events === 0) continue;
    const petoAfter = peto * (1 - events / (atRisk + 1));
    addTime(sums, { risk, died, atRisk, events }, weightAt(family, { atRisk, survivalBefore: survival, petoAfter }));
    survival *= (atRisk - events) / atRisk;
    peto = petoAfter;
  }
}

function nextTime(tables: readonly EventTable[], passed: Uint32Array): number {
  let time = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tables.length; i++) {
    const next = (tables[i] as EventTable).time[passed[i] as number];
    if (next !== undefined && next < time) time = next;
  }
  return time;
}

interface AtTime {
  readonly risk: Float64Array;
  readonly died: Float64Array;
  readonly atRisk: number;
  readonly events: number;
}

function addTime(sums: ComparisonSums, { risk, died, atRisk, events }: AtTime, weight: number): void {
  const factor = atRisk > 1 ? (weight * weight * events * (atRisk - events)) / (atRisk - 1) : 0;
  for (let i = 0; i < risk.length; i++) {
    const share = (risk[i] as number) / atRisk;
    sums.observed[i] = (sums.observed[i] as number) + weight * (died[i] as number);
    sums.expected[i] = (sums.expected[i] as number) + weight * events * share;
    if (share === 0) continue;
    const row = sums.covariance[i] as Float64Array;
    for (let j = 0; j < risk.length; j++)
      row[j] = (row[j] as number) + factor * share * ((i === j ? 1 : 0) - (risk[j] as number) / atRisk);
  }
}
