import { type ChartRole, CODEBOOK, type KeptTables, type Problem, tablesKept } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** Which roles are kept from which tables, as it was from one change to the next. */
export interface KeptVersion {
  /** From 1; 0 where nobody has kept anything yet. */
  readonly version: number;
  readonly kept: KeptTables;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string | null;
}

/** Every version, the latest first. */
export async function keptVersions(session: Session): Promise<readonly KeptVersion[]> {
  const { rows } = await sql<KeptVersion>`
    select version, kept, changed_at as "changedAt", changed_by as "changedBy", reason from access.kept_tables
    order by version desc`.execute(session);
  return rows;
}

/** Puts a rule in the place of the version that was read; by administrators, with a reason. The database holds both. */
export async function writeKeptTables(session: Session, kept: KeptTables, read: number): Promise<void> {
  await sql`insert into access.kept_tables (version, kept) values (${read + 1}, ${JSON.stringify(kept)}::jsonb)`.execute(
    session,
  );
}

/** A table that the person is kept from at a centre, and by which roles. */
export interface KeptTable {
  readonly centre: string;
  readonly table: string;
  readonly roles: readonly ChartRole[];
}

/** What the person is kept from, by centre, in the order of the codebook. */
export async function keptFrom(session: Session): Promise<readonly KeptTable[]> {
  const { rows } = await sql<KeptTable>`select centre, of_table as "table", roles from access.kept()`.execute(session);
  const placeOf = ({ table }: KeptTable): number => CODEBOOK.findIndex(({ name }) => name === table);
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Tables are kept from the person, so what was asked is not done; the sentence names them. */
export class TablesKept extends Error {
  readonly problems: readonly Problem[];
  constructor(kept: readonly KeptTable[], whole: boolean) {
    const problems = keptProblemsOf(kept, whole);
    super(problems[0]?.says);
    this.problems = problems;
  }
}

interface WantedTables {
  /** All centres, where none is named. */
  readonly centres?: readonly string[] | undefined;
  /** Every table, where none is named. */
  readonly tables?: readonly string[];
  /** What is wanted is made of whole charts, and of no part of them. */
  readonly whole?: boolean;
}

/** Throws `TablesKept` where the person is kept from one of the tables at one of the centres: nothing is made of a part of charts unsaid. */
export async function refuseKept(session: Session, { centres, tables, whole = false }: WantedTables): Promise<void> {
  const kept = (await keptFrom(session)).filter(
    ({ centre, table }) => (centres?.includes(centre) ?? true) && (tables?.includes(table) ?? true),
  );
  if (kept.length > 0) throw new TablesKept(kept, whole);
}

function keptProblemsOf(kept: readonly KeptTable[], whole: boolean): readonly Problem[] {
  return [...new Set(kept.map(({ centre }) => centre))].sort().map((centre) => {
    const tables = kept.flatMap((one) => (one.centre === centre ? [one.table] : []));
    return tablesKept(centre, tables, whole);
  });
}
