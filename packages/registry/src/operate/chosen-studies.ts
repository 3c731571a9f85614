import { CODEBOOK } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A version of a study that somebody made by choosing. */
export interface SavedChoice {
  readonly study: string;
  /** From 1, each one more than the one before. */
  readonly version: number;
  readonly title: string;
  /** Of the lock. */
  readonly hash: string;
  readonly savedBy: string;
  readonly savedAt: string;
}

const COLUMNS = sql`study, version, title, hash, saved_by as "savedBy", saved_at as "savedAt"`;

/** The newest version of each study that stands. */
export async function savedChoices(session: Session): Promise<readonly SavedChoice[]> {
  const { rows } = await sql<SavedChoice>`
    select ${COLUMNS} from work.chosen_study one where ended_at is null and version =
      (select max(version) from work.chosen_study other where other.study = one.study) order by study collate "C"`.execute(
    session,
  );
  return rows;
}

/** What was chosen in the newest version of a study, as JSON; nothing where there is no such study. */
export async function savedChoice(
  session: Session,
  study: string,
): Promise<(SavedChoice & { readonly choices: string; readonly ended: boolean }) | undefined> {
  const { rows } = await sql<SavedChoice & { choices: string; ended: boolean }>`
    select ${COLUMNS}, choices, ended_at is not null as ended from work.chosen_study
    where study = ${study} order by version desc limit 1`.execute(session);
  return rows[0];
}

/** Keeps a version with its lock; the database holds who may, and that it follows the one before. */
export async function saveChoice(
  session: Session,
  {
    saving,
    study,
    version,
    title,
    hash,
    choices,
    lock,
  }: Omit<SavedChoice, "savedBy" | "savedAt"> & {
    readonly saving: string;
    readonly choices: string;
    readonly lock: string;
  },
): Promise<void> {
  await sql`insert into work.study_text (hash, lock) values (${hash}, ${lock}) on conflict do nothing`.execute(session);
  await sql`insert into work.chosen_study (saving, study, version, title, hash, choices)
    values (${saving}, ${study}, ${version}, ${title}, ${hash}, ${choices})`.execute(session);
}

/** Takes a study away, by whoever made it or an administrator; whether there was one. Its runs stay. */
export async function endChoice(session: Session, study: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update work.chosen_study set ended_at = clock_timestamp(), ended_by = access.actor()
    where study = ${study} and ended_at is null`.execute(session);
  return (numAffectedRows ?? 0n) > 0n;
}

/** What tells one state of the charts of some centres from another: how many rows each table has, and when one was last written. */
export async function stateOfCharts(session: Session, centres: readonly string[]): Promise<string> {
  const counts = CODEBOOK.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*)::text as rows, max(written_at)::text as written from ${sql.table(`chart.${name}`)}
        where centre = any (${centres}::text[])`,
  );
  const { rows } = await sql<{ name: string; rows: string; written: string | null }>`
    ${sql.join(counts, sql` union all `)} order by 1`.execute(session);
  return rows.map(({ name, rows: n, written }) => `${name} ${n} ${written ?? ""}`).join("\n");
}
