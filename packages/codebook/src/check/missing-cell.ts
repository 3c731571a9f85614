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

/** Words in which people of other languages and other programs say that a text is missing, without spaces and brackets. */
const ELSEWHERE = new Set(
  [
    [
      "leer",
      "fehlt",
      "fehlend",
      "nichtbekannt",
      "nichterhoben",
      "nichtbestimmt",
      "keineangaben",
      "k.a",
      "n.v.",
      "n.b.",
    ],
    [
      "blank",
      "empty",
      "unk",
      "notdone.",
      "notavailable.",
      "notrecorded",
      "nodata",
      "nat",
      "n.a",
      "n.d",
      "n/d",
      "s/d",
      "xxx",
    ],
    ["inconnu", "nonfait", "nondisponible", "nonnoto", "sconosciuto", "nonnota", "brakdanych", "nieznane", "nieznany"],
    ["bilinmiyor", "yapılmadı", "desconocido", "sindatos", "onbekend", "okänd", "ukjent"],
  ].flat(),
);
/** Signs alone: dots, dashes, strokes, question marks. A plus is a finding. */
const SIGNS_ALONE = /^[-\u2010-\u2015\u2212.\u2026?*/_=~]+$/u;
/** What spreadsheets of any language show for a formula that failed: `#VALEUR!`, `#N/D`, `#SPILL!`. */
const FAILED_FORMULA = /^#(?:n\/\p{L}{1,2}|¿?[\p{L}/0 ]+[!?])$/iu;
const NEGATIVE_NINES = /^-9+$/;

/** Whether a text says nothing but that something is missing, perhaps: a germ may be called so. */
export function mayMeanMissing(text: string): boolean {
  if (text.length === 0 || text.length > 20) return false;
  const folded = text.toLowerCase().replaceAll(/[\s()<>[\]]+/g, "");
  return (
    SIGNS_ALONE.test(folded) ||
    FAILED_FORMULA.test(text) ||
    NEGATIVE_NINES.test(text) ||
    ELSEWHERE.has(folded) ||
    (folded !== text.toLowerCase() && FOREIGN_WORDS.has(folded))
  );
}
