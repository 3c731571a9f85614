import { type Problem, placed } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { Fault } from "@osteon/words";
import { columnNamed, numbersOf } from "./columns.ts";
import { refused } from "./row-fault.ts";

/** How many subjects each row stands for; anything but a whole number from 0 is a problem at its row. */
export function countsOf(data: DataFile, name: string, problems: Problem[]): readonly number[] {
  return checked(data, name, problems, Number.isSafeInteger, refused("not-a-count", { what: "subjects" }));
}

/** The weight of each row; anything but a number from 0 is a problem at its row. */
export function weightsOf(data: DataFile, name: string, problems: Problem[]): readonly number[] {
  return checked(data, name, problems, Number.isFinite, refused("not-a-weight"));
}

/** Weights of which one is not whole ask for robust variances, as R takes them. */
export const isFractional = (weights: readonly number[]): boolean =>
  weights.some((weight) => !Number.isInteger(weight));

function checked(
  data: DataFile,
  asked: string,
  problems: Problem[],
  fits: (value: number) => boolean,
  fault: Fault,
): readonly number[] {
  const { name } = columnNamed(data, asked);
  return numbersOf(data, name, problems).map((value, row) => {
    if (value !== null && fits(value) && value >= 0) return value;
    const where = { file: data.file, row: data.rowNumbers[row] ?? row + 1, column: name, value: String(value ?? "") };
    problems.push(placed(fault, where));
    return 0;
  });
}
