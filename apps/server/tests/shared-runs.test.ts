import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asRole, openServer, registryMark } from "@osteon/registry";
import { type PostgresServer, postgresServer } from "../../../tests/postgres/postgres-server.ts";

describe("registries that share a place for runs", () => {
  let postgres: PostgresServer;
  let folder = "";
  const addresses: string[] = [];
  before(async () => {
    postgres = await postgresServer();
    folder = await mkdtemp(join(tmpdir(), "osteon-shared-"));
    for (let one = 0; one < 2; one++) addresses.push(await postgres.newDatabase("migrated"));
  });
  after(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("are told apart by cluster and database, whoever asks and however the address is spelled", async () => {
    const marks = [];
    for (const address of [...addresses, `${addresses[0]}?application_name=other`]) {
      const database = await openServer(address);
      marks.push(await registryMark(database, folder));
      // Who serves is no superuser.
      const { kysely } = database;
      const asMember = await asRole(database, { role: "osteon_member", account: "server" }, (session) =>
        registryMark({ ...database, kysely: session as unknown as typeof kysely }, "elsewhere"),
      );
      assert.equal(asMember, marks.at(-1));
      await database.close();
    }
    const [one, other, again] = marks;
    assert.match(one ?? "", /^[0-9a-f]{12}$/);
    assert.notEqual(one, other);
    assert.equal(one, again);
  });
});
