import { coxRegression, eventTables, kaplanMeierByGroup, logRankTest } from "@osteon/stats";
import { forgetPeak, peakMemory } from "../../../bench/peak-memory.ts";
import { type DrawnRows, readRows } from "./draw-rows.ts";

/** A call measured in a process of its own: seconds, peak bytes of the process, and a number to compare with R's. */
export interface Measured {
  readonly seconds: number;
  readonly peak: number;
  readonly answer: number;
  /** One plain pass over the columns the call reads. */
  readonly pass: number;
}

type Axis = "days" | "fractions";

const CALLS: Readonly<Record<string, (rows: DrawnRows, axis: Axis) => number>> = {
  survival: ({ event, group, ...rows }, axis) => {
    const tables = eventTables({ time: rows[axis], event, group });
    kaplanMeierByGroup(tables, undefined, "log", 0.95);
    const { chi2 } = logRankTest(tables);
    return chi2.estimable ? chi2.value : 0;
  },
  cox: ({ event, covariates, ...rows }, axis) => {
    const named = covariates.map((values, j) => ({ name: `x${j}`, values }));
    const fit = coxRegression({ time: rows[axis], event, covariates: named }, "efron", 0.95);
    return fit.logLik[1];
  },
};

/** What the call reads, added up once. */
const PASSES: Readonly<Record<string, (rows: DrawnRows, axis: Axis) => number>> = {
  survival: (rows, axis) => addUp(rows[axis], [rows.event, rows.group]),
  cox: (rows, axis) => addUp(rows[axis], [rows.event, ...rows.covariates]),
};

function addUp(time: ArrayLike<number>, columns: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (const column of [time, ...columns]) sum += total(column);
  return sum;
}

function total(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] as number;
  return sum;
}

/** Median of several calls; the first warms up and is not counted where there are three or more. */
function timed(call: () => number, repeats: number): { readonly seconds: number; readonly answer: number } {
  const times: number[] = [];
  let answer = 0;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    answer = call();
    times.push((performance.now() - start) / 1000);
  }
  const counted = repeats >= 3 ? times.slice(1) : times;
  return { seconds: counted.sort((a, b) => a - b)[Math.floor((counted.length - 1) / 2)] ?? 0, answer };
}

const [directory = "", name = "", axis = "days", repeats = "3"] = process.argv.slice(2);
const call = CALLS[name];
const pass = PASSES[name];
if (call === undefined || pass === undefined) throw new Error(`there is no call ${name}`);
const rows = readRows(directory);
forgetPeak();
const measured = timed(() => call(rows, axis as Axis), Number(repeats));
const peak = peakMemory();
const once = timed(() => pass(rows, axis as Axis), 5);
process.stdout.write(JSON.stringify({ ...measured, peak, pass: once.seconds } satisfies Measured));
