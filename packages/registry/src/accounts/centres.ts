import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A centre, what must be said of its charts, and how it writes its pseudonyms where it has said so. */
export interface Centre {
  readonly centre: string;
  readonly says: string;
  readonly pattern: string | null;
}

export async function listCentres(session: Session): Promise<readonly Centre[]> {
  const { rows } =
    await sql<Centre>`select centre, says, pseudonym_pattern as pattern from access.centre order by 1`.execute(session);
  return rows;
}

export async function addCentre(session: Session, { centre, says }: Omit<Centre, "pattern">): Promise<void> {
  await sql`insert into access.centre (centre, says) values (${centre}, ${says})`.execute(session);
}

/** Says how a centre writes its pseudonyms, or with `null` that it does not say; false where the acting person may not. */
export async function writePseudonyms(session: Session, { centre, pattern }: Omit<Centre, "says">): Promise<boolean> {
  const { rows } = await sql`update access.centre set pseudonym_pattern = ${pattern}
    where centre = ${centre} returning 1`.execute(session);
  return rows.length > 0;
}
