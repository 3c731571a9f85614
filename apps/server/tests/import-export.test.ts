import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { columnsOf } from "./columns-of.ts";
import { type Client, PASSWORD, type RunningServer, runningServer } from "./running-server.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url));
const ZIP = { "content-type": "application/zip" };
const XLSX = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const CSV = { "content-type": "text/csv" };
const REASON = { "x-reason": encodeURIComponent("Übernahme der Akten") };

const cohortFiles = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(COHORT)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => [name, new Uint8Array(readFileSync(`${COHORT}/${name}`))]),
  );

interface Plan {
  readonly tables: readonly { readonly new: number; readonly changed: number; readonly unchanged: number }[];
  readonly problems: readonly {
    readonly code: string;
    readonly where: { readonly file?: string; readonly row?: number };
  }[];
  readonly changes: readonly unknown[];
  readonly batch: string;
}

for (const engine of ENGINES_BELOW) {
  describe(`import and export (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    before(async () => {
      server = await runningServer(engine);
      manager = await server.person("manager", "data_manager", "Dresden");
    });
    after(() => server.end());

    const planOf = (json: unknown): Plan => json as Plan;
    const total = (plan: Plan, what: "new" | "changed" | "unchanged"): number =>
      plan.tables.reduce((sum, table) => sum + table[what], 0);
    const download = async (path: string): Promise<Uint8Array> => {
      const answer = await fetch(new URL(path, server.address), { headers: { cookie: manager.cookie } });
      assert.equal(answer.status, 200, path);
      return new Uint8Array(await answer.arrayBuffer());
    };

    test("the cohort goes in after a dry run, and comes out letter by letter, as folder and as workbook", async () => {
      const archive = zipSync(cohortFiles());
      const dry = planOf((await manager("POST", "/api/imports", archive, ZIP)).json);
      assert.deepEqual([total(dry, "new"), total(dry, "changed")], [6515, 0]);
      assert.deepEqual((await manager("GET", "/api/patients")).json.patients, []);
      const done = await manager("POST", "/api/imports?commit=yes&source=cohort", archive, { ...ZIP, ...REASON });
      assert.equal(done.status, 201, done.text.slice(0, 300));
      const out = unzipSync(await download("/api/exports/charts.zip"));
      for (const [name, bytes] of Object.entries(cohortFiles())) {
        const lines = (text: string): readonly string[] => text.trimEnd().split("\n").sort();
        const [came, went] = [out[name] ?? new Uint8Array(), bytes].map((file) => Buffer.from(file).toString("utf8"));
        assert.deepEqual(
          lines(name.endsWith(".csv") ? columnsOf(name.slice(0, -4), came ?? "", went ?? "") : (came ?? "")),
          lines(went ?? ""),
          name,
        );
      }
      for (const [path, type] of [
        ["/api/exports/charts.zip", ZIP],
        ["/api/exports/charts.xlsx", XLSX],
      ] as const) {
        const again = await manager("POST", "/api/imports", await download(path), type);
        assert.equal(again.status, 200, again.text.slice(0, 300));
        const plan = planOf(again.json);
        assert.deepEqual(
          [total(plan, "new"), total(plan, "changed"), total(plan, "unchanged"), plan.changes.length],
          [0, 0, 6515, 0],
          path,
        );
      }
    });

    test("any change of any cell that can be made is made, exported, and gone again when it is undone", async () => {
      const text = Buffer.from(cohortFiles()["visit.csv"] ?? []).toString("utf8");
      const header = text.split("\n")[0]?.split(",") ?? [];
      const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
        weight_kg: fc.integer({ min: 80, max: 1200 }).map((tenths) => (tenths / 10).toFixed(1)),
        pain_nrs: fc.constantFrom("0", "10", "", "unknown", "not done", "not applicable"),
        swelling: fc.constantFrom("yes", "no", "", "unknown"),
        recorded_outcome: fc.constantFrom("relapse", "full_remission", "", "not applicable"),
      };
      const change = fc
        .record({ row: fc.integer({ min: 1, max: 756 }), column: fc.constantFrom(...Object.keys(values)) })
        .chain(({ row, column }) => (values[column] ?? fc.constant("")).map((value) => ({ row, column, value })));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
          // Who takes files away proves every five minutes who they are.
          await manager("POST", "/api/proof", { password: PASSWORD });
          const lines = text
            .trimEnd()
            .split("\n")
            .map((line) => line.split(","));
          for (const { row, column, value } of changes) (lines[row] as string[])[header.indexOf(column)] = value;
          const changed = lines.map((cells) => cells.join(","));
          const sent = await manager(
            "POST",
            "/api/imports?commit=yes&table=visit",
            Buffer.from(`${changed.join("\n")}\n`),
            { "content-type": "text/csv", ...REASON },
          );
          assert.equal(sent.status, 201, sent.text.slice(0, 500));
          const table = async () =>
            columnsOf("visit", (await manager("GET", "/api/exports/tables/visit")).text, text)
              .trimEnd()
              .split("\n")
              .sort();
          assert.deepEqual(await table(), [...changed].sort());
          const undone = await manager("POST", `/api/centres/Dresden/imports/${planOf(sent.json).batch}/undo`, {
            reason: "test",
          });
          if (total(planOf(sent.json), "changed") > 0) assert.equal(undone.status, 200, undone.text);
          assert.deepEqual(await table(), text.trimEnd().split("\n").sort());
        }),
        { numRuns: process.env.OSTEON_SOAK === undefined ? 2 : 15, seed: 4 },
      );
    });

    test("one bad row refuses the whole, with every problem named", async () => {
      const files = cohortFiles();
      const bad = Buffer.from(files["visit.csv"] ?? [])
        .toString("utf8")
        .replace("V00002,DD-001,2004-05-04,26.8", "V00002,DD-001,04.05.2004,900");
      const answer = await manager(
        "POST",
        "/api/imports?commit=yes",
        zipSync({ ...files, "visit.csv": Buffer.from(bad) }),
        { ...ZIP, ...REASON },
      );
      assert.equal(answer.status, 422);
      assert.deepEqual(
        planOf(answer.json).problems.map(({ code, where }) => [code, where.file, where.row]),
        [
          ["date-format", "visit.csv", 3],
          ["impossible-value", "visit.csv", 3],
        ],
      );
    });

    test("a strange, broken or oversized archive is refused", async () => {
      const files = cohortFiles();
      const bomb = zipSync({ "patient.csv": new Uint8Array(50_000_000) });
      for (const [archive, status] of [
        [zipSync({ "../../evil.csv": new Uint8Array(3) }), 422],
        [zipSync({ ...files, "virus.exe": new Uint8Array(3) }), 422],
        [Buffer.from("PK not really"), 422],
        [zipSync(files).subarray(0, 5000), 422],
        [new Uint8Array(0), 422],
        [bomb, 422],
      ] as const) {
        const answer = await manager("POST", "/api/imports?commit=yes", archive, { ...ZIP, ...REASON });
        assert.ok(answer.status === status || answer.status === 400, `${answer.status} ${answer.text.slice(0, 200)}`);
        assert.ok(Array.isArray(answer.json.problems));
      }
      assert.equal(
        (await manager("POST", "/api/imports", Buffer.from("not a workbook"), XLSX)).json.problems !== undefined,
        true,
      );
    });

    test("what values mean, said in a shape that says nothing, is refused with the shape that does", async () => {
      const one = Buffer.from("patient,sex\nDD-001,w\n");
      const meanings = (values: string): string => `values=${encodeURIComponent(values)}`;
      for (const query of [
        ...["", "w", "null", "7", "[]", '"patient"', '{"patient":"w"}', '{"patient":[]}', '{"patient":{"sex":"w"}}'],
        ...[
          '{"patient":{"sex":null}}',
          '{"patient":{"sex":["w"]}}',
          '{"patient":{"sex":{"w":1}}}',
          '{"patient":{"sex":{"w":',
        ],
      ].map(meanings)) {
        const answer = await manager("POST", `/api/imports?table=patient&absent=keep&${query}`, one, CSV);
        assert.equal(answer.status, 400, `${query}: ${answer.text}`);
        const [problem] = (answer.json.problems ?? []) as readonly { says: string; fix: string }[];
        assert.match(problem?.says ?? "", /^`values` says nothing/, query);
        assert.match(problem?.fix ?? "", /\{"patient":\{"sex":\{"w":"female"\}\}\}/, query);
      }
      const refusing = async (query: string): Promise<void> => {
        const answer = await manager("POST", `/api/imports?table=patient&absent=keep&${query}`, one, CSV);
        assert.equal(answer.status, 400, `${query.slice(0, 60)}: ${answer.text}`);
        const [problem] = planOf(answer.json).problems;
        assert.deepEqual(problem?.where, { column: "querystring.values" }, answer.text);
      };
      await refusing(meanings(JSON.stringify({ patient: { sex: { w: "f".repeat(6000) } } })));
      await refusing(`${meanings("{}")}&${meanings("{}")}`);
      const sound = await manager(
        "POST",
        `/api/imports?table=patient&absent=keep&${meanings('{"patient":{"sex":{"w":"female"}}}')}`,
        one,
        CSV,
      );
      assert.notEqual(sound.status, 400, sound.text);
    });

    test("a statistician exports and imports nothing; a monitor does neither", async () => {
      const statistician = await server.person("statistician", "statistician", "Dresden");
      const monitor = await server.person("watcher", "monitor", "Dresden");
      assert.equal((await statistician("GET", "/api/exports/tables/visit")).status, 200);
      assert.equal((await monitor("GET", "/api/exports/tables/visit")).status, 403);
      const answer = await statistician("POST", "/api/imports?commit=yes", zipSync(cohortFiles()), {
        ...ZIP,
        ...REASON,
      });
      assert.equal(answer.status, 403);
    });
  });
}
