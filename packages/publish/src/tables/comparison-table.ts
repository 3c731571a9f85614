import type { Comparison } from "@osteon/estimate";
import { type PageTable, plain, shown } from "./page-table.ts";

export const VERDICTS = {
  same: "same",
  contradiction: "the paper contradicts itself",
  differs: "differs",
  absent: "not in these charts",
} as const;

/** Every printed number beside the recomputed one, in the order of the paper. */
export function comparisonTable(comparisons: readonly Comparison[]): PageTable {
  const places = [...new Set(comparisons.map(({ place }) => place))];
  return {
    id: "comparison",
    title: "Published beside recomputed",
    heads: ["Number", "Printed", "Recomputed", "Verdict", "As printed in the paper", "Why"],
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
            plain(VERDICTS[verdict]),
            plain(quote),
            plain(contradiction?.says ?? note ?? ""),
          ],
        })),
    ]),
    notes: [],
  };
}
