import type { Reading } from "../outline/read-results.ts";
import { reasonWords } from "./reason-words.ts";

/** `19 to 62 months`; where an end lies beyond what the charts tell, why: `19 months to not reached within follow-up`. */
export function limitsText({ row, value, text }: Reading, lower: string, upper: string, times = 1, unit = ""): string {
  if (value(lower) !== null && value(upper) !== null)
    return `${text(lower, 0, times)} to ${text(upper, 0, times)}${unit}`;
  const end = (id: string) => (value(id) === null ? reasonWords(row(id).because) : text(id, 0, times, unit));
  return `${end(lower)} to ${end(upper)}`;
}
