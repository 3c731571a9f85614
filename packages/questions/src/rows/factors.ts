import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { assignmentsOf } from "./assignment.ts";
import { unquoted, wordsBetween } from "./cells.ts";
import { groupValues } from "./columns.ts";

/** A factor and its levels, the reference first. */
export interface Factor {
  readonly name: string;
  readonly levels: readonly string[];
}

/** `COLUMN=A,B,C`: levels in their order; `COLUMN=LEVEL`: what the others are compared with. */
export interface LevelChoices {
  readonly levels?: readonly string[];
  readonly reference?: readonly string[];
}

/** What is said of the levels of columns, by their names. */
export interface SaidLevels {
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly reference: ReadonlyMap<string, string>;
}

export const NOTHING_SAID: SaidLevels = { order: new Map(), reference: new Map() };

export function saidLevels(data: DataFile, { levels = [], reference = [] }: LevelChoices): SaidLevels {
  const order = assignmentsOf(data, levels, "--levels", "A,B,C");
  const first = assignmentsOf(data, reference, "--reference", "LEVEL");
  return {
    order: new Map([...order].map(([name, list]) => [name, wordsBetween(list, ",")])),
    reference: new Map([...first].map(([name, level]) => [name, unquoted(level)])),
  };
}

/** Levels that occur: numbers by size, codes of digits as numbers, words in code-point order. */
export function levelsIn(data: DataFile, name: string): readonly string[] {
  const present = [...new Set<string | number>(groupValues(data, name).filter((value) => value !== null))];
  if (present.every((value) => typeof value === "number")) return present.sort((a, b) => a - b).map(String);
  const words = present.map(String).sort();
  return words.every((word) => /^\d+$/.test(word)) ? words.sort((a, b) => Number(a) - Number(b)) : words;
}

/** Levels in the order said, the reference first where one is said; what is said must fit what the column holds. */
export function orderedLevels(data: DataFile, name: string, { order, reference }: SaidLevels): readonly string[] {
  const present = levelsIn(data, name);
  const said = order.get(name);
  const levels = said === undefined ? present : saidOrder(name, said, present);
  const first = reference.get(name);
  if (first === undefined) return levels;
  if (!levels.includes(first))
    throw new Refusal("asked", `--reference ${name}=${first}: ${name} has ${levels.join(", ")}.`);
  return [first, ...levels.filter((level) => level !== first)];
}

function saidOrder(name: string, said: readonly string[], present: readonly string[]): readonly string[] {
  const stranger = said.find((level) => !present.includes(level));
  const left = present.filter((level) => !said.includes(level));
  const twice = said.find((level, place) => said.indexOf(level) !== place);
  const option = `--levels ${name}=${said.join(",")}`;
  if (stranger !== undefined)
    throw new Refusal("asked", `${option}: ${name} has no ${stranger}; it has ${present.join(", ")}.`);
  if (twice !== undefined) throw new Refusal("asked", `${option}: ${twice} stands twice.`);
  if (left.length > 0)
    throw new Refusal(
      "asked",
      `${option}: ${name} also has ${left.join(", ")}; name every level, or leave rows out by --where.`,
    );
  return said;
}

/** A Refusal where levels are said of a column that has none in this command. */
export function requireUsed({ order, reference }: SaidLevels, used: readonly string[], fix: string): void {
  for (const [option, names] of [
    ["--levels", order.keys()],
    ["--reference", reference.keys()],
  ] as const)
    for (const name of names) if (!used.includes(name)) throw new Refusal("asked", `${option} ${name}: ${fix}`);
}
