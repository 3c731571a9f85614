import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { importsOf } from "../../../tests/architecture/imports.ts";
import { sourceFiles } from "../build/built-web.ts";

/** The file of this repository that an import names, if it names one that reaches the browser. */
function named(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return resolve(dirname(from), specifier);
  return specifier.startsWith("@osteon/") ? fileURLToPath(import.meta.resolve(specifier)) : undefined;
}

test("the web is built anew where any file changed that its modules lead to", () => {
  const sources = new Set(sourceFiles());
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!/\.tsx?$/.test(file)) return;
    for (const { specifier, typeOnly } of importsOf({ text: readFileSync(file, "utf8") })) {
      const next = typeOnly ? undefined : named(file, specifier);
      if (next !== undefined) walk(next);
    }
  };
  walk(join(import.meta.dirname, "../src/main.tsx"));
  assert.ok(seen.size > 300, `${seen.size} modules`);
  assert.deepEqual(
    [...seen].filter((file) => !sources.has(file)),
    [],
  );
});
