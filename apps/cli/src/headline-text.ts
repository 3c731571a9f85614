import { drawHeadline, type ReportInput, readResults } from "@osteon/publish";
import { dim } from "./terminal/say.ts";

/** The results that a reader asks for first, one line each, in the language of the report. */
export function headlineText({
  outline,
  results,
  language,
}: Pick<ReportInput, "outline" | "results" | "language">): string {
  const reading = readResults(results, language);
  const all = outline.headlines.map((headline) => drawHeadline(reading, headline));
  const widest = Math.max(...all.map(({ label }) => label.length));
  return all
    .map(({ label, number, below }) => `  ${label.padEnd(widest)}  ${number.text.padStart(9)}  ${dim(below)}`)
    .join("\n");
}
