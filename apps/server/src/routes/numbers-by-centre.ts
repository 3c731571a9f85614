import { type ChartRow, CODEBOOK, type Table } from "@osteon/codebook";
import type { RowOfCentre, Session } from "@osteon/registry";
import { sql } from "kysely";

/** A number that stands at more than one of some centres. */
export interface SharedNumber {
  readonly table: string;
  readonly number: string;
  readonly centres: readonly string[];
}

/**
 * One number of complete rows that several of the centres have, if there is any. In a chart folder a number stands for
 * one row, so charts of such centres stand in one folder only with the centre before each number.
 */
export async function sharedNumber(session: Session, centres: readonly string[]): Promise<SharedNumber | undefined> {
  if (centres.length < 2) return undefined;
  for (const { name } of CODEBOOK) {
    const { rows } = await sql<{ number: string; centres: readonly string[] }>`
      select ${sql.ref(name)} as number, array_agg(centre order by centre) as centres from ${sql.table(`chart.${name}`)}
      where row_status = 'complete' and centre = any (${centres}::text[])
      group by ${sql.ref(name)} having count(*) > 1 order by 1 limit 1`.execute(session);
    if (rows[0] !== undefined) return { table: name, ...rows[0] };
  }
  return undefined;
}

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
