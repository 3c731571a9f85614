import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { appoint, asRole, asSignedIn, type Session, TokenRefused } from "@osteon/registry";
import { type RawBuilder, sql } from "kysely";
import { onBothEngines, outcome } from "./both-engines.ts";
import { accountOf, seedTwoCentres } from "./seeded.ts";

const DOCTOR = accountOf("investigator", "Aachen");
const SECRET = "osteon_pat_of_the_test";
const hashOf = (secret: string): Uint8Array => createHash("sha256").update(secret).digest();
const good = { tokenHash: hashOf(SECRET) };

onBothEngines("transactions of personal tokens", ({ database }) => {
  const lay = (token: string, hash: Uint8Array, madeAt: string, endsOn: string): Promise<void> =>
    database().script(`begin; set local osteon.account = 'test'; set local role osteon_system;
      insert into auth.personal_token (token, account, centre, name, hash, with_factor, made_at, ends_on)
        values ('${token}', '${DOCTOR}', 'Aachen', 'test', '\\x${Buffer.from(hash).toString("hex")}', false, ${madeAt}, ${endsOn}); commit;`);
  const count = async (from: RawBuilder<unknown>): Promise<number> =>
    await asSignedIn(database(), good, {}, async (session: Session) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${from}`.execute(session);
      return rows[0]?.n ?? -1;
    });

  before(async () => {
    await seedTwoCentres(database());
    await appoint(database(), DOCTOR, "investigator", "Berlin");
    await appoint(database(), DOCTOR, "administrator", null);
    await database().script(`begin; set local osteon.account = 'test'; set local role osteon_door;
      insert into auth."user" (id, name, email, email_verified) values ('${DOCTOR}', 'Doctor', 'doctor@example.org', true); commit;`);
    await lay("good", good.tokenHash, "clock_timestamp()", "current_date + 90");
  });

  test("the rows of its one centre are seen, whatever its person may see beside, and no administration", async () => {
    assert.equal(await count(sql`chart.patient`), 1);
    assert.equal(await count(sql`chart.visit where centre <> 'Aachen'`), 0);
    assert.equal(await count(sql`(select 1 where access.administers()) one`), 0);
    for (const closed of ["audit.entry", "audit.head"])
      assert.equal(await count(sql`${sql.table(closed)}`), 0, `${closed}, which its person reads`);
  });

  test("nothing can be written in them, not even by a function that runs with more rights", async () => {
    const tries = (statement: string) =>
      outcome(() => asSignedIn(database(), good, {}, (session) => sql.raw(statement).execute(session)));
    assert.equal(await tries("update chart.visit set pain_nrs = 1"), "25006");
    assert.equal(await tries("select audit.note('export', 'x', null, null, 'Aachen', null)"), "25006");
    assert.equal(await tries("select set_config('transaction_read_only', 'off', true)"), "25001");
    assert.equal(await tries("select set_config('transaction_read_only', 'off', false)"), "25001");
    assert.equal(await tries("select * from auth.personal_token"), "42501");
  });

  test("one whose day has passed is refused; on its last day it is good; none is laid for longer than a year", async () => {
    const [past, last] = [{ tokenHash: hashOf("past") }, { tokenHash: hashOf("last") }];
    const utc = "(clock_timestamp() at time zone 'UTC')::date";
    await lay("past", past.tokenHash, "clock_timestamp() - interval '30 days'", `${utc} - 1`);
    await lay("last", last.tokenHash, "clock_timestamp() - interval '30 days'", utc);
    await assert.rejects(
      asSignedIn(database(), past, {}, async () => 1),
      TokenRefused,
    );
    assert.equal(await asSignedIn(database(), last, {}, async () => 1), 1);
    const year = () => lay("long", hashOf("long"), "clock_timestamp()", `(${utc} + interval '1 year')::date + 1`);
    assert.equal(await outcome(year), "23514");
    await database().script("rollback");
  });

  test("its hash is read by no person and no backup, and its text is nowhere", async () => {
    for (const role of ["osteon_member", "osteon_keeper"] as const) {
      const read = () =>
        asRole(database(), { role, account: DOCTOR }, (session) =>
          sql`select hash from auth.personal_token`.execute(session),
        );
      assert.equal(await outcome(read), "42501", role);
    }
    const kept = await database()
      .kysely.transaction()
      .execute(async (session) => {
        await sql`select set_config('role', 'osteon_system', true)`.execute(session);
        return (await sql`select t::text as one from auth.personal_token t`.execute(session)).rows;
      });
    assert.ok(kept.length >= 3);
    assert.ok(!JSON.stringify(kept).includes(SECRET));
  });
});
