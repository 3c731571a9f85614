import type { KeyFault } from "./key-fault-words.ts";

/** The longest key, in characters as people count them (code points). */
export const LONGEST_KEY = 64;

/** Words that programs which read charts take for "nothing": R, pandas, spreadsheets, JSON, JavaScript. */
export const NO_KEYS: ReadonlySet<string> = new Set([
  ...[
    "na",
    "n/a",
    "#n/a",
    "nan",
    "null",
    "nil",
    "none",
    "undefined",
    "missing",
    "unknown",
    "true",
    "false",
    "inf",
    "-inf",
  ],
  ...["constructor", "prototype", "__proto__", "not done", "not applicable", "not-done", "not-applicable"],
]);

/** What nobody sees on a page: controls, formats, fillers, and every space but the plain one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}/u;
/** What stands for itself in no address: parts of paths. */
const OF_PATHS = /[\\/]/;

/** Why a text cannot be a key; nothing where it can. One rule for files, addresses and, as `chart.is_key`, the database. */
export function keyFault(text: string, longest = LONGEST_KEY): KeyFault | undefined {
  const fault = text === "" ? "empty" : lineFault(text, longest);
  if (fault !== undefined) return fault;
  if (NO_KEYS.has(text.toLowerCase())) return "no-value";
  if (OF_PATHS.test(text) || text === "." || text === "..") return "path";
  if (!/[A-Za-z0-9\u{a1}-\u{10ffff}]/u.test(text)) return "no-letter";
  return undefined;
}

/** Why a text cannot be one line of a page, as a label; nothing where it can, and where it is blank. As `access.is_line`. */
export function lineFault(text: string, longest: number): KeyFault | undefined {
  if ([...text].length > longest) return "longer";
  if (!text.isWellFormed() || UNSEEN.test(text)) return "unseen";
  if (text.trim() !== text) return "space";
  if (text !== text.normalize("NFC")) return "two-parts";
  return undefined;
}
