import type { Results } from "@osteon/estimate";
import { headlines, readResults } from "@osteon/publish";
import { dim } from "./terminal/say.ts";

/** The results that a reader asks for first, one line each. */
export function headlineText(results: Results): string {
  const all = headlines(readResults(results));
  const widest = Math.max(...all.map(({ label }) => label.length));
  return all
    .map(({ label, number, below }) => `  ${label.padEnd(widest)}  ${number.text.padStart(9)}  ${dim(below)}`)
    .join("\n");
}
