import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type ChartRow, type Codebook, type OwnDefinition, type OwnField, SHIPPED, withOwn } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { openFreeze } from "@osteon/freeze";
import { csvText, filesOfBook, writeChartFolder } from "@osteon/interop";
import type { Needs } from "@osteon/protocol";
import { runStudy } from "../src/index.ts";
import { checkStudy } from "../src/lock/check-study.ts";
import { lockStudy } from "../src/lock/lock-study.ts";

const STUDY = fileURLToPath(new URL("vaccination/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "osteon-own-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const INFLUENZA: OwnDefinition = { label: ["Vaccinated", "Geimpft"], help: ["", ""], type: { kind: "yes-no" } };
const VACCINE: OwnDefinition = {
  label: ["Vaccine", "Impfstoff"],
  help: ["", ""],
  shownWhen: { field: "own_influenza", equals: "yes" },
  type: {
    kind: "choice",
    choices: [
      { code: "live", says: "Live", german: "Lebend" },
      { code: "inactivated", says: "Inactivated", german: "Inaktiviert" },
    ],
  },
};
/** A choice that was taken away since, and limits that became narrower: what was entered stays. */
const narrowed: OwnDefinition = {
  ...VACCINE,
  type: { kind: "choice", choices: [{ code: "live", says: "Live", german: "Lebend" }] },
};
const field = (name: string, ...versions: OwnField["versions"]): OwnField => ({ table: "patient", name, versions });
const CELLS: readonly ChartRow[] = [
  { own_influenza: "yes", own_vaccine: "inactivated" },
  { own_influenza: "yes", own_vaccine: "live" },
  { own_influenza: "no" },
  { own_influenza: "unknown" },
  {},
];

/** A chart folder of five children, as a registry with these fields exports it. */
async function chartsWith(name: string, own: readonly OwnField[], cells = CELLS): Promise<string> {
  const at = join(folder, name);
  const book: Codebook = withOwn(SHIPPED, own, "kept");
  const rows = cells.map((one, place) => ({
    ...{ patient: `P-${place + 1}`, centre: "Dresden", cohort: "cno", born_on: "2008-03", diagnosed_on: "2015-05-17" },
    ...{ sex: "female", consent: "given", status: "alive", last_contact_on: "2018-05-17" },
    ...one,
  }));
  await writeChartFolder([], at);
  writeFileSync(
    join(at, "patient.csv"),
    csvText(book.tables[0] ?? ({ ...SHIPPED.tables[0], fields: [] } as never), rows),
  );
  for (const [file, text] of Object.entries(filesOfBook(book))) writeFileSync(join(at, file), text);
  return at;
}

/** What is wrong with a study; that its folder keeps no lock is meant. */
const faultsOf = async (at: string) =>
  (await checkStudy(at, await lockStudy(at))).filter(({ code }) => code !== "lock-stale");

describe("a study of fields that a registry added", async () => {
  const lock = await lockStudy(STUDY);
  const run = async (charts: string) => {
    const made = await runStudy({ ...lock }, charts, { freeze: join(folder, `freeze of ${charts.split("/").at(-1)}`) });
    assert.ok(made.ok, JSON.stringify(made));
    const values = new Map(made.run.results.results.map(({ id, value, because }) => [id, value ?? because]));
    return { values, queries: made.run.queries, freeze: made.run.freeze };
  };

  test("can be locked, and counts them; values of a time when the field took more are among them", async () => {
    assert.deepEqual(await faultsOf(STUDY), []);
    const charts = await chartsWith("narrowed", [
      field("own_influenza", INFLUENZA),
      field("own_vaccine", VACCINE, narrowed),
    ]);
    const { values, queries, freeze } = await run(charts);
    assert.deepEqual(
      ["vaccinated.all.yes", "vaccinated.all.N", "vaccine.all.inactivated", "vaccine.all.live"].map((id) =>
        values.get(id),
      ),
      [2, 3, 1, 1],
    );
    assert.deepEqual(
      queries.filter(({ code }) => code === "not-collected"),
      [],
    );
    assert.deepEqual(
      freeze.book.own.map(({ name }) => name),
      ["own_influenza", "own_vaccine"],
    );
  });

  test("says that it was not collected where the charts have no such field, and nobody is counted as unvaccinated", async () => {
    const { values, queries } = await run(await chartsWith("without", [], [{}, {}]));
    assert.deepEqual([values.get("vaccinated.all.yes"), values.get("vaccinated.all.N")], [0, 0]);
    assert.equal(typeof values.get("vaccinated.all.yes-percent"), "string", "not estimable, with its reason");
    assert.deepEqual(
      queries.filter(({ code }) => code === "not-collected").map(({ where }) => where),
      [
        { file: "patient.csv", column: "own_influenza" },
        { file: "patient.csv", column: "own_vaccine" },
      ],
    );
  });

  test("a field that was added and answered nowhere is not entered, which is another thing", async () => {
    const { values, queries } = await run(
      await chartsWith("blank", [field("own_influenza", INFLUENZA), field("own_vaccine", VACCINE)], [{}, {}]),
    );
    assert.equal(values.get("vaccinated.all.N"), 0);
    assert.deepEqual(
      queries.filter(({ code }) => code === "not-collected"),
      [],
    );
  });

  test("is refused on charts that have the field for another kind", async () => {
    const other: OwnDefinition = { ...INFLUENZA, type: { kind: "text", maxLength: 20 } };
    const charts = await chartsWith("other", [field("own_influenza", other)], [{ own_influenza: "last autumn" }]);
    const made = await runStudy(lock, charts, { freeze: join(folder, "freeze of other") });
    assert.deepEqual(made.ok ? [] : made.problems.map(({ code, where }) => [code, where.column]), [
      ["own-field-differs", "own_influenza"],
    ]);
  });

  test("must name what its models read: an own field that it does not is not there", async () => {
    const at = join(folder, "undeclared");
    cpSync(STUDY, at, { recursive: true });
    const text = readFileSync(join(at, "protocol.ts"), "utf8").replace(', "patient.own_vaccine": "choice"', "");
    writeFileSync(join(at, "protocol.ts"), text);
    const [problem, ...more] = await faultsOf(at);
    assert.deepEqual([problem?.code, more], ["model-does-not-bind", []]);
    assert.match(problem?.fix ?? "", /needs\.own/);
    writeFileSync(join(at, "protocol.ts"), text.replace("patient.own_influenza", "nothing.influenza"));
    assert.deepEqual(
      (await faultsOf(at)).map(({ code }) => code),
      ["unknown-own-field"],
    );
  });

  test("sees of a freeze the fields that it names and no others", async () => {
    const own = [field("own_influenza", INFLUENZA), field("own_vaccine", VACCINE)];
    const { freeze } = await run(await chartsWith("seen", own));
    const columnsWith = async (needs?: Needs) => {
      const engine = await openDuckDb();
      try {
        await openFreeze(engine, freeze, undefined, needs);
        return (await engine.columns("SELECT * FROM patient")).names.filter((name) => name.startsWith("own_"));
      } finally {
        await engine.close();
      }
    };
    assert.deepEqual(await columnsWith(), []);
    assert.deepEqual(await columnsWith({ own: { "patient.own_influenza": "yes-no" } }), [
      "own_influenza",
      "own_influenza_missing",
    ]);
  });

  test("the same charts have the same hash whether or not a field was added in which nobody entered anything", async () => {
    const bare = await run(await chartsWith("bare", [], [{}, {}]));
    const added = await run(await chartsWith("added", [field("own_influenza", INFLUENZA)], [{}, {}]));
    assert.equal(added.freeze.hash, bare.freeze.hash);
  });
});
