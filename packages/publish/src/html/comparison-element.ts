import type { Comparison } from "@osteon/estimate";
import { letters, type Markup } from "../svg/markup.ts";
import { comparisonTable, VERDICTS } from "../tables/comparison-table.ts";
import { element } from "./element.ts";
import { type Trace, tableElement } from "./table-element.ts";

const CHOICES = [
  ["all", "All"],
  ["same", "Same"],
  ["contradiction", "The paper contradicts itself"],
  ["differs", "Differs"],
  ["absent", "Not in these charts"],
] as const;

/** Published beside recomputed: counts, a filter that works without it too, and the table. */
export function comparisonElement(comparisons: readonly Comparison[], trace: Trace): Markup {
  const verdictOf = new Map<string, string>(Object.entries(VERDICTS).map(([verdict, words]) => [words, verdict]));
  const count = (verdict: string) =>
    verdict === "all" ? comparisons.length : comparisons.filter((comparison) => comparison.verdict === verdict).length;
  const filter = element(
    "div",
    { class: "filter", role: "group", "aria-label": "Show numbers by verdict" },
    ...CHOICES.filter(([verdict]) => verdict !== "absent" || count(verdict) > 0).map(([verdict, words]) =>
      element(
        "button",
        { type: "button", "data-show": verdict, "aria-pressed": String(verdict === "all") },
        letters(`${words} ${count(verdict)}`),
      ),
    ),
  );
  const table = tableElement(comparisonTable(comparisons), trace, ({ cells }) => ({
    "data-verdict": verdictOf.get(cells[2]?.text ?? ""),
  }));
  return [filter, table].join("") as Markup;
}
