import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { asRole, type Database } from "@osteon/registry";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { keyFor } from "./invented-chart.ts";
import { accountOf, ROLES, type Role, seedTwoCentres } from "./seeded.ts";

const VERBS = ["select", "insert", "update", "delete"] as const;
type Verb = (typeof VERBS)[number];
type Allowed = Readonly<Record<Verb, string>>;

/** Who may do what at the own centre, by initials; nobody may do anything elsewhere. Written by hand, not read from the database. */
const NOBODY: Allowed = { select: "", insert: "", update: "", delete: "" };
const INITIALS: Readonly<Record<Role, string>> = {
  administrator: "A",
  data_manager: "D",
  investigator: "I",
  study_nurse: "N",
  monitor: "M",
  statistician: "S",
  image_reader: "R",
};
/** What the nurse finds of her own to take back: drafts that nobody else wrote, and what stands on the skeleton. */
const OWN = new Set(["patient", "visit", "imaging", "lesion", "lesion_observation", "treatment", "manifestation"]);
const EXPECTED: Readonly<Record<string, Allowed>> = {
  ...Object.fromEntries(
    CODEBOOK.map(({ name }) => [
      `chart.${name}`,
      { select: "DINMS", insert: "DIN", update: "DIN", delete: OWN.has(name) ? "DIN" : "DI" },
    ]),
  ),
  "work.lock": { select: "DINMS", insert: "D", update: "D", delete: "" },
  "work.signature": { select: "DINMS", insert: "", update: "", delete: "" },
  "work.query": { select: "DINMS", insert: "", update: "", delete: "" },
  "work.query_message": { select: "DINMS", insert: "", update: "", delete: "" },
  "work.reading": { select: "DINMS", insert: "IN", update: "", delete: "" },
  "work.adjudication": { select: "DINMS", insert: "I", update: "", delete: "" },
  "work.batch": { select: "DINMS", insert: "D", update: "D", delete: "" },
  "work.run": { select: "DIS", insert: "DIS", update: "DIS", delete: "" },
  "work.image_order": { select: "DIMSR", insert: "R", update: "", delete: "" },
  "work.image_reading": { select: "DIMSR", insert: "R", update: "R", delete: "" },
  "identity.person": NOBODY,
  "audit.entry": { select: "DIM", insert: "", update: "", delete: "" },
  "audit.head": { select: "DIM", insert: "", update: "", delete: "" },
};

const CENTRES = ["Aachen", "Berlin"] as const;
/** Both centres number their rows alike, so that every right is tried on rows of which the number alone says nothing. */
const TAG = "A";
type Centre = (typeof CENTRES)[number];

onEnginesBelow("the matrix of table, role, centre and verb", ({ database, engine }) => {
  let cells = 0;
  before(async () => {
    await seedTwoCentres(database(), TAG);
    for (const centre of CENTRES) await seedWork(database(), centre);
  });
  after(() => console.log(`access matrix (${engine}): ${cells} cells tried`));

  for (const [table, allowed] of Object.entries(EXPECTED)) {
    test(table, async () => {
      const wrong: string[] = [];
      for (const role of [...ROLES, "nobody"] as const) {
        for (const verb of VERBS) {
          for (const own of CENTRES) {
            for (const centre of role === "nobody" ? [own] : CENTRES) {
              cells += 1;
              const may = role !== "nobody" && own === centre && allowed[verb].includes(INITIALS[role]);
              const account = role === "nobody" ? "nobody" : accountOf(role, own);
              const did = await tries(database(), account, statement(table, verb, centre));
              if (did !== may) wrong.push(`${role} of ${own} ${may ? "cannot" : "can"} ${verb} ${table} at ${centre}`);
            }
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  test("no table with a centre is missing here", async () => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and column_name in ('centre', 'centres', 'chain') and table_schema in ('chart', 'work', 'identity', 'audit') order by 1`.execute(
      database().kysely,
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(EXPECTED).sort(),
    );
  });

  test("accounts: an administrator appoints and ends, everyone sees the own memberships alone", async () => {
    await asRole(database(), { role: "osteon_door", account: "door" }, (door) =>
      sql`insert into auth."user" (id, name, email, email_verified) values ('new', 'New', 'new@example.org', true)`.execute(
        door,
      ),
    );
    for (const role of ROLES) {
      const account = accountOf(role, "Aachen");
      const admin = role === "administrator";
      const membership = "insert into access.membership (account, role, centre) values ('new', 'monitor', 'Berlin')";
      assert.equal(await tries(database(), account, membership), admin, `${role} appoints`);
      assert.equal(
        await tries(database(), account, "insert into access.centre (centre) values ('New')"),
        admin,
        `${role} adds a centre`,
      );
      assert.equal(
        await tries(
          database(),
          account,
          "update access.membership set ended_at = now() where account = 'study_nurse@Berlin'",
        ),
        admin,
      );
      assert.equal(await tries(database(), account, "delete from access.membership"), false);
      assert.equal(await tries(database(), account, "update access.membership set role = 'data_manager'"), false);
      assert.equal(
        await tries(database(), account, "insert into access.role_right values ('monitor', 'chart', 'write')"),
        false,
      );
      assert.equal(
        await tries(database(), account, "select 1 from access.membership where account = 'study_nurse@Berlin'"),
        admin,
      );
      assert.equal(
        await tries(database(), account, `select 1 from access.membership where account = '${account}'`),
        true,
      );
    }
  });

  test("a study is made by choosing by those who run studies, and changed by whoever made it", async () => {
    const hash = "5".repeat(64);
    const text = `insert into work.study_text (hash, lock) values ('${"6".repeat(64)}', '{}')`;
    const version = (study: string, of: number) =>
      `insert into work.chosen_study (saving, study, version, title, hash, choices) values ('${study} ${of}', '${study}', ${of}, 'T', '${hash}', '{}')`;
    const author = accountOf("statistician", "Aachen");
    await asRole(database(), member(author, { reason: "matrix" }), async (session) => {
      await sql.raw(`insert into work.study_text (hash, lock) values ('${hash}', '{}')`).execute(session);
      await sql.raw(version("chosen", 1)).execute(session);
    });
    const end = "update work.chosen_study set ended_at = now(), ended_by = access.actor() where study = 'chosen'";
    for (const role of ROLES.filter((one) => one !== "image_reader")) {
      for (const centre of CENTRES) {
        const account = accountOf(role, centre);
        const runs = EXPECTED["work.run"]?.insert.includes(INITIALS[role]) === true;
        assert.equal(await tries(database(), account, text), runs || role === "administrator", `${role} keeps a lock`);
        assert.equal(await tries(database(), account, version("own", 1)), runs, `${role} makes a study`);
        assert.equal(
          await tries(database(), account, version("chosen", 2)),
          account === author,
          `${account} changes it`,
        );
        assert.equal(await tries(database(), account, end), account === author || role === "administrator");
        assert.equal(await tries(database(), account, "select 1 from work.chosen_study"), true);
        assert.equal(await tries(database(), account, "delete from work.chosen_study"), false);
        assert.equal(await tries(database(), account, "update work.chosen_study set choices = '[]'"), false);
      }
    }
    for (const account of ["nobody", accountOf("image_reader", "Aachen")])
      assert.equal(await tries(database(), account, "select 1 from work.chosen_study"), false, account);
  });

  test("what is asked of a sign-in is read by all and changed by administrators", async () => {
    for (const role of ROLES) {
      const account = accountOf(role, "Aachen");
      assert.equal(await tries(database(), account, "select 1 from access.sign_in"), true);
      const change = "update access.sign_in set contact = 'x'";
      assert.equal(await tries(database(), account, change), role === "administrator", role);
      assert.equal(await tries(database(), account, "delete from access.sign_in"), false);
      assert.equal(await tries(database(), account, "select 1 from auth.link"), false);
      for (const call of ["new_link('new', '', now())", "disable('new')", "enable('new')", "rename('new', 'N')"])
        assert.equal(await tries(database(), account, `select access.${call}`), role === "administrator", call);
      for (const call of [
        "put_link('new', '', now())",
        "put_disabled('new', true)",
        "drop_factor('new')",
        "list_accounts()",
      ])
        assert.equal(await tries(database(), account, `select access.${call}`), false, call);
    }
  });

  test("an ended membership gives no right any more", async () => {
    const nurse = accountOf("study_nurse", "Berlin");
    assert.equal(await tries(database(), nurse, "select 1 from chart.patient"), true);
    await asRole(database(), member(accountOf("administrator", "Berlin"), { reason: "left" }), (session) =>
      sql`update access.membership set ended_at = clock_timestamp() where account = ${nurse}`.execute(session),
    );
    assert.equal(await tries(database(), nurse, "select 1 from chart.patient"), false);
  });

  test("nobody becomes another role, or another person's session, from inside", async () => {
    for (const role of ["osteon_system", "osteon_keeper", "osteon_door"]) {
      const code = await outcome(() =>
        asRole(database(), member("x"), (session) =>
          sql.raw(`select 1 from ${role === "osteon_door" ? "auth.session" : "identity.person"}`).execute(session),
        ),
      );
      assert.match(code, /42501|42P01/);
    }
  });
});

const UNDONE = new Error("undone");

/** Whether the account can do it to at least one row. Nothing of it stays. */
async function tries(database: Database, account: string, text: string): Promise<boolean> {
  let touched = 0;
  try {
    await asRole(database, member(account, { reason: "matrix" }), async (session) => {
      const { rows, numAffectedRows } = await sql.raw(text).execute(session);
      touched = Math.max(rows.length, Number(numAffectedRows ?? 0));
      throw UNDONE;
    });
  } catch (error) {
    if (error === UNDONE) return touched > 0;
    if ((error as { code?: string }).code === "42501") return false;
    // Row security speaks before what may be there once.
    if ((error as { code?: string }).code === "23505") return true;
    throw new Error(`${account}: ${text}`, { cause: error });
  }
  return false;
}

function statement(table: string, verb: Verb, centre: Centre): string {
  const [schema, name = ""] = table.split(".");
  const here =
    schema === "audit"
      ? `chain = '${centre}'`
      : name === "run"
        ? `centres = array['${centre}']`
        : `centre = '${centre}'`;
  // A row that nothing refers to: what is tried is the right, not the reference.
  const aside = schema === "chart" && verb === "delete" && REFERRED.has(name) ? ` and ${name} like 'aside-%'` : "";
  switch (verb) {
    case "select":
      return `select 1 from ${table} where ${here}`;
    case "delete":
      return `delete from ${table} where ${here}${aside}`;
    case "update":
      return `update ${table} set ${UPDATED[table] ?? (schema === "chart" ? "row_status = row_status" : here)} where ${here}`;
    case "insert":
      return schema === "chart"
        ? insertIntoChart(name, centre)
        : (INSERTED[table]?.(centre) ?? `insert into ${table} select * from ${table} limit 1`);
  }
}

const REFERRED = new Set(["patient", "visit", "imaging", "lesion", "treatment", "manifestation"]);

const insertIntoChart = (name: string, centre: Centre): string =>
  name === "patient"
    ? `insert into chart.patient (patient, centre) values ('new', '${centre}')`
    : `insert into chart.${name} (${name}, patient, centre) values ('new', 'P-${TAG}', '${centre}')`;

const UPDATED: Readonly<Record<string, string>> = {
  "work.lock": "lifted_by = 'x'",
  "work.batch": "undone_by = 'x'",
  "work.run": "step = 'x'",
  "work.image_reading": "withdrawn_at = clock_timestamp()",
  "audit.entry": "actor = 'x'",
  "audit.head": "link = 0",
};

const row = (centre: Centre, entity: string): string => `'${centre}', 'P-${TAG}', '${entity}'`;
const INSERTED: Readonly<Record<string, (centre: Centre) => string>> = {
  "work.lock": (centre) => `insert into work.lock (centre, scope, patient) values ('${centre}', 'patient', 'P-${TAG}')`,
  "work.signature": (centre) =>
    `insert into work.signature (centre, patient, visit, meaning, printed_name, signed_by, content) values (${row(centre, "v")}, 'author', 'x', 'x', '')`,
  "work.query": (centre) =>
    `insert into work.query (centre, patient, entity, row_key, code, says, raised_by) values (${row(centre, "visit")}, 'x', 'x', 'x', 'x')`,
  "work.query_message": (centre) =>
    `insert into work.query_message (query, centre, patient, state, says) values (1, '${centre}', 'P', 'open', 'x')`,
  "work.reading": (centre) =>
    `insert into work.reading (centre, patient, entity, row_key, cells) values (${row(centre, "joint")}, 'joint-${TAG}', '{}')`,
  "work.adjudication": (centre) =>
    `insert into work.adjudication (centre, patient, entity, row_key, cells) values (${row(centre, "visit")}, 'visit-${TAG}', '{}')`,
  "work.batch": (centre) =>
    `insert into work.batch (batch, centre, source, rows_new, rows_changed) values ('new', '${centre}', 'x', 0, 0)`,
  "work.run": (centre) => `insert into work.run (run, study, centres) values ('new', 'x', array['${centre}'])`,
  "work.image_order": (centre) => `insert into work.image_order (centre) values ('${centre}')`,
  "work.image_reading": (centre) => imageReading(centre),
  "identity.person": (centre) =>
    `insert into identity.person (patient, centre, sealed, sealed_with, written_by) values ('P-${TAG}', '${centre}', '', 'k', 'x')`,
};

const imageReading = (centre: Centre): string =>
  `insert into work.image_reading (centre, patient, imaging, findings) values ('${centre}', 'P-${TAG}', '${keyFor("imaging", TAG)}', '{"femur left": "active"}')`;

/** One row in every table beside the charts, and a row that nothing refers to in every chart table. */
async function seedWork(database: Database, centre: Centre): Promise<void> {
  const as = (role: Role, ...statements: readonly string[]) =>
    asRole(database, member(accountOf(role, centre), { reason: "seed" }), async (session) => {
      for (const text of statements) await sql.raw(text).execute(session);
    });

  await as("study_nurse", `insert into chart.patient (patient, centre) values ('aside-${TAG}', '${centre}')`);
  for (const name of [...REFERRED].filter((one) => one !== "patient")) {
    await as(
      "study_nurse",
      `insert into chart.${name} (${name}, patient, centre) values ('aside-${name}-${TAG}', 'P-${TAG}', '${centre}')`,
    );
  }
  const reading = `insert into work.reading (centre, patient, entity, row_key, cells) values (${row(centre, "visit")}, 'visit-${TAG}', '{}')`;
  await as("study_nurse", reading);
  await as(
    "investigator",
    reading,
    `select identity.seal('${centre}', 'P-${TAG}', 0, '\\x00', 'key')`,
    `select work.sign('${centre}', '${keyFor("visit", TAG)}', 'author', 'Dr X')`,
  );
  const decided = `insert into work.reading (centre, patient, entity, row_key, cells) values (${row(centre, "lesion")}, 'lesion-${TAG}', '{}')`;
  await as("study_nurse", decided);
  await as(
    "investigator",
    decided,
    `insert into work.adjudication (centre, patient, entity, row_key, cells) values (${row(centre, "lesion")}, 'lesion-${TAG}', '{}')`,
  );
  await as("image_reader", `insert into work.image_order (centre) values ('${centre}')`, imageReading(centre));
  await as("monitor", `select work.ask('visit', 'visit-${TAG}', 'pain_nrs', 'Is it so?', '${centre}', 'P-${TAG}')`);
  await as(
    "data_manager",
    `insert into work.lock (centre, scope, patient) values ('${centre}', 'patient', 'P-${TAG}')`,
    `update work.lock set lifted_at = now(), lifted_by = 'x' where centre = '${centre}'`,
    `insert into work.batch (batch, centre, source, rows_new, rows_changed) values ('b-${TAG}', '${centre}', 'x', 0, 0)`,
    `insert into work.run (run, study, centres) values ('r-${centre}', 's', array['${centre}'])`,
  );
}
