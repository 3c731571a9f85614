import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { place } from "./osteon.ts";

const ROOT = new URL("../../", import.meta.url);
const PROGRAM = fileURLToPath(new URL("apps/cli/bin/osteon.js", ROOT));

/** Writes on standard error which packages a process has loaded, ours and others. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  const packages = new Set();
  registerHooks({
    load: (url, context, next) => {
      const within = url.replace(${JSON.stringify(ROOT.href)}, "");
      const [, other, own] = /node_modules\\/((?:@[^/]+\\/)?[^/]+)(?!.*node_modules)|^((?:packages|apps|studies)\\/[^/]+)/.exec(within) ?? [];
      if ((other ?? own) !== undefined) packages.add(other ?? own);
      return next(url, context);
    },
  });
  process.on("exit", () => console.error(JSON.stringify([...packages])));
`)}`;

function loadedBy(...words: readonly string[]): readonly string[] {
  const { status, stderr } = spawnSync(process.execPath, ["--import", WATCH, PROGRAM, ...words], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stderr.trim().split("\n").at(-1) ?? "[]");
}

const ours = (loaded: readonly string[]): readonly string[] =>
  loaded.filter((name) => /^(packages|apps|studies)\//.test(name)).sort();

test("help comes without what commands are carried out with", () => {
  const needed = ["apps/cli", "packages/codebook", "packages/questions", "packages/run", "packages/words"];
  assert.deepEqual(ours(loadedBy("--help")), needed);
  assert.deepEqual(ours(loadedBy("survival", "--help")), needed);
});

test("an analysis of a file loads neither the registry with its server nor DuckDB", () => {
  const file = place("times.csv");
  writeFileSync(file, "time,event\n1,1\n2,0\n3,1\n");
  const loaded = loadedBy("survival", file, "--time", "time", "--event", "event");
  assert.ok(loaded.includes("packages/stats"), loaded.join(" "));
  const heavy = [
    /^(apps\/server|packages\/(registry|paper|freeze|derive|cno|estimate))$/,
    /duckdb|kysely|better-auth|zod|pglite/,
  ];
  assert.deepEqual(
    loaded.filter((name) => heavy.some((one) => one.test(name))),
    [],
  );
});
