/** What a format makes of the number in a cell: that number, a share of a hundred, or a date as far as it is shown. */
export type Shows = "number" | "percent" | "day" | "month" | "year" | "part-of-date";

/** How a cell shows its number. */
export interface NumberFormat {
  readonly shows: Shows;
  /** The format in the letters of the file, whatever the language of the spreadsheet. */
  readonly code: string;
}

export const GENERAL: NumberFormat = { shows: "number", code: "General" };

/** Formats that spreadsheets know by number. Those of East Asia (27 to 36, 50 to 58) show another date in each language. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??" },
  ...{ 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm" },
  ...{ 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00" },
  ...{ 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@" },
};
const EAST_ASIAN = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A spreadsheet's own limit of letters in a format. */
const LONGEST_CODE = 255;

/** The format of a number that the file may give a code to. */
export function numberFormat(id: number, code: string | undefined = BUILT_IN[id]): NumberFormat {
  if (/^(general|standard)$/i.test(code ?? "")) return GENERAL;
  if (code === undefined) return EAST_ASIAN(id) ? { shows: "part-of-date", code: `number ${id}` } : GENERAL;
  const whole = code.slice(0, LONGEST_CODE);
  return { shows: shownBy(whole), code: whole };
}

/** Text in a format: quoted, escaped, as wide as a letter, filling a cell, or a language or colour in brackets. */
const TEXT = /"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi;

function shownBy(code: string): Shows {
  const [positive = ""] = code.replace(TEXT, "").split(";");
  const letters = positive.toLowerCase().replaceAll(/general|am\/pm|a\/p/g, "");
  const isTime = /[hs]/.test(letters);
  const withoutMinutes = letters.replaceAll(/(h\W*)m+/g, "$1").replaceAll(/m+(\W*s)/g, "$1");
  const [year, month, day] = [/[ye]/, /m/, /d/].map((one) => one.test(withoutMinutes));
  const isNumber = /[0#?]/.test(letters) && !isTime;
  if (isNumber || !(year || month || day || isTime)) return /%/.test(letters) ? "percent" : "number";
  if (!year) return "part-of-date";
  if (month) return day ? "day" : "month";
  return day ? "part-of-date" : "year";
}

/** Digits of a number that a spreadsheet keeps; of longer ones it has changed the last already. */
const KEPT_DIGITS = 15;

/** The words of a number that is a name, as its cell shows them: 7 under `000` is 007. Nothing where that cannot be told for sure. */
export function shownName(number: string, { shows, code }: NumberFormat): string | undefined {
  if (shows !== "number" || !/^\d+(\.\d+)?$/.test(number) || number.replace(".", "").length > KEPT_DIGITS)
    return undefined;
  if (/^(general|@)$/i.test(code)) return number;
  const [positive = ""] = code.includes('"') ? [code] : code.split(";");
  const [, before = "", zeros = "", decimals = "", after = ""] = NAMED.exec(positive) ?? [];
  if (zeros === "") return undefined;
  const [whole = "", fraction] = Number(number).toFixed(decimals.length).split(".");
  const point = fraction === undefined ? "" : `.${fraction}`;
  const padded = whole.padStart(zeros.replaceAll("#", "").length, "0");
  return `${plain(before)}${padded}${point}${plain(after)}`;
}

/** Digits to be shown, with text of no other meaning around them. */
const LITERAL = '(?:"[^"]*"|\\\\.|[- ])*';
const NAMED = new RegExp(`^(${LITERAL})(#*0+)(?:\\.(0+))?(${LITERAL})$`);
const plain = (literal: string): string => literal.replaceAll(/"([^"]*)"|\\(.)/g, "$1$2");
