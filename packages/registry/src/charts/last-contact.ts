import { sql } from "kysely";
import type { Session } from "../database/database.ts";

const SHOW_CONTACT: ReadonlySet<string> = new Set(["patient", "visit", "laboratory", "imaging"]);

/**
 * After a write by hand: the last contact with the child becomes the latest of what was stated and of its complete visits,
 * results and examinations; says whether it moved. An import states what it states and calls nothing.
 */
export async function followContact(
  session: Session,
  centre: string,
  patient: string,
  written: readonly string[],
): Promise<boolean> {
  if (!written.some((table) => SHOW_CONTACT.has(table))) return false;
  return await moved(session, centre, patient, false);
}

/** Brings the last contact back to what was stated, as it stood when an import was made; `followContact` moves it again. */
export const contactAsStated = (session: Session, centre: string, patient: string): Promise<boolean> =>
  moved(session, centre, patient, true);

async function moved(session: Session, centre: string, patient: string, toStated: boolean): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean;
  }>`select chart.follow_contact(${centre}, ${patient}, ${toStated}) as moved`.execute(session);
  return rows[0]?.moved === true;
}
