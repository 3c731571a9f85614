import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { CODEBOOK } from "@osteon/codebook";
import { openDuckDb, textLiteral } from "@osteon/engine";
import { csvText, readChartFolder } from "@osteon/interop";
import { STUDIES, shelfOf } from "@osteon/run";
import { readStudies, runInWorker } from "@osteon/server";
import { unzipSync, zipSync } from "fflate";
import { type Client, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";

/** Four children with a row in every table: three who stay out, and one who shows that the search would find them. */
const CANARIES = {
  WITHDREW: { consent: "withdrawn" },
  OPTEDOUT: { status: "opted_out" },
  NEVERASKED: { consent: "" },
  STAYS: { consent: "waived" },
} as const;
const GONE = ["WITHDREW", "OPTEDOUT", "NEVERASKED"] as const;

/** Routes that show charts to those who keep them, or no chart at all. Any other route that answers to GET must be walked below. */
const INSIDE = [
  /^\/api\/readiness$/,
  /^\/api\/(me|proof|people|memberships|centres|codebook|studies|follow-up-plan|settings|consent|sign-in-methods|openapi\.json|imports|locks|dashboard)/,
  /^\/api\/(patients|charts|queries|readings|administration|audit|schedule$|schedule\/summary)/,
  /^\/api\/(missing|quality|lists|own-fields|kept-tables|choices|chosen-studies|image-(readings|agreement)|tokens?$)/,
  /^\/api\/auth\//,
];

const WALKED = [/^\/api\/exports/, /^\/api\/audit\/changes\.csv$/, /^\/api\/schedule\.ics$/, /^\/api\/runs/];

for (const engine of ENGINES_BELOW) {
  describe(`children who stay out of studies (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let administrator: Client;
    let runs = "";

    before(async () => {
      runs = await mkdtemp(join(tmpdir(), "osteon-runs-"));
      server = await runningServer(engine, {
        runner: runInWorker(runs, { dotsPerInch: 36 }),
        shelf: shelfOf(STUDIES),
        studies: readStudies(),
      });
      administrator = await server.person("admin", "administrator", null);
      await administrator("POST", "/api/centres", { centre: "Dresden" });
      manager = await server.person("manager", "data_manager", "Dresden");
      const headers = { "content-type": "application/zip", "x-reason": "taken over" };
      const done = await manager("POST", "/api/imports?commit=yes", zipSync(folderOf()), headers);
      assert.equal(done.status, 201, done.text.slice(0, 500));
    });
    after(async () => {
      await server.end();
      await rm(runs, { recursive: true, force: true });
    });

    test("stand in no export, of any format", async () => {
      for (const path of [
        "/api/exports/charts.zip",
        "/api/exports/charts.xlsx",
        ...CODEBOOK.map(({ name }) => `/api/exports/tables/${name}`),
      ])
        for (const form of ["", "?form=typed"])
          assertGone(await textOf(await download(manager, `${path}${form}`)), `${path}${form}`);
      const calendar = await manager("GET", "/api/schedule.ics?asOf=2009-06-01");
      const { tables } = (await manager("GET", "/api/exports")).json as { tables: { table: string; rows: number }[] };
      const children =
        (await textOf(await download(manager, "/api/exports/tables/patient"))).trimEnd().split("\n").length - 1;
      assert.equal(
        tables.find(({ table }) => table === "patient")?.rows,
        children,
        "what is told before is what comes",
      );
      assertGone(await textOf(await download(manager, "/api/audit/changes.csv")), "changes.csv");
      assert.equal(calendar.status, 200);
      assertGone(calendar.text, "schedule.ics");
    });

    test("stand in no file of a run: freeze, tables, results, report, members", async () => {
      const folder = await finishedRun();
      let searched = "";
      for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!file.isFile() || /\.(png|svg)$/.test(file.name)) continue;
        const path = join(file.parentPath, file.name);
        const text = file.name.endsWith(".parquet") ? await parquetText(path) : await textOf(await readFile(path));
        for (const tag of GONE) assert.ok(!text.includes(tag), `${tag} in ${path}`);
        searched += text.includes("STAYS") ? `${file.name} ` : "";
      }
      assert.match(searched, /patient\.parquet/, "the child who stays is found by the same search");
      const manifest = JSON.parse(await readFile(join(folder, "freeze", "manifest.json"), "utf8"));
      assert.deepEqual(manifest.consent, { withdrawn: 1, optedOut: 1, notGiven: 1, blank: 0 });
      assert.match(await readFile(join(folder, "report", "index.html"), "utf8"), /Left out: 3 children/);
    });

    test("are seen by those who keep the charts, marked", async () => {
      for (const [tag, standing] of [
        ["WITHDREW", "withdrawn"],
        ["OPTEDOUT", "opted-out"],
        ["NEVERASKED", "not-given"],
        ["STAYS", "in"],
      ]) {
        const { json } = await manager("GET", `/api/centres/Dresden/patients/P-${tag}`);
        assert.equal(json.standing, standing, tag);
      }
      const { json } = await manager("GET", "/api/patients?contains=P-");
      assert.deepEqual(
        new Set((json.patients as { standing: string }[]).map(({ standing }) => standing)),
        new Set(["withdrawn", "opted-out", "not-given", "in"]),
      );
    });

    test("come in where an administrator lets blank consents count, and leave again; nobody else decides", async () => {
      const decide = (who: Client, value: string, reason?: string) =>
        who("PUT", "/api/settings/blank-consent", { value, ...(reason === undefined ? {} : { reason }) });
      assert.equal((await decide(manager, "given", "why not")).status, 403);
      assert.equal((await decide(administrator, "given")).status, 422);
      assert.equal((await decide(administrator, "given", "retrospective, waived by the committee")).status, 200);
      const csv = await textOf(await download(manager, "/api/exports/tables/patient"));
      assert.ok(csv.includes("P-NEVERASKED"));
      assert.ok(!csv.includes("P-WITHDREW") && !csv.includes("P-OPTEDOUT"));
      assert.equal((await decide(administrator, "not-given", "decided otherwise")).status, 200);
      assertGone(await textOf(await download(manager, "/api/exports/tables/patient")), "after");
      const trail = await administrator("GET", "/api/audit/trail.ndjson");
      assert.match(trail.text, /access\.setting.*retrospective, waived by the committee/);
    });

    test("leave with a draft of their own chart what hangs on it", async () => {
      const chart = async (table: string, key: string) =>
        (await manager("GET", `/api/centres/Dresden/charts/${table}/${key}`)).json;
      const visit = (await chart("visit", "visit-STAYS")) as { cells: Record<string, string>; version: number };
      const headers = { "if-match": `"${visit.version}"`, "x-reason": "to be looked at" };
      const body = { cells: visit.cells, centre: "Dresden", status: "draft" };
      const drafted = await manager("PUT", "/api/centres/Dresden/charts/visit/visit-STAYS", body, headers);
      assert.equal(drafted.status, 200, drafted.text);
      const csv = await textOf(await download(manager, "/api/exports/tables/laboratory"));
      assert.ok(!csv.includes("visit-STAYS"), "a result read at a draft visit would refer to nothing");
    });

    test("no route that answers to GET is forgotten here", async () => {
      const { paths } = (await manager("GET", "/api/openapi.json")).json as { paths: Record<string, object> };
      const known = (path: string): boolean => [...INSIDE, ...WALKED].some((one) => one.test(path));
      assert.deepEqual(
        Object.keys(paths).filter((path) => "get" in (paths[path] ?? {}) && !known(path)),
        [],
      );
    });

    async function download(who: Client, path: string): Promise<Uint8Array> {
      const answer = await fetch(new URL(path, server.address), { headers: { cookie: who.cookie } });
      assert.equal(answer.status, 200, path);
      return new Uint8Array(await answer.arrayBuffer());
    }

    async function finishedRun(): Promise<string> {
      const { json, status, text } = await manager("POST", "/api/runs", { study: "schnabel-2017" });
      assert.equal(status, 202, text);
      for (;;) {
        const { json: run } = await manager("GET", `/api/runs/${json.run}`);
        if (run.state === "done") break;
        assert.notEqual(run.state, "failed", JSON.stringify(run.problems));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      const results = (await manager("GET", `/api/runs/${json.run}/results.json`)).json as {
        results: { id: string; unit: string }[];
      };
      const counts = results.results.filter(({ id }) => id.endsWith(".n")).slice(0, 3);
      for (const { id } of counts)
        assertGone((await manager("GET", `/api/runs/${json.run}/members?result=${id}`)).text, id, "DD-0");
      const [folder = ""] = await readdir(runs);
      return join(runs, folder);
    }
  });
}

function assertGone(text: string, where: string, stays = "STAYS"): void {
  for (const tag of GONE) assert.ok(!text.includes(tag), `${tag} in ${where}`);
  if (!where.includes("schedule")) assert.ok(text.includes(stays), `nobody found in ${where}: the search is blind`);
}

/** Its files have the columns that its charts fill; the canaries fill others, too. */
const COHORT = await readChartFolder(fileURLToPath(new URL("../../studies/schnabel-2017/cohort/", import.meta.url)));

/** The cohort of the study, since a study needs enough children, and the canaries among them. */
function folderOf(): Record<string, Uint8Array> {
  const charts = Object.entries(CANARIES).map(([tag, cells]) =>
    inventedChart("Dresden", tag).map(
      ([table, row]) => [table, table === "patient" ? { ...row, ...cells } : row] as const,
    ),
  );
  const files = CODEBOOK.map((table) => {
    const rows = charts.flatMap((chart) => chart.filter(([name]) => name === table.name).map(([, row]) => row));
    const cohort = COHORT.charts.find(({ name }) => name === table.name)?.rows.map(({ cells }) => cells) ?? [];
    return [`${table.name}.csv`, new TextEncoder().encode(csvText(table, [...cohort, ...rows]))] as const;
  });
  return Object.fromEntries(files);
}

/** The text of a file, or of every file packed in it. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!packed) return Buffer.from(bytes).toString("utf8");
  const parts = await Promise.all(Object.values(unzipSync(bytes)).map(textOf));
  return parts.join("\n");
}

async function parquetText(path: string): Promise<string> {
  const duck = await openDuckDb();
  try {
    return JSON.stringify(await duck.rows(`select * from read_parquet(${textLiteral(path)})`), (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
  } finally {
    await duck.close();
  }
}
