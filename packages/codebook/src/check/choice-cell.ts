import type { Field } from "../field.ts";
import { type Fault, NO_FAULTS, refused } from "./fault.ts";
import { choicesOf, meantChoice } from "./meant-choice.ts";

/** Checks a cell against what can be written in its field; a fault names what is surely meant, if anything is, and all there is. */
export function choiceFaults(field: Field): (cell: string) => readonly Fault[] {
  const codes = (choicesOf(field) ?? []).map(({ code }) => code);
  const known = new Set(codes);
  return (cell) => (known.has(cell) ? NO_FAULTS : [unknownChoice(cell, codes, meantChoice(field, cell))]);
}

function unknownChoice(cell: string, codes: readonly string[], meant: string | undefined): Fault {
  const asked = meant === undefined ? "" : `Did you mean ${meant}? `;
  const fix = `${asked}Allowed: ${codes.join(", ")}.`;
  return refused("unknown-choice", `${JSON.stringify(cell)} is not one of the choices.`, fix);
}
