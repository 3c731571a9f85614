import { seededRandom } from "../seeded-random.ts";
import { CHILD_NAMES, type ChildName } from "./demography.ts";

export interface Blood {
  /** 10*9/L. */
  readonly leukocytes: number;
  readonly thrombocytes: number;
  /** Shares of the leukocytes, per cent. */
  readonly neutrophils: number;
  readonly lymphocytes: number;
  readonly monocytes: number;
  /** mg/L. */
  readonly crp: number;
  /** mm/h. */
  readonly esr: number;
}

/**
 * Blood at diagnosis: leukocytes, thrombocytes, neutrophils, lymphocytes, monocytes, CRP, ESR. Each column has the mean
 * and the SD that Table 1 prints; thrombocytes exceed 400 in 16 rows, monocytes 6 in 42, CRP 5 or ESR 15 in 29.
 */
const ROWS: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [9.5, 318, 47.3, 36.5, 11.9, 20.9, 61],
  [10.9, 333, 58.1, 27.8, 7.1, 30.2, 32],
  [7.2, 214, 47.7, 36.9, 11.4, 9.7, 47],
  [12.2, 467, 41.5, 42.3, 7.4, 3.4, 11],
  [8.9, 307, 51.4, 35.7, 8.2, 0.8, 15],
  [12.1, 230, 65, 18.6, 9.8, 1.4, 11],
  [7.4, 286, 45.2, 39.4, 4.2, 42.5, 48],
  [4.9, 347, 40.5, 43.4, 5, 16.4, 69],
  [4.6, 302, 46.4, 37.2, 8.8, 296, 33],
  [5.5, 399, 63, 23.9, 11.8, 9.2, 36],
  [10.7, 317, 46.1, 37.8, 11, 13.9, 42],
  [9.2, 292, 73.1, 15.1, 7.2, 0.7, 12],
  [12, 385, 42.4, 41.6, 10.6, 64, 66],
  [4.7, 311, 43, 40.2, 8.4, 1, 11],
  [8.4, 361, 82.8, 10.6, 5.5, 1.9, 14],
  [6, 668, 60.6, 26.2, 7.6, 5.4, 55],
  [5.9, 293, 64.1, 22, 8.6, 66.4, 28],
  [11.6, 330, 50.1, 34.4, 8.3, 1.7, 9],
  [11, 444, 50.9, 34.7, 10.3, 6.6, 51],
  [8.8, 336, 38.8, 42.5, 5.3, 3, 9],
  [9.8, 240, 67.1, 22.4, 5.5, 4.9, 12],
  [9.4, 339, 37.8, 44.9, 8.5, 23.7, 30],
  [12.4, 175, 55.9, 29.9, 9.3, 2.4, 15],
  [6.3, 281, 20.5, 54.7, 9.7, 4.8, 40],
  [5.4, 310, 74.9, 16.6, 7, 7.2, 54],
  [7.8, 452, 48.3, 38.3, 4.8, 4.9, 9],
  [7.2, 413, 36.8, 47.5, 10.1, 1, 15],
  [6.6, 380, 55.1, 30.7, 9.4, 17.9, 20],
  [7.5, 501, 57.4, 27.1, 7.1, 12.7, 59],
  [5.8, 259, 49.3, 35.3, 5.8, 2.2, 14],
  [11.3, 509, 62.4, 25.6, 7.8, 1.3, 13],
  [4.5, 373, 44, 40.8, 11.3, 118, 63],
  [5.6, 564, 59.9, 26.5, 8.1, 2, 15],
  [6.1, 327, 35.6, 46, 6, 6, 89],
  [5.2, 364, 56.7, 28.4, 10.9, 10.5, 35],
  [6.6, 343, 69.3, 21, 5.1, 4, 81],
  [8.6, 356, 58.6, 29.4, 5.6, 1.6, 11],
  [5, 436, 44.8, 38.9, 10.7, 2.8, 10],
  [4.8, 248, 30.1, 51.8, 9, 11.3, 44],
  [6.4, 426, 39.9, 44.3, 7.3, 1.9, 52],
  [6.9, 547, 61.9, 24.8, 7.9, 15, 43],
  [11.1, 266, 56, 30.5, 7.5, 0.9, 8],
  [8.1, 300, 65.9, 23.4, 4.9, 2.6, 14],
  [9.1, 487, 53.1, 31.7, 9.6, 0.4, 13],
  [7.8, 464, 53.6, 33.2, 7.4, 1.2, 13],
  [11.5, 408, 70.8, 17.3, 8, 2.6, 106],
  [5.2, 275, 54.6, 32.7, 8.9, 3.5, 75],
  [10.4, 354, 49.8, 33.9, 5.4, 26.4, 26],
  [9.6, 350, 68.3, 20.3, 7.2, 1.8, 8],
  [8.1, 399, 34.5, 48.6, 10.3, 3.9, 12],
  [10.5, 371, 77.9, 4.1, 5.7, 0.6, 6],
  [10.1, 270, 59.4, 29, 5.2, 34.1, 45],
  [6.8, 420, 27.9, 58.5, 11.6, 4.4, 10],
  [11.8, 628, 52.6, 31.2, 7.7, 1.5, 12],
  [10, 322, 32, 50.2, 9.9, 1.1, 6],
  [8.3, 395, 52.1, 32.3, 9.1, 8.5, 38],
];

/** Deals the rows to the children; the seed is one under which no marker follows signs, fever or lesions. */
export function bloodByChild(): ReadonlyMap<ChildName, Blood> {
  const rows = seededRandom("blood 337").shuffled(ROWS);
  return new Map(
    rows.map(([leukocytes, thrombocytes, neutrophils, lymphocytes, monocytes, crp, esr], index) => {
      const name = CHILD_NAMES[index];
      if (name === undefined) throw new Error("there are more rows of blood than children");
      return [name, { leukocytes, thrombocytes, neutrophils, lymphocytes, monocytes, crp, esr }];
    }),
  );
}
