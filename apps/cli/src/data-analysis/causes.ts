import type { Problem } from "@osteon/codebook";
import { columnNamed, numbersOf } from "./columns.ts";
import type { ChosenRows } from "./rows-where.ts";

export interface Causes {
  /** Of the chosen rows: 0 is censored. */
  readonly cause: readonly (number | null)[];
  /** Causes that somebody in the file has, ascending. */
  readonly causes: readonly number[];
}

/** Causes of a column coded 0 (censored), 1, 2, ...; anything else is a problem at its row. */
export function causesOf({ data, whole }: ChosenRows, name: string, problems: Problem[]): Causes {
  const codes = numbersOf(data, name, problems);
  for (const [row, code] of codes.entries())
    if (code !== null && !(Number.isInteger(code) && code >= 0 && code <= MOST))
      problems.push({
        code: "unknown-event-code",
        severity: "refused",
        where: {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: columnNamed(data, name).name,
          value: String(code),
        },
        says: `With --competing an event is 0 (censored) or the whole number of a cause, ${MOST} at most.`,
        fix: "Code the causes 1, 2, ... in the order you want them.",
      });
  const all = columnNamed(whole, name);
  const numbers = all.kind === "number" ? all.values : codes;
  const causes = new Set(numbers.filter((code): code is number => code !== null && code > 0 && code <= MOST));
  return { cause: codes, causes: [...causes].sort((a, b) => a - b) };
}

/** More causes than this are no causes. */
const MOST = 50;
