import type { Choice } from "../field.ts";
import { type Fault, NO_FAULTS, refused } from "./fault.ts";
import { nearestChoice } from "./nearest-choice.ts";

const YES_NO: readonly Choice[] = [
  { code: "yes", says: "Yes" },
  { code: "no", says: "No" },
];
const SAID_OTHERWISE = new Map([
  ...["y", "1", "true", "j", "ja", "x"].map((word) => [word, "yes"] as const),
  ...["n", "0", "false", "nein"].map((word) => [word, "no"] as const),
]);

/** Checks a cell against the choices of its field; a fault names the nearest and all. */
export function choiceFaults(choices: readonly Choice[]): (cell: string) => readonly Fault[] {
  const codes = new Set(choices.map(({ code }) => code));
  return (cell) => (codes.has(cell) ? NO_FAULTS : [unknownChoice(cell, choices, nearestChoice(cell, choices))]);
}

/** Checks a cell of a yes/no field; `1`, `true` or `ja` are understood well enough to say what to write. */
export function yesNoFaults(cell: string): readonly Fault[] {
  if (cell === "yes" || cell === "no") return NO_FAULTS;
  return [unknownChoice(cell, YES_NO, SAID_OTHERWISE.get(cell.toLowerCase()) ?? nearestChoice(cell, YES_NO))];
}

function unknownChoice(cell: string, choices: readonly Choice[], nearest: string | undefined): Fault {
  const all = choices.map(({ code }) => code).join(", ");
  const meant = nearest === undefined ? "" : `Did you mean ${nearest}? `;
  return refused("unknown-choice", `${JSON.stringify(cell)} is not one of the choices.`, `${meant}Allowed: ${all}.`);
}
