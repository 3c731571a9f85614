import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { osteon, place } from "./osteon.ts";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));

describe("the command line", () => {
  for (const [words, nearest] of [
    [["strat"], "start"],
    [["surviva", "--help"], "survival"],
    [["study", "rum", "--help"], "run"],
    [["user", "ad", "ada@example.org", "--name", "Ada"], "add"],
  ] as const) {
    test(`osteon ${words.join(" ")}: the unknown command is named with the nearest one`, async () => {
      const { code, out, err } = await osteon(...words);
      assert.equal(code, 2, out + err);
      assert.match(err, /unknown command/);
      assert.match(err, new RegExp(`Did you mean ${nearest}\\?`));
    });
  }

  test("help for a command that is none is no help for all the others", async () => {
    const { code, out, err } = await osteon("import", "--help");
    assert.equal(code, 2);
    assert.match(err, /unknown command 'import'/);
    assert.equal(out, "");
  });

  test("help begins with what a newcomer wants", async () => {
    const { code, out } = await osteon("--help");
    assert.equal(code, 0);
    const commands = [...out.matchAll(/^ {2}([a-z0-9]+) [^ ]*.*$/gm)].map(([, name]) => name);
    const from = commands.indexOf("start");
    assert.deepEqual(commands.slice(from, from + 5), ["start", "check", "survival", "test", "table1"]);
    assert.ok(commands.includes("study"));
  });

  for (const command of ["serve", "start"])
    test(`osteon ${command}: what is no port is refused before anything is done, with what a port is`, async () => {
      for (const port of ["abc", "65536", "1.5", ""]) {
        const out = place(`no-port-${command}`);
        const folders = ["--data", join(out, "data"), "--keys", join(out, "keys")];
        const { code, err } = await osteon(command, "--port", port, ...folders);
        assert.equal(code, 2, `${port}: ${err}`);
        assert.match(err, /Write a port from 0 to 65535/);
        assert.equal(existsSync(out), false);
      }
    });

  test("a file in the place of a folder is one sentence, not a bug", async () => {
    const file = place("a-file");
    writeFileSync(file, "");
    const { code, err } = await osteon("--once", "--out", `${file}/run`);
    assert.equal(code, 1);
    assert.match(err, /a-file.*: .*stands/);
    assert.doesNotMatch(err, /bug|\n.+\n/);
  });

  test("a reader that closes the pipe ends the command quietly", async () => {
    const child = spawn(process.execPath, [PROGRAM, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (piece) => {
      err += String(piece);
    });
    const code = await new Promise((resolve) => child.once("close", resolve));
    assert.equal(err, "");
    assert.equal(code, 0);
  });
});
