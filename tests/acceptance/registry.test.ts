import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clientOf, PASSWORD, signIn } from "../../apps/server/tests/running-server.ts";
import { type StartedOsteon, startOsteon } from "../../apps/web/tests/app-in-browser.ts";

/** What `npm start` serves; that it runs the study, is killed, comes back, and is backed up, is told in `registry-stories.test.ts`. */
describe("a newcomer's registry", () => {
  let osteon: StartedOsteon;
  before(async () => {
    osteon = await startOsteon();
  });
  after(() => osteon?.kill());

  test("a one-time link makes the administrator, who sees the Dresden children", async () => {
    const token = /welcome#(\w+)/.exec(osteon.link)?.[1];
    const nobody = clientOf(osteon.address, "", "");
    assert.equal((await nobody("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status, 200);
    const admin = await signIn(osteon.address, "", "admin@osteon.localhost");
    const { json } = await admin("GET", "/api/dashboard");
    assert.deepEqual(
      (json.centres as { centre: string; patients: number; visits: number }[]).map(({ centre, patients, visits }) => [
        ...[centre, patients, visits],
      ]),
      [["Dresden", 112, 756]],
    );
  });

  test("the report stands beside the API, for everyone", async () => {
    const { status, text } = await clientOf(osteon.address, "", "")("GET", "/report/");
    assert.equal(status, 200);
    assert.match(text, /chronic nonbacterial osteomyelitis/);
    assert.equal((await clientOf(osteon.address, "", "")("GET", "/report/%2e%2e/results.json")).status, 404);
  });

  test("it ends at once when asked to", async () => {
    assert.equal(await osteon.end(), 0);
  });
});
