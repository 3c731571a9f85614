import type { Field, ListName } from "../field.ts";
import { type Fault, NO_FAULTS, refused } from "./fault.ts";
import { choicesOf, meantChoice } from "./meant-choice.ts";

/** Checks a cell against what can be written in its field; a fault names what is surely meant, if anything is, and all there is. */
export function choiceFaults(field: Field): (cell: string) => readonly Fault[] {
  const codes = (choicesOf(field) ?? []).map(({ code }) => code);
  const known = new Set(codes);
  return (cell) => (known.has(cell) ? NO_FAULTS : [unknownChoice(field, cell, codes)]);
}

function unknownChoice(field: Field, cell: string, codes: readonly string[]): Fault {
  const meant = meantChoice(field, cell);
  const asked = meant === undefined ? "" : `Did you mean ${meant}? `;
  const list = field.type.kind === "choice" ? field.type.list : undefined;
  const grows = list === undefined ? "" : `${ADDED_BY[list]} `;
  const fix = `${asked}${grows}Allowed: ${codes.join(", ")}.`;
  return refused("unknown-choice", `${JSON.stringify(cell)} is not one of the choices.`, fix);
}

/** Where a list grows; a chart folder brings its own as `drugs.csv` and `analytes.csv`. */
const ADDED_BY: Readonly<Record<ListName, string>> = {
  drug: "A drug that is missing is added by an administrator, under Administration, Lists.",
  analyte: "An analyte that is missing is added by an administrator, under Administration, Lists.",
};
