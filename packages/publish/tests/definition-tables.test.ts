import assert from "node:assert/strict";
import { test } from "node:test";
import { agreements, type Protocol, type RankingAnalysis } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { estimate, familyIds, resultIds, tallySpecs } from "../../estimate/src/index.ts";
import { type AgreementTable, defaultOutline, type Outline, outlineProblems, type RankingTable } from "../src/index.ts";
import { drawTable } from "../src/outline/draw-table.ts";
import { readResults } from "../src/outline/read-results.ts";

const yesNo = (column: string) => ({ title: column, column, values: [1], unknown: [] });
const RANKING: RankingAnalysis = {
  ...{ kind: "ranking", title: "Order", says: "Order.", from: "t", where: {} },
  ...{ column: "well", values: [1], unknown: [], against: "full", atLeast: 5 },
  by: [
    { column: "definition", levels: ["full", "pain"] },
    { column: "drug", levels: ["mtx", "tnf", "bp"] },
  ],
};
const protocol: Protocol = {
  ...dresden,
  analyses: {
    ...agreements("agree", { full: yesNo("f"), pain: yesNo("p"), mri: yesNo("m") }, { from: "t", where: {} }),
    order: RANKING,
  },
};
const RESULTS = [
  { name: "full", label: "Full remission" },
  { name: "pain", label: "Pain of at most 1" },
  { name: "mri", label: "Inactive by MRI" },
];
const AGREEMENT: AgreementTable = {
  ...{ kind: "agreement", id: "agreement", title: "Agreement", of: "agree", results: RESULTS, notes: [] },
};
const ORDER: RankingTable = {
  ...{ kind: "ranking", id: "order", title: "Order", of: "order", results: RESULTS.slice(0, 2), notes: [] },
  groups: [
    { name: "mtx", label: "Methotrexate" },
    { name: "tnf", label: "TNF" },
    { name: "bp", label: "Bisphosphonate" },
  ],
};
const OUTLINE: Outline = { labels: {}, states: {}, headlines: [], parts: [], methods: [] };
const INPUTS = {
  ...{ study: "s", title: "t", protocolHash: "p", freezeHash: "f", modelsHash: "m", resolutionPolicy: "middle" },
  version: "0",
};

type Counted = Readonly<Record<string, readonly (readonly [readonly (string | number | null)[], number])[]>>;

function drawn(spec: AgreementTable | RankingTable, counted: Counted, language: "en" | "de" = "en") {
  const tallies = tallySpecs(protocol).map((own) => ({
    spec: own,
    rows: (counted[own.id] ?? []).map(([key, n]) => ({ key, n })),
  }));
  const results = estimate(protocol, tallies, INPUTS);
  const { heads, rows, notes } = drawTable(readResults(results, language), protocol, OUTLINE, spec);
  return {
    heads,
    rows: rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    opens: rows.map(({ cells }) => cells.map(({ result }) => result)),
    notes,
  };
}

const FULL: Counted = {
  "agree-full-pain": [
    [[1, 1], 20],
    [[1, 0], 5],
    [[0, 1], 10],
    [[0, 0], 15],
  ],
  "agree-full-mri": [
    [[1, 1], 3],
    [[1, 0], 4],
  ],
  order: [
    [["full", "mtx", 1], 5],
    [["full", "mtx", 0], 5],
    [["full", "tnf", 1], 6],
    [["full", "tnf", 0], 6],
    [["full", "bp", 1], 9],
    [["full", "bp", 0], 1],
    [["pain", "mtx", 1], 2],
    [["pain", "mtx", 0], 8],
    [["pain", "tnf", 1], 9],
    [["pain", "tnf", 0], 1],
    [["pain", "bp", 1], 3],
    [["pain", "bp", 0], 1],
  ],
};

test("kappa stands below the diagonal and opens its children, those judged by both above it; what is constant says so", () => {
  const { heads, rows, opens, notes } = drawn(AGREEMENT, FULL);
  assert.deepEqual(heads, ["", "1", "2", "3"]);
  assert.deepEqual(rows, [
    ["1 Full remission", "–", "50 (70 %)", "7 (43 %)"],
    ["2 Pain of at most 1", "0.40 (0.15 to 0.65)", "–", "0"],
    ["3 Inactive by MRI", "NE: one says the same of all", "NE: no such child", "–"],
  ]);
  assert.deepEqual(opens[0], [undefined, "agree-full-pain.all.N", "agree-full-mri.all.N"]);
  assert.equal(opens[1]?.[0], "agree-full-pain.all.kappa");
  assert.match(notes.join(" "), /Below the diagonal: Cohen's kappa.*NE: not estimable/);
});

test("each group has its place and share, shared places and too few are said, and how many pairs keep the first order", () => {
  const { heads, rows, notes } = drawn(ORDER, FULL);
  assert.deepEqual(heads, [
    "",
    "Methotrexate",
    "TNF",
    "Bisphosphonate",
    'Pairs of groups in the order of "Full remission"',
  ]);
  assert.deepEqual(rows, [
    ["Full remission", "2= 5 of 10 (50 %)", "2= 6 of 12 (50 %)", "1. 9 of 10 (90 %)", "–"],
    ["Pain of at most 1", "2. 2 of 10 (20 %)", "1. 9 of 10 (90 %)", "too few: 3 of 4 (75 %)", "0 of 1; 1 level"],
  ]);
  assert.match(notes.join(" "), /not comparable/);
});

test("of nobody, and in German, both tables say why there is nothing", () => {
  assert.deepEqual(drawn(AGREEMENT, {}).rows[1], ["2 Pain of at most 1", "NE: no such child", "–", "0"]);
  assert.deepEqual(drawn(ORDER, {}, "de").rows[1], [
    ...["Pain of at most 1", "kein solches Kind", "kein solches Kind", "kein solches Kind"],
    "NE: zu wenige Werte sind bekannt",
  ]);
  const one = drawn(ORDER, { order: [[["full", "mtx", 1], 1]] }, "de");
  assert.equal(one.rows[0]?.[1], "zu wenige: 1 von 1 (100 %)");
  assert.match(one.notes[0] ?? "", /Anteil sein Platz/);
});

test("a report that writes no outline has both; a name that no analysis has is found", () => {
  const names = { ids: resultIds(protocol), families: familyIds(protocol) };
  const tables = defaultOutline(protocol).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ("table" in block ? [block.table.kind] : [])),
  );
  assert.deepEqual(tables, ["ranking", "cells"]);
  assert.deepEqual(outlineProblems(defaultOutline(protocol), protocol, names), []);
  const wrong = (table: AgreementTable | RankingTable) =>
    outlineProblems({ ...OUTLINE, parts: [{ id: "p", title: "P", blocks: [{ table }] }] }, protocol, names);
  const misspelt = [...RESULTS, { name: "mir", label: "MRI" }];
  assert.deepEqual(
    wrong({ ...AGREEMENT, results: misspelt }).map(({ kind, written }) => `${kind} ${written}`),
    ["analysis agree-full-mir", "analysis agree-pain-mir", "analysis agree-mri-mir"],
  );
  assert.ok(
    wrong({ ...ORDER, groups: [{ name: "mxt", label: "MTX" }] }).some(
      ({ written }) => written === "order.pain/mxt.place",
    ),
  );
});
