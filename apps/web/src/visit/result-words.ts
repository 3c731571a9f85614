import { type Analyte, type Codebook, comparatorSign, missingReasonOf } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import { cellsOf, type Typed } from "../entry/typed-cells.ts";

/** What is typed for a result that was not measured. */
export const NOT_DONE = "n";

const FINDINGS: Readonly<Record<string, "positive" | "negative">> = {
  "+": "positive",
  pos: "positive",
  positive: "positive",
  positiv: "positive",
  "-": "negative",
  "\u2212": "negative",
  neg: "negative",
  negative: "negative",
  negativ: "negative",
};

export const analyteNamed = ({ analytes }: Codebook, code: string): Analyte | undefined =>
  analytes.find((one) => one.code === code);

/** Whether a line says anything: a value, a finding, or why there is none. */
export const isSaid = (words: Typed): boolean => (words.value ?? "").trim() !== "" || (words.finding ?? "") !== "";

/** The cells of a result as its line says them: `<0.5` in two cells, `n` as not done, `neg` as a finding; a unit only beside a number. */
export function resultCells(
  analyte: Analyte | undefined,
  code: string,
  words: Typed,
  language: Language,
): Record<string, string> {
  const value = (words.value ?? "").trim();
  const finding = FINDINGS[value.toLowerCase()];
  const isTold = missingReasonOf(value) !== undefined;
  const { value: _read, ...others } = words;
  const said: Typed =
    value.toLowerCase() === NOT_DONE
      ? analyte?.scale === "finding"
        ? { ...others, value: "", finding: "not done" }
        : { ...others, value: "not done" }
      : analyte?.scale !== "quantity" && finding !== undefined
        ? { ...others, value: "", finding }
        : analyte?.scale === "finding" && isTold
          ? { ...others, value: "", finding: value }
          : words;
  const table = tableNamed("laboratory");
  const cells = cellsOf(table, { ...said, analyte: code }, language);
  const number = cells.value ?? "";
  if (number !== "" && missingReasonOf(number) === undefined) return cells;
  return { ...cells, comparator: "", unit: "", lower_limit: "", upper_limit: "" };
}

/** What stands in the box of a result that the registry has. */
export function resultTyped(cells: Typed): string {
  const { value = "", finding = "", comparator } = cells;
  if (value !== "" && missingReasonOf(value) === undefined) return `${comparatorSign(comparator)}${value}`;
  if (finding !== "" && finding !== "not applicable") return finding === "not done" ? NOT_DONE : finding;
  return value === "not done" ? NOT_DONE : value;
}

export type Judged = "below" | "above" | "within";

/**
 * A result against the limits of normal that are remembered or typed, in the same unit. Of `<5` against an upper limit of 5 nobody
 * knows more than that it is not above; of `<5` against one of 3 nothing is known.
 */
export function judged(cells: Typed, lower: string, upper: string): Judged | undefined {
  const value = numberOf(cells.value);
  if (value === undefined) return undefined;
  const [low, high] = [numberOf(lower), numberOf(upper)];
  const side = cells.comparator ?? "";
  const isUpTo = side === "below" || side === "at_most";
  const isFrom = side === "above" || side === "at_least";
  if (high !== undefined && !isUpTo && (side === "above" ? value >= high : value > high)) return "above";
  if (low !== undefined && !isFrom && (side === "below" ? value <= low : value < low)) return "below";
  if (low === undefined && high === undefined) return undefined;
  if (isUpTo && high !== undefined && value > high) return undefined;
  if (isFrom && low !== undefined && value < low) return undefined;
  if ((isUpTo && low !== undefined) || (isFrom && high !== undefined)) return undefined;
  return "within";
}

function numberOf(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === "" || missingReasonOf(cell) !== undefined) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}
