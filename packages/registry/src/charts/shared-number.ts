import { CODEBOOK } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

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
