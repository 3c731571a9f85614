import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Ended, osteon, osteonProcess, ownRegistry, place } from "./osteon.ts";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));
const { DATABASE_URL: _, ...ENVIRONMENT } = process.env;

describe("a registry in any folder", () => {
  const running = new Set<ChildProcess>();
  after(() => {
    for (const one of running) one.kill("SIGKILL");
  });

  /** Serves until it says where, or ends. */
  const serve = async (...words: readonly string[]): Promise<{ child: ChildProcess; said: string }> => {
    const child = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", ...words], {
      env: ENVIRONMENT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(child);
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", (piece) => {
        said += String(piece);
        if (said.includes("Ctrl+C")) resolve();
      });
      child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    return { child, said };
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
    child.removeAllListeners("exit");
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    running.delete(child);
    return code as number | null;
  };

  test("a path of 200 letters with blanks and umlauts: started, asked, killed, started again, asked, ended", async () => {
    const long = join(
      place("Küche der Ärzte"),
      "ä".repeat(60),
      "o".repeat(60),
      "ein Ordner mit Namen ".repeat(3).trim(),
    );
    assert.ok(Buffer.byteLength(long) > 200);
    const where = ["--data", join(long, "data"), "--keys", join(long, "keys")];
    const person = (name: string) =>
      osteon("user", "add", `${name}@example.org`, "--name", name, "--role", "administrator", ...where);

    const { child: first } = await serve(...where);
    const asked = await person("ada");
    assert.equal(asked.code, 0, asked.err);
    assert.match(asked.out, /\/welcome#/);
    await end(first, "SIGKILL");

    const { child: second } = await serve(...where);
    const again = await person("bea");
    assert.equal(again.code, 0, again.err);
    assert.equal(await end(second, "SIGTERM"), 0);
  });

  describe("a start that fails ends, with one sentence", () => {
    const fails = async (wanted: RegExp, ...words: readonly string[]): Promise<Ended> => {
      const ended = await osteonProcess("serve", ...words);
      assert.equal(ended.code, 1, ended.out + ended.err);
      assert.match(ended.err, wanted);
      assert.doesNotMatch(ended.err, /this is a bug|\n\s+at /);
      return ended;
    };
    const folders = (name: string) => ["--data", place(join(name, "data")), "--keys", place(join(name, "keys"))];
    before(() => ownRegistry("there"));

    test("its port is taken", async () => {
      const other = createServer().listen(0, "127.0.0.1");
      await once(other, "listening");
      const { port } = other.address() as { port: number };
      await fails(new RegExp(`port ${port} of 127.0.0.1 is taken`), "--port", String(port), ...folders("there"));
      other.close();
    });

    test("the address is none of this machine", async () => {
      await fails(/has no address 203\.0\.113\.9/, "--port", "0", "--host", "203.0.113.9", ...folders("there"));
    });

    test("a file stands where the data folder should be", async () => {
      mkdirSync(place("file"), { recursive: true });
      writeFileSync(place("file/data"), "");
      await fails(/data: .*Name another place/, "--port", "0", ...folders("file"));
    });

    test("a file stands where the folder of keys should be", async () => {
      writeFileSync(place("no-folder"), "");
      await fails(/no-folder: .*Name another place/, "--port", "0", ...folders("there"), "--keys", place("no-folder"));
    });

    test("its PostgreSQL does not answer", async () => {
      const before = process.env.DATABASE_URL;
      process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
      try {
        await fails(/The registry cannot be opened: .*127\.0\.0\.1:1\b/, "--port", "0", ...folders("there"));
      } finally {
        if (before === undefined) delete process.env.DATABASE_URL;
        else process.env.DATABASE_URL = before;
      }
    });

    test("no control socket can be made", async () => {
      mkdirSync(place("there/data/control.json-unfinished"), { recursive: true });
      await fails(/control\.json-unfinished: .*Name another place/, "--port", "0", ...folders("there"));
      rmdirSync(place("there/data/control.json-unfinished"));
    });
  });
});
