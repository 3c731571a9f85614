import type { Fault } from "@osteon/words";
import type { Field } from "../field.ts";
import { NO_FAULTS, queried, refused } from "./fault.ts";
import { choicesOf, meantChoice } from "./meant-choice.ts";

/** Checks a cell against what can be written in its field; a fault names what is surely meant, if anything is, and all there is. */
export function choiceFaults(field: Field): (cell: string) => readonly Fault[] {
  const codes = (choicesOf(field) ?? []).map(({ code }) => code);
  const known = new Set(codes);
  const retired = new Set((choicesOf(field) ?? []).flatMap((choice) => (choice.retired ? [choice.code] : [])));
  return (cell) => {
    if (!known.has(cell)) return [unknownChoice(field, cell, codes)];
    return retired.has(cell) ? [queried("retired-choice", { cell })] : NO_FAULTS;
  };
}

function unknownChoice(field: Field, cell: string, all: readonly string[]): Fault {
  const grows = field.type.kind === "choice" ? field.type.list : undefined;
  return refused("unknown-choice", { cell, meant: meantChoice(field, cell), all, grows });
}
