import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { type AuditFormat, appoint, asRole, deleteRow, exportAudit, saveRow, verifyAuditFile } from "@osteon/registry";
import fc from "fast-check";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { keyFor } from "./invented-chart.ts";
import { replayed } from "./replayed-trail.ts";
import { accountOf, seedTwoCentres } from "./seeded.ts";

const KEEPER = { role: "osteon_keeper", account: "backup" } as const;

onEnginesBelow("the audit trail", ({ database }) => {
  const exported: Record<AuditFormat, string> = { ndjson: "", csv: "" };

  const readAll = async (format: AuditFormat, claims: Parameters<typeof exportAudit>[1] = KEEPER): Promise<string> => {
    const pieces: string[] = [];
    for await (const piece of exportAudit(database(), claims, format)) pieces.push(piece);
    return pieces.join("");
  };

  const verdictOn = async (text: string, format: AuditFormat) => {
    const folder = await mkdtemp(join(tmpdir(), "osteon-audit-"));
    const file = join(folder, `trail.${format}`);
    await writeFile(file, text);
    return await verifyAuditFile(file).finally(() => rm(folder, { recursive: true }));
  };

  before(async () => {
    await seedTwoCentres(database());
    const investigator = member(accountOf("investigator", "Aachen"), {
      reason: 'said "no" — 37,5 °C\n\t\\\u2028\u2029\u0085',
    });
    const visit = tableNamed("visit");
    await asRole(database(), investigator, async (session) => {
      await saveRow(session, {
        table: visit,
        cells: { visit: "visit-A", patient: "P-A", visited_on: "2009-05-18", pain_nrs: "6" },
        centre: "Aachen",
        status: "complete",
        version: 1,
      });
      await deleteRow(session, tableNamed("joint"), "Aachen", keyFor("joint", "A"), 1);
    });
    for (const format of ["ndjson", "csv"] as const) exported[format] = await readAll(format);
  });

  test("an update tells who, when, what was, what is, and why", async () => {
    const { rows } = await asRole(database(), KEEPER, (session) =>
      sql<{
        actor: string;
        before: Record<string, unknown>;
        after: Record<string, unknown>;
        reason: string;
        late: boolean;
      }>`
        select actor, before, after, reason, clock_timestamp() - at < interval '1 hour' as late
        from audit.entry where entity = 'chart.visit' and action = 'update'`.execute(session),
    );
    const [entry] = rows;
    assert.equal(rows.length, 1);
    assert.equal(entry?.actor, accountOf("investigator", "Aachen"));
    assert.equal(entry?.before.pain_nrs, 7);
    assert.equal(entry?.after.pain_nrs, 6);
    assert.equal(entry?.before.visited_on, "2009-05-17");
    assert.equal("patient" in (entry?.before ?? {}), false, "what stayed the same is not repeated");
    assert.equal(entry?.reason, 'said "no" — 37,5 °C\n\t\\\u2028\u2029\u0085');
    assert.equal(entry?.late, true);
  });

  for (const format of ["ndjson", "csv"] as const) {
    test(`an export is verified from the file alone (${format})`, async () => {
      const verdict = await verdictOn(exported[format], format);
      assert.deepEqual(verdict.problems, []);
      assert.ok(verdict.entries > 40);
      assert.deepEqual(
        verdict.chains.map(({ head }) => head),
        ["Aachen", "Berlin", "registry"],
      );
    });

    test(`any flipped byte is found (${format})`, async () => {
      const bytes = Buffer.from(exported[format]);
      const first = format === "csv" ? exported.csv.indexOf("\n") + 1 : 0;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: first, max: bytes.length - 2 }),
          fc.integer({ min: 1, max: 255 }),
          async (place, flip) => {
            const changed = Buffer.from(bytes);
            changed[place] = (changed[place] ?? 0) ^ flip;
            const verdict = await verdictOn(
              changed.toString("latin1") === "" ? "" : changed.toString("utf8"),
              format,
            ).catch(() => ({ problems: [1] }));
            return verdict.problems.length > 0;
          },
        ),
        { numRuns: 60, seed: 20 },
      );
    });

    test(`any deleted, doubled or moved row is found, the last one too (${format})`, async () => {
      const lines = exported[format].trimEnd().split("\n");
      const first = format === "csv" ? 1 : 0;
      const places = fc.integer({ min: first, max: lines.length - 1 });
      await fc.assert(
        fc.asyncProperty(places, places, fc.constantFrom("delete", "double", "move"), async (one, other, how) => {
          if (how === "move" && lines[one] === lines[other]) return true;
          const changed = [...lines];
          const [taken = ""] = changed.splice(one, 1);
          if (how === "double") changed.splice(one, 0, taken, taken);
          if (how === "move") changed.splice(other, 0, taken);
          const isHead = /"head" :|,head,/.test(taken);
          if (isHead && how !== "delete") return true;
          return (
            (await verdictOn(`${changed.join("\n")}\n`, format).catch(() => ({ problems: [1] }))).problems.length > 0
          );
        }),
        { numRuns: 60, seed: 21 },
      );
    });
  }

  test("a forged entry with a hash of its own, and one entry missing of a statement with many, are found by the links", async () => {
    await asRole(database(), member(accountOf("study_nurse", "Aachen")), (session) =>
      sql`insert into chart.joint (joint, patient, centre) select 'many-' || n, 'P-A', 'Aachen' from generate_series(1, 5) n`.execute(
        session,
      ),
    );
    const lines = (await readAll("ndjson")).trimEnd().split("\n");
    const many = lines.findIndex((line) => line.includes('"row" : "many-3"'));
    const codesOf = async (changed: readonly string[]) =>
      (await verdictOn(`${changed.join("\n")}\n`, "ndjson")).problems.map(({ code }) => code);
    assert.deepEqual(await codesOf(lines.filter((_, place) => place !== many)), ["audit-chain-broken"]);
    const visit = lines.findIndex((line) => line.includes('"action" : "update"') && line.includes("chart.visit"));
    const forged = String(lines[visit])
      .replace(/, "hash" : "[0-9a-f]+"\}$/, "}")
      .replace('"pain_nrs": 6', '"pain_nrs": 2');
    const hash = createHash("sha256").update(forged).digest("hex");
    const swapped = lines.with(visit, `${forged.slice(0, -1)}, "hash" : "${hash}"}`);
    assert.notEqual(swapped[visit], lines[visit]);
    assert.deepEqual(await codesOf(swapped), ["audit-chain-broken"]);
  });

  test("members can neither change, delete, truncate nor invent entries", async () => {
    for (const claims of [
      member(accountOf("administrator", "Aachen")),
      member(accountOf("investigator", "Aachen")),
      KEEPER,
    ]) {
      for (const statement of [
        "update audit.entry set actor = 'x'",
        "delete from audit.entry",
        "truncate audit.entry",
        "insert into audit.entry select * from audit.entry limit 1",
        "update audit.head set link = 0",
      ]) {
        const code = await outcome(() => asRole(database(), claims, (session) => sql.raw(statement).execute(session)));
        assert.equal(code, "42501", `${claims.account}: ${statement}`);
      }
      assert.equal(
        await outcome(() =>
          asRole(database(), claims, (session) =>
            sql`select audit.note('insert', 'x', null, null, null, null)`.execute(session),
          ),
        ),
        "OS002",
      );
    }
  });

  test("the owner of the database cannot change it either, short of switching the guard off", async () => {
    for (const statement of ["update audit.entry set actor = 'x'", "delete from audit.entry", "truncate audit.entry"]) {
      assert.equal(await outcome(() => database().script(statement)), "OS003", statement);
    }
  });

  test("a reviewer reads the trail of the own centre alone, an administrator that of accounts", async () => {
    const chainsOf = async (account: string) => [
      ...new Set((await readAll("ndjson", member(account))).match(/"chain" : "[^"]+"|"head" : "[^"]+"/g)),
    ];
    assert.deepEqual((await chainsOf(accountOf("monitor", "Berlin"))).sort(), [
      '"chain" : "Berlin"',
      '"head" : "Berlin"',
    ]);
    assert.deepEqual((await chainsOf(accountOf("administrator", "Berlin"))).sort(), [
      '"chain" : "registry"',
      '"head" : "registry"',
    ]);
    assert.deepEqual(await chainsOf(accountOf("study_nurse", "Berlin")), []);
  });

  test("writers at two centres do not wait for each other, and both chains hold", async () => {
    await appoint(database(), "both", "study_nurse", "Aachen");
    await appoint(database(), "both", "study_nurse", "Berlin");
    const visit = tableNamed("visit");
    await Promise.all(
      Array.from({ length: 30 }, (_, place) => {
        const [centre, patient] = place % 2 === 0 ? (["Aachen", "P-A"] as const) : (["Berlin", "P-B"] as const);
        const wanted = {
          table: visit,
          cells: { patient, visited_on: "2010-01-01" },
          centre,
          status: "complete",
          version: 0,
        } as const;
        return asRole(database(), member("both"), (session) => saveRow(session, wanted));
      }),
    );
    assert.deepEqual((await verdictOn(await readAll("ndjson"), "ndjson")).problems, []);
  });

  test("who maintains the database and gives rows another key is told: the trail alone gives every row as it stands", async () => {
    const tables = ["chart.joint", "chart.sequela", "access.membership"];
    await asRole(database(), member(accountOf("study_nurse", "Aachen")), (session) =>
      sql`insert into chart.joint (joint, patient, centre) select 'keyed-' || n, 'P-A', 'Aachen' from generate_series(1, 3) n`.execute(
        session,
      ),
    );
    for (const table of tables) {
      const { told, stand } = await replayed(database(), table);
      assert.ok(stand.length > 1, table);
      assert.deepEqual(told, stand, `${table}, before`);
    }
    await database().script(`begin;
      set local osteon.account = 'maintenance'; set local osteon.reason = 'numbered anew';
      alter table chart.joint no force row level security, disable trigger version;
      alter table chart.sequela no force row level security, disable trigger version;
      alter table access.membership no force row level security;
      update chart.joint set joint = case joint when 'keyed-2' then joint else 'again-' || joint end where joint like 'keyed-%';
      update chart.sequela set centre = 'Berlin', patient = 'P-B', sequela = 'moved' where centre = 'Aachen';
      update access.membership set centre = 'Berlin' where account = '${accountOf("study_nurse", "Aachen")}';
      update access.role_right set verb = 'look' where role = 'monitor' and verb = 'read';
      update access.role_right set verb = 'read' where role = 'monitor' and verb = 'look';
      alter table chart.joint force row level security, enable trigger version;
      alter table chart.sequela force row level security, enable trigger version;
      alter table access.membership force row level security;
      commit;`);
    for (const table of tables) {
      const { told, stand } = await replayed(database(), table);
      assert.deepEqual(told, stand, table);
    }
    const { rows } = await asRole(database(), KEEPER, (session) =>
      sql<{
        line: string;
      }>`select concat_ws(' ', chain, action, entity, row_key, patient, after ->> 'area', reason) as line from audit.entry
        where actor = 'maintenance' and entity in ('chart.joint', 'chart.sequela', 'access.role_right')`.execute(
        session,
      ),
    );
    const joints = ["keyed-1", "keyed-3"].flatMap((key) => [
      `Aachen delete chart.joint ${key} P-A numbered anew`,
      `Aachen insert chart.joint again-${key} P-A numbered anew`,
    ]);
    const rights = ["audit", "chart", "query", "reading"].flatMap((area) => [
      "registry delete access.role_right monitor numbered anew",
      `registry insert access.role_right monitor ${area} numbered anew`,
    ]);
    assert.deepEqual(
      rows.map(({ line }) => line).sort(),
      [
        ...joints,
        "Aachen delete chart.sequela sequela-A P-A numbered anew",
        "Berlin insert chart.sequela moved P-B numbered anew",
        ...rights,
        ...rights,
      ].sort(),
    );
    assert.deepEqual((await verdictOn(await readAll("ndjson"), "ndjson")).problems, []);
  });

  test("a change of the table itself, by someone who could switch the guards off, is found", async () => {
    await database().script(`begin;
      alter table audit.entry disable trigger only_added_to; alter table audit.entry no force row level security;
      update audit.entry set reason = 'another' where seq = 20;
      alter table audit.entry enable trigger only_added_to; alter table audit.entry force row level security;
      commit;`);
    const { problems } = await verdictOn(await readAll("ndjson"), "ndjson");
    assert.deepEqual(
      problems.map(({ code, where }) => [code, where.row]),
      [["audit-entry-changed", 20]],
    );
  });
});
