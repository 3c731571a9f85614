import { type Problem, placed } from "@osteon/codebook";
import { Refusal } from "../refusal.ts";
import { assignmentOf } from "../rows/assignment.ts";
import { unquoted, wordsBetween } from "../rows/cells.ts";
import { columnNamed, numbersOf } from "../rows/columns.ts";
import { isValue } from "../rows/condition.ts";
import { refused } from "../rows/row-fault.ts";
import type { ChosenRows } from "../rows/rows-where.ts";

export interface Causes {
  /** Of the chosen rows: 0 is censored. */
  readonly cause: readonly (number | null)[];
  /** Causes that somebody in the file has, ascending. */
  readonly causes: readonly number[];
  /** What each cause is called in the file, where they are codes of it. */
  readonly called?: readonly string[];
  readonly notes: readonly string[];
}

/** Causes of a column coded 0 (censored), 1, 2, ...; anything else is a problem at its row. */
export function causesOf({ data, whole }: ChosenRows, name: string, problems: Problem[]): Causes {
  const codes = numbersOf(data, name, problems);
  for (const [row, code] of codes.entries())
    if (code !== null && !(Number.isInteger(code) && code >= 0 && code <= MOST))
      problems.push(
        placed(refused("unknown-event-code", { of: "cause", most: MOST }), {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: columnNamed(data, name).name,
          value: String(code),
        }),
      );
  const all = columnNamed(whole, name);
  const numbers = all.kind === "number" ? all.values : codes;
  const causes = new Set(numbers.filter((code): code is number => code !== null && code > 0 && code <= MOST));
  return { cause: codes, causes: [...causes].sort((a, b) => a - b), notes: [] };
}

/** More causes than this are no causes. */
const MOST = 50;

/**
 * Causes of `COLUMN=CODE` and the codes that compete with it: the first is cause 1, the others follow in their order, and any other
 * code is censored, which is said.
 */
export function listedCauses({ whole, kept }: ChosenRows, event: string, competes: string): Causes {
  const { name, value } = assignmentOf(whole, event, "--event", "CODE");
  const column = columnNamed(whole, name);
  const codes = [unquoted(value), ...wordsBetween(competes, ",")];
  const rows = column.values.map((_, row) => row);
  for (const [place, code] of codes.entries()) {
    if (!rows.some((row) => isValue(column, row, code)))
      throw new Refusal("asked", `${whole.file}: no row has ${name}=${code}.`);
    if (codes.indexOf(code) !== place) throw new Refusal("asked", `--competes ${competes}: ${code} stands twice.`);
  }
  const others = [
    ...new Set(
      rows.flatMap((row) => (codes.some((code) => isValue(column, row, code)) ? [] : (column.values[row] ?? []))),
    ),
  ];
  const cause = kept.map((row) => {
    if (column.values[row] === null) return null;
    return codes.findIndex((code) => isValue(column, row, code)) + 1;
  });
  const censored = others.length === 0 ? "nobody is censored" : `censored: ${others.slice(0, 10).join(", ")}`;
  return {
    ...{ cause, causes: codes.map((_, place) => place + 1), called: codes },
    notes: [`${codes.map((code, place) => `Cause ${place + 1} is ${name} = ${code}`).join(", ")}; ${censored}.`],
  };
}
