import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { tableNamed } from "@osteon/codebook";
import { asRole, FolderInUse, migrate, migrations, openEmbedded, openServer, saveRow } from "@osteon/registry";
import { sql } from "kysely";
import { postgresServer, startPostgres } from "../../../../tests/postgres/postgres-server.ts";
import { ENGINES_BELOW, member, openRegistry, outcome } from "../both-engines.ts";
import { accountOf, seedTwoCentres } from "../seeded.ts";

const visit = tableNamed("visit");
const nurse = member(accountOf("study_nurse", "Aachen"));
const newVisit = (name: string) =>
  ({
    table: visit,
    cells: { visit: name, patient: "P-A", visited_on: "2010-01-01" },
    centre: "Aachen",
    status: "complete",
    version: 0,
  }) as const;

const SOAK = process.env.OSTEON_SOAK !== undefined;
const RESTARTS = SOAK ? 3 : 1;

describe("power and disks", () => {
  test("every commit of the embedded engine is forced to the disk before it is confirmed, by the hook's own count", async () => {
    const { database, end } = await openRegistry("embedded");
    await seedTwoCentres(database);
    for (let n = 0; n < (SOAK ? 20 : 5); n++) {
      const before = database.syncs?.() ?? 0;
      await asRole(database, nurse, (session) => saveRow(session, newVisit(`power-${n}`)));
      assert.ok((database.syncs?.() ?? 0) > before, `commit ${n} forced nothing`);
    }
    await end();
  });

  test("the kernel sees an fsync for every commit", {
    skip: spawnSync("strace", ["-V"]).status !== 0 && "strace is not installed",
  }, async () => {
    const { database, place, end } = await openRegistry("embedded");
    await seedTwoCentres(database);
    await database.close();
    const log = join(place, "strace");
    const commits = SOAK ? 12 : 4;
    const program = fileURLToPath(new URL("./commits.ts", import.meta.url));
    await promisify(execFile)("strace", [
      "-f",
      "-e",
      "trace=fsync,fdatasync",
      "-o",
      log,
      process.execPath,
      program,
      place,
      String(commits),
    ]);
    const forced = (await readFile(log, "utf8"))
      .split("\n")
      .filter((line) => /fsync|fdatasync/.test(line) && !/resumed/.test(line)).length;
    assert.ok(forced >= commits, `${forced} for ${commits} commits`);
    await end().catch(() => {});
  });

  test("two processes on one folder: the second is refused with the pid of the first", async () => {
    const { place, database, end } = await openRegistry("embedded");
    const other = fileURLToPath(new URL("./commits.ts", import.meta.url));
    const refused = await promisify(execFile)(process.execPath, [other, place, "1"]).catch(
      (error: Error) => error.message,
    );
    assert.match(String(refused), new RegExp(`in use by process ${process.pid}`));
    await assert.rejects(openEmbedded(place), FolderInUse);
    await database.close();
    // A process that ended without a word leaves its name, and holds nothing.
    await writeFile(join(place, "lock-holder"), "1\n");
    await (await openEmbedded(place)).close();
    await end().catch(() => {});
    await rm(place, { recursive: true, force: true });
  });

  test("the database is restarted under load: writers fail or succeed, and every success is there", async () => {
    const server = await startPostgres();
    const database = await openServer(await server.newDatabase());
    await migrate(database);
    await seedTwoCentres(database);
    const confirmed: string[] = [];
    let going = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; going; n++) {
        const name = `load-${writer}-${n}`;
        const result = await outcome(() => asRole(database, nurse, (session) => saveRow(session, newVisit(name))));
        if (result === "done") confirmed.push(name);
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    for (let restart = 0; restart < RESTARTS; restart++) {
      const before = confirmed.length;
      while (confirmed.length < before + 10) await new Promise((resolve) => setTimeout(resolve, 10));
      await server.restart("immediate");
    }
    const last = confirmed.length;
    while (confirmed.length < last + 10) await new Promise((resolve) => setTimeout(resolve, 10));
    going = false;
    await Promise.all(writers);
    const { rows } = await asRole(database, { role: "osteon_keeper", account: "k" }, (session) =>
      sql<{ visit: string }>`select visit from chart.visit where visit like 'load-%'`.execute(session),
    );
    const there = new Set(rows.map(({ visit: name }) => name));
    assert.deepEqual(
      confirmed.filter((name) => !there.has(name)),
      [],
    );
    console.log(`${RESTARTS} restarts under load: ${confirmed.length} confirmed saves, none lost`);
    await database.close();
    await server.stop();
  });

  test("the clock set back: the trail keeps its order, and the clock's own word", async () => {
    const { database, end } = await openRegistry("server");
    await seedTwoCentres(database);
    await asRole(database, nurse, (session) => saveRow(session, newVisit("before")));
    // A clock cannot be set in a test: the last entry is moved a day ahead instead, which is what a clock set back looks like.
    await database.script(`begin; alter table audit.entry disable trigger only_added_to; alter table audit.entry no force row level security;
      update audit.entry set at = at + interval '1 day'; update audit.entry e set hash = audit.hash_of(e);
      alter table audit.entry enable trigger only_added_to; alter table audit.entry force row level security; commit;`);
    await asRole(database, nurse, (session) => saveRow(session, newVisit("after")));
    const { rows } = await asRole(database, { role: "osteon_keeper", account: "k" }, (session) =>
      sql<{
        back: boolean;
      }>`select at < lag(at) over (order by seq) as back from audit.entry where entity = 'chart.visit' order by seq desc limit 1`.execute(
        session,
      ),
    );
    assert.equal(
      rows[0]?.back,
      true,
      "the entry stands after the one before, with the earlier time that the clock told",
    );
    await end();
  });

  for (const engine of ENGINES_BELOW) {
    test(`a migration that is interrupted goes on where it stopped (${engine})`, async () => {
      const server = await postgresServer();
      const folder = await mkdtemp(join(tmpdir(), "osteon-migration-"));
      const database =
        engine === "embedded" ? await openEmbedded(folder) : await openServer(await server.newDatabase());
      const steps = migrations();
      const broken = steps.map((step, place) => (place === 6 ? { ...step, text: `${step.text}; select 1/0;` } : step));
      await assert.rejects(migrate(database, broken), /nothing of it stands/);
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where s.nspname = 'work' and c.relkind = 'r'`.execute(database.kysely);
      assert.equal(rows[0]?.n, 0, "nothing of the failed step stands");
      assert.deepEqual(
        await migrate(database),
        steps.slice(6).map(({ name }) => name),
      );
      assert.deepEqual(await migrate(database), []);
      await assert.rejects(migrate(database, steps.slice(0, 3)), /newer Osteon/);
      await assert.rejects(
        migrate(
          database,
          steps.map((step) => ({ ...step, hash: "00" })),
        ),
        /was changed after/,
      );
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  test("two servers that start at once migrate once", async () => {
    const server = await postgresServer();
    const url = await server.newDatabase();
    const both = await Promise.all([openServer(url), openServer(url)]);
    const taken = await Promise.all(both.map((database) => migrate(database)));
    assert.ok(taken.flat().length >= migrations().length);
    assert.deepEqual(await migrate(both[0]), []);
    for (const database of both) await database.close();
    await server.stop();
  });
});
