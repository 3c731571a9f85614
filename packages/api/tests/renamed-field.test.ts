import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { suite, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const WORDS = join(ROOT, "apps/web/src/quality/use-names.ts");

/** What the type check says of a page of the web, where the API is a copy that was changed. */
function typesWith(change: (accounts: string) => string): string {
  const cache = join(ROOT, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, "renamed-field-"));
  try {
    cpSync(join(ROOT, "packages/api/src"), join(copy, "src"), { recursive: true });
    const path = join(copy, "src/routes/accounts.ts");
    const before = readFileSync(path, "utf8");
    writeFileSync(path, change(before));
    writeFileSync(
      join(copy, "tsconfig.json"),
      JSON.stringify({
        extends: relative(copy, join(ROOT, "tsconfig.json")),
        compilerOptions: { paths: { "@osteon/api": ["./src/index.ts"] } },
        include: [],
        files: [relative(copy, WORDS)],
      }),
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", copy], { encoding: "utf8" });
    assert.equal(stderr, "");
    return status === 0 ? "" : stdout;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

suite("the web reads by the API's table", () => {
  test("a field that is renamed in an answer is a type error in the web", () => {
    assert.equal(
      typesWith((accounts) => accounts),
      "",
    );
    const said = typesWith((accounts) =>
      accounts.replace(
        "const colleague = z.object({ account: z.string(), name",
        "const colleague = z.object({ account: z.string(), called",
      ),
    );
    assert.match(said, /use-names\.ts.*error TS/);
    assert.match(said, /'name'/);
  });
});
