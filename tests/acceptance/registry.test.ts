import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { clientOf, PASSWORD, signIn } from "../../apps/server/tests/running-server.ts";
import { type StartedOsteon, startOsteon } from "../../apps/web/tests/app-in-browser.ts";
import { osteon } from "./osteon.ts";

/** What `npm start` serves; that it runs the study, is killed, comes back, and is backed up, is told in `registry-stories.test.ts`. */
describe("a newcomer's registry", () => {
  let started: StartedOsteon;
  before(async () => {
    started = await startOsteon();
  });
  after(() => started?.kill());
  const where = () => ["--data", join(started.folder, "data"), "--keys", join(started.folder, "keys")];

  test("a one-time link makes the administrator, who sees the Dresden children", async () => {
    const token = /welcome#(\w+)/.exec(started.link)?.[1];
    const nobody = clientOf(started.address, "", "");
    assert.equal((await nobody("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status, 200);
    const admin = await signIn(started.address, "", "admin@osteon.localhost");
    const { json } = await admin("GET", "/api/dashboard");
    assert.deepEqual(
      (json.centres as { centre: string; patients: number; visits: number }[]).map(({ centre, patients, visits }) => [
        ...[centre, patients, visits],
      ]),
      [["Dresden", 112, 756]],
    );
  });

  test("the report stands beside the API, for everyone", async () => {
    const { status, text } = await clientOf(started.address, "", "")("GET", "/report/");
    assert.equal(status, 200);
    assert.match(text, /chronic nonbacterial osteomyelitis/);
    assert.equal((await clientOf(started.address, "", "")("GET", "/report/%2e%2e/results.json")).status, 404);
  });

  test("beside it somebody is invited and disabled by commands; a second server on its folder is refused", async () => {
    const user = async (...words: readonly string[]) => {
      const { code, out, err } = await osteon("user", ...words, ...where(), "--json");
      assert.equal(code, 0, err);
      return JSON.parse(out);
    };
    const nurse = "nurse@example.org";
    const invited = await user("add", nurse, "--name", "Nurse", "--role", "study_nurse", "--centre", "Dresden");
    assert.match(invited.link, /welcome#\w{64}/);
    await user("disable", nurse, "--reason", "asked for by telephone");
    const { people } = await user("list");
    const found = people.find(({ email }: { email: string }) => email === nurse);
    assert.notEqual(found?.disabledAt ?? null, null);
    const second = await osteon("serve", "--port", "0", ...where());
    assert.equal(second.code, 1);
    assert.match(second.err, /in use by process \d+/);
  });

  test("it ends at once when asked to", async () => {
    assert.equal(await started.end(), 0);
  });
});
