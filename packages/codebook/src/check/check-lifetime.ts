import type { Charts } from "../charts.ts";
import { tableNamed } from "../codebook.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import type { Problem } from "../problem.ts";
import { rowsOf } from "./check-links.ts";
import { type Row, raise } from "./raise.ts";

interface Lifetime {
  readonly born: PartialDate | undefined;
  readonly lastContact: PartialDate | undefined;
}

/** Nothing of a chart can lie before the child's birth; what lies after the last contact is asked about. */
export function checkLifetime(charts: Charts): readonly Problem[] {
  const patients = charts.find(({ name }) => name === "patient");
  const lifetimes = new Map(
    (patients?.rows ?? []).map(({ cells }): [string, Lifetime] => [
      cells.patient ?? "",
      { born: parsePartialDate(cells.born_on ?? ""), lastContact: parsePartialDate(cells.last_contact_on ?? "") },
    ]),
  );
  const others = charts.filter(({ name }) => name !== "patient");
  return others.flatMap((table) => {
    const dates = tableNamed(table.name).fields.filter(({ type }) => type.kind.endsWith("date"));
    return rowsOf(table).flatMap((at) => {
      const life = lifetimes.get(at.cells.patient ?? "");
      return life === undefined ? [] : dates.flatMap(({ name }) => checkDay(at, name, life));
    });
  });
}

function checkDay(at: Row, name: string, { born, lastContact }: Lifetime): readonly Problem[] {
  const day = parsePartialDate(at.cells[name] ?? "");
  if (day === undefined) return [];
  if (born !== undefined && day.last < born.first) {
    return [
      raise(
        at,
        name,
        "before-birth",
        `${day.text} lies before the child's birth (${born.text}).`,
        "Compare the date, the pseudonym and the birth with the chart.",
      ),
    ];
  }
  if (lastContact !== undefined && day.first > lastContact.last) {
    const says = `${day.text} lies after the last contact (${lastContact.text}).`;
    return [
      raise(at, name, "after-last-contact", says, "Update last_contact_on of the patient, or mend the date.", "query"),
    ];
  }
  return [];
}
