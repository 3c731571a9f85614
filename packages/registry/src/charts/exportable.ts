import { tablesInWords } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { keptFrom } from "../operate/kept-tables.ts";
import { noticesOf } from "./notices.ts";

/** What a person may take away: the centres, and what must be said of their charts. */
export interface Exportable {
  readonly centres: readonly string[];
  /** A line for each sentence. */
  readonly notice: string;
  /** Tables that are kept from the person at one of the centres: they are in no file. */
  readonly kept: readonly string[];
}

/** What every file says of it, and a freeze and a report made of one: they are not of whole charts. */
const withoutKept = (kept: readonly string[]): readonly string[] =>
  kept.length === 0
    ? []
    : [`Incomplete: without ${tablesInWords(kept)}, which are kept from the role of whoever exported this.`];

/** What the acting person may take away, of one centre where one is meant; nothing is noted of the question. */
export async function exportableOf(session: Session, centre?: string): Promise<Exportable> {
  const { rows } = await sql<{ centre: string }>`
    select centre from access.centre where centre = any (access.centres('export', 'take'))
      and centre = coalesce(${centre ?? null}, centre) order by centre`.execute(session);
  const centres = rows.map((row) => row.centre);
  if (centres.length === 0) return { centres, notice: "", kept: [] };
  const notices = await noticesOf(session, centres);
  const kept = [
    ...new Set((await keptFrom(session)).flatMap(({ centre: at, table }) => (centres.includes(at) ? [table] : []))),
  ];
  const lines = [...new Set(centres.flatMap((one) => notices.get(one) ?? [])), ...withoutKept(kept)];
  return { centres, kept, notice: lines.join("\n") };
}
