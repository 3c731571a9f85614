import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXIT } from "@osteon/run/exit-code";
import { cliReference } from "./cli-reference.ts";

const page = readFileSync(new URL("../../../docs/reference/cli.md", import.meta.url), "utf8");

test("docs/reference/cli.md is current: after a change run node apps/cli/bin/write-reference.ts", () => {
  assert.equal(page, cliReference());
});

test("every exit code is documented", () => {
  for (const code of Object.values(EXIT)) assert.match(page, new RegExp(`\\b${code} [a-z]`), `exit code ${code}`);
});
