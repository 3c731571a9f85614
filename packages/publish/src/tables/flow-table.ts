import { flowInput } from "../study/other-inputs.ts";
import type { Reading } from "../study/read-results.ts";
import { type PageTable, plain, shown } from "./page-table.ts";

/** The boxes of the patient flow as rows. */
export function flowTable(reading: Reading): PageTable {
  const { title, charts, cohort, aside, groups } = flowInput(reading);
  return {
    id: "flow",
    title,
    heads: ["Group", "Children", "Remark"],
    rows: [charts, cohort, ...aside, ...groups].map(({ title: label, n, result, lines }) => {
      const text = n === null ? "NE" : String(n);
      return { label, cells: [result === undefined ? plain(text) : shown(text, result), plain(lines.join("; "))] };
    }),
    notes: [],
  };
}
