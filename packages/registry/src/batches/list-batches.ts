import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** An import that was carried out. */
export interface Batch {
  readonly batch: string;
  readonly centre: string;
  readonly source: string;
  readonly new: number;
  readonly changed: number;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly undoneAt: string | null;
}

/** The imports of the person's centres, the newest first. */
export async function listBatches(session: Session): Promise<readonly Batch[]> {
  const { rows } =
    await sql<Batch>`select batch, centre, source, rows_new as "new", rows_changed as "changed", imported_by as "importedBy",
    imported_at as "importedAt", undone_at as "undoneAt" from work.batch order by imported_at desc limit 500`.execute(
      session,
    );
  return rows;
}
