import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { osteon } from "../acceptance/osteon.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-trail-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = "seq,chain,link,previous,at,actor,action,entity,row,patient,before,after,reason,batch,hash\n";
const END = `{"head" : "Ulm", "link" : 0, "hash" : "${"0".repeat(64)}"}\n`;

for (const [name, text, code] of [
  ["empty.ndjson", "", "audit-empty"],
  ["empty.csv", "", "audit-empty"],
  ["header.csv", COLUMNS, "audit-empty"],
  ["blank.ndjson", "\n", "audit-unreadable"],
  ["words.ndjson", "The trail holds.\n", "audit-unreadable"],
  ["ends.ndjson", END, "audit-chain-broken"],
  ["nothing-before-the-end.ndjson", `{"head" : "Ulm", "link" : 0, "hash" : "${hashOf("Ulm")}"}\n`, "audit-empty"],
] as const) {
  test(`a trail of nothing is not vouched for: ${name} ends with 3 and says why`, async () => {
    writeFileSync(join(folder, name), text);
    const told = await osteon("audit", "verify", join(folder, name), "--json");
    assert.equal(told.code, 3, told.out + told.err);
    const { ok, problems } = JSON.parse(told.out) as { ok: boolean; problems: { code: string; fix: string }[] };
    assert.equal(ok, false);
    assert.equal(problems[0]?.code, code);
    assert.ok(problems.every(({ fix }) => fix.length > 0));
  });
}

test("a file that is not there is no trail, and no problem of one", async () => {
  assert.equal((await osteon("audit", "verify", join(folder, "nowhere.ndjson"))).code, 5);
});

/** How a chain begins: the hash of its name. */
function hashOf(chain: string): string {
  return createHash("sha256").update(chain).digest("hex");
}
