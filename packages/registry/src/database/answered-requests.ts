import { sql } from "kysely";
import type { Session } from "./database.ts";

/** What is known of an Idempotency-Key of the acting person. */
export interface AnsweredRequest<Answer> {
  /** Whether it was sent with this very request. */
  readonly same: boolean;
  /** Whether the person has the rights of then. */
  readonly entitled: boolean;
  readonly answer: Answer | null;
}

/**
 * What a key was answered with before. Who sends the same key at the same time waits for the first answer instead of racing
 * it: the look-up afterwards sees what the first one kept. This may take as long as the first takes, within the two minutes
 * of a request.
 */
export async function answeredRequest<Answer>(
  session: Session,
  key: string,
  request: Uint8Array,
): Promise<AnsweredRequest<Answer> | undefined> {
  await sql`select set_config('osteon.lock_wait', current_setting('lock_timeout'), true), set_config('lock_timeout', '100s', true)`.execute(
    session,
  );
  await sql`select pg_advisory_xact_lock(hashtextextended(access.actor() || ' ' || ${key}, 0))`.execute(session);
  await sql`select set_config('lock_timeout', current_setting('osteon.lock_wait'), true)`.execute(session);
  const { rows } = await sql<AnsweredRequest<Answer>>`
    select request = ${request} as same, rights = access.rights_hash() as entitled, answer
    from work.answered where key = ${key}`.execute(session);
  return rows[0];
}

/** Keeps an answer in the transaction of the write itself: both are there, or neither. */
export async function keepAnswer(
  session: Session,
  { key, request, status }: { readonly key: string; readonly request: Uint8Array; readonly status: number },
  answer: object,
): Promise<void> {
  await sql`insert into work.answered (key, request, status, answer)
    values (${key}, ${request}, ${status}, ${JSON.stringify(answer)}::json)`.execute(session);
}
