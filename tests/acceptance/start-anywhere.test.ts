import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Ended, osteonProcess, ownRegistry, place } from "./osteon.ts";

const IN_TURN = fileURLToPath(new URL("./starts-in-turn.ts", import.meta.url));
const { DATABASE_URL: _, ...ENVIRONMENT } = process.env;

/** A start that fails: how it is called, and what it says. */
interface Failing {
  readonly because: string;
  readonly words: readonly string[];
  readonly says: RegExp;
  readonly databaseUrl?: string;
}

const folders = (name: string) => ["--data", place(join(name, "data")), "--keys", place(join(name, "keys"))];
const FAILING: readonly Failing[] = [
  {
    because: "the address is none of this machine",
    words: ["--port", "0", "--host", "203.0.113.9", ...folders("there")],
    says: /has no address 203\.0\.113\.9/,
  },
  {
    because: "a file stands where the data folder should be",
    words: ["--port", "0", ...folders("file")],
    says: /data: .*Name another place/,
  },
  {
    because: "a file stands where the folder of keys should be",
    words: ["--port", "0", ...folders("there"), "--keys", place("no-folder")],
    says: /no-folder: .*Name another place/,
  },
  {
    because: "its PostgreSQL does not answer",
    words: ["--port", "0", ...folders("there")],
    says: /The registry cannot be opened: .*127\.0\.0\.1:1\b/,
    databaseUrl: "postgres://nobody@127.0.0.1:1/none",
  },
  {
    because: "no control socket can be made",
    words: ["--port", "0", ...folders("no-socket")],
    says: /control\.json-unfinished: .*Name another place/,
  },
];

/** A registry in a folder of 200 letters is started, killed and started again in `registry-stories.test.ts`. */
describe("a start that fails ends, with one sentence", () => {
  let ended: readonly Ended[];
  before(async () => {
    for (const name of ["there", "no-socket"]) await ownRegistry(name);
    mkdirSync(place("file"), { recursive: true });
    writeFileSync(place("file/data"), "");
    writeFileSync(place("no-folder"), "");
    mkdirSync(place("no-socket/data/control.json-unfinished"), { recursive: true });
    const calls = FAILING.map(({ words, databaseUrl }) => ({ words: ["serve", ...words], databaseUrl }));
    ended = JSON.parse(await inTurn(JSON.stringify(calls)));
  });

  const isOneSentence = ({ code, out, err }: Ended, says: RegExp): void => {
    assert.equal(code, 1, out + err);
    assert.match(err, says);
    assert.doesNotMatch(err, /this is a bug|\n\s+at /);
  };

  for (const [index, { because, says }] of FAILING.entries())
    test(because, () => {
      const own = ended[index];
      assert.ok(own);
      isOneSentence(own, says);
    });

  test("its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const own = await osteonProcess("serve", "--port", String(port), ...folders("there"));
    isOneSentence(own, new RegExp(`port ${port} of 127.0.0.1 is taken`));
    other.close();
  });
});

/** A process has many minutes to end in; one that a start keeps alive never does. */
const MINUTES = 10;

/** What a process says that tries these starts; it has ended by itself, so that none of them left anything open. */
const inTurn = (calls: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { env: ENVIRONMENT, timeout: MINUTES * 60_000 };
    execFile(process.execPath, [IN_TURN, calls], options, (error, out, err) => {
      if (error === null) resolve(out);
      else
        reject(
          new Error(`${error.killed ? "one of these starts keeps its process alive" : error.message}\n${out}${err}`),
        );
    });
  });
