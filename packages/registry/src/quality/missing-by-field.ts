import { MISSING_REASONS, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** How often a field is given, and missing by why. */
export interface MissingCounts {
  readonly given: number;
  readonly notDone: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly notEntered: number;
}

/** Counts each field of a table that may be missing, over the rows that the person reads. */
export async function countMissing(
  session: Session,
  { name: table, fields }: Table,
): Promise<readonly (MissingCounts & { readonly field: string })[]> {
  const counts = fields
    .filter((field) => !field.required)
    .map(({ name, own }) => {
      const [value, missing] = own === undefined ? [sql.ref(name), sql.ref(`${name}_missing`)] : ownCell(name);
      return sql`select ${name} as field, count(${value}) as given, count(*) filter (where ${missing} = 'not-done') as "notDone",
        count(*) filter (where ${missing} = 'unknown') as unknown, count(*) filter (where ${missing} = 'not-applicable') as "notApplicable",
        count(*) filter (where ${value} is null and ${missing} is null) as "notEntered" from ${sql.table(`chart.${table}`)}`;
    });
  if (counts.length === 0) return [];
  const { rows } = await sql<MissingCounts & { field: string }>`${sql.join(counts, sql` union all `)}`.execute(session);
  return rows;
}

/** A field of the registry's own as a value and a reason, as other fields have two columns. */
function ownCell(name: string) {
  const cell = sql`(own ->> ${name})`;
  const reasons = MISSING_REASONS.filter(({ token }) => token !== "");
  const reason = sql.join(
    reasons.map(({ token, code }) => sql`when ${token} then ${code}`),
    sql` `,
  );
  return [
    sql`(case when ${cell} in (${sql.join(reasons.map(({ token }) => sql`${token}`))}) then null else ${cell} end)`,
    sql`(case ${cell} ${reason} end)`,
  ] as const;
}
