import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AuditEntry } from "@osteon/api";
import { readCsv, renamed } from "../src/import/csv-file.ts";
import { problemsCsv } from "../src/import/problems-csv.ts";
import { storyOf } from "../src/quality/story-of.ts";

describe("the trail of a row as a story", () => {
  const entry = (
    seq: number,
    action: string,
    before: AuditEntry["before"],
    after: AuditEntry["after"],
  ): AuditEntry => ({
    seq,
    at: `2025-05-1${seq}T12:00:00Z`,
    actor: "a",
    action,
    before,
    after,
    reason: seq === 3 ? "typing error" : "",
    batch: seq === 4 ? "b" : "",
  });
  /** A draft with an unreadable pain; then read and completed; then not done; then swelling by an import; then deleted. */
  const entries = [
    entry(1, "insert", null, {
      visit: "V1",
      patient: "P1",
      pain_nrs: null,
      pain_nrs_missing: null,
      swelling: false,
      as_typed: { pain_nrs: "four" },
      row_status: "draft",
      version: 1,
    }),
    entry(
      2,
      "update",
      { pain_nrs: null, as_typed: { pain_nrs: "four" }, row_status: "draft", version: 1 },
      { pain_nrs: 4, as_typed: {}, row_status: "complete", version: 2 },
    ),
    entry(3, "update", { pain_nrs: 4, pain_nrs_missing: null }, { pain_nrs: null, pain_nrs_missing: "not-done" }),
    entry(4, "update", { swelling: false, version: 3 }, { swelling: true, version: 4 }),
    entry(5, "update", { version: 4 }, { version: 5 }),
    entry(6, "delete", { pain_nrs_missing: "not-done", swelling: true }, null),
  ];

  test("cells are told as the codebook writes them, with status, reason and import", () => {
    const told = storyOf("visit", entries).map(({ kind, status, reason, imported, cells }) => [
      kind,
      status,
      reason,
      imported,
      cells.map(({ field, was, is }) => `${field}: ${was} → ${is}`),
    ]);
    assert.deepEqual(told, [
      ["entered", "draft", null, false, ["visit:  → V1", "patient:  → P1", "pain_nrs:  → four", "swelling:  → no"]],
      ["changed", "complete", null, false, ["pain_nrs: four → 4"]],
      ["changed", undefined, "typing error", false, ["pain_nrs: 4 → not done"]],
      ["changed", undefined, null, true, ["swelling: no → yes"]],
      [
        "deleted",
        undefined,
        null,
        false,
        ["visit: V1 → ", "patient: P1 → ", "pain_nrs: not done → ", "swelling: yes → "],
      ],
    ]);
  });

  test("of one field only what touched it is told", () => {
    assert.deepEqual(
      storyOf("visit", entries, "swelling").map(({ seq, kind }) => [seq, kind]),
      [
        ["1", "entered"],
        ["4", "changed"],
        ["6", "deleted"],
      ],
    );
  });
});

describe("a CSV on its way to the registry", () => {
  const file = (bytes: Uint8Array) => new File([Buffer.from(bytes)], "list.csv");

  test("semicolons, quotation marks, blank lines and Windows letters are read; rows keep their numbers", async () => {
    const text = 'Nr;"Vis;ite";Ort\r\n1;V1;Köln\r\n\r\n2;"V\n2";"a ""b"""\r\n3;V3\r\n;;\r\n';
    const csv = await readCsv(file(Buffer.from(text, "latin1")));
    assert.equal(csv.encoding, "Windows-1252");
    assert.deepEqual(csv.headers, ["Nr", "Vis;ite", "Ort"]);
    assert.deepEqual(csv.broken, []);
    const sent = await renamed(csv, [undefined, "visit", "recorded_outcome"]);
    assert.equal(
      await sent.body.text(),
      'visit,recorded_outcome\nV1,Köln\n\n"V\n2","a ""b"""\nV3,,?\n',
      "the blank line stays a row, the short row is one cell too long",
    );
    assert.deepEqual([...sent.ragged], [[5, 2]]);
    assert.equal(sent.ownNames.get("visit"), "Vis;ite");
  });

  test("a list in a cell makes no columns, nor does a comma in a heading; rows of spaces are blank; UTF-16 of either order is read", async () => {
    const text =
      "Nr;Kind (Name, Vorname);Herde\r\n1;A;Tibia li, Femur re, Ulna\r\n ; ;\r\n2;B;Köln, Bonn, Ulm, Jena\r\n";
    const orders = [Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from(`\ufeff${text}`, "utf16le").swap16()];
    for (const bytes of [Buffer.from(text), ...orders]) {
      const csv = await readCsv(file(bytes));
      assert.deepEqual(csv.headers, ["Nr", "Kind (Name, Vorname)", "Herde"]);
      assert.equal(csv.encoding, orders.includes(bytes) ? "UTF-16" : undefined);
      const sent = await renamed(csv, ["culture", undefined, "organism"]);
      assert.equal(
        await sent.body.text(),
        'culture,organism\n1,"Tibia li, Femur re, Ulna"\n\n2,"Köln, Bonn, Ulm, Jena"\n',
      );
      assert.equal(sent.ragged.size, 0);
    }
  });

  test("an open quotation mark is named by its row; plain UTF-8 needs no remark", async () => {
    const csv = await readCsv(file(Buffer.from('visit,pain_nrs\nV1,3\nV2,"4\nV3,5\n')));
    assert.deepEqual(csv.broken, [3]);
    assert.equal(csv.encoding, undefined);
  });

  test("marks that pair over rows are named by the first, in a column that is left out too; two lines of a note are not", async () => {
    const swallowing = await readCsv(file(Buffer.from('visit,pain_nrs,note\nV1,3,"a\nV2,4,b\nV3,5,c"\nV4,6,\n')));
    assert.deepEqual([swallowing.records.length, swallowing.broken], [2, [2]]);
    const semicolons = await readCsv(file(Buffer.from('visit;pain_nrs;note\r\nV1;3;"a\r\nV2;4;b"\r\n')));
    assert.deepEqual(semicolons.broken, [2]);
    const note = await readCsv(file(Buffer.from('visit,pain_nrs,note\nV1,3,"seen twice,\nwell"\n')));
    assert.deepEqual(note.broken, []);
  });

  test("the list of problems opens in a spreadsheet without running what stands in a cell", async () => {
    const problem = (value: string) => ({
      code: "not-a-number",
      severity: "refused" as const,
      where: { file: "list.csv", row: 2, column: "pain_nrs", value },
      says: "No number, or so.",
      fix: "Write 3.",
    });
    const values = ['=HYPERLINK("x")', "@a", "+1", "-1,5", "-cmd", 'say "a", b'];
    const list = await problemsCsv(values.map(problem), new Map([["pain_nrs", "Schmerz"]]), (one) => one);
    const [, ...lines] = (await list.text()).trimEnd().split("\r\n");
    assert.deepEqual(
      lines.map((line) => line.slice("list.csv,2,pain_nrs,Schmerz,".length).split(",refused,")[0]),
      ['"\'=HYPERLINK(""x"")"', '"\'@a"', '"\'+1"', '"-1,5"', '"\'-cmd"', '"say ""a"", b"'],
    );
  });
});
