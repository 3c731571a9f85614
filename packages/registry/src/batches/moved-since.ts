import { createHash } from "node:crypto";
import { keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import type { TablePlan } from "./plan-import.ts";

/** A row as a plan was made beside it. */
interface Stood {
  readonly centre: string;
  readonly patient: string;
  readonly key: string;
  readonly version: number;
}

/** The children of whom an import writes something, each with its centre. */
export function writtenChildren(
  plans: readonly TablePlan[],
  centreOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const patients = plans.flatMap(({ added, changed, removed }) => [
    ...[...added, ...changed].map(({ cells }) => (cells.patient ?? "").trim()),
    ...removed.map(({ patient }) => patient),
  ]);
  return new Map(
    patients.flatMap((patient) => {
      const centre = centreOf.get(patient);
      return centre === undefined ? [] : [[patient, centre] as const];
    }),
  );
}

/** The rows of these children with their versions, as one text. */
export function versionsOf(rows: readonly Stood[], children: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  const lines = rows.flatMap(({ centre, patient, key, version }) =>
    children.get(patient) === centre ? [JSON.stringify([centre, key, version])] : [],
  );
  for (const line of lines.sort()) hash.update(`${line}\n`);
  return hash.digest("hex");
}

/** A table in which a row of these children came, went or was written since the plan was made; nothing where none was. */
export async function movedSince(
  session: Session,
  children: ReadonlyMap<string, string>,
  stood: readonly { readonly table: Table; readonly versions: string }[],
): Promise<Table | undefined> {
  for (const { table, versions } of stood) {
    const { rows } = await sql<Omit<Stood, "version"> & { readonly version: string }>`
      select centre, patient, ${sql.ref(keyOf(table).name)} as key, version::text as version from ${tableOf(table)}
      where patient = any (${[...children.keys()]}::text[]) and centre = any (${[...new Set(children.values())]}::text[])`.execute(
      session,
    );
    if (
      versionsOf(
        rows.map((row) => ({ ...row, version: Number(row.version) })),
        children,
      ) !== versions
    )
      return table;
  }
  return undefined;
}
