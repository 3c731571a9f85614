import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}/${path}`, "utf8");
const RAISED =
  /(?:Refused\(\s*\d{3},\s*|problemReply\(\s*(?:status|\d{3}),\s*|\[\s*\d{3},\s*|#found\(|code: |\? )"([a-z]+(?:-[a-z]+)+)"/g;

test("docs/reference/problems.md explains every problem that registry and server raise", () => {
  const sources = globSync("{packages/registry,apps/server}/src/**/*.ts", { cwd: ROOT });
  const codes = new Set(sources.flatMap((path) => [...read(path).matchAll(RAISED)].map(([, code = ""]) => code)));
  const headings = new Set(
    [...read("docs/reference/problems.md").matchAll(/^### (\S+)$/gm)].map(([, heading]) => heading),
  );
  assert.ok(codes.size > 30, [...codes].join(" "));
  assert.deepEqual(
    [...codes].filter((code) => !headings.has(code)),
    [],
  );
});

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
