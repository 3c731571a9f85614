import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { asRole, openServer } from "@osteon/registry";
import { unzipSync, zipSync } from "fflate";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Cells, CSV, child, csvOf, EDGES, type Told, there, XLSX, ZIP } from "./edges/edge-registry.ts";
import { type Answer, type Client, PASSWORD, type RunningServer, runningServer } from "./running-server.ts";

/** The last table stands at the end of an archive. */
const LAST_FILE = `${CODEBOOK.at(-1)?.name}.csv`;
const NOTICE = "Synthetic charts: no real patients.";

const problemsOf = ({ json }: Answer): readonly Told[] => (json.problems ?? []) as readonly Told[];
const notesOf = ({ json }: Answer): readonly Told[] => (json.notes ?? []) as readonly Told[];
const written = ({ json }: Answer): number =>
  ((json.tables ?? []) as readonly { new: number; changed: number }[]).reduce(
    (sum, one) => sum + one.new + one.changed,
    0,
  );

const childAt = (centre: string, patient: string): Cells => child(patient, { centre });

/** A chart folder whose tables are all there. */
const folderOf = (files: Readonly<Record<string, string>>): Record<string, Uint8Array> =>
  Object.fromEntries([
    ...CODEBOOK.map(({ name }) => [`${name}.csv`, Buffer.from(csvOf(name))]),
    ...Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]),
  ]);

for (const engine of ENGINES_BELOW) {
  describe(`files that come in and go out (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let nurse: Client;
    let ulm: Client;
    before(async () => {
      server = await runningServer(engine);
      manager = await server.person("manager", "data_manager", "Dresden");
      nurse = await server.person("nurse", "study_nurse", "Dresden");
      ulm = await server.person("ulm", "data_manager", "Ulm");
      const done = await send("patient", csvOf("patient", childAt("Dresden", "DD-001"), childAt("Dresden", "DD-002")));
      assert.equal(done.status, 201, done.text);
    });
    after(() => server.end());

    const send = (table: string, text: string | Uint8Array, who: Client = manager): Promise<Answer> =>
      who("POST", `/api/imports?table=${table}&commit=yes`, Buffer.from(text as string), CSV);
    const bytesOf = async (path: string, who: Client = manager): Promise<{ bytes: Uint8Array; headers: Headers }> => {
      // Files are handed to whoever proved within five minutes who they are; on a busy machine the sign-in is longer ago.
      await who("POST", "/api/proof", { password: PASSWORD });
      const answer = await fetch(new URL(path, server.address), { headers: { cookie: who.cookie } });
      assert.equal(answer.status, 200, path);
      return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers };
    };
    const tableOf = async (table: string, who: Client = manager): Promise<string> =>
      Buffer.from((await bytesOf(`/api/exports/tables/${table}`, who)).bytes).toString();

    test("a quotation mark that swallows rows is refused with its place, a text of two lines by file, form and API", async () => {
      const cultures = [
        there ? readFileSync(`${EDGES}/08-quote-swallows-rows/culture.csv`, "utf8") : undefined,
        `${csvOf("culture")}C1,DD-001,2010-01-20,bone,growth,"E. coli\nC2,DD-001,2010-01-21,bone,growth,E. coli"\n`,
        `${csvOf("culture")}C1,DD-001,2010-01-20,bone,growth,"a\nC2,DD-001,2010-01-21,,,\nC3,DD-001,2010-01-22,,,\nC4,DD-001,2010-01-23,,,b"\n`,
        `${csvOf("culture")}C1,DD-001,2010-01-20,"bone,growth,a\nC2,DD-001,2010-01-21,bone",growth,b\n`,
      ].flatMap((text) => text ?? []);
      for (const text of cultures) {
        const answer = await send("culture", text);
        assert.equal(answer.status, 422, answer.text);
        assert.deepEqual(
          problemsOf(answer).map(({ code, where }) => [code, where.row]),
          [["rows-in-a-cell", 2]],
        );
      }
      const two = await send("culture", `${csvOf("culture")}C1,DD-001,2010-01-20,bone,growth,"E.\ncoli"\n`);
      assert.deepEqual(
        problemsOf(two).map(({ code, where }) => [code, where.row, where.column]),
        [["line-break", 2, "organism"]],
      );
      const cells = {
        culture: "C1",
        patient: "DD-001",
        sampled_on: "2010-01-20",
        growth: "growth",
        organism: "E.\ncoli",
      };
      const typed = await nurse("POST", "/api/centres/Dresden/charts/culture", { cells, status: "complete" });
      assert.equal(typed.status, 422, typed.text);
      assert.deepEqual(
        problemsOf(typed).map(({ code, where }) => [code, where.column]),
        [["line-break", "organism"]],
      );
      assert.equal(await tableOf("culture"), csvOf("culture"));
    });

    test("an archive of which one byte is another, or that was cut, is refused with the entry's name, and not read", async () => {
      const visits = csvOf("visit", { visit: "V1", patient: "DD-001", visited_on: "2010-01-20", weight_kg: "45" });
      const whole = Buffer.from(zipSync(folderOf({ "visit.csv": visits }), { level: 0 }));
      const other = Buffer.from(whole);
      other.write("95", whole.indexOf(",45,") + 1, "latin1");
      const deflated = Buffer.from(zipSync(folderOf({ "visit.csv": visits })));
      const begin = deflated.indexOf("visit.csv") + "visit.csv".length;
      const packed = Buffer.from(deflated);
      packed[begin + 12] = (packed[begin + 12] ?? 0) ^ 1;
      const at = (name: string): number => whole.indexOf(name) + name.length;
      const inputs: readonly (readonly [Uint8Array, string])[] = [
        ...(there ? [[readFileSync(`${EDGES}/20-damaged-zip/in.zip`), "laboratory.csv"] as const] : []),
        [other, "visit.csv"],
        [packed, "visit.csv"],
        [whole.subarray(0, at("visit.csv") + 30), "visit.csv"],
        [whole.subarray(0, whole.length - 1), LAST_FILE],
        [whole.subarray(0, whole.indexOf("PK\u0001\u0002")), LAST_FILE],
      ];
      for (const [archive, entry] of inputs) {
        const answer = await manager("POST", "/api/imports?commit=yes", archive, ZIP);
        assert.equal(answer.status, 422, answer.text);
        assert.deepEqual(
          problemsOf(answer).map(({ code, where }) => [code, where.file]),
          [["damaged-archive", entry]],
        );
      }
      const { bytes } = await bytesOf("/api/exports/charts.xlsx");
      const workbook = Buffer.from(bytes);
      const cut = await manager("POST", "/api/imports", workbook.subarray(0, workbook.length - 40), XLSX);
      assert.deepEqual(
        problemsOf(cut).map(({ code }) => code),
        ["damaged-archive"],
      );
      const locked = Buffer.from(whole);
      const place = locked.indexOf("PK\u0001\u0002") + 8;
      locked[place] = (locked[place] ?? 0) | 1;
      assert.match(problemsOf(await manager("POST", "/api/imports", locked, ZIP))[0]?.says ?? "", /password/);
      assert.equal(await tableOf("visit"), csvOf("visit"));
    });

    test("a pseudonym that breaks readers is refused with its reason, in a form, a draft, a renaming and a file", async () => {
      for (const name of ["NA", "N/A", "null", "NULL", "None", "nan", "#N/A", "A\nB", "A\u200bB", "inf"]) {
        const cells = { ...childAt("Dresden", name) };
        for (const status of ["draft", "complete"]) {
          const answer = await nurse("POST", "/api/centres/Dresden/charts/patient", { cells, status });
          assert.equal(answer.status, 422, `${status} ${name} ${answer.text}`);
          const [problem] = problemsOf(answer);
          assert.equal(problem?.where.column, "patient");
          assert.match(problem?.says ?? "", /programs take for|nobody sees|not seen|part of a path/, name);
        }
        const renamed = await manager("POST", "/api/centres/Dresden/patients/DD-002/pseudonym", {
          pseudonym: name,
          reason: "mistyped",
        });
        assert.equal(renamed.status, 422, `${name} ${renamed.text}`);
        assert.match(problemsOf(renamed)[0]?.says ?? "", /programs take for|nobody sees|not seen|part of a path/, name);
        const quoted = csvOf("patient", { ...cells, patient: "X" }).replace("\nX,", `\n"${name}",`);
        const imported = problemsOf(await send("patient", quoted));
        assert.ok(
          imported.some(({ code, where }) => /key-shape|unseen-letter/.test(code) && where.row === 2),
          `${name} ${JSON.stringify(imported)}`,
        );
      }
    });

    if (engine === "server")
      test("pseudonyms of before that break readers can be listed, opened, renamed and deleted", async () => {
        const names = ["NA", "null", "A\nB", "A\u200bB", "A/B", "NaN"];
        const owner = await openServer(server.place);
        try {
          await sql`alter table chart.patient disable trigger shape_of_new`.execute(owner.kysely);
          const role = { role: "osteon_member", account: manager.account, reason: "of before" } as const;
          await asRole(owner, role, async (session) => {
            for (const name of names)
              await sql`insert into chart.patient (patient, centre, cohort, born_on, diagnosed_on, last_contact_on, consent, row_status)
                select ${name}, centre, cohort, born_on, diagnosed_on, last_contact_on, consent, row_status from chart.patient where patient = 'DD-001'`.execute(
                session,
              );
          });
          await sql`alter table chart.patient enable trigger shape_of_new`.execute(owner.kysely);
        } finally {
          await owner.close();
        }
        const listed: string[] = [];
        for (let after = ""; ; ) {
          const { status, json, text } = await manager("GET", `/api/patients?limit=1${after}`);
          assert.equal(status, 200, text);
          listed.push(...(json.patients as readonly { patient: string }[]).map(({ patient }) => patient));
          if (json.next === undefined) break;
          after = `&after=${encodeURIComponent(String(json.next))}`;
        }
        for (const [place, name] of names.entries()) {
          assert.ok(listed.includes(name), JSON.stringify(name));
          const path = encodeURIComponent(name);
          assert.equal((await manager("GET", `/api/centres/Dresden/patients/${path}`)).status, 200, name);
          if (place % 2 === 0) {
            const becomes = `OLD-${place}`;
            const renamed = await manager("POST", `/api/centres/Dresden/patients/${path}/pseudonym`, {
              pseudonym: becomes,
              reason: "breaks R",
            });
            assert.equal(renamed.status, 200, renamed.text);
            assert.equal((await manager("GET", `/api/centres/Dresden/patients/${becomes}`)).status, 200);
          }
          const row = `/api/centres/Dresden/charts/patient/${place % 2 === 0 ? `OLD-${place}` : path}`;
          const read = await manager("GET", row);
          assert.equal(read.status, 200, read.text);
          const version = { "if-match": read.headers.get("etag") ?? "" };
          const gone = await manager("DELETE", row, { reason: "of a test" }, version);
          assert.equal(gone.status, 204, `${JSON.stringify(name)} ${gone.text}`);
        }
      });

    test("what a file says of its charts is told, kept by every export, read back, and gone with an undo", async () => {
      const files = folderOf({
        "patient.csv": csvOf("patient", childAt("Ulm", "UL-001")),
        "notice.txt": `${NOTICE}\n`,
      });
      const notices = async (): Promise<string> => String((await ulm("GET", "/api/exports")).json.notice);
      const onEveryPage = async () => (await ulm("GET", "/api/me")).json.notices;
      const dry = await ulm("POST", "/api/imports", zipSync(files), ZIP);
      assert.deepEqual(
        notesOf(dry).map(({ code, where, says }) => [code, where.file, says.includes(NOTICE), says.includes("Ulm")]),
        [["notice-kept", "notice.txt", true, true]],
      );
      assert.deepEqual([await notices(), await onEveryPage()], ["", []], "a dry run keeps nothing");
      const first = await ulm("POST", "/api/imports?commit=yes", zipSync(files), ZIP);
      assert.equal(first.status, 201, first.text);
      assert.deepEqual(await onEveryPage(), [{ centre: "Ulm", lines: [NOTICE] }]);
      const zip = await bytesOf("/api/exports/charts.zip", ulm);
      assert.equal(Buffer.from(unzipSync(zip.bytes)["notice.txt"] ?? []).toString(), `${NOTICE}\n`);
      const single = await bytesOf("/api/exports/tables/patient", ulm);
      assert.match(
        single.headers.get("content-disposition") ?? "",
        /"patient\.synthetic-charts-no-real-patients\.csv"/,
      );
      for (const [file, type] of [
        ["charts.zip", ZIP],
        ["charts.xlsx?form=typed", XLSX],
      ] as const) {
        const { bytes } = await bytesOf(`/api/exports/${file}`, ulm);
        const again = await ulm("POST", "/api/imports", bytes, type);
        assert.deepEqual([again.status, written(again), notesOf(again), problemsOf(again)], [200, 0, [], []], file);
      }
      // Other children beside them are told of; what is there already is not told twice.
      const more = { ...files, "patient.csv": Buffer.from(csvOf("patient", childAt("Ulm", "UL-002"))) };
      assert.deepEqual(notesOf(await ulm("POST", "/api/imports", zipSync(more), ZIP)), []);
      const newer = { ...more, "notice.txt": Buffer.from("Drawn from a model.\n") };
      const [mixed] = notesOf(await ulm("POST", "/api/imports", zipSync(newer), ZIP));
      assert.match(mixed?.says ?? "", /Children at Ulm that the file has not: 1\./);
      const undo = await ulm("POST", `/api/centres/Ulm/imports/${first.json.batch}/undo`, { reason: "a trial" });
      assert.equal(undo.status, 200, undo.text);
      assert.deepEqual([await notices(), await onEveryPage()], ["", []]);
      for (const told of [
        ...(there ? [readFileSync(`${EDGES}/21-notice-lost/notice.txt`, "utf8")] : []),
        "Erfundene Akten: keine echten Kinder, «Köln» nur als Wort.",
        "Drawn from a model.\r\nOf no use for a diagnosis.\r\n",
      ]) {
        const done = await ulm(
          "POST",
          "/api/imports?commit=yes",
          zipSync({ ...files, "notice.txt": Buffer.from(told) }),
          ZIP,
        );
        assert.equal(done.status, 201, done.text);
        const kept = unzipSync((await bytesOf("/api/exports/charts.zip", ulm)).bytes)["notice.txt"];
        const lines = (text: string) => text.trim().split(/\r?\n/);
        assert.deepEqual(lines(Buffer.from(kept ?? []).toString()), lines(told));
        const gone = await ulm("POST", `/api/centres/Ulm/imports/${done.json.batch}/undo`, { reason: "a trial" });
        assert.equal(gone.status, 200, gone.text);
      }
    });

    test("drafts are counted by every export; the typed form keeps formulas from running and comes back as it was", async () => {
      const odd = ["=1+1", "@SUM(A1)", "-x", "'=1"].map((organism, place) => ({
        ...{ culture: `K${place}`, patient: "DD-001", sampled_on: "2010-01-20", growth: "growth", organism },
      }));
      assert.equal((await send("culture", csvOf("culture", ...odd))).status, 201);
      const draft = { cells: { visit: "V9", patient: "DD-001", visited_on: "2010-01-20" }, status: "draft" };
      assert.equal((await nurse("POST", "/api/centres/Dresden/charts/visit", draft)).status, 201);
      for (const path of [
        "charts.zip",
        "charts.xlsx",
        "tables/visit",
        "charts.zip?form=typed",
        "tables/joint?form=typed",
      ])
        assert.equal((await bytesOf(`/api/exports/${path}`)).headers.get("x-osteon-drafts-left-out"), "1", path);
      const plain = unzipSync((await bytesOf("/api/exports/charts.zip")).bytes);
      assert.equal(Buffer.from(plain["culture.csv"] ?? []).toString(), csvOf("culture", ...odd), "letter by letter");
      const { bytes, headers } = await bytesOf("/api/exports/charts.zip?form=typed");
      assert.match(headers.get("content-disposition") ?? "", /"typed-charts\.zip"/);
      const typed = Object.fromEntries(
        Object.entries(unzipSync(bytes)).map(([name, one]) => [name, Buffer.from(one).toString()]),
      );
      assert.match(typed["culture.csv"] ?? "", /^\uFEFFculture,.*,organism,organism_missing\n/);
      const shown = (typed["culture.csv"] ?? "")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",").at(-2));
      assert.deepEqual(shown, ["'=1+1", "'@SUM(A1)", "'-x", "''=1"]);
      const manifest = JSON.parse(typed["manifest.json"] ?? "");
      assert.equal(manifest.says, "1 draft is left out: what is not complete is not yet said.");
      assert.deepEqual(manifest.tables.find(({ table }: { table: string }) => table === "visit").draftsLeftOut, 1);
      assert.match(typed["readme.txt"] ?? "", /1 draft is left out/);
      assert.match(typed["read-charts.R"] ?? "", /read_charts <- function/);
      const again = await manager("POST", "/api/imports", bytes, ZIP);
      assert.deepEqual([again.status, written(again), problemsOf(again)], [200, 0, []]);
    });
  });
}
