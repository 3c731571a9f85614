import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}/${path}`, "utf8");

test("every test that the security pages name exists, by its title", () => {
  const tests = globSync("{packages/registry,apps/server,apps/web,tests/acceptance,tests/attack}/**/*.test.ts", {
    cwd: ROOT,
  });
  const page = read("docs/security/asvs-level-2.md");
  const named = [...page.matchAll(/`([a-z-]+\.test\.ts)`: "([^"]+)"/g)];
  assert.ok(named.length > 30);
  const absent = named.filter(
    ([, file = "", title = ""]) =>
      !tests.some((path) => path.endsWith(`/${file}`) && read(path).includes(`"${title}"`)),
  );
  assert.deepEqual(
    absent.map(([text]) => text),
    [],
  );
});
