import type { ChartRow, Table } from "@osteon/codebook";
import type { RowOfCentre } from "@osteon/registry";

/** `Ulm/V1` for V1 of Ulm. No two rows get the same name: a slash in the centre's name is written as %2F. */
export const withCentre = (centre: string, number: string): string =>
  `${centre.replaceAll("%", "%25").replaceAll("/", "%2F")}/${number}`;

/** The number as the registry knows it, of one that was written with its centre. */
export const withoutCentre = (number: string): string => number.slice(number.indexOf("/") + 1);

/** The cells of a row with the centre before every number: its own, its child's, and those it refers to. */
export function cellsWithCentre(table: Table): (row: RowOfCentre) => ChartRow {
  const numbers = table.fields.filter(({ type }) => type.kind === "key" || type.kind === "reference");
  return ({ centre, cells }) => {
    const named = numbers.flatMap(({ name }) =>
      (cells[name] ?? "") === "" ? [] : [[name, withCentre(centre, cells[name] ?? "")] as const],
    );
    return { ...cells, ...Object.fromEntries(named) };
  };
}
