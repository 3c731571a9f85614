import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { csvText } from "@osteon/interop";
import { zipSync } from "fflate";
import { type Client, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";

const UNREADABLE = [
  ...["A\r\nB", "A\tB", "A\u0007B", "A\u007fB", "A\u0085B", "A\u2028B", "A\u2029B"],
  ...[".", "..", "a/b", "a\\b", "../x", " A", "A ", "A\u00a0B"],
  ...[
    "A\u200bB",
    "A\u200dB",
    "A\u00adB",
    "A\u2060B",
    "\ufeffA",
    "A\u202eB",
    "A\ufe0f",
    "A\u{e0041}",
    "\u3164",
    "A\u034fB",
    "\u2800",
  ],
  ...[
    "Mu\u0308nchen",
    "NA",
    "na",
    "N/A",
    "null",
    "NaN",
    "None",
    "undefined",
    "constructor",
    "__proto__",
    "-",
    "x".repeat(65),
  ],
];

const TWINS = ["u-001", "U-OO1", "U-00l", "Ｕ-００１", "U-００1", "U -001", "U-0Ο1", "U-0О1"];

for (const engine of ENGINES_BELOW) {
  describe(`names, keys and reasons that people cannot read (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let administrator: Client;
    before(async () => {
      server = await runningServer(engine);
      administrator = await server.person("admin", "administrator", null);
      await administrator("POST", "/api/centres", { centre: "Ulm" });
      manager = await server.person("manager", "data_manager", "Ulm");
    });
    after(() => server.end());

    const draft = (patient: string) =>
      manager("POST", "/api/centres/Ulm/charts/patient", { cells: { patient }, centre: "Ulm", status: "draft" });
    const codes = (
      answer: { json: Readonly<Record<string, unknown>> },
      of: "problems" | "queries",
    ): readonly string[] => ((answer.json[of] ?? []) as { code: string }[]).map(({ code }) => code);

    test("no pseudonym that breaks the shape is kept, as a draft neither", async () => {
      for (const key of UNREADABLE) {
        const answer = await draft(key);
        // Blanks around a key are taken off before it is kept; every other is refused.
        if (key.trim() !== key && answer.status === 201) {
          const row = (answer.json.row as { key: string }).key;
          assert.equal(row, key.trim(), JSON.stringify(key));
          await manager("DELETE", `/api/centres/Ulm/charts/patient/${encodeURIComponent(row)}`, undefined, {
            "if-match": '"1"',
          });
          continue;
        }
        assert.ok([400, 422].includes(answer.status), `${JSON.stringify(key)} ${answer.status} ${answer.text}`);
      }
      for (const key of ["U.1", "Ü-1", "子-7", "U_1#2", "DD 001", "x".repeat(64), "Ω1"]) {
        const answer = await draft(key);
        assert.equal(answer.status, 201, `${key} ${answer.text}`);
        const path = `/api/centres/Ulm/patients/${encodeURIComponent(key)}`;
        assert.equal((await manager("GET", path)).status, 200, key);
      }
    });

    test("keys of other tables, and of an import, obey the same shape", async () => {
      const visit = { cells: { visit: "V\u200b1", patient: "U.1" }, centre: "Ulm", status: "draft" };
      assert.equal((await manager("POST", "/api/centres/Ulm/charts/visit", visit)).status, 422);
      for (const key of ["A\u200bB", "null", "a\\b"]) {
        const answer = await importOf(key);
        assert.ok(
          codes(answer, "problems").some((code) => /key-shape|required/.test(code)),
          `${key} ${answer.text.slice(0, 200)}`,
        );
      }
    });

    test("a twin is asked about at entry and at import, and kept", async () => {
      assert.deepEqual(codes(await draft("U-001"), "queries"), []);
      for (const twin of TWINS) {
        const answer = await draft(twin);
        assert.equal(answer.status, 201, `${twin} ${answer.text}`);
        assert.deepEqual(codes(answer, "queries"), ["twin-key"], twin);
      }
      assert.ok(codes(await importOf("U-0O1"), "problems").includes("twin-key"));
      assert.ok(!codes(await importOf("U-777"), "problems").includes("twin-key"));
    });

    test("centres: no reserved name, no twin, no shape that cannot be read", async () => {
      for (const centre of [
        "registry",
        "Registry",
        "REGISTRY",
        "Reg\u200bistry",
        "ulm",
        "Ulm\u200b",
        "Ｕlm",
        "..",
        "a/b",
        "Mu\u0308nchen",
        "NA",
      ]) {
        const answer = await administrator("POST", "/api/centres", { centre });
        assert.ok([400, 409, 422].includes(answer.status), `${JSON.stringify(centre)} ${answer.status}`);
      }
      assert.equal((await administrator("POST", "/api/centres", { centre: "München" })).status, 201);
    });

    test("a reason has letters that can be seen, and not too many", async () => {
      await draft("R-1");
      let version = 1;
      const change = (reason: string, header = true) =>
        manager(
          "PUT",
          "/api/centres/Ulm/charts/patient/U-002",
          { cells: complete(), centre: "Ulm", status: "complete", ...(header ? {} : { reason }) },
          { "if-match": `"${version}"`, ...(header ? { "x-reason": encodeURIComponent(reason) } : {}) },
        );
      const made = await manager("POST", "/api/centres/Ulm/charts/patient", {
        cells: complete(),
        centre: "Ulm",
        status: "complete",
      });
      assert.equal(made.status, 201, made.text);
      for (const reason of [
        "",
        "  ",
        "\u200b",
        "\u00a0",
        "\u2800",
        ".",
        "---",
        "…",
        "\u0007x",
        "x\u202ey",
        "x".repeat(501),
        "y".repeat(5000),
      ]) {
        for (const header of [true, false]) {
          const answer = await change(reason, header);
          assert.ok([400, 422].includes(answer.status), `${JSON.stringify(reason.slice(0, 9))} ${answer.status}`);
        }
      }
      for (const reason of ["read again", "опечатка", "誤記", "7", "x".repeat(500)]) {
        const answer = await change(reason);
        assert.equal(answer.status, 200, `${reason.slice(0, 20)} ${answer.text}`);
        version++;
      }
    });

    test("half a letter is refused wherever a text is sent", async () => {
      const half = '{"cells":{"patient":"H-1","centre":"\\ud800x"},"centre":"Ulm","status":"draft"}';
      const sent = { "content-type": "application/json" };
      assert.equal((await manager("POST", "/api/centres/Ulm/charts/patient", half, sent)).status, 422);
      assert.equal(
        (await manager("POST", "/api/centres/Ulm/charts/patient", half.replace("\\ud800x", "x\\udc00"), sent)).status,
        422,
      );
      const bell = await manager("POST", "/api/centres/Ulm/charts/patient", {
        cells: { ...complete(), patient: "B-1", centre: "Ulm" },
        centre: "Ulm",
        status: "complete",
      });
      assert.equal(bell.status, 201);
    });

    test("parallel requests with one Idempotency-Key get one answer", async () => {
      const headers = { "idempotency-key": "one-key-of-six-requests" };
      const body = { cells: { patient: "I-1" }, centre: "Ulm", status: "draft" };
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => manager("POST", "/api/centres/Ulm/charts/patient", body, headers)),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        Array(6).fill(201),
      );
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    });

    const complete = () =>
      Object.fromEntries([...Object.entries(inventedChart("Ulm", "2")[0]?.[1] ?? {}), ["patient", "U-002"]]);

    async function importOf(patient: string) {
      const rows = [{ ...inventedChart("Ulm", "3")[0]?.[1], patient }];
      const files = CODEBOOK.map((table) => [
        `${table.name}.csv`,
        new TextEncoder().encode(csvText(table, table.name === "patient" ? rows : [])),
      ]);
      return await manager("POST", "/api/imports", zipSync(Object.fromEntries(files)), {
        "content-type": "application/zip",
      });
    }
  });
}
