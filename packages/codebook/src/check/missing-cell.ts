import { MISSING_REASONS, missingReasonOf } from "../missing-reason.ts";
import { type Fault, refused } from "./fault.ts";

const FOREIGN_WORDS = new Set(
  ["na", "n/a", "n.a.", "nd", "n.d.", "-", "--", "?", "nan", "null", "missing", "k.a.", "unbekannt", "entfällt"].concat(
    // What spreadsheets show for a formula that failed, in English and German.
    ["#n/a", "#nv", "#ref!", "#bezug!", "#value!", "#wert!", "#name?", "#div/0!", "#num!", "#zahl!", "#null!"],
    ["keine angabe", "nicht gemacht", "nicht durchgeführt", "not known", "not applicable.", "not available"],
  ),
);

/** The problem of a cell that seems to say why a value is missing, but not in one of the three ways that are understood. */
export function misspeltReason(cell: string): Fault | undefined {
  if (cell.length > 20) return undefined;
  const folded = cell.toLowerCase().replace(/[\s_-]+/g, " ");
  const token = folded === "" || missingReasonOf(folded) === undefined ? undefined : folded;
  if (token === undefined && !FOREIGN_WORDS.has(cell.toLowerCase())) return undefined;
  const tokens = MISSING_REASONS.flatMap((reason) => (reason.token === "" ? [] : [`\`${reason.token}\``]));
  return refused(
    "missing-reason",
    `${JSON.stringify(cell)} does not say in a known way why the value is missing.`,
    token === undefined
      ? `Write ${tokens.join(", ")}, or leave the cell empty if it is not yet entered.`
      : `Write \`${token}\`.`,
  );
}
