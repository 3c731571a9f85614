import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { noticesOf } from "./notices.ts";

/** What a person may take away: the centres, and what must be said of their charts. */
export interface Exportable {
  readonly centres: readonly string[];
  /** A line for each sentence. */
  readonly notice: string;
}

/** What the acting person may take away, of one centre where one is meant; nothing is noted of the question. */
export async function exportableOf(session: Session, centre?: string): Promise<Exportable> {
  const { rows } = await sql<{ centre: string }>`
    select centre from access.centre where centre = any (access.centres('export', 'take'))
      and centre = coalesce(${centre ?? null}, centre) order by centre`.execute(session);
  const centres = rows.map((row) => row.centre);
  if (centres.length === 0) return { centres, notice: "" };
  const notices = await noticesOf(session, centres);
  return { centres, notice: [...new Set(centres.flatMap((one) => notices.get(one) ?? []))].join("\n") };
}
