import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Engine, openDuckDb } from "@osteon/engine";

const folder = mkdtempSync(join(tmpdir(), "osteon-fence-"));
const inside = join(folder, "freeze");
const secret = join(folder, "secret.csv");
let engine: Engine;
let server: Server;
let asked = 0;

before(async () => {
  mkdirSync(inside);
  writeFileSync(secret, "name\nAnna\n");
  writeFileSync(join(inside, "own.csv"), "n\n7\n");
  server = createServer((_, answer) => {
    asked++;
    answer.end("name\nBerta\n");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  engine = await openDuckDb({ threads: 1 });
  await engine.run(`CREATE VIEW own AS SELECT n FROM read_csv('${join(inside, "own.csv")}')`);
  await engine.fence([inside]);
});

after(async () => {
  await engine.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/children.csv`;

test("within the fence tables are made and the folders of the freeze are read", async () => {
  await engine.define("sum", "SELECT CAST(n AS INTEGER) AS n FROM own");
  assert.deepEqual(await engine.rows("SELECT n FROM sum"), [{ n: 7 }]);
});

const HOSTILE: readonly (readonly [what: string, select: () => string])[] = [
  ["a file by its name", () => `SELECT name FROM '${secret}'`],
  ["a file by a function", () => `SELECT name FROM read_csv('${secret}')`],
  ["the bytes of a file", () => `SELECT content FROM read_text('${secret}')`],
  ["the names of files", () => `SELECT file FROM glob('${folder}/*')`],
  ["a way out of the folder", () => `SELECT name FROM read_csv('${inside}/../secret.csv')`],
  ["a file of another folder that begins alike", () => `SELECT name FROM read_csv('${inside}-other/secret.csv')`],
  ["a network address", () => `SELECT name FROM read_csv('${address()}')`],
  ["a file by a query within the query", () => `SELECT * FROM query('SELECT name FROM read_csv(''${secret}'')')`],
  ["an extension", () => "INSTALL httpfs"],
  ["an extension at hand", () => "LOAD httpfs"],
  ["an attached database", () => `ATTACH '${join(folder, "other.db")}' AS other`],
  ["a write", () => `COPY (SELECT 1 AS n) TO '${join(folder, "written.csv")}'`],
  ["a write behind a SELECT", () => `SELECT 1 AS n; COPY (SELECT 1 AS n) TO '${join(inside, "written.csv")}'`],
  ["a setting", () => "SET enable_external_access = true"],
  ["a setting behind a SELECT", () => "SELECT 1 AS n; RESET lock_configuration"],
  ["a table dropped", () => "DROP VIEW own"],
];

for (const [what, select] of HOSTILE) {
  test(`a model cannot reach ${what}`, async () => {
    await assert.rejects(engine.define("hostile", select()));
    await assert.rejects(engine.rows("SELECT 1 AS n FROM hostile"), "no table is left");
    assert.deepEqual(await engine.rows("SELECT n FROM own"), [{ n: 7 }], "the engine goes on");
  });
}

test("nothing was written, nobody was asked, and the fence cannot be lifted from within", async () => {
  for (const file of ["written.csv", "other.db", "freeze/written.csv"])
    assert.ok(!existsSync(join(folder, file)), file);
  assert.equal(asked, 0);
  for (const setting of ["enable_external_access = true", "lock_configuration = false", "allowed_directories = ['/']"])
    await assert.rejects(engine.run(`SET ${setting}`), setting);
  await assert.rejects(engine.run(`COPY (SELECT 1 AS n) TO '${join(folder, "written.csv")}'`));
  await engine.fence([folder]);
  await assert.rejects(engine.rows(`SELECT name FROM read_csv('${secret}')`), "asked again it is no wider");
});
