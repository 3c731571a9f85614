// Writes the two backups of this folder with the code of the first release, from a checkout of it with its packages installed:
// node --test-global-setup=tests/postgres/one-for-all.ts --test packages/registry/tests/first-release/write-first-release.ts
// where FIRST_RELEASE names the checkout (commit 1203deb).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@osteon/registry";
import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { member } from "../both-engines.ts";
import type { FirstRelease, FirstReleaseCharts } from "./first-release-code.ts";

const checkout = process.env.FIRST_RELEASE;
if (checkout === undefined) throw new Error("FIRST_RELEASE names no checkout");
const from = (path: string) => import(join(checkout, path));
const {
  adjudicate,
  applyImport,
  appoint,
  asRole,
  askQuery,
  deleteRow,
  liftLock,
  moveQuery,
  planImport,
  readIdentityKeys,
  readRow,
  saveRow,
  setLock,
  signVisit,
  submitReading,
  undoBatch,
  writeBackup,
  writeIdentity,
}: FirstRelease = await from("packages/registry/src/index.ts");
const { CODEBOOK, tableNamed } = await from("packages/codebook/src/index.ts");
const { openRegistry } = await from("packages/registry/tests/both-engines.ts");
const { inventedChart } = await from("packages/registry/tests/invented-chart.ts");

const COHORT = join(checkout, "studies/schnabel-2017/cohort");
/** Children with these last digits are kept, about a third: the whole cohort would weigh a megabyte. */
const KEPT = /[147]$/;

/** A part of the sample cohort, its children and everything that hangs on them. */
function partOfCohort(change: (table: string, cells: Record<string, string>) => void = () => {}): FirstReleaseCharts {
  return CODEBOOK.map(({ name }: { name: string }) => {
    const all: Record<string, string>[] = parse(readFileSync(join(COHORT, `${name}.csv`)), { columns: true });
    const kept = all.filter(({ patient = "" }) => KEPT.test(patient));
    for (const cells of kept) change(name, cells);
    return { name, file: `${name}.csv`, rows: kept.map((cells, place) => ({ row: place + 2, cells })) };
  });
}

const manager = (reason: string, batch = "") => member("manager", { reason, ...(batch === "" ? {} : { batch }) });
const nurse = (reason?: string) => member("nurse", reason === undefined ? {} : { reason });
const investigator = member("investigator");

async function importCharts(
  database: Database,
  charts: FirstReleaseCharts,
  batch: string,
  source: string,
): Promise<void> {
  await asRole(database, manager(source, batch), async (session) =>
    applyImport(session, await planImport(session, charts), { batch, source }),
  );
}

async function fill(database: Database): Promise<void> {
  for (const centre of ["Dresden", "Ulm"]) {
    const people = [
      ["data_manager", "manager"],
      ["investigator", "investigator"],
      ["study_nurse", "nurse"],
      ["study_nurse", "other-nurse"],
      ["monitor", "monitor"],
    ] as const;
    for (const [role, account] of people) await appoint(database, account, role, centre);
  }
  await appoint(database, "ulm-manager", "data_manager", "Ulm");
  await asRole(database, { role: "osteon_door", account: "door" }, (session) =>
    sql`insert into auth."user" (id, name, email, email_verified) values ('nurse', 'Nora Nurse', 'nora@example.org', true)`.execute(
      session,
    ),
  );
  await importCharts(database, partOfCohort(), "00000000-0000-4000-8000-000000000001", "the cohort");
  await undone(database);
  for (const [name, cells] of inventedChart("Ulm", "U")) {
    await asRole(database, nurse(), (session) =>
      saveRow(session, { table: tableNamed(name), cells, centre: "Ulm", status: "complete", version: 0 }),
    );
  }
  await work(database);
  await importCharts(
    database,
    partOfCohort((table, cells) => {
      if (table === "visit" && /-0[0-9]4$/.test(cells.patient ?? "")) cells.pain_nrs = "10";
      if (table === "relapse" && /4$/.test(cells.patient ?? "")) cells.new_lesion = "unknown";
    }),
    "00000000-0000-4000-8000-000000000003",
    "an import that can be undone",
  );
}

/** An import of rows and changes that was taken back. */
async function undone(database: Database): Promise<void> {
  const batch = "00000000-0000-4000-8000-000000000002";
  const charts = partOfCohort((table, cells) => {
    if (table === "visit" && cells.patient === "DD-001") cells.weight_kg = "unknown";
  });
  await importCharts(database, charts, batch, "a mistake");
  await asRole(database, manager("it was a mistake"), (session) => undoBatch(session, batch));
}

const [CHILD, VISIT, OTHER_VISIT, THIRD_VISIT] = ["DD-001", "V00001", "V00002", "V00003"] as const;
const about = (rowKey: string) => ({ centre: "Dresden", patient: CHILD, entity: "visit", rowKey });

/** Corrections, a row deleted, signatures that hold and that are void, locks, queries, readings, a decision, an identity. */
async function work(database: Database): Promise<void> {
  for (const visit of [VISIT, OTHER_VISIT])
    await asRole(database, investigator, (session) => signVisit(session, visit, "approved", "Dr Ines Investigator"));
  await asRole(database, nurse("read again"), async (session) => {
    const row = await readRow(session, tableNamed("visit"), OTHER_VISIT);
    if (row === undefined) throw new Error(`no visit ${OTHER_VISIT}`);
    const cells = { ...row.cells, pain_nrs: "9", chaq: "" };
    const wanted = { table: tableNamed("visit"), cells, centre: "Dresden", status: "complete" } as const;
    if (!(await saveRow(session, { ...wanted, version: row.version })).ok)
      throw new Error("the correction was not saved");
  });
  const draft = { visit: "DRAFT-1", patient: CHILD, visited_on: "soon", weight_kg: "12,x" };
  await asRole(database, nurse(), (session) =>
    saveRow(session, { table: tableNamed("visit"), cells: draft, centre: "Dresden", status: "draft", version: 0 }),
  );
  await asRole(database, nurse(), (session) =>
    saveRow(session, {
      table: tableNamed("visit"),
      cells: { patient: CHILD, visited_on: "2012-02-01" },
      centre: "Dresden",
      status: "draft",
      version: 0,
    }),
  );
  await asRole(database, member("investigator", { reason: "entered twice" }), (session) =>
    deleteRow(session, tableNamed("visit"), "DRAFT-1", 1),
  );
  for (const account of ["nurse", "other-nurse"])
    await asRole(database, member(account), (session) =>
      submitReading(session, about(THIRD_VISIT), { pain_nrs: account === "nurse" ? "3" : "4" }),
    );
  await asRole(database, investigator, (session) => adjudicate(session, about(THIRD_VISIT), { pain_nrs: "4" }));
  const query = await asRole(database, member("monitor"), (session) =>
    askQuery(session, { ...about(THIRD_VISIT), field: "weight_kg" }, "Is this the weight of that day?"),
  );
  await asRole(database, nurse(), (session) => moveQuery(session, query, "answered", "It is."));
  await identityAndLocks(database);
}

async function identityAndLocks(database: Database): Promise<void> {
  const keys = readIdentityKeys(`fixture ${"5a".repeat(32)}`);
  const identity = { name: "Invented Child", bornOn: "1997-11-03", recordNumber: "R-1" };
  await asRole(database, nurse(), (session) =>
    writeIdentity(session, keys, { patient: CHILD, centre: "Dresden" }, identity, 0),
  );
  const lifted = await asRole(database, manager("too early"), (session) =>
    setLock(session, { scope: "patient", centre: "Dresden", patient: "DD-004" }),
  );
  await asRole(database, manager("too early"), (session) => liftLock(session, Number(lifted)));
  await asRole(database, manager("monitored"), (session) =>
    setLock(session, { scope: "visit", centre: "Dresden", patient: CHILD, visit: VISIT }),
  );
  await asRole(database, manager("monitored"), (session) =>
    setLock(session, { scope: "patient", centre: "Ulm", patient: "P-U" }),
  );
  // What the first release let happen: a lock of one centre on the visit of another, and on a visit that is not there yet.
  for (const visit of [THIRD_VISIT, "FUTURE-1"])
    await asRole(database, member("ulm-manager", { reason: "an attack" }), (session) =>
      setLock(session, { scope: "visit", centre: "Ulm", patient: "P-U", visit }),
    );
}

for (const engine of ["embedded", "server"] as const) {
  const opened = await openRegistry(engine);
  try {
    await fill(opened.database);
    await writeBackup(opened.database, new URL(`${engine}.backup`, import.meta.url).pathname);
  } finally {
    await opened.end();
  }
}
