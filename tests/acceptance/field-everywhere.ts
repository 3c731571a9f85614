// Run in a copy of the repository to which a field was added: where it is found, as JSON.
import { readFileSync } from "node:fs";
import { CODEBOOK, fieldLabel, GERMAN_BOOK, tableNamed } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { csvText } from "@osteon/interop";
import { appoint, asRole, migrate, openEmbedded, readRow, saveRow } from "@osteon/registry";

const [store = "", frozen = ""] = process.argv.slice(2);
const FIELD = "influenza_vaccinated";
const visit = tableNamed("visit");
const { tableText } = await import(new URL("../../apps/server/src/routes/chart-archive.ts", import.meta.url).href);

const CELLS = {
  patient: {
    patient: "P-1",
    centre: "Ulm",
    cohort: "cno",
    sex: "female",
    born_on: "2005-03",
    onset_on: "2012",
    diagnosed_on: "2012-09-30",
    consent: "given",
    status: "alive",
    last_contact_on: "2014-01-31",
    published_before: "no",
  },
  visit: { visit: "V-1", patient: "P-1", visited_on: "2012-10-01", [FIELD]: "yes" },
} as const;

const database = await openEmbedded(store);
const steps = await migrate(database);
await appoint(database, "nurse", "study_nurse", "Ulm");
await appoint(database, "manager", "data_manager", "Ulm");
for (const [table, cells] of Object.entries(CELLS))
  await asRole(database, { role: "osteon_member", account: "nurse" }, async (session) => {
    const wanted = { table: tableNamed(table), cells, centre: "Ulm", status: "complete", version: 0 } as const;
    const saved = await saveRow(session, wanted);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  });
const row = await asRole(database, { role: "osteon_member", account: "nurse" }, (session) =>
  readRow(session, visit, "Ulm", "V-1"),
);
const lines = await asRole(database, { role: "osteon_member", account: "manager" }, async (session) => {
  let text = "";
  for await (const piece of tableText(session, "visit", { byCentre: false })) text += piece;
  return text
    .trimEnd()
    .split("\n")
    .map((line: string) => line.split(","));
});
await database.close();

const charts = CODEBOOK.map(({ name }) => {
  const cells = name === "patient" || name === "visit" ? [CELLS[name]] : [];
  return { name, file: `${name}.csv`, rows: cells.map((one) => ({ row: 2, cells: one })) };
});
const made = await freeze(charts, { directory: frozen, policy: "middle" });
if (!made.ok) throw new Error(JSON.stringify(made.problems));
const engine = await openDuckDb();
await openFreeze(engine, made.value);
const values = (await engine.rows(`SELECT ${FIELD} AS value FROM visit`)).map(({ value }) => Number(value));
await engine.close();

// A form lists the fields of its table with their label and sentence.
const field = visit.fields.find(({ name }) => name === FIELD);
console.log(
  JSON.stringify({
    steps: steps.length,
    form: [...(fieldLabel("visit", FIELD) ?? []), GERMAN_BOOK[field?.says ?? ""]],
    template: csvText(visit, []).split(",").includes(FIELD),
    stored: row?.cells[FIELD],
    exported: lines[1]?.[lines[0]?.indexOf(FIELD) ?? -1],
    frozen: values,
    page: readFileSync(new URL("../../docs/reference/codebook.md", import.meta.url), "utf8").includes(`\`${FIELD}\``),
  }),
);
