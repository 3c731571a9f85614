import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What happened that no trigger sees: nothing was written, something was read, taken away, tried or kept. */
export interface Noted {
  readonly action: "backup" | "export" | "refused" | "restore-drill" | "sign-in-refused";
  /** The file, route or table that it is about. */
  readonly entity: string;
  /** Without one the entry stands in the chain of the registry. */
  readonly centre?: string | undefined;
  readonly told?: object;
}

/** Adds a link to the trail under the account that acts. */
export async function noteInTrail(session: Session, { action, entity, centre, told }: Noted): Promise<void> {
  const after = told === undefined ? null : JSON.stringify(told);
  await sql`select audit.note(${action}, ${entity}, null, null, ${centre ?? null}, ${after}::jsonb)`.execute(session);
}
