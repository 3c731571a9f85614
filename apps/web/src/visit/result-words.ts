import { type Analyte, type Codebook, missingReasonOf } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import { cellsOf, type Typed } from "../entry/typed-cells.ts";

export const analyteNamed = ({ analytes }: Codebook, code: string): Analyte | undefined =>
  analytes.find((one) => one.code === code);

/** Whether a line says anything: a value, a finding, or why there is none. */
export const isSaid = (words: Typed): boolean => (words.value ?? "").trim() !== "" || (words.finding ?? "") !== "";

/** The cells of a result as its line says them; unit and limits stand only beside a number. */
export function resultCells(code: string, words: Typed, language: Language): Record<string, string> {
  const cells = cellsOf(tableNamed("laboratory"), { ...words, analyte: code }, language);
  const { value = "" } = cells;
  if (value !== "" && missingReasonOf(value) === undefined) return cells;
  return { ...cells, comparator: "", unit: "", lower_limit: "", upper_limit: "" };
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
  const [least, most] = [
    side === "below" || side === "at_most" ? Number.NEGATIVE_INFINITY : value,
    side === "above" || side === "at_least" ? Number.POSITIVE_INFINITY : value,
  ];
  // The number itself is among what is meant, but of `<` and `>`.
  if (high !== undefined && (side === "above" ? least >= high : least > high)) return "above";
  if (low !== undefined && (side === "below" ? most <= low : most < low)) return "below";
  if (low === undefined && high === undefined) return undefined;
  const isUnder = high === undefined || most <= high;
  const isOver = low === undefined || least >= low;
  return isUnder && isOver ? "within" : undefined;
}

function numberOf(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === "" || missingReasonOf(cell) !== undefined) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}
