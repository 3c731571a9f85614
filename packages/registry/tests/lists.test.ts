import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ANALYTES, type Analyte, DRUGS, type Drug, SHIPPED, tableNamed } from "@osteon/codebook";
import {
  addAnalyte,
  addDrug,
  asRole,
  type Claims,
  changeAnalyte,
  changeDrug,
  readCodebook,
  readLists,
  type Session,
  saveRow,
} from "@osteon/registry";
import { sql } from "kysely";
import { member, onBothEngines, outcome } from "./both-engines.ts";
import { accountOf, ROLES, seedTwoCentres } from "./seeded.ts";

const BONELIX: Drug = { code: "own_bonelix", says: "Bonelix", german: "Bonelix", usualUnits: ["mg"] };
const OSTEOCALCIN: Analyte = {
  ...{ code: "own_osteocalcin", says: "Osteocalcin", german: "Osteokalzin", scale: "quantity", unit: "ng/mL" },
  reported: [{ unit: "ng/mL", numerator: 1, denominator: 1 }],
  limits: { possible: [0, 1000], plausible: [1, 400] },
  bands: [{ sex: "female", fromMonths: 0, toMonths: 144, plausible: [20.5, 200] }],
};

onBothEngines("the lists of drugs and analytes", ({ database }) => {
  const administrator = member(accountOf("administrator", ""), { reason: "begun here" });
  const nurse = member(accountOf("study_nurse", "Aachen"));
  const as = <Value>(claims: Claims, work: (session: Session) => Promise<Value>) => asRole(database(), claims, work);
  const run = (claims: Claims, text: string) => outcome(() => as(claims, (session) => sql.raw(text).execute(session)));
  before(async () => await seedTwoCentres(database(), "A"));

  test("a registry begins with those that are shipped", async () => {
    assert.deepEqual(await as(nurse, readCodebook), SHIPPED);
    const { drugs, analytes } = await as(nurse, readLists);
    assert.ok(
      [...drugs, ...analytes].every(
        ({ shipped, version, changedBy }) => shipped && version === 1 && changedBy === "migration",
      ),
    );
  });

  test("everyone reads them, administrators alone add and change, and nobody deletes", async () => {
    for (const role of [...ROLES, "nobody"] as const) {
      const claims = member(role === "nobody" ? "nobody" : accountOf(role, "Aachen"), { reason: "tried" });
      assert.equal((await as(claims, readCodebook)).drugs.length, DRUGS.length, role);
      const tried = (work: (session: Session) => Promise<unknown>) =>
        outcome(() =>
          as(claims, async (session) => {
            const changed = await work(session);
            throw new Error(changed === false ? "nothing" : "undone");
          }),
        );
      const isOne = role === "administrator";
      for (const add of [(s: Session) => addDrug(s, BONELIX), (s: Session) => addAnalyte(s, OSTEOCALCIN)])
        assert.equal(await tried(add), isOne ? "Error: undone" : "42501", role);
      const retired = { ...(DRUGS[0] as Drug), retired: true as const };
      assert.equal(await tried((s) => changeDrug(s, retired, 1)), isOne ? "Error: undone" : "Error: nothing", role);
      for (const table of ["drug", "analyte"]) {
        assert.equal(await run(claims, `delete from access.${table}`), "42501", `${role} deletes`);
        assert.equal(await run(claims, `update access.${table} set shipped = false`), "42501", `${role} ships`);
      }
    }
  });

  test("an entry of one's own is added, changed with a reason at the version that was read, retired, and each stands in the trail", async () => {
    await as(administrator, (session) => addDrug(session, BONELIX));
    await as(administrator, (session) => addAnalyte(session, OSTEOCALCIN));
    const book = await as(nurse, readCodebook);
    assert.deepEqual(book.drugs, [...DRUGS, BONELIX]);
    assert.deepEqual(book.analytes, [...ANALYTES, OSTEOCALCIN]);
    const classed: Drug = { ...BONELIX, drugClass: "bisphosphonate", codes: { atc: "M05BA99" } };
    assert.equal(await outcome(() => as(member(administrator.account), (s) => changeDrug(s, classed, 1))), "OS005");
    assert.equal(await as(administrator, (session) => changeDrug(session, classed, 1)), true);
    assert.equal(
      await as(administrator, (session) => changeDrug(session, classed, 1)),
      false,
      "read before the change",
    );
    const { bands: _, ...wider } = { ...OSTEOCALCIN, retired: true as const };
    assert.equal(await as(administrator, (session) => changeAnalyte(session, wider, 1)), true);
    const lists = await as(nurse, readLists);
    assert.deepEqual([lists.drugs.at(-1)?.entry, lists.drugs.at(-1)?.version], [classed, 2]);
    assert.deepEqual(lists.analytes.at(-1)?.entry, wider);
    const { rows } = await as({ role: "osteon_keeper", account: "test" }, (session) =>
      sql`select entity, chain, action, row_key as key, actor, reason, before ->> 'drug_class' as was, after ->> 'drug_class' as is
        from audit.entry where entity in ('access.drug', 'access.analyte') order by seq`.execute(session),
    );
    const common = { chain: "registry", actor: administrator.account, reason: "begun here", was: null, is: null };
    assert.deepEqual(rows, [
      { ...common, entity: "access.drug", action: "insert", key: "own_bonelix" },
      { ...common, entity: "access.analyte", action: "insert", key: "own_osteocalcin" },
      { ...common, entity: "access.drug", action: "update", key: "own_bonelix", is: "bisphosphonate" },
      { ...common, entity: "access.analyte", action: "update", key: "own_osteocalcin" },
    ]);
  });

  test("what is shipped stays as it came but for its units and whether it is offered, and what a result was measured in stays", async () => {
    const change = (text: string) => run(administrator, `update access.${text}`);
    assert.equal(await change("drug set drug_class = null where drug = 'naproxen'"), "OS340");
    assert.equal(await change("drug set atc = null where drug = 'naproxen'"), "OS340");
    assert.equal(await change("analyte set plausible_to = 1 where analyte = 'crp'"), "OS340");
    assert.equal(await change("analyte set reported = '[]' where analyte = 'own_osteocalcin'"), "OS341");
    assert.equal(await change("analyte set unit = 'g' where analyte = 'own_osteocalcin'"), "42501");
    const naproxen: Drug = { ...(DRUGS[1] as Drug), usualUnits: ["mg/kg/d"], retired: true };
    assert.equal(await as(administrator, (session) => changeDrug(session, naproxen, 1)), true);
    assert.deepEqual((await as(nurse, readCodebook)).drugs[1], naproxen);
    for (const code of ["bonelix", "own_", "Own_x", "own_ü", "ibuprofen"])
      assert.notEqual(await outcome(() => as(administrator, (s) => addDrug(s, { ...BONELIX, code }))), "done", code);
  });

  test("a chart may name an own drug, a retired one too, and none that the list has not", async () => {
    const save = (drug: string, status: "draft" | "complete" = "complete") =>
      as(nurse, (session) =>
        saveRow(session, {
          table: tableNamed("treatment"),
          centre: "Aachen",
          cells: {
            ...{ patient: "P-A", drug, drug_class: "bisphosphonate", started_on: "2020-01-01" },
            stopped_on: "not applicable",
          },
          status,
          version: 0,
        }),
      );
    const given = await save("own_bonelix");
    assert.ok(given.ok, JSON.stringify(given));
    assert.equal(given.row.cells.drug, "own_bonelix");
    const strange = await save("own_bonelyx");
    assert.ok(!strange.ok && strange.because === "problems");
    assert.match(strange.problems[0]?.fix ?? "", /^Did you mean own_bonelix\? .*Administration, Lists/);
    const draft = await save("own_nothing", "draft");
    assert.ok(draft.ok);
    assert.equal(draft.row.cells.drug, "own_nothing", "a draft keeps what was typed");
    const { rows } = await as(nurse, (s) =>
      sql<{ drug: string | null }>`select drug from chart.treatment where treatment = ${draft.row.key}`.execute(s),
    );
    assert.deepEqual(rows, [{ drug: null }]);
    assert.equal(
      await run(nurse, `update chart.treatment set drug = 'own_nothing' where treatment = '${given.row.key}'`),
      "23503",
    );
  });
});
