import type { Protocol } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { cellOf, textOf } from "../outline/fill.ts";
import type { CharacteristicsTable } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { meanSd, medianRange } from "./mean-or-median.ts";
import { type PageRow, type PageTable, plain, shown } from "./page-table.ts";

const HEADS: Pair<readonly string[]> = {
  en: ["Variable", "Value", "95 % limits", "Known"],
  de: ["Merkmal", "Wert", "95 %-KI", "Bekannt"],
};
const PRESENTED = {
  mean: { en: "mean ± SD", de: "Mittelwert ± SD" },
  median: { en: "median (range)", de: "Median (Spannweite)" },
} satisfies Readonly<Record<string, Pair>>;

/** Analyses one below the other, with the presentation that the normality test of each chooses. */
export function characteristicsTable(
  reading: Reading,
  protocol: Protocol,
  { id, title, sections, notes }: CharacteristicsTable,
): PageTable {
  return {
    id,
    title: textOf(reading, title),
    heads: HEADS[reading.language],
    rows: sections.flatMap(({ heading, rows }) => [
      { label: heading, cells: [] },
      ...rows.map((row) => (typeof row === "string" ? rowOf(reading, protocol, row) : ownRow(reading, row))),
    ]),
    notes: notes.map((note) => textOf(reading, note)),
  };
}

const ownRow = (reading: Reading, row: { readonly label: string; readonly cells: readonly string[] }): PageRow => ({
  label: row.label,
  level: 1,
  cells: row.cells.map((cell) => cellOf(reading, cell)),
});

function rowOf(reading: Reading, protocol: Protocol, id: string): PageRow {
  const analysis = protocol.analyses[id];
  const all = `${id}.all`;
  const known = (of: string) => shown(reading.text(of), of);
  if (analysis?.kind === "continuous") {
    const label = analysis.unit === "" ? analysis.title : `${analysis.title}, ${analysis.unit}`;
    const isNormal = reading.value(`${all}.normal`) === 1;
    const text = (isNormal ? meanSd : medianRange)(reading, all, analysis.decimals);
    return {
      label: `${label}, ${PRESENTED[isNormal ? "mean" : "median"][reading.language]}`,
      level: 1,
      cells: [shown(text, isNormal ? `${all}.mean` : `${all}.median`), plain(""), known(`${all}.n`)],
    };
  }
  const limits = reading.span(`${all}.wilson-lower`, `${all}.wilson-upper`, 0, 1, " %");
  return {
    label: `${analysis?.title ?? id}, n (%)`,
    level: 1,
    cells: [
      shown(`${reading.text(`${all}.n`)} (${reading.text(`${all}.percent`)})`, `${all}.n`),
      shown(limits, `${all}.wilson-lower`),
      known(`${all}.N`),
    ],
  };
}
