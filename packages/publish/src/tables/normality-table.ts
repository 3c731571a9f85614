import type { Protocol } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { textOf } from "../outline/fill.ts";
import type { NormalityTable } from "../outline/outline.ts";
import { pText, type Reading } from "../outline/read-results.ts";
import { meanSd, medianRange } from "./mean-or-median.ts";
import { type PageRow, type PageTable, plain, shown } from "./page-table.ts";

const TESTS = ["KS (SPSS 21) p", "Lilliefors p", "Shapiro-Wilk p"] as const;
const HEADS: Pair<readonly string[]> = {
  en: ["Variable", "Mean ± SD", "Median (range)", ...TESTS, "Rules agree?"],
  de: ["Merkmal", "Mittelwert ± SD", "Median (Spannweite)", ...TESTS, "Regeln einig?"],
};
const AGREE = {
  yes: { en: "yes", de: "ja" },
  no: { en: "no: it would change", de: "nein: es würde sich ändern" },
} satisfies Readonly<Record<string, Pair>>;

/** What each of three normality tests would print, variable by variable; rows where they differ are marked. */
export function normalityTable(
  reading: Reading,
  protocol: Protocol,
  { id, title, of, notes }: NormalityTable,
): PageTable {
  return {
    id,
    title,
    heads: HEADS[reading.language],
    rows: of
      .filter((analysis) => protocol.analyses[analysis]?.kind === "continuous")
      .map((analysis) => rowOf(reading, protocol, analysis)),
    notes: notes.map((note) => textOf(reading, note)),
  };
}

function rowOf(reading: Reading, protocol: Protocol, id: string): PageRow {
  const analysis = protocol.analyses[id];
  const all = `${id}.all`;
  const decimals = analysis?.kind === "continuous" ? analysis.decimals : 1;
  const choices = ["kolmogorov-smirnov", "lilliefors", "shapiro-wilk"].map((test) =>
    reading.value(`${all}.normal-by-${test}`),
  );
  const agree = choices.every((choice) => choice === choices[0]);
  const p = (statistic: string) =>
    shown(pText(reading.value(`${all}.${statistic}`), reading.language), `${all}.${statistic}`);
  return {
    label: analysis?.title ?? id,
    cells: [
      shown(meanSd(reading, all, decimals), `${all}.mean`),
      shown(medianRange(reading, all, decimals), `${all}.median`),
      p("ks-p"),
      p("lilliefors-p"),
      p("shapiro-wilk-p"),
      plain(AGREE[agree ? "yes" : "no"][reading.language]),
    ],
  };
}
