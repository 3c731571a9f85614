import type { Comparison } from "@osteon/estimate";
import type { Language, Pair } from "@osteon/words";
import { type PageTable, plain, shown } from "./page-table.ts";

export const VERDICTS: Pair<Readonly<Record<Comparison["verdict"], string>>> = {
  en: {
    same: "same",
    contradiction: "the paper contradicts itself",
    differs: "differs",
    absent: "not in these charts",
    underivable: "not derivable from what is printed",
  },
  de: {
    same: "gleich",
    contradiction: "die Arbeit widerspricht sich",
    differs: "abweichend",
    absent: "nicht in diesen Akten",
    underivable: "aus dem Gedruckten nicht ableitbar",
  },
};

const HEADS: Pair<readonly string[]> = {
  en: ["Number", "Printed", "Recomputed", "Verdict", "As printed in the paper", "Why"],
  de: ["Zahl", "Gedruckt", "Nachgerechnet", "Urteil", "Wortlaut der Arbeit", "Warum"],
};
const TITLE: Pair = { en: "Published beside recomputed", de: "Gedrucktes neben Nachgerechnetem" };

/** Every printed number beside the recomputed one, in the order of the paper; what the numbers mean is said in the words of the study. */
export function comparisonTable(comparisons: readonly Comparison[], language: Language = "en"): PageTable {
  const places = [...new Set(comparisons.map(({ place }) => place))];
  return {
    id: "comparison",
    title: TITLE[language],
    heads: HEADS[language],
    rows: places.flatMap((place) => [
      { label: place, cells: [] },
      ...comparisons
        .filter((comparison) => comparison.place === place)
        .map(({ means, printed, recomputed, verdict, quote, contradiction, note, results }) => ({
          label: means,
          level: 1,
          cells: [
            plain(printed),
            results[0] === undefined ? plain(recomputed) : shown(recomputed, results[0]),
            plain(VERDICTS[language][verdict]),
            plain(quote),
            plain(contradiction?.says ?? note ?? ""),
          ],
        })),
    ]),
    notes: [],
  };
}
