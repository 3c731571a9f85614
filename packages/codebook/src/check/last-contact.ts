import type { Charts } from "../charts.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import { cellOf, dateOf } from "./read-cell.ts";

/** Where a chart shows that a child was seen, and the field with the day; `chart.follow_contact` of the registry reads the same. */
const CONTACTS: Readonly<Record<string, string>> = {
  visit: "visited_on",
  laboratory: "sampled_on",
  imaging: "imaged_on",
};

/** The latest day on which each child was seen by a row that is no draft, until today: what lies ahead was not seen. */
export function latestContacts(charts: Charts, today: string | undefined): ReadonlyMap<string, PartialDate> {
  const now = today === undefined ? undefined : parsePartialDate(today);
  const until = now === undefined ? Number.POSITIVE_INFINITY : now.last;
  const latest = new Map<string, PartialDate>();
  for (const { name, rows } of charts) {
    const field = CONTACTS[name];
    if (field === undefined) continue;
    for (const { cells, draft } of rows) {
      const seen = draft === true ? undefined : dateOf(cells, field);
      if (seen === undefined || seen.last > until) continue;
      const patient = cellOf(cells, "patient");
      const known = latest.get(patient);
      if (known === undefined || known.last < seen.last) latest.set(patient, seen);
    }
  }
  return latest;
}

/** The later of what is stated and what was seen. */
export const laterOf = (stated: PartialDate | undefined, seen: PartialDate | undefined): PartialDate | undefined =>
  stated !== undefined && seen !== undefined && seen.last > stated.last ? seen : stated;
