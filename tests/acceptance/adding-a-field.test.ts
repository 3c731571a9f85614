import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { migratedFolder } from "../../packages/registry/tests/migrated-stores.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "osteon-field-"));
const VISIT = join(copy, "packages/codebook/src/tables/visit.ts");

/** What a person writes: one entry, with its words in both languages. */
const ENTRY = (since: number) => `yesNo("influenza_vaccinated", "Vaccinated against influenza since the last visit?", {
      since: ${since},
      label: ["Influenza vaccine", "Grippeimpfung"],
      german: "Seit der letzten Visite gegen Grippe geimpft?",
    }),
    `;

/** The tests that know the codebook. */
const TESTS = [
  "packages/registry/tests/codebook-lock.test.ts",
  "packages/codebook/tests/reference-pages.test.ts",
  "apps/web/tests/words.test.ts",
];

/** Runs Node in the copy: exit code and what it says. */
const inCopy = (...words: readonly string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    execFile(process.execPath, words, { cwd: copy, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: `${out}${err}` }),
    );
  });

before(() => {
  const isOurs = (path: string): boolean => basename(path) !== "node_modules" && basename(path) !== "dist";
  for (const folder of ["packages", "apps/server", "apps/web", "docs", "tests", "studies/schnabel-2017/tests"])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true, filter: isOurs });
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
  const modules = join(ROOT, "node_modules");
  mkdirSync(join(copy, "node_modules/@osteon"), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== "@osteon") symlinkSync(realpathSync(join(modules, name)), join(copy, "node_modules", name));
  for (const folder of ["packages/*", "apps/*"])
    for (const own of globSync(folder, { cwd: copy })) {
      symlinkSync(join(copy, own), join(copy, "node_modules/@osteon", basename(own)));
      const beside = join(ROOT, own, "node_modules");
      if (existsSync(beside)) symlinkSync(beside, join(copy, own, "node_modules"));
    }
});
after(() => rmSync(copy, { recursive: true, force: true }));

test("a field is one entry and the one command that the red tests name, and then it is everywhere", async () => {
  const lock = JSON.parse(readFileSync(join(copy, "packages/codebook/codebook.lock.json"), "utf8"));
  const before = readFileSync(VISIT, "utf8");
  const enter = (entry: string) => writeFileSync(VISIT, before.replace('yesNo("heat"', `${entry}yesNo("heat"`));
  assert.ok(before.includes('yesNo("heat"'));

  // An entry without its version or its words: the tests say what lacks.
  enter('yesNo("influenza_vaccinated", "Vaccinated against influenza since the last visit?"),\n    ');
  const bare = await inCopy("--test", ...TESTS);
  assert.match(bare.said, /visit\.influenza_vaccinated/);
  const refused = await inCopy("packages/registry/bin/grow-codebook.ts");
  assert.equal(refused.code, 1);
  assert.match(
    refused.said,
    new RegExp(`visit\\.influenza_vaccinated: .*\\n\\s+Write \`since: ${lock.released + 1}\``),
  );

  enter(ENTRY(lock.released + 1));
  const red = await inCopy("--test", ...TESTS);
  assert.notEqual(red.code, 0);
  const [, command] = /run `(npm run \w+)`/.exec(red.said) ?? [];
  assert.equal(command, "npm run codebook");
  const scripts = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")).scripts;
  const written = await inCopy(...scripts.codebook.replace(/^node /, "").split(" "));
  assert.equal(written.code, 0, written.said);
  assert.match(written.said, /packages\/registry\/migrations\/step_\d+_codebook_\d+\.sql/);
  const green = await inCopy("--test", ...TESTS);
  assert.equal(green.code, 0, green.said);

  const store = join(copy, "store");
  cpSync(await migratedFolder(), store, { recursive: true });
  const found = await inCopy("tests/acceptance/field-everywhere.ts", store, join(copy, "frozen"));
  assert.equal(found.code, 0, found.said);
  assert.deepEqual(JSON.parse(found.said), {
    steps: 1,
    form: ["Influenza vaccine", "Grippeimpfung", "Seit der letzten Visite gegen Grippe geimpft?"],
    template: true,
    stored: "yes",
    exported: "yes",
    frozen: [1],
    page: true,
  });
  const filled = await inCopy("tests/acceptance/field-by-nurse.ts", store);
  assert.equal(filled.code, 0, filled.said);
  assert.deepEqual(JSON.parse(filled.said), { shown: true, status: "complete", stored: "yes" });
});
