import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { appoint, asRole, type Database, saveRow, writeIdentity } from "@osteon/registry";
import { readKeys } from "@osteon/server";
import { ENGINES_BELOW, type Opened, openRegistry } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { osteon } from "../acceptance/osteon.ts";

for (const engine of ENGINES_BELOW) {
  describe(`the keys folder (${engine})`, () => {
    let opened: Opened;
    let database: Database;
    const folder = mkdtempSync(join(tmpdir(), "osteon-keys-"));
    const at = (name: string): string => join(folder, name);
    before(async () => {
      opened = await openRegistry(engine, "server");
      database = opened.database;
    });
    after(async () => {
      await opened.end();
      rmSync(folder, { recursive: true, force: true });
    });

    test("is made once by servers that start at once, whole, for its user alone", async () => {
      const made = await Promise.all(Array.from({ length: 6 }, () => readKeys(at("first"), database)));
      assert.equal(new Set(made.map(({ secret }) => secret)).size, 1);
      assert.equal(new Set(made.map(({ identities }) => [...identities.keys()].join())).size, 1);
      assert.deepEqual(readdirSync(at("first")).sort(), ["cookie-secret", "identity-keys"]);
    });

    test("with an empty or cut file ends the start in one sentence, and nothing is made in its place", async () => {
      const whole = {
        secret: readFileSync(at("first/cookie-secret"), "utf8"),
        keys: readFileSync(at("first/identity-keys"), "utf8"),
      };
      for (const [file, text] of [
        ["cookie-secret", ""],
        ["cookie-secret", whole.secret.slice(0, 40)],
        ["cookie-secret", "\n"],
        ["identity-keys", ""],
        ["identity-keys", "# nothing\n"],
        ["identity-keys", whole.keys.slice(0, 30)],
        ["identity-keys", "2026-01-01"],
      ] as const) {
        cpSync(at("first"), at("cut"), { recursive: true });
        writeFileSync(at(`cut/${file}`), text);
        await assert.rejects(readKeys(at("cut"), database), /empty|cut short|damaged/, `${file} ${text}`);
        assert.equal(readFileSync(at(`cut/${file}`), "utf8"), text);
      }
    });

    test("of another registry is refused where identities were sealed, and no key is made for them", async () => {
      await appoint(database, "ada", "study_nurse", "Ulm");
      const claims = { role: "osteon_member", account: "ada", reason: "for the test" } as const;
      const { identities } = await readKeys(at("first"), database);
      await asRole(database, claims, async (session) => {
        const cells = inventedChart("Ulm", "A")[0]?.[1] ?? {};
        await saveRow(session, { table: tableNamed("patient"), cells, centre: "Ulm", status: "complete", version: 0 });
        const who = { name: "Erika Muster", bornOn: "2001-02-03", recordNumber: "R-1" };
        await writeIdentity(session, identities, { patient: "P-A", centre: "Ulm" }, who, 0);
      });
      await assert.rejects(readKeys(at("other"), database), /which .*other.* has not/);
      assert.ok(!existsSync(at("other/identity-keys")));
      const name = [...identities.keys()][0];
      writeFileSync(at("other/identity-keys"), `${name} ${"0".repeat(64)}\n`);
      await assert.rejects(readKeys(at("other"), database), /has not/, "the same name with other bytes");
      writeFileSync(
        at("other/identity-keys"),
        `newer ${"1".repeat(64)}\n${readFileSync(at("first/identity-keys"), "utf8")}`,
      );
      assert.equal((await readKeys(at("other"), database)).identities.size, 2);
    });
  });
}

test("a server whose keys are cut ends with one sentence and no stack", async () => {
  const folder = mkdtempSync(join(tmpdir(), "osteon-keys-"));
  writeFileSync(join(folder, "cookie-secret"), "");
  const { code, err: stderr } = await osteon("serve", "--port", "0", "--data", join(folder, "data"), "--keys", folder);
  assert.equal(code, 1);
  assert.match(stderr, /cookie-secret is empty or cut short/);
  assert.doesNotMatch(stderr, /\n\s+at /);
  assert.ok(!existsSync(join(folder, "data")), "no registry was made before");
  rmSync(folder, { recursive: true, force: true });
});
