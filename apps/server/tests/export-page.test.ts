import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { CODEBOOK } from "@osteon/codebook";
import { appoint, asRole, verifyAuditFile } from "@osteon/registry";
import { unzipSync, zipSync } from "fflate";
import { sql } from "kysely";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url));

describe("what can be taken away", () => {
  let server: RunningServer;
  let manager: Client;
  let nurse: Client;
  let both: Client;
  const folder = mkdtempSync(join(tmpdir(), "osteon-export-"));
  const bytesOf = async (client: Client, path: string): Promise<Uint8Array> => {
    const answer = await fetch(new URL(path, server.address), { headers: { cookie: client.cookie } });
    assert.equal(answer.status, 200, path);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const rowsOf = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
    (await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) => query.execute(session)))
      .rows;
  before(async () => {
    server = await runningServer("server");
    manager = await server.person("manager", "data_manager", "Dresden");
    nurse = await server.person("nora", "study_nurse", "Aachen");
    both = await server.person("bea", "data_manager", "Dresden");
    await appoint(server.database, both.account, "investigator", "Aachen");
    const files = Object.fromEntries(
      readdirSync(COHORT)
        .filter((name) => /\.csv$|notice/.test(name))
        .map((name) => [name, new Uint8Array(readFileSync(`${COHORT}/${name}`))]),
    );
    const done = await manager("POST", "/api/imports?commit=yes&source=cohort", zipSync(files), {
      "content-type": "application/zip",
      "x-reason": "cohort",
    });
    assert.equal(done.status, 201, done.text.slice(0, 300));
    const child = {
      cohort: "cno",
      sex: "female",
      born_on: "2004",
      diagnosed_on: "2012-03-01",
      last_contact_on: "2013-01-01",
      consent: "given",
    };
    const enter = (patient: string, status: "draft" | "complete") =>
      nurse("POST", "/api/centres/Aachen/charts/patient", { cells: { ...child, patient }, status });
    assert.equal((await enter("AC-1", "complete")).status, 201);
    assert.equal((await enter("AC-2", "draft")).status, 201);
  });
  after(async () => {
    await server.end();
    rmSync(folder, { recursive: true });
  });

  test("the page is told how many children and rows are in an export, and how many drafts stay behind", async () => {
    const tables = async (
      client: Client,
      more = "",
    ): Promise<readonly { table: string; rows: number; drafts: number }[]> =>
      (await client("GET", `/api/exports${more}`)).json.tables as never;
    const [patients] = await tables(manager);
    assert.deepEqual(patients, { table: "patient", rows: 112, drafts: 0 });
    assert.deepEqual((await tables(both))[0], { table: "patient", rows: 113, drafts: 1 });
    assert.deepEqual((await tables(both, "?centre=Aachen"))[0], { table: "patient", rows: 1, drafts: 1 });
    assert.equal(
      (await tables(manager)).reduce((sum, { rows }) => sum + rows, 0),
      6515,
    );
    assert.equal((await nurse("GET", "/api/exports")).status, 403);
    assert.equal((await manager("GET", "/api/exports?centre=Aachen")).status, 403);
    const noted = await rowsOf(sql`select 1 from audit.entry where action = 'export'`);
    assert.equal(noted.length, 0, "to look is not to take");
  });

  test("an export of one centre holds that centre alone, without drafts, and is noted there", async () => {
    const files = unzipSync(await bytesOf(both, "/api/exports/charts.zip?centre=Aachen"));
    const text = Buffer.from(files["patient.csv"] ?? []).toString("utf8");
    assert.deepEqual(
      text
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
      ["AC-1"],
    );
    const noted = await rowsOf(sql<{ chain: string }>`select chain from audit.entry where action = 'export'`);
    assert.deepEqual(noted, [{ chain: "Aachen" }]);
  });

  test("R reads the export by the script that comes with it: rows, factors, labels, units, days, missing reasons", async (t) => {
    const script = (await manager("GET", "/api/exports/read-charts.R")).text;
    assert.doesNotMatch(script, /[^\n\x20-\x7e]/, "reads the same in every encoding");
    if (spawnSync("Rscript", ["--version"]).status !== 0) {
      t.diagnostic("Rscript is not installed: whether R reads the export was not tried");
      return;
    }
    writeFileSync(join(folder, "read-charts.R"), script);
    writeFileSync(join(folder, "charts.zip"), await bytesOf(manager, "/api/exports/charts.zip"));
    const said = execFileSync("Rscript", ["-e", ASKED], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const answers = new Map(
      said
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t") as [string, string]),
    );
    for (const { name } of CODEBOOK) {
      const [count] = await rowsOf(
        sql<{
          n: number;
        }>`select count(*)::int as n from ${sql.ref(`chart.${name}`)} where centre = 'Dresden' and row_status = 'complete'`,
      );
      assert.equal(answers.get(`rows ${name}`), String(count?.n), name);
    }
    const one = async (query: ReturnType<typeof sql<{ n: unknown }>>): Promise<string> =>
      String((await rowsOf(query))[0]?.n);
    assert.equal(
      answers.get("girls"),
      await one(sql`select count(*)::int as n from chart.patient where sex = 'female' and centre = 'Dresden'`),
    );
    assert.equal(answers.get("levels"), "Female|Male|Undetermined");
    assert.equal(answers.get("codes"), "female|male");
    assert.equal(answers.get("label"), "Pain in the last week on a scale from 0 (none) to 10.");
    assert.equal(answers.get("label of a day"), "Day on which the diagnosis was made in this centre.");
    assert.equal(
      answers.get("unit"),
      CODEBOOK.find(({ name }) => name === "visit")?.fields.find(({ name }) => name === "weight_kg")?.unit,
    );
    assert.equal(
      answers.get("days"),
      await one(
        sql`select sum(diagnosed_on - date '1970-01-01')::int as n from chart.patient where centre = 'Dresden'`,
      ),
    );
    assert.equal(answers.get("class"), "Date");
    assert.equal(
      answers.get("weights"),
      await one(sql`select sum(weight_kg)::numeric(12,1)::text as n from chart.visit`),
    );
    assert.equal(answers.get("swollen"), await one(sql`select count(*)::int as n from chart.visit where swelling`));
    for (const reason of ["not-done", "unknown", "not-applicable"])
      assert.equal(
        answers.get(`pain ${reason}`),
        await one(sql`select count(*)::int as n from chart.visit where pain_nrs_missing = ${reason}`),
        reason,
      );
    assert.equal(answers.get("partial"), "2003-06 2003-06-01 2003-06-30");
    assert.match(answers.get("strange") ?? "", /patient\.csv, sex: not in the codebook: w/);
    assert.equal(answers.get("leap"), "2000-02-01 2000-02-29 1999-01-01 1999-12-31 2001-12-05 2001-12-05 NA NA");
  });

  test("the codebook comes as CSV, JSON and Markdown, a line or entry for each field", async () => {
    const fields = CODEBOOK.flatMap((table) => table.fields.map(({ name }) => `${table.name}.${name}`));
    const csv = (await nurse("GET", "/api/exports/codebook.csv")).text.trimEnd().split("\n");
    assert.deepEqual(
      csv.slice(1).map((line) => line.split(",").slice(0, 2).join(".").replaceAll('"', "")),
      fields,
    );
    const json = (await nurse("GET", "/api/exports/codebook.json")).json as { tables: { fields: unknown[] }[] };
    assert.equal(json.tables.flatMap((table) => table.fields).length, fields.length);
    assert.match((await nurse("GET", "/api/exports/codebook.md")).text, /^## patient$/m);
  });

  test("what changed is told cell by cell, newest first, page by page, of one's own centres alone", async () => {
    const put = (cells: object, version: number, reason: string) =>
      nurse(
        "PUT",
        "/api/centres/Aachen/charts/patient/AC-1",
        { cells, status: "complete", reason },
        { "if-match": `"${version}"` },
      );
    const { cells } = (await nurse("GET", "/api/centres/Aachen/charts/patient/AC-1")).json as {
      cells: Record<string, string>;
    };
    assert.equal((await put({ ...cells, sex: "male" }, 1, "=typing error")).status, 200);
    assert.equal((await put({ ...cells, sex: "unknown" }, 2, "not in the chart")).status, 200);
    type Told = {
      changes: { kind: string; patient: string; cells: unknown; seq: string; centre: string }[];
      next?: string;
    };
    const read = async (client: Client, more: string): Promise<Told> =>
      (await client("GET", `/api/audit/changes?${more}`)).json as never;
    const newest = await read(both, "centre=Aachen&limit=2");
    assert.deepEqual(
      newest.changes.map(({ kind, cells: told }) => [kind, told]),
      [
        ["changed", [{ field: "sex", was: "male", is: "unknown" }]],
        ["changed", [{ field: "sex", was: "female", is: "male" }]],
      ],
    );
    const rest = await read(both, `centre=Aachen&limit=500&before=${newest.next}`);
    assert.deepEqual(
      rest.changes.map(({ kind, patient }) => `${kind} ${patient}`),
      ["entered AC-2", "entered AC-1"],
    );
    assert.equal(
      (await read(both, `actor=${nurse.account}&table=patient&action=entered&patient=AC-2`)).changes.length,
      1,
    );
    assert.deepEqual([...new Set((await read(manager, "limit=500")).changes.map(({ centre }) => centre))], ["Dresden"]);
    assert.equal((await manager("GET", "/api/audit/changes?centre=Aachen")).status, 403);
    assert.equal((await nurse("GET", "/api/audit/changes")).status, 403);
    const [moment] = await rowsOf(sql<{ at: Date }>`select at from audit.entry where reason = '=typing error'`);
    const between = new URLSearchParams({
      centre: "Aachen",
      from: new Date(String(moment?.at)).toISOString(),
      to: new Date(Date.parse(String(moment?.at)) + 1).toISOString(),
    });
    assert.deepEqual(
      (await read(both, String(between))).changes.map(({ kind }) => kind),
      ["changed"],
    );
    const csv = (await both("GET", `/api/audit/changes.csv?${between}`)).text.trimEnd().split("\n");
    assert.equal(csv.length, 2);
    assert.match(csv[1] ?? "", /,nora,Aachen,AC-1,patient,AC-1,changed,sex,female,male,'=typing error,$/);
  });

  test("the trail of a period holds its entries and no end of a chain; that of one centre can still be verified", async () => {
    const { text } = await both("GET", "/api/audit/trail.ndjson?centre=Aachen");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual([...new Set(lines.flatMap(({ chain, head }) => chain ?? head))], ["Aachen"]);
    const edge = lines[1]?.at;
    const part = await both("GET", `/api/audit/trail.ndjson?centre=Aachen&from=${edge}`);
    assert.deepEqual(
      part.text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).seq),
      lines
        .slice(1, -1)
        .map(({ seq }) => seq)
        .concat(await lastSeq()),
    );
    assert.doesNotMatch(part.text, /"head"/);
    writeFileSync(join(folder, "trail.ndjson"), text);
    assert.deepEqual((await verifyAuditFile(join(folder, "trail.ndjson"))).problems, []);
  });

  /** The first reading of the trail is noted in the trail itself. */
  const lastSeq = async (): Promise<readonly number[]> =>
    (
      await rowsOf(
        sql<{ seq: number }>`select seq::int from audit.entry where chain = 'Aachen' order by seq desc limit 1`,
      )
    ).map(({ seq }) => seq);
});

const ASKED = `source("read-charts.R"); charts <- suppressMessages(read_charts("charts.zip"))
say <- function(what, ...) cat(what, "\\t", paste(..., sep = "|"), "\\n", sep = "")
for (table in names(charts)) say(paste("rows", table), nrow(charts[[table]]))
child <- charts$patient; visit <- charts$visit
say("girls", sum(child$sex == "Female"))
say("levels", paste(levels(child$sex), collapse = "|"))
say("codes", paste(sort(unique(osteon_codes(child$sex))), collapse = "|"))
say("label", osteon_label(visit$pain_nrs))
say("label of a day", osteon_label(child$diagnosed_on))
say("unit", osteon_unit(visit$weight_kg))
say("days", sum(as.integer(child$diagnosed_on)))
say("class", class(visit$visited_on))
say("weights", sprintf("%.1f", sum(visit$weight_kg, na.rm = TRUE)))
say("swollen", sum(visit$swelling, na.rm = TRUE))
for (reason in c("not-done", "unknown", "not-applicable")) say(paste("pain", reason), sum(visit$pain_nrs_missing == reason, na.rm = TRUE))
first <- child[child$onset_on == "2003-06" & !is.na(child$onset_on), ][1, ]
say("partial", paste(first$onset_on, first$onset_on_from, first$onset_on_to))
days <- c("2000-02", "1999", "2001-12-05", NA)
say("leap", paste(as.vector(rbind(format(osteon_partial(days, FALSE)), format(osteon_partial(days, TRUE)))), collapse = " "))
dir.create("strange"); writeLines(c(paste(names(osteon_codebook$patient$fields), collapse = ","), "X,Y,cno,w,2000,2000,2001-01-01,given,alive,2002-01-01,no"), "strange/patient.csv")
say("strange", tryCatch(suppressWarnings(read_charts("strange")), error = function(e) conditionMessage(e)))`;
