import type { Results } from "@osteon/estimate";
import { drawHeadline, type Outline, readResults } from "@osteon/publish";
import { dim } from "./terminal/say.ts";

/** The results that a reader asks for first, one line each. */
export function headlineText({ headlines }: Outline, results: Results): string {
  const reading = readResults(results);
  const all = headlines.map((headline) => drawHeadline(reading, headline));
  const widest = Math.max(...all.map(({ label }) => label.length));
  return all
    .map(({ label, number, below }) => `  ${label.padEnd(widest)}  ${number.text.padStart(9)}  ${dim(below)}`)
    .join("\n");
}
