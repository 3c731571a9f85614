import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { type SortedTally, valueAt } from "./sorted-tally.ts";

/** The nine types of Hyndman and Fan (1996). R and Excel use 7, SPSS 6, SAS (PCTLDEF=5) 2. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** What each type is called, and which programs use it without being asked. */
export const QUANTILE_NAMES: Readonly<Record<QuantileType, { readonly name: string; readonly usedBy: string }>> = {
  1: { name: "inverse of the empirical distribution function", usedBy: "SAS PCTLDEF=3" },
  2: { name: "the same with averages at jumps", usedBy: "SAS PCTLDEF=5 (its default), Stata" },
  3: { name: "nearest even order statistic", usedBy: "SAS PCTLDEF=2" },
  4: { name: "linear interpolation of the distribution function", usedBy: "SAS PCTLDEF=1" },
  5: { name: "midpoints of the steps (Hazen)", usedBy: "hydrology" },
  6: { name: "expected order statistics (Weibull, HAVERAGE)", usedBy: "SPSS, SAS PCTLDEF=4, Minitab" },
  7: { name: "modes of order statistics (Gumbel)", usedBy: "R, S, Excel, NumPy" },
  8: { name: "median-unbiased", usedBy: "recommended by Hyndman and Fan" },
  9: { name: "unbiased for normal data (Blom)", usedBy: "normal plots" },
};

/** Place = a + p (n + 1 - a - b), for the continuous types. */
const CONTINUOUS: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** Quantile of a tally. R: quantile(x, p, type = type) */
export function quantile(tally: SortedTally, p: number, type: QuantileType): Estimate {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile is asked for a share from 0 to 1, got ${p}`);
  if (tally.n === 0) return notEstimable("no-values", 0);
  return estimated(type <= 3 ? discontinuous(tally, p, type) : continuous(tally, p, type as 4));
}

/** In types 1 to 3 a place that misses a whole number only by rounding is that number (R: fuzz of 4 machine epsilons). */
const FUZZ = 4 * Number.EPSILON;

function discontinuous(tally: SortedTally, p: number, type: number): number {
  const place = type === 3 ? tally.n * p - 0.5 : tally.n * p;
  const below = Math.floor(place + FUZZ);
  const rest = place - below;
  const exact = rest <= FUZZ;
  if (type === 1) return valueAt(tally, exact ? below : below + 1);
  if (type === 2) return exact ? (valueAt(tally, below) + valueAt(tally, below + 1)) / 2 : valueAt(tally, below + 1);
  return valueAt(tally, exact && below % 2 === 0 ? below : below + 1);
}

function continuous(tally: SortedTally, p: number, type: 4 | 5 | 6 | 7 | 8 | 9): number {
  const [a, b] = CONTINUOUS[type];
  const place = a + p * (tally.n + 1 - a - b);
  const below = Math.floor(place);
  const share = place - below;
  const low = valueAt(tally, below);
  return low + share * (valueAt(tally, below + 1) - low);
}
