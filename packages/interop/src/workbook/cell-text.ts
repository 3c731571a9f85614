import type { WorkbookFrame } from "./workbook-frame.ts";

const LONG_NUMBER = /^-?\d+\.\d{12,}$/;
const DAY = 86_400_000;
/** The day before day 1 of a spreadsheet, with the day that 1900 had too much. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);

/** A cell as the codebook writes it: dates as year-month-day, numbers as in the file without the noise of binary fractions. */
export function cellText(
  raw: string,
  { t: type = "n", s: style = "0" }: Readonly<Record<string, string>>,
  { texts, dayStyles, from1904 }: WorkbookFrame,
): string {
  if (type === "s") return plainLetters(texts[Number(raw)] ?? "");
  if (type === "b") return raw === "1" || raw === "true" ? "yes" : raw === "" ? "" : "no";
  if (type === "d") return raw.slice(0, 10);
  if (type !== "n") return plainLetters(raw);
  const number = raw.trim();
  if (number !== "" && dayStyles.has(Number(style))) {
    const day = new Date((from1904 ? FROM_1904 : FROM_1900) + Math.floor(Number(number)) * DAY);
    if (!Number.isNaN(day.getTime())) return day.toISOString().slice(0, 10);
  }
  return LONG_NUMBER.test(number) || /^-?\d(\.\d+)?e[+-]?\d+$/i.test(number)
    ? String(Number(Number(number).toPrecision(15)))
    : number;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Letters that XML cannot hold stand in a workbook as `_x0007_`. */
const plainLetters = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The other way: what XML cannot hold, what would be read as such an escape, and words that the writer loses (`valueOf`). */
export const escapedLetters = (text: string): string => {
  if (text in Object.prototype) return `_x${text.charCodeAt(0).toString(16).padStart(4, "0")}_${text.slice(1)}`;
  let escaped = "";
  for (const letter of text.replaceAll(ESCAPED, (whole) => `_x005F${whole}`)) {
    const code = letter.charCodeAt(0);
    const held = code >= 32 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10;
    escaped += held ? letter : `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
  }
  return escaped;
};
