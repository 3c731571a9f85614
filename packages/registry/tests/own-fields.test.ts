import assert from "node:assert/strict";
import { before, test } from "node:test";
import { CODEBOOK, cellCheck, definitionFaults, type OwnDefinition, withOwnFields } from "@osteon/codebook";
import { asRole, ownFields, ownFieldVersions, writeOwnField } from "@osteon/registry";
import fc from "fast-check";
import { sql } from "kysely";
import { member, onBothEngines, outcome } from "./both-engines.ts";
import { anything, cell, definition } from "./drawn-own-fields.ts";
import { accountOf, ROLES, seedTwoCentres } from "./seeded.ts";

const INFLUENZA: OwnDefinition = {
  label: ["Vaccinated against influenza", "Gegen Influenza geimpft"],
  help: ["In the last twelve months.", "In den letzten zwölf Monaten."],
  type: { kind: "yes-no" },
};
const DOSES: OwnDefinition = {
  label: ["Doses", "Dosen"],
  help: ["", ""],
  type: { kind: "integer", limits: { possible: [0, 20], plausible: [1, 5] } },
};
const narrowed: OwnDefinition = {
  ...DOSES,
  type: { kind: "integer", limits: { possible: [0, 10], plausible: [1, 5] } },
};

onBothEngines("fields of the registry's own", ({ database }) => {
  const administrator = member(accountOf("administrator", ""), { reason: "asked by the ethics committee" });
  const nurse = member(accountOf("study_nurse", "Aachen"), { reason: "seen in the chart" });
  const write = (name: string, one: OwnDefinition, read: number, claims = administrator, table = "patient") =>
    outcome(() =>
      asRole(database(), claims, (session) => writeOwnField(session, { table, name, definition: one }, read)),
    );
  const run = (text: string, claims = nurse) =>
    outcome(() => asRole(database(), claims, (session) => sql.raw(text).execute(session)));
  before(async () => await seedTwoCentres(database()));

  test("administrators alone add and change them, with a reason, after the version that was read; the trail tells", async () => {
    for (const role of [...ROLES, "nobody"] as const) {
      const claims = member(role === "nobody" ? "nobody" : accountOf(role, "Aachen"), { reason: "tried" });
      if (role !== "administrator") assert.equal(await write("own_influenza", INFLUENZA, 0, claims), "42501", role);
      for (const text of ["update access.own_field set version = 7", "delete from access.own_field"])
        assert.equal(await run(text, claims), "42501", `${role}: ${text}`);
    }
    assert.equal(await write("own_influenza", INFLUENZA, 0, member(accountOf("administrator", ""))), "OS005");
    assert.equal(await write("own_influenza", INFLUENZA, 0), "done");
    assert.equal(await write("own_influenza", INFLUENZA, 0), "OS010", "someone else added it meanwhile");
    assert.equal(await write("own_doses", DOSES, 0), "done");
    assert.equal(await write("own_doses", narrowed, 1), "done");
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
      sql`select chain, action, actor, reason, row_key, after #> '{definition,type,limits,possible}' as possible from audit.entry
        where entity = 'access.own_field' and row_key = 'patient.own_doses' order by seq`.execute(session),
    );
    const told = { chain: "registry", action: "insert", actor: administrator.account, row_key: "patient.own_doses" };
    const reason = administrator.reason;
    assert.deepEqual(rows, [
      { ...told, reason, possible: [0, 20] },
      { ...told, reason, possible: [0, 10] },
    ]);
    assert.equal((await asRole(database(), nurse, ownFieldVersions)).length, 3, "everyone reads them");
  });

  test("a field keeps its meaning, and its name can be nothing but a name", async () => {
    const other = { ...DOSES, type: { kind: "text", maxLength: 5 } } as const;
    assert.equal(await write("own_doses", other, 2), "OS014", "another kind");
    assert.equal(await write("own_doses", { ...narrowed, unit: "mL" }, 2), "OS014", "another unit");
    assert.equal(await write("own_x", INFLUENZA, 0, administrator, "nothing"), "OS014", "no such table");
    for (const name of [
      "x",
      "own_",
      "own_X",
      "own_a b",
      "own_a'",
      'own_a"',
      "own_a;drop table chart.patient",
      "own_1a",
    ])
      assert.equal(await write(name, INFLUENZA, 0), "23514", name);
    for (const table of ["chart.patient", "patient; drop table chart.patient", "PATIENT", "pg_class", ""])
      assert.match(await write("own_x", INFLUENZA, 0, administrator, table), /23514|OS014|42602/, table);
  });

  test("a value is taken where it fits, stays where the limits become narrower, and comes back to the row that had it", async () => {
    const set = (own: object) =>
      `update chart.patient set own = '${JSON.stringify(own)}' where centre = 'Aachen' and patient = 'P-A'`;
    assert.equal(await run(set({ own_influenza: "yes" })), "done");
    for (const own of [{ own_influenza: "ja" }, { own_influenza: true }, { own_doses: "11" }, { own_else: "1" }])
      assert.equal(await run(set(own)), "OS013", JSON.stringify(own));
    assert.equal(await run(`update chart.visit set own = '{"own_influenza": "yes"}' where centre = 'Aachen'`), "OS013");
    assert.equal(await run(`update chart.patient set own = '[]' where centre = 'Aachen'`), "23514");
    assert.equal(await write("own_doses", DOSES, 2), "done", "widened");
    assert.equal(await run(set({ own_influenza: "yes", own_doses: "15" })), "done");
    assert.equal(await write("own_doses", narrowed, 3), "done", "narrowed");
    assert.equal(await run(set({ own_influenza: "no", own_doses: "15" })), "done", "the value stays");
    assert.equal(await run(set({ own_doses: "16" })), "OS013");
    assert.equal(await run(set({ own_doses: "9" })), "done");
    assert.equal(await run(set({ own_doses: "15" })), "done", "as an import that is undone brings it back");
    const elsewhere = set({ own_doses: "15" }).replace("'Aachen'", "'Berlin'").replace("'P-A'", "'P-B'");
    assert.equal(await run(elsewhere, member(accountOf("study_nurse", "Berlin"), { reason: "tried" })), "OS013");
    assert.equal(await run(elsewhere), "done", "of another centre there is no row for a nurse of this one");
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
      sql`select own from chart.patient where centre = 'Berlin'`.execute(session),
    );
    assert.deepEqual(rows, [{ own: {} }]);
    assert.equal(await write("own_influenza", { ...INFLUENZA, retired: true }, 1), "done");
    assert.equal(await run(set({ own_doses: "15", own_influenza: "yes" })), "done", "held before");
    assert.equal(await run(set({ own_doses: "15", own_influenza: "unknown" })), "OS013", "retired: nothing new");
  });

  test("a field that is required from a day on is asked of complete rows of that day or later, where it is shown", async () => {
    const by = { on: "2010-01-01", by: "visited_on" };
    const required: OwnDefinition = { ...INFLUENZA, requiredFrom: by, shownWhen: { field: "swelling", equals: "yes" } };
    assert.equal(await write("own_fever", required, 0, administrator, "visit"), "done");
    const visit = (key: string, day: string, swelling: string, own: string, status = "complete") =>
      run(`insert into chart.visit (visit, patient, centre, visited_on, swelling, own, row_status)
        values ('${key}', 'P-A', 'Aachen', '${day}', ${swelling}, '${own}', '${status}')`);
    assert.equal(await visit("before", "2009-12-31", "true", "{}"), "done");
    assert.equal(await visit("after", "2010-01-01", "true", "{}"), "OS013");
    assert.equal(await visit("hidden", "2010-01-01", "false", "{}"), "done");
    assert.equal(await visit("answered", "2010-01-01", "true", '{"own_fever": "unknown"}'), "done");
    assert.equal(await visit("draft", "2010-01-01", "true", "{}", "draft"), "done");
    assert.equal(await run("update chart.visit set row_status = 'complete' where visit = 'draft'"), "OS013");
  });

  test("the database refuses the definitions that the codebook refuses, and nothing else", async () => {
    const seen = { good: 0, bad: 0 };
    const all: unknown[] = [];
    fc.assert(
      fc.property(fc.oneof(anything, definition), (one) => void all.push(one)),
      { numRuns: 1500, seed: 33 },
    );
    const { rows } = await sql<{ fault: string | null }>`
      select access.own_field_fault(one) as fault from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality as p (one, place)
      order by place`.execute(database().kysely);
    for (const [index, one] of all.entries()) {
      const faults = definitionFaults(JSON.parse(JSON.stringify(one)));
      seen[faults.length === 0 ? "good" : "bad"] += 1;
      const fault = rows[index]?.fault ?? null;
      assert.equal(fault !== null, faults.length > 0, `${fault}: ${JSON.stringify([one, faults])}`);
    }
    assert.ok(seen.good > 300 && seen.bad > 300, JSON.stringify(seen));
  });

  test("any definition, any cell: what the reader of cells accepts the database accepts, and nothing else", async () => {
    const seen = { good: 0, bad: 0 };
    const all: (readonly [OwnDefinition, string])[] = [];
    const numRuns = process.env.OSTEON_SOAK === undefined ? 4000 : 60_000;
    fc.assert(
      fc.property(definition, cell, (one, written) => void all.push([one, written])),
      { numRuns, seed: 34 },
    );
    const kept = all.filter(([, written]) => written.isWellFormed() && !written.includes("\0"));
    const { rows } = await sql<{ fits: boolean }>`
      select chart.own_fits(one #> '{0,type}', one -> 1) as fits
      from jsonb_array_elements(${JSON.stringify(kept)}::jsonb) with ordinality as p (one, place) order by place`.execute(
      database().kysely,
    );
    for (const [index, [one, written]] of kept.entries()) {
      const [table] = withOwnFields(
        [{ ...(CODEBOOK[0] as (typeof CODEBOOK)[number]), fields: [] }],
        [{ table: "patient", name: "own_x", versions: [one] }],
        "new",
      );
      const field = table?.fields[0];
      assert.ok(field);
      const faults = cellCheck(field)(written).filter(({ severity }) => severity === "refused");
      seen[faults.length === 0 ? "good" : "bad"] += 1;
      assert.equal(rows[index]?.fits, faults.length === 0, JSON.stringify([one.type, written, faults]));
    }
    assert.ok(seen.good > 400 && seen.bad > 400, JSON.stringify(seen));
  });

  test("they are read as fields with every definition that each had", async () => {
    const fields = await asRole(database(), nurse, ownFields);
    assert.deepEqual(
      fields.map(({ table, name, versions }) => [table, name, versions.length]),
      [
        ["patient", "own_influenza", 2],
        ["patient", "own_doses", 4],
        ["visit", "own_fever", 1],
      ],
    );
  });
});
