import type { Codebook } from "../book.ts";
import type { Charts } from "../charts.ts";

/** A drug that charts name and the list gives no class: in every study it is `other`. */
export interface UnclassedDrug {
  readonly drug: string;
  readonly en: string;
  readonly de: string;
  readonly treatments: number;
  readonly children: number;
}

/** The drugs without a class that charts name, in the order of the list. */
export function unclassedDrugs(charts: Charts, { drugs }: Codebook): readonly UnclassedDrug[] {
  const rows = charts.flatMap(({ name, rows: own }) => (name === "treatment" ? own : []));
  return drugs.flatMap(({ code, says, german = says, drugClass }) => {
    if (drugClass !== undefined) return [];
    const given = rows.filter(({ cells }) => cells.drug === code);
    const children = new Set(given.map(({ cells }) => cells.patient)).size;
    return given.length === 0 ? [] : [{ drug: code, en: says, de: german, treatments: given.length, children }];
  });
}
