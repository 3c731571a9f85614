import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalJson, statements } from "@osteon/protocol";
import protocol from "../protocol.ts";
import { PUBLISHED } from "../published.ts";

test("protocol.lock.json is the protocol: after a change run node studies/schnabel-2017/write-lock.ts", () => {
  const lock = readFileSync(new URL("../protocol.lock.json", import.meta.url), "utf8");
  assert.equal(lock, canonicalJson(protocol));
});

test("every rule says where the paper states it, or that it is an assumption", () => {
  const open = statements(protocol)
    .filter(({ path }) => /^(rules|timePoints|lines|cohorts)\./.test(path))
    .filter(({ stated }) => stated.source === undefined && stated.assumption !== true);
  assert.deepEqual(
    open.map(({ path }) => path),
    [],
  );
});

test("printed numbers have ids of their own, and contradictions name printed numbers", () => {
  const ids = new Set(PUBLISHED.map(({ id }) => id));
  assert.equal(ids.size, PUBLISHED.length);
  const unknown = PUBLISHED.flatMap(({ contradiction }) => contradiction?.against ?? []).filter(
    (id) => !ids.has(id) && ![...ids].some((other) => other.startsWith(`${id}-`)),
  );
  assert.deepEqual(unknown, []);
});
