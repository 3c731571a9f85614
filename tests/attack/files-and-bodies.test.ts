import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { type Client, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { BOMBS, CSV, oneCell, visitSheet, XLSX, ZIP } from "./hostile-files.ts";
import { rawRequest } from "./raw-request.ts";
import { bytesOnDisk, scratchFolders, until } from "./scratch-folders.ts";

const SOAK = process.env.OSTEON_SOAK !== undefined;
const MEGABYTE = 1_000_000;
/** How much the process may grow by while a hostile file is read: the thread's own limit, with a wide margin. */
const GROWTH = 700 * MEGABYTE;
/** More than the system's own buffers of a connection hold on both sides, and far less than a body that is read. */
const UNREAD = 64 * MEGABYTE;
const piece = new Uint8Array(64 * 1024).fill(48);
function* endless(): Generator<Uint8Array> {
  for (;;) yield piece;
}

/** Cells beyond the last column, the last row, both, the sheet's own limits, and just beside the table. */
const STRAY = ["XFD1048576", "A99999999", "D2", ...(SOAK ? ["AZ1048576", "XFD2", "Z100000", "ZZZ5"] : [])];

interface Problems {
  readonly problems: readonly { readonly code: string; readonly where: Record<string, unknown> }[];
}
const problemsOf = (json: unknown) => (json as Problems).problems ?? [];

for (const engine of ENGINES_BELOW) {
  describe(`hostile files and bodies (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let other: Client;
    let watcher: Client;
    before(async () => {
      // Who waits asks as fast as answers come, so that nothing else may hold them up.
      server = await runningServer(engine, { requestsAMinute: 1_000_000 });
      manager = await server.person("manager", "data_manager", "Ulm");
      other = await server.person("other", "data_manager", "Dresden");
      watcher = await server.person("watcher", "monitor", "Ulm");
    });
    after(() => server.end());

    /** Sends a body that would never end. */
    const flood = (path: string, headers: Record<string, string>) =>
      rawRequest(
        server.address,
        { path, headers: { origin: server.address, ...headers } },
        { announced: 1000 * MEGABYTE, pieces: endless() },
      );

    test("every route that needs a session refuses a large body without one before reading it", async () => {
      const routes = Object.entries((await manager("GET", "/api/openapi.json")).json.paths as Record<string, object>)
        .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), path] as const))
        .filter(([method]) => method !== "GET");
      assert.ok(routes.length > 15);
      for (const type of ["application/json", ...[XLSX, ZIP, CSV].map((one) => one["content-type"])]) {
        const asked = routes.map(([method, path]) => {
          const filled = path.replaceAll(/\{[^}]*\}/g, "x");
          const { status, closed, sent } = rawRequest(
            server.address,
            { method, path: filled, headers: { origin: server.address, "content-type": type as string } },
            { announced: 1000 * MEGABYTE, pieces: endless() },
          );
          return { method, path, status, closed, sent };
        });
        for (const { method, path, status, closed, sent } of asked) {
          assert.equal(await status, 401, `${method} ${path}`);
          await closed;
          assert.ok(sent() < UNREAD, `${method} ${path}: the system took ${sent()} bytes`);
        }
      }
    });

    test("a signed-out session, a forged one and an account that was disabled are refused before a byte is read", async () => {
      const gone = await server.person("gone", "data_manager", "Ulm");
      await gone("POST", "/api/auth/sign-out", {});
      const disabled = await server.person("disabled", "data_manager", "Ulm");
      const admin = await server.person("admin", "administrator", null);
      assert.equal(
        (await admin("DELETE", `/api/people/${disabled.account}`, undefined, { "x-reason": "left" })).status,
        204,
      );
      for (const cookie of [gone.cookie, disabled.cookie, manager.cookie.replace("=", "=x"), ""]) {
        const { status, closed } = flood("/api/imports", { cookie, ...XLSX });
        assert.equal(await status, 401, cookie);
        await closed;
      }
      assert.deepEqual(scratchFolders(), []);
    });

    test("who may not import is refused before a byte is read, and an address that is none likewise", async () => {
      const refused = flood("/api/imports", { cookie: watcher.cookie, ...ZIP });
      assert.equal(await refused.status, 403);
      await refused.closed;
      const nowhere = flood("/api/nowhere", { cookie: watcher.cookie, "content-type": "application/json" });
      assert.equal(await nowhere.status, 404);
      await nowhere.closed;
      assert.deepEqual(scratchFolders(), []);
    });

    test("sign-in reads no more than an address and a password need", async () => {
      const { status, closed } = flood("/api/auth/sign-in/email", { "content-type": "application/json" });
      assert.equal(await status, 413);
      await closed;
    });

    test("a file goes to the disk and not into memory, one at a time for a person, and is gone when the sender is", async () => {
      const first = rawRequest(
        server.address,
        { path: "/api/imports", headers: { origin: server.address, cookie: manager.cookie, ...ZIP } },
        { announced: 90 * MEGABYTE, pieces: Array.from({ length: 1300 }, () => piece) },
      );
      await until(() => bytesOnDisk() > 60 * MEGABYTE);
      const second = await manager("POST", "/api/imports", oneCell("A2"), XLSX);
      assert.equal(second.status, 429);
      assert.equal(problemsOf(second.json)[0]?.code, "one-file-at-a-time");
      assert.ok(Number(second.headers.get("retry-after")) > 0);
      assert.equal((await other("POST", "/api/imports", oneCell("A2"), XLSX)).status, 200);
      first.socket.destroy();
      await until(() => scratchFolders().length === 0);
      assert.equal((await manager("POST", "/api/imports", oneCell("A2"), XLSX)).status, 200);
    });

    test("a file of more than 100 MB is refused by what it announces, and by what comes", async () => {
      const announced = flood("/api/imports", { cookie: manager.cookie, ...CSV });
      assert.equal(await announced.status, 413);
      await announced.closed;
      const sent = await fetch(new URL("/api/imports", server.address), {
        method: "POST",
        headers: { cookie: manager.cookie, origin: server.address, ...ZIP },
        body: new ReadableStream({
          pull: (stream) => stream.enqueue(piece),
        }),
        duplex: "half",
      } as RequestInit & { duplex: "half" }).then(
        ({ status }) => status,
        () => 413,
      );
      assert.equal(sent, 413);
      await until(() => scratchFolders().length === 0);
    });

    for (const place of STRAY) {
      test(`a stray cell at ${place} is refused by its name`, async () => {
        const { status, json } = await manager("POST", "/api/imports", oneCell(place), XLSX);
        assert.equal(status, 200);
        assert.deepEqual(
          problemsOf(json)
            .filter(({ code }) => code === "stray-cell")
            .map(({ where }) => where.column),
          [place],
        );
      });
    }

    test("a stray cell in the last row a spreadsheet has is a row like others, with what is wrong with it", async () => {
      const { status, json } = await manager("POST", "/api/imports", oneCell("A1048576"), XLSX);
      assert.equal(status, 200);
      assert.ok(problemsOf(json).some(({ where }) => where.row === 1048576));
    });

    test("formatted cells without content, however far away, are not there", async () => {
      const rows = '<row r="1048576" s="3"><c r="A1048576" s="3"/><c r="XFD1048576" s="3"><v></v></c></row>';
      const { status, json } = await manager("POST", "/api/imports", visitSheet(rows), XLSX);
      assert.equal(status, 200);
      assert.deepEqual(
        problemsOf(json).filter(({ code }) => code !== "missing-column"),
        [],
      );
    });

    test("cells that are named like parts of the language are texts like others", async () => {
      const row = ["constructor", "__proto__", "toString"]
        .map((text, place) => `<c r="${"ABC"[place]}2" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join("");
      const { json } = await manager("POST", "/api/imports", visitSheet(`<row r="2">${row}</row>`), XLSX);
      assert.ok(problemsOf(json).every(({ code }) => code !== "not-a-workbook"));
      assert.ok(problemsOf(json).some(({ where }) => where.value === "toString"));
    });

    let answered = 0;
    for (const [what, bytes, type] of BOMBS) {
      test(`${what}: others are answered while it is read, it is refused, and the memory comes back`, async () => {
        const begin = process.memoryUsage.rss();
        let over = false;
        const read = manager("POST", "/api/imports", bytes(), type).finally(() => {
          over = true;
        });
        let most = 0;
        do {
          assert.equal((await other("GET", "/api/me")).status, 200);
          if (!over) answered += 1;
          most = Math.max(most, process.memoryUsage.rss() - begin);
          await pause(20);
        } while (!over);
        const { status, json } = await read;
        assert.equal(status, what.includes("nested") ? 200 : 422);
        assert.match(problemsOf(json)[0]?.code ?? "", /^(file-too-large-to-read|not-a-workbook)$/);
        assert.ok(most < GROWTH, `${most}`);
      });
    }

    // One of them may be refused before anybody's answer is through; all of them are not.
    test("others were answered while these were read", () => assert.ok(answered > 0));

    test("a quotation mark left open before a hundred thousand lines: some hundred problems, and the rest unread", async () => {
      const lines = `visit,patient,visited_on\n"\n${"A,\n".repeat(100_000)}`;
      const { json } = await manager("POST", "/api/imports?table=visit", Buffer.from(lines), CSV);
      const problems = problemsOf(json);
      assert.ok(problems.length > 100 && problems.length < 500, `${problems.length}`);
      assert.ok(problems.some(({ code }) => code === "broken-csv"));
      assert.ok(problems.some(({ code }) => code === "more-problems"));
    });

    test("sound lines whose cells are all wrong: a thousand problems at most", async () => {
      const lines = `visit,patient,visited_on\n${Array.from({ length: 20_000 }, (_, n) => `V${n},P,yesterday\n`).join("")}`;
      const { json } = await manager("POST", "/api/imports?table=visit", Buffer.from(lines), CSV);
      assert.ok(problemsOf(json).length <= 1_001);
      assert.ok(problemsOf(json).some(({ code }) => code === "more-problems"));
    });

    test("six requests with one key at the same time: one row, and all get the first answer", async () => {
      const [[table, cells] = ["", {}]] = inventedChart("Ulm", "K");
      const body = { cells, status: "complete" };
      const answers = await Promise.all(
        Array.from({ length: 6 }, () =>
          manager("POST", `/api/centres/Ulm/charts/${table}`, body, { "idempotency-key": "one-key-for-six" }),
        ),
      );
      assert.deepEqual(
        answers.map(({ status, text }) => [status, text]),
        answers.map(() => [201, answers[0]?.text]),
      );
    });

    test("nothing of all this is left on the disk", async () => {
      await until(() => scratchFolders().length === 0);
    });
  });
}
