import assert from "node:assert/strict";
import { test } from "node:test";
import { keyFault, keySkeleton } from "@osteon/codebook";
import { sql } from "kysely";
import { onEnginesBelow } from "./both-engines.ts";

/** Every code point of the first planes, between two letters: 0, surrogates and what is unassigned aside. */
const POINTS = Array.from({ length: 0x2_0000 }, (_, code) => code)
  .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
  .concat([0xe0001, 0xe0020, 0xe0100, 0xf0000, 0x100000]);

const TEXTS = [
  "",
  ".",
  "..",
  "a/b",
  "a\\b",
  " a",
  "a ",
  "a b",
  "NA",
  "nan",
  "Null",
  "constructor",
  "-",
  "U-001",
  "é",
  "e\u0301",
  "x".repeat(64),
  "x".repeat(65),
  "😀",
];

onEnginesBelow("the shape of keys", ({ database }) => {
  test("the codebook and the database answer alike, whatever letter a key holds", async () => {
    const keys = [...TEXTS, ...POINTS.map((code) => `a${String.fromCodePoint(code)}b`)];
    const { rows } = await sql<{ key: string; is_key: boolean }>`
      select key, chart.is_key(key) as is_key from unnest(${keys}::text[]) key`.execute(database().kysely);
    const differ = rows.filter(({ key, is_key }) => is_key !== (keyFault(key) === undefined));
    assert.deepEqual(differ.map(({ key }) => JSON.stringify(key)).slice(0, 20), []);
  });

  test("twins have one skeleton, in the codebook and in the database", async () => {
    const twins = ["U-001", "u-001", "U-00l", "Ｕ-００１", "U\u200b-001", "U-OO1", "U -001"];
    const { rows } = await sql<{ skeleton: string }>`
      select distinct chart.key_skeleton(key) as skeleton from unnest(${twins}::text[]) key`.execute(database().kysely);
    assert.deepEqual(
      rows.map(({ skeleton }) => skeleton),
      [keySkeleton("U-001")],
    );
    const cyrillic = ["PАTIENT-7", "PATIENT-7", "РATIENT-7"];
    assert.equal(new Set(cyrillic.map(keySkeleton)).size, 1);
    const { rows: same } = await sql<{ n: number }>`
      select count(distinct chart.key_skeleton(key))::int as n from unnest(${cyrillic}::text[]) key`.execute(
      database().kysely,
    );
    assert.equal(same[0]?.n, 1);
    assert.notEqual(keySkeleton("U-001"), keySkeleton("U-002"));
  });
});
