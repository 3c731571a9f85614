import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { tableNamed } from "@osteon/codebook";
import { appoint, asRole, type Database, migrate, openServer, saveRow, serveAs } from "@osteon/registry";
import { sql } from "kysely";
import { postgresServer } from "../../../tests/postgres/postgres-server.ts";
import { member, type Opened, openRegistry, outcome } from "./both-engines.ts";
import { inventedChart } from "./invented-chart.ts";

const SCHEMAS = ["access", "audit", "auth", "chart", "identity", "work", "public"];

for (const engine of ["embedded", "server"] as const) {
  describe(`the role that serves a registry (${engine})`, () => {
    let opened: Opened;
    let database: Database;
    before(async () => {
      opened = await openRegistry(engine, "server");
      database = opened.database;
      await appoint(database, "ada", "study_nurse", "Ulm");
      const [, cells = {}] = inventedChart("Ulm", "A")[0] ?? [];
      const row = { table: tableNamed("patient"), cells, centre: "Ulm", status: "complete", version: 0 } as const;
      assert.equal((await asRole(database, member("ada"), (session) => saveRow(session, row))).ok, true);
    });
    after(async () => await opened.end());
    const run = (text: string) => outcome(() => sql.raw(text).execute(database.kysely));

    test("it owns nothing, and is neither superuser nor above row security", async () => {
      const { rows } = await sql<Record<string, unknown>>`
        select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
          (select count(*)::int from pg_class c where c.relowner = r.oid) + (select count(*)::int from pg_proc p where p.proowner = r.oid) as owned
        from pg_roles r where r.rolname = session_user and session_user = current_user`.execute(database.kysely);
      assert.deepEqual(rows, [
        { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
      ]);
    });

    test("it becomes none of the roles that own something", async () => {
      const { rows } = await sql<{ name: string }>`
        select distinct pg_get_userbyid(c.relowner) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (${SCHEMAS}) union select 'osteon_system'`.execute(database.kysely);
      assert.ok(rows.length >= 2);
      for (const { name } of rows) assert.equal(await run(`set role "${name}"`), "42501", name);
    });

    test("it reads no chart without claims, and switches no guard off", async () => {
      for (const table of ["chart.patient", "identity.person", "audit.entry", "auth.session"]) {
        assert.equal(await run(`select * from ${table}`), "42501", table);
        assert.equal(await run(`alter table ${table} no force row level security`), "42501", table);
        assert.equal(await run(`alter table ${table} disable trigger user`), "42501", table);
      }
      assert.equal(await run("create table public.mine (one integer)"), "42501");
      assert.equal(await run("create table chart.mine (one integer)"), "42501");
      const nobody = { role: "osteon_member", account: "nobody" } as const;
      const { rows } = await asRole(database, nobody, (session) => sql`select * from chart.patient`.execute(session));
      assert.deepEqual(rows, []);
      assert.equal(await run("select 1"), "done");
    });
  });
}

describe("a registry whose address is the owner's", () => {
  test("comes up as the server's login, twice at once and again, and every connection is that login's", async () => {
    const server = await postgresServer();
    const owner = await server.newDatabase();
    const open = async () => {
      const database = await openServer(owner);
      await migrate(database);
      return await serveAs(database, { owner });
    };
    const opened = await Promise.all([open(), open()]);
    opened.push(await open());
    const who = await Promise.all(
      opened.map(({ kysely }) => sql<{ login: string }>`select session_user as login`.execute(kysely)),
    );
    assert.equal(new Set(who.map(({ rows }) => rows[0]?.login)).size, 1);
    const logins = async () => {
      const { rows } = await sql<{ usename: string }>`
        select distinct usename from pg_stat_activity where datname = current_database() and application_name like 'osteon%'`.execute(
        opened[0]?.kysely as Database["kysely"],
      );
      return rows.map(({ usename }) => usename);
    };
    // The process of a connection that was closed ends a moment after it: on a busy machine it is still told.
    const patience = Date.now() + 120_000;
    while ((await logins()).length > 1 && Date.now() < patience) await setTimeout(20);
    assert.deepEqual(await logins(), [who[0]?.rows[0]?.login]);
    const login = new URL(owner);
    login.username = who[0]?.rows[0]?.login ?? "";
    const separate = await serveAs(await openServer(owner), { owner, server: login.href });
    await assert.rejects(serveAs(await openServer(owner), { owner, server: owner }), /owns the registry|may become/);
    for (const one of [...opened, separate]) await one.close();
    await server.stop();
  });
});
