import type { BlankConsent } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What administrators decided for the whole registry, with the defaults of what nobody decided. */
export interface Settings {
  /** How a consent that is not stated is read. */
  readonly "blank-consent": BlankConsent;
}

const DEFAULTS: Settings = { "blank-consent": "not-given" };

export async function readSettings(session: Session): Promise<Settings> {
  const { rows } = await sql<{ setting: string; value: string }>`select setting, value from access.setting`.execute(
    session,
  );
  return { ...DEFAULTS, ...Object.fromEntries(rows.map(({ setting, value }) => [setting, value])) };
}

/** By administrators alone; the trail keeps what it was, and the reason. */
export async function writeSetting<S extends keyof Settings>(
  session: Session,
  setting: S,
  value: Settings[S],
): Promise<void> {
  await sql`insert into access.setting (setting, value) values (${setting}, ${value})
    on conflict (setting) do update set value = excluded.value`.execute(session);
}
