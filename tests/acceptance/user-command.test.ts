import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { oneTimeCode } from "../../apps/server/tests/one-time-code.ts";
import { type Client, clientOf, PASSWORD, signIn } from "../../apps/server/tests/running-server.ts";
import { osteon, ownRegistry, place } from "./osteon.ts";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));
/** A path of more than 200 bytes, with blanks and umlauts, from which commands must find the server's socket. */
const LONG = ["Küche der Ärzte", "ä".repeat(60), "o".repeat(60), "ein Ordner mit Namen ".repeat(3).trim()].join("/");
const WHERE = await ownRegistry(LONG);
const NURSE = "nurse@example.org";
const BOSS = "boss@example.org";
const { DATABASE_URL: _, ...ENVIRONMENT } = process.env;

interface Listed {
  readonly email: string;
  readonly roles: string;
  readonly secondFactor: boolean;
  readonly disabledAt: string | null;
}

/** Asks as whoever runs the machine; `--json` answers are read. */
async function user(...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { code, out, err } = await osteon("user", ...words, ...WHERE, "--json");
  assert.equal(code, 0, `${words.join(" ")}: ${out}${err}`);
  return JSON.parse(out);
}
const why = ["--reason", "asked for by telephone"];
const listed = async (email: string): Promise<Listed | undefined> =>
  ((await user("list")).people as readonly Listed[]).find((one) => one.email === email);
const refused = async (wanted: RegExp, ...words: readonly string[]): Promise<void> => {
  const { code, err } = await osteon("user", ...words, ...WHERE);
  assert.notEqual(code, 0, words.join(" "));
  assert.match(err, wanted);
  assert.doesNotMatch(err, /this is a bug|\n\s+at /);
};

describe("people, for the one who runs the machine", () => {
  let server: ChildProcess | undefined;
  let address = "";
  after(() => server?.kill("SIGKILL"));

  const serve = async (): Promise<void> => {
    const child = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", "--runs", place("runs"), ...WHERE], {
      env: ENVIRONMENT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    server = child;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", (piece) => {
        said += String(piece);
        if (said.includes("Ctrl+C")) resolve();
      });
      child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    address = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1] ?? "";
  };
  const end = async (): Promise<void> => {
    server?.removeAllListeners("exit");
    const ended = once(server as ChildProcess, "exit");
    server?.kill("SIGTERM");
    await ended;
    server = undefined;
  };
  /** Chooses the password at a link, wherever the server of now listens. */
  const choose = async (link: unknown): Promise<number> => {
    const token = /welcome#(\w+)/.exec(String(link))?.[1];
    const answer = await clientOf(address, "", "")("POST", "/api/auth/reset-password", {
      newPassword: PASSWORD,
      token,
    });
    return answer.status;
  };
  const passwordStatus = async (email: string): Promise<number> =>
    (await clientOf(address, "", "")("POST", "/api/auth/sign-in/email", { email, password: PASSWORD })).status;

  test("without a server: invite, list, a new link, disable and enable", async () => {
    await user("add", BOSS, "--name", "Boss", "--role", "administrator");
    const first = await user("add", NURSE, "--name", "Nurse", "--role", "study_nurse", "--centre", "Ulm");
    const { code, out } = await osteon("user", "list", ...WHERE);
    assert.equal(code, 0);
    assert.match(out, /nurse@example\.org\s+Nurse\s+.*Ulm/);
    await user("disable", NURSE, ...why);
    await refused(/is disabled. Enable it first/, "link", NURSE, ...why);
    await user("enable", NURSE, ...why);
    const { link } = await user("link", NURSE, ...why);
    const boss = await user("link", BOSS, ...why);
    await refused(/--reason/, "disable", NURSE);

    await serve();
    assert.notEqual(await choose(first.link), 200, "the link before has ended");
    assert.equal(await choose(link), 200);
    assert.notEqual(await choose(link), 200, "a link is good once");
    assert.equal(await choose(boss.link), 200);
  });

  test("beside a running server: the session of whoever is disabled ends at once; nobody signs in until enabled", async () => {
    const nurse = await signIn(address, "", NURSE);
    assert.equal((await nurse("GET", "/api/me")).status, 200);
    await user("disable", NURSE, ...why);
    assert.equal((await nurse("GET", "/api/me")).status, 401);
    assert.notEqual(await passwordStatus(NURSE), 200);
    await refused(/is disabled. Enable it first/, "link", NURSE, ...why);
    assert.notEqual((await listed(NURSE))?.disabledAt, null);
    await refused(/last administrator/, "disable", BOSS, ...why);
    await user("enable", NURSE, ...why);
    assert.equal((await listed(NURSE))?.disabledAt, null);
    assert.equal(await passwordStatus(NURSE), 200);
    await refused(/has no second factor/, "factor", NURSE, ...why);
    await refused(/Nobody has the address/, "disable", "nobody@example.org", ...why);
    const { link } = await user("link", NURSE, ...why);
    assert.ok(String(link).includes("/welcome#"));
    assert.equal(await choose(link), 200);
  });

  test("beside a running server: a lost second factor is taken off, and every session ends", async () => {
    const nurse = await withFactor(address, await signIn(address, "", NURSE), 0);
    assert.equal((await nurse("GET", "/api/me")).json.secondFactor, true);
    assert.equal((await listed(NURSE))?.secondFactor, true);
    await user("factor", NURSE, ...why);
    assert.equal((await nurse("GET", "/api/me")).status, 401);
    assert.equal((await listed(NURSE))?.secondFactor, false);
    const again = await signIn(address, "", NURSE);
    assert.equal((await again("GET", "/api/me")).json.secondFactor, false);
    await withFactor(address, again, 1);
  });

  test("the trail says why; and after the server's end a second factor is taken off as well", async () => {
    const boss = await signIn(address, "", BOSS);
    const trail = (await boss("GET", "/api/audit/trail.ndjson")).text;
    assert.ok(trail.split("\n").filter((line) => line.includes("asked for by telephone")).length >= 6);
    await end();
    await user("factor", NURSE, ...why);
    assert.equal((await listed(NURSE))?.secondFactor, false);
    await refused(/last administrator/, "disable", BOSS, ...why);
  });
});

/** Sets up a second factor, and answers with the session that the person has then; a code is good once, `later` counts half minutes. */
async function withFactor(address: string, person: Client, later: number): Promise<Client> {
  const enabled = await person("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
  assert.equal(enabled.status, 200, enabled.text);
  const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
  const code = oneTimeCode(secret, later);
  const verified = await person("POST", "/api/auth/two-factor/verify-totp", { code });
  assert.equal(verified.status, 200, verified.text);
  const cookies = verified.headers.getSetCookie().map((one) => one.split(";")[0]);
  return cookies.length === 0 ? person : clientOf(address, "", person.email, cookies.join("; "));
}
