import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "osteon-stats-package-"));
after(() => rmSync(project, { recursive: true, force: true }));

/** Packs a copy, so that nothing else sees a package.json on its way out; as npm runs it, with the scripts of the package. */
function packedTarball(): string {
  const copy = join(project, "copy");
  mkdirSync(join(copy, "packages"), { recursive: true });
  for (const file of ["package.json", "tsconfig.json", "LICENSE"]) cpSync(join(ROOT, file), join(copy, file));
  cpSync(join(ROOT, "packages/stats"), join(copy, "packages/stats"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const options = ["pack", "--silent", "--pack-destination", project];
  const name = execFileSync("npm", options, { cwd: join(copy, "packages/stats"), encoding: "utf8", stdio: "pipe" });
  return join(project, name.trim().split("\n").at(-1) ?? "");
}

/** The first example of the package's README. */
function readmeExample(): string {
  const readme = readFileSync(join(ROOT, "packages/stats/README.md"), "utf8");
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? assert.fail("the README has no example");
}

test("the packed tarball alone runs the README's example as JavaScript, and its types are whole", () => {
  const installed = join(project, "node_modules/@osteon/stats");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", packedTarball(), "--strip-components=1", "-C", installed]);
  symlinkSync(join(ROOT, "node_modules/@stdlib"), join(project, "node_modules/@stdlib"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  writeFileSync(join(project, "example.ts"), readmeExample());
  const strict = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2024", "--skipLibCheck", "false"];
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...strict, "example.ts"], {
    cwd: project,
  });
  const shown = execFileSync(process.execPath, ["example.ts"], { cwd: project, encoding: "utf8" });
  assert.match(shown, /not-reached/);
  assert.match(shown, /0\.6923/);
  const published = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(published.exports["."].default, "./dist/index.js");
  assert.equal(published.private, undefined);
});
