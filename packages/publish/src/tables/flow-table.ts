import type { Pair } from "@osteon/words";
import { flowInput } from "../outline/flow-and-shares-input.ts";
import type { FlowSpec } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { type PageTable, plain, shown } from "./page-table.ts";

const HEADS: Pair<readonly string[]> = {
  en: ["Group", "Children", "Remark"],
  de: ["Gruppe", "Kinder", "Bemerkung"],
};

/** The boxes of the patient flow as rows. */
export function flowTable(reading: Reading, spec: FlowSpec): PageTable {
  const { title, charts, cohort, aside, groups } = flowInput(reading, spec);
  return {
    id: spec.id,
    title,
    heads: HEADS[reading.language],
    rows: [charts, cohort, ...aside, ...groups].map(({ title: label, n, result, lines }) => {
      const text = n === null ? "NE" : String(n);
      return { label, cells: [result === undefined ? plain(text) : shown(text, result), plain(lines.join("; "))] };
    }),
    notes: [],
  };
}
