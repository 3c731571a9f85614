import type { Fault } from "@osteon/words";
import { refused } from "./fault.ts";

/** The three reasons that can be written. */
const TOKENS = ["not done", "unknown", "not applicable"] as const;

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
  const meant = TOKENS.find((token) => token === folded);
  if (meant === undefined && !FOREIGN_WORDS.has(cell.toLowerCase())) return undefined;
  return refused("missing-reason", { cell, meant });
}
