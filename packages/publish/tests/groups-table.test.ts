import assert from "node:assert/strict";
import { test } from "node:test";
import type { Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { familyIds, resultIds } from "../../estimate/src/index.ts";
import { defaultOutline, type GroupsTable, type Outline, outlineProblems } from "../src/index.ts";
import { drawTable } from "../src/outline/draw-table.ts";
import { paragraphOf } from "../src/outline/fill.ts";
import { readResults } from "../src/outline/read-results.ts";
import { plainText } from "../src/prose/sentence.ts";
import { smallResults } from "./small-results.ts";

const TABLE: GroupsTable = {
  kind: "groups",
  id: "centres",
  title: "Centres",
  of: "children",
  heads: ["Centre", "Children", "Age: median (quartiles)", "Lost"],
  cells: ["{children.*.n|number}", "{age.*|median-quartiles:1}", "{lost.*|share}"],
  notes: [],
};
const OUTLINE: Outline = { labels: { unknown: "Not stated" }, states: {}, headlines: [], parts: [], methods: [] };

const drawn = (values: Readonly<Record<string, number | null>>) => {
  const { heads, rows, notes } = drawTable(readResults(smallResults(values)), dresden, OUTLINE, TABLE);
  return { heads, rows: rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]), notes };
};

const quartiles = (group: string, [lower, median, upper]: readonly (number | null)[]) => ({
  [`age.${group}.lower-quartile`]: lower ?? null,
  [`age.${group}.median`]: median ?? null,
  [`age.${group}.upper-quartile`]: upper ?? null,
});
const lost = (group: string, n: number, N: number) => ({
  [`lost.${group}.n`]: n,
  [`lost.${group}.N`]: N,
  [`lost.${group}.percent`]: N === 0 ? null : (100 * n) / N,
});

test("a row for each group that there is, with its own numbers in the order of the columns", () => {
  const { rows, notes } = drawn({
    "children.Bonn.n": 4,
    "children.Ulm.n": 12,
    "children.unknown.n": 1,
    ...quartiles("Bonn", [8, 10.25, 12]),
    ...quartiles("Ulm", [7.5, 9, 11]),
    ...quartiles("unknown", [3, 3, 3]),
    ...lost("Bonn", 1, 4),
    ...lost("Ulm", 0, 12),
    ...lost("unknown", 1, 1),
  });
  assert.deepEqual(rows, [
    ["Bonn", "4", "10.3 (8.0 to 12.0)", "1 of 4 (25 %)"],
    ["Ulm", "12", "9.0 (7.5 to 11.0)", "0 of 12 (0 %)"],
    ["Not stated", "1", "3.0 (3.0 to 3.0)", "1 of 1 (100 %)"],
  ]);
  assert.deepEqual(notes, []);
});

test("where nobody is in any group that stands there; what cannot be estimated is NE and says so; a dash is nobody of others", () => {
  assert.deepEqual(drawn({ "age.Ulm.median": 3 }).rows, [["Nobody"]]);
  const { rows, notes } = drawn({ "children.Ulm.n": 2, ...quartiles("Ulm", [null, null, null]) });
  assert.deepEqual(rows, [["Ulm", "2", "NE", "–"]]);
  assert.deepEqual(notes, ["NE: not estimable from these children."]);
});

test("a level may be written with every sign that templates know", () => {
  const group = "Haus {A}|B * $& <b>";
  assert.deepEqual(drawn({ [`children.${group}.n`]: 2, ...lost(group, 1, 2) }).rows, [
    [group, "2", "–", "1 of 2 (50 %)"],
  ]);
});

const COUNTED = { title: "T", says: "T.", from: "t", where: {} } as const;
const by = [{ column: "centre", levels: "found" }] as const;
const PROTOCOL: Protocol = {
  ...dresden,
  analyses: {
    children: { kind: "count", ...COUNTED, by },
    age: {
      kind: "continuous",
      column: "age",
      unit: "years",
      divisor: 1,
      decimals: 1,
      chosenBy: { test: "shapiro-wilk", alpha: 0.05 },
      ...COUNTED,
      by,
    },
    lost: { kind: "share", column: "lost", values: [1], unknown: [], ...COUNTED, by },
    sex: { kind: "breakdown", column: "sex", levels: ["female", "male"], ...COUNTED, by },
  },
};
const names = { ids: resultIds(PROTOCOL), families: familyIds(PROTOCOL) };
const withBlocks = (blocks: Outline["parts"][number]["blocks"]): Outline => ({
  ...OUTLINE,
  parts: [{ id: "p", title: "P", blocks }],
});

test("a check knows what rows of groups may name; a sentence, and a misspelt statistic, are told", () => {
  assert.deepEqual(outlineProblems(withBlocks([{ table: TABLE }]), PROTOCOL, names), []);
  const told = (outline: Outline) =>
    outlineProblems(outline, PROTOCOL, names).map(({ kind, written }) => [kind, written]);
  assert.deepEqual(told(withBlocks([{ table: { ...TABLE, cells: ["{age.*.meedian|number}"] } }])), [
    ["result", "age.*.meedian"],
  ]);
  assert.deepEqual(told(withBlocks([{ table: { ...TABLE, of: "childrn" } }])), [["analysis", "childrn"]]);
  assert.deepEqual(told(withBlocks([{ heading: "H", paragraphs: ["{children.*.n|number}"] }])), [
    ["result", "children.*.n"],
  ]);
  assert.deepEqual(told(withBlocks([{ table: { ...TABLE, notes: ["{children.Ulm.n|number}"] } }])), [
    ["result", "children.Ulm.n"],
  ]);
});

test("a study without a report of its own shows its groups as well, a table for each analysis", () => {
  const outline = defaultOutline(PROTOCOL);
  assert.deepEqual(outlineProblems(outline, PROTOCOL, names), []);
  const tables = outline.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ("table" in block ? [block.table] : [])),
  );
  assert.deepEqual(
    tables.map(({ kind, id }) => [kind, id]),
    ["children", "age", "lost", "sex"].map((id) => ["groups", id]),
  );
});

test("median and quartiles in a sentence, and of nobody in words", () => {
  const said = (values: Readonly<Record<string, number | null>>) =>
    plainText(paragraphOf(readResults(smallResults(values)), "A {age.all|median-quartiles:0}."));
  assert.equal(said(quartiles("all", [8, 10, 12])), "A median of 10 (quartiles 8 to 12).");
  assert.match(said(quartiles("all", [null, null, null])), /^A median that is not estimable \(/);
});
