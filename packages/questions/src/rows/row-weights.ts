import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { columnNamed, numbersOf } from "./columns.ts";

/** How many subjects each row stands for; anything but a whole number from 0 is a problem at its row. */
export function countsOf(data: DataFile, name: string, problems: Problem[]): readonly number[] {
  return checked(data, name, problems, Number.isSafeInteger, {
    code: "not-a-count",
    says: "A row stands for a whole number of subjects, from 0.",
    fix: "Write how many; delete the row where it is not known.",
  });
}

/** The weight of each row; anything but a number from 0 is a problem at its row. */
export function weightsOf(data: DataFile, name: string, problems: Problem[]): readonly number[] {
  return checked(data, name, problems, Number.isFinite, {
    code: "not-a-weight",
    says: "A weight is a number from 0.",
    fix: "Write the weight; 0 leaves the row out.",
  });
}

/** Weights of which one is not whole ask for robust variances, as R takes them. */
export const isFractional = (weights: readonly number[]): boolean =>
  weights.some((weight) => !Number.isInteger(weight));

function checked(
  data: DataFile,
  asked: string,
  problems: Problem[],
  fits: (value: number) => boolean,
  fault: Pick<Problem, "code" | "says" | "fix">,
): readonly number[] {
  const { name } = columnNamed(data, asked);
  return numbersOf(data, name, problems).map((value, row) => {
    if (value !== null && fits(value) && value >= 0) return value;
    const where = { file: data.file, row: data.rowNumbers[row] ?? row + 1, column: name, value: String(value ?? "") };
    problems.push({ ...fault, severity: "refused", where });
    return 0;
  });
}
