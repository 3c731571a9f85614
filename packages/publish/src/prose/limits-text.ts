import type { Pair } from "@osteon/words";
import type { Reading } from "../outline/read-results.ts";
import { reasonWords } from "./reason-words.ts";

const TO: Pair = { en: "to", de: "bis" };

/** `19 to 62 months`; where an end lies beyond what the charts tell, why: `19 months to not reached within follow-up`. */
export function limitsText(reading: Reading, lower: string, upper: string, times = 1, unit = ""): string {
  const { row, value, text, span, language } = reading;
  if (value(lower) !== null && value(upper) !== null) return span(lower, upper, 0, times, unit);
  const end = (id: string) => (value(id) === null ? reasonWords(row(id).because, language) : text(id, 0, times, unit));
  return `${end(lower)} ${TO[language]} ${end(upper)}`;
}
