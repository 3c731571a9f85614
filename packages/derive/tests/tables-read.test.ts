import assert from "node:assert/strict";
import { test } from "node:test";
import { DRESDEN_MODELS } from "../../../studies/schnabel-2017/tests/dresden-models.ts";
import { tablesRead } from "../src/tables-read.ts";

const read = (sql: string): readonly string[] =>
  tablesRead(sql).map(({ text, kind, alias }) => `${kind} ${text}${alias === undefined ? "" : ` as ${alias}`}`);

const CASES: readonly (readonly [sql: string, reads: readonly string[]])[] = [
  ["SELECT a FROM visit", ["name visit"]],
  [
    "SELECT a FROM visit, line AS l, study_patient WHERE a IN (1, 2)",
    ["name visit", "name line as l", "name study_patient"],
  ],
  [
    "SELECT a FROM visit v JOIN line ON v.a = COALESCE(line.a, line.b), rule",
    ["name visit as v", "name line", "name rule"],
  ],
  ["SELECT a, b FROM '/etc/passwd'", ["other '/etc/passwd'"]],
  ['SELECT a FROM "/etc/passwd"', ['other "/etc/passwd"']],
  ["SELECT a FROM visit, '/any/file.csv'", ["name visit", "other '/any/file.csv'"]],
  ["SELECT a FROM read_csv('x'), visit", ["function read_csv", "name visit"]],
  ["SELECT a FROM other.visit", ["other other.visit"]],
  ["SELECT a IS DISTINCT FROM line, b FROM visit", ["name visit"]],
  [
    "SELECT a FROM (SELECT b FROM inner_one, inner_two GROUP BY b, c) AS x, outer_one",
    ["name inner_one", "name inner_two", "name outer_one"],
  ],
  ["SELECT a -- FROM commented\nFROM visit", ["name visit"]],
  ["SELECT 'x FROM y, z' AS t FROM visit", ["name visit"]],
];

for (const [sql, reads] of CASES) {
  test(`what is read by ${sql.replaceAll("\n", " ")}`, () => {
    assert.deepEqual(read(sql), reads);
  });
}

test("every model of the package reads plain names only", () => {
  for (const { name, sql } of DRESDEN_MODELS)
    assert.deepEqual(
      read(sql).filter((one) => !one.startsWith("name ")),
      [],
      name,
    );
});
