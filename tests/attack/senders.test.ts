import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Client, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { oneCell, XLSX, ZIP } from "./hostile-files.ts";
import { type RawRequest, rawRequest } from "./raw-request.ts";
import { scratchFolders, until } from "./scratch-folders.ts";

for (const engine of ENGINES_BELOW) {
  describe(`those who send slowly, or many at once (${engine})`, () => {
    let server: RunningServer;
    before(async () => {
      server = await runningServer(engine, { slowest: { bytes: 100, milliseconds: 1_000 } });
    });
    const begun: RawRequest[] = [];
    after(() => {
      for (const { socket } of begun) socket.destroy();
      return server.end();
    });

    const sends = (who: Client, path: string, type: Record<string, string>, pieces: AsyncIterable<Uint8Array>) => {
      const headers = { origin: server.address, cookie: who.cookie, ...type };
      const request = rawRequest(server.address, { path, headers }, { announced: 50_000_000, pieces });
      begun.push(request);
      return request;
    };

    for (const [path, type] of [
      ["/api/imports", ZIP],
      ["/api/paper-checks?name=a.txt", { "content-type": "application/octet-stream" }],
    ] as const) {
      test(`a body that trickles to ${path} is cut, said why, and holds nothing any more`, async () => {
        const who = await server.person(`slow-${path.length}`, "data_manager", "Ulm");
        const slow = sends(who, path, type, trickling(20));
        assert.equal(await slow.status, 408);
        await slow.closed;
        assert.match(slow.answer(), /"too-slow"/);
        await until(() => scratchFolders().length === 0);
        const next = await who("POST", "/api/imports", oneCell("A2"), XLSX);
        assert.equal(next.status, 200, "the person's turn is free again");
      });
    }

    test("four files are read at once, whoever sends them; the fifth is told when to come again, and has its turn then", async () => {
      const people = await Promise.all(
        ["a", "b", "c", "d", "e"].map((name) => server.person(name, "data_manager", "Ulm")),
      );
      const [fifth, ...four] = people as [Client, ...Client[]];
      const under = four.map((who) => sends(who, "/api/imports", ZIP, trickling(10_000)));
      await until(() => scratchFolders().length === 4);
      const refused = await fifth("POST", "/api/imports", oneCell("A2"), XLSX);
      assert.equal(refused.status, 503, refused.text);
      assert.ok(Number(refused.headers.get("retry-after")) > 0);
      assert.match(refused.text, /"busy"/);
      under[0]?.socket.destroy();
      await until(() => scratchFolders().length === 3);
      assert.equal((await fifth("POST", "/api/imports", oneCell("A2"), XLSX)).status, 200);
      for (const { socket } of under) socket.destroy();
      await until(() => scratchFolders().length === 0);
    });
  });
}

/** So many bytes at a time, ten times a second, until nobody takes them. */
async function* trickling(bytes: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield new Uint8Array(Math.max(1, Math.round(bytes / 10))).fill(48);
    await new Promise((go) => setTimeout(go, 100));
  }
}
