import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A backup, or a restore drill, as the trail noted it. */
export interface NotedKeeping<Told> {
  readonly at: string;
  readonly actor: string;
  readonly file: string;
  readonly told: Told;
}

/** What was noted of a backup: so many rows; older entries do not say whether it was encrypted. */
export interface BackupTold extends Readonly<Record<string, unknown>> {
  readonly rows: number;
  readonly encrypted?: boolean;
}

/** What was noted of a drill: in how many rows the restored registry differs. */
export interface DrillTold extends Readonly<Record<string, unknown>> {
  readonly rows: number;
  readonly differences: number;
}

/** So many are told, the newest first. */
const TOLD = 100;

export const notedBackups = (session: Session): Promise<readonly NotedKeeping<BackupTold>[]> =>
  noted(session, "backup");
export const notedDrills = (session: Session): Promise<readonly NotedKeeping<DrillTold>[]> =>
  noted(session, "restore-drill");

/** The condition on actions is that of the index of these entries. */
async function noted<Told>(
  session: Session,
  action: "backup" | "restore-drill",
): Promise<readonly NotedKeeping<Told>[]> {
  const { rows } = await sql<NotedKeeping<Told>>`
    select at, actor, entity as file, after as told from audit.entry
    where action in ('backup', 'restore-drill') and action = ${action} order by seq desc limit ${TOLD}`.execute(
    session,
  );
  return rows;
}
