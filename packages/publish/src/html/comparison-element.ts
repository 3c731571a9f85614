import type { Comparison } from "@osteon/estimate";
import type { Language, Pair } from "@osteon/words";
import { letters, type Markup } from "../svg/markup.ts";
import { comparisonTable, VERDICTS } from "../tables/comparison-table.ts";
import { element } from "./element.ts";
import { type Trace, tableElement } from "./table-element.ts";

const ALL: Pair = { en: "All", de: "Alle" };
const SHOW: Pair = { en: "Show numbers by verdict", de: "Zahlen nach Urteil zeigen" };

/** Verdicts that most comparisons have none of. */
const SHOWN_WHERE_THERE: ReadonlySet<string> = new Set(["absent", "underivable"]);

const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Published beside recomputed: counts, a filter that works without it too, and the table. */
export function comparisonElement(comparisons: readonly Comparison[], trace: Trace, language: Language): Markup {
  const verdicts = Object.entries(VERDICTS[language]);
  const verdictOf = new Map<string, string>(verdicts.map(([verdict, words]) => [words, verdict]));
  const choices = [["all", ALL[language]] as const, ...verdicts];
  const count = (verdict: string) =>
    verdict === "all" ? comparisons.length : comparisons.filter((comparison) => comparison.verdict === verdict).length;
  const filter = element(
    "div",
    { class: "filter", role: "group", "aria-label": SHOW[language] },
    ...choices
      .filter(([verdict]) => !SHOWN_WHERE_THERE.has(verdict) || count(verdict) > 0)
      .map(([verdict, words]) =>
        element(
          "button",
          { type: "button", "data-show": verdict, "aria-pressed": String(verdict === "all") },
          letters(`${capitalized(words)} ${count(verdict)}`),
        ),
      ),
  );
  const table = tableElement(comparisonTable(comparisons, language), trace, ({ cells }) => ({
    "data-verdict": verdictOf.get(cells[2]?.text ?? ""),
  }));
  return [filter, table].join("") as Markup;
}
