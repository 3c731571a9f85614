import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Analysis, Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { drawTable } from "../src/outline/draw-table.ts";
import type { Outline, TableSpec } from "../src/outline/outline.ts";
import { readResults } from "../src/outline/read-results.ts";
import type { PageTable } from "../src/tables/page-table.ts";
import { smallResults } from "./small-results.ts";

const counted = (title: string) => ({ title, says: `${title}.`, from: "t", where: {} });
const years = { unit: "years", divisor: 1, decimals: 1, chosenBy: { test: "lilliefors", alpha: 0.05 } } as const;
const ANALYSES: Readonly<Record<string, Analysis>> = {
  fever: { kind: "share", column: "fever", values: [1], unknown: [], ...counted("Fever") },
  age: { kind: "continuous", column: "age", ...years, ...counted("Age") },
  delay: { kind: "continuous", column: "delay", ...years, ...counted("Delay") },
  state: {
    kind: "breakdown",
    column: "state",
    levels: ["well", "ill"],
    by: [{ column: "drug", levels: ["a", "b"] }],
    ...counted("State"),
  },
};
const protocol: Protocol = { ...dresden, analyses: ANALYSES };
const outline: Outline = {
  labels: { a: "Drug A", b: "Drug B" },
  states: {
    health: {
      well: { label: "Well", fill: "#000000", ink: "#ffffff" },
      ill: { label: "Ill", fill: "#ffffff", ink: "#000000" },
    },
  },
  headlines: [],
  parts: [],
  methods: [],
};

/** A table as it is read: heads, then a line for each row, then the notes. */
function drawn(spec: TableSpec, values: Readonly<Record<string, number | null>>): readonly string[] {
  const { heads, rows, notes }: PageTable = drawTable(readResults(smallResults(values)), protocol, outline, spec);
  return [
    heads.join(" | "),
    ...rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)].join(" | ")),
    ...notes,
  ];
}

/** All statistics of a share, or of a continuous variable, of one group by hand. */
const share = (id: string, n: number, N: number, limits: readonly [number, number] | null) => ({
  [`${id}.all.n`]: n,
  [`${id}.all.N`]: N,
  [`${id}.all.percent`]: N === 0 ? null : (n / N) * 100,
  [`${id}.all.wilson-lower`]: limits?.[0] ?? null,
  [`${id}.all.wilson-upper`]: limits?.[1] ?? null,
});
const numbers = (id: string, known: number, values: readonly (number | null)[], isNormal: 0 | 1 | null) => {
  const names = ["mean", "sd", "median", "minimum", "maximum", "ks-p", "lilliefors-p", "shapiro-wilk-p"];
  return {
    [`${id}.all.n`]: known,
    ...Object.fromEntries(names.map((name, at) => [`${id}.all.${name}`, values[at] ?? null])),
    ...Object.fromEntries(
      ["normal", "normal-by-kolmogorov-smirnov", "normal-by-lilliefors", "normal-by-shapiro-wilk"].map((name, at) => [
        `${id}.all.${name}`,
        // Shapiro and Wilk decide the other way.
        isNormal === null ? null : at === 3 ? 1 - isNormal : isNormal,
      ]),
    ),
  };
};

describe("a table of characteristics", () => {
  const spec: TableSpec = {
    kind: "characteristics",
    id: "one",
    title: "Children",
    sections: [
      { heading: "Signs", rows: ["fever", { label: "Fever, once more", cells: ["{fever.all.n|number}", "", "own"] }] },
      { heading: "Times", rows: ["age", "delay"] },
    ],
    notes: ["Known: {fever.all.N|number}."],
  };
  const HEADS = "Variable | Value | 95 % limits | Known";

  test("shows shares with their limits, lower first, and mean or median as the test of normality says", () => {
    // 12 of 40: Wilson 18.1 to 45.4 (R: prop.test(12, 40, correct = FALSE)).
    const values = {
      ...share("fever", 12, 40, [18.07, 45.43]),
      ...numbers("age", 38, [9.25, 3.14, 9.5, 2, 17, 0.4, 0.3, 0.01], 1),
      ...numbers("delay", 40, [1.9, 2.6, 0.75, 0, 11.96, 0.001, 0.0004, 0.2], 0),
    };
    assert.deepEqual(drawn(spec, values), [
      HEADS,
      "Signs",
      "Fever, n (%) | 12 (30) | 18 to 45 % | 40",
      "Fever, once more | 12 |  | own",
      "Times",
      "Age, years, mean ± SD | 9.3 ± 3.1 |  | 38",
      "Delay, years, median (range) | 0.8 (0.0 to 12.0) |  | 40",
      "Known: 40.",
    ]);
  });

  test("of one child has no SD; of nobody it says NE, and what that means", () => {
    const one = {
      ...share("fever", 1, 1, [20.65, 100]),
      ...numbers("age", 1, [7, null, 7, 7, 7], 1),
      ...numbers("delay", 0, [], null),
    };
    assert.deepEqual(drawn(spec, one).slice(2), [
      "Fever, n (%) | 1 (100) | 21 to 100 % | 1",
      "Fever, once more | 1 |  | own",
      "Times",
      "Age, years, mean ± SD | 7.0 |  | 1",
      "Delay, years, median (range) | NE |  | 0",
      "Known: 1.",
      "NE: not estimable from these children.",
    ]);
    const nobody = { ...share("fever", 0, 0, null), ...numbers("age", 0, [], null), ...numbers("delay", 0, [], null) };
    assert.equal(drawn(spec, nobody)[2], "Fever, n (%) | 0 (NE) | NE | 0");
  });

  test("that tests normality shows what each test would print, and marks where they differ", () => {
    const values = {
      ...numbers("age", 38, [9.25, 3.14, 9.5, 2, 17, 0.4, 0.3, 0.01], 1),
      ...numbers("delay", 0, [], null),
    };
    assert.deepEqual(
      drawn({ kind: "normality", id: "n", title: "N", of: ["age", "fever", "delay"], notes: [] }, values).slice(1),
      [
        "Age | 9.3 ± 3.1 | 9.5 (2.0 to 17.0) | 0.40 | 0.30 | 0.010 | no: it would change",
        "Delay | NE | NE | NE | NE | NE | yes",
        "NE: not estimable from these children.",
      ],
    );
  });
});

describe("a table of states", () => {
  const spec: TableSpec = {
    ...{ kind: "states", id: "s", title: "S", of: "state", states: "health", rows: ["a", "b"], known: "Known" },
    unknown: { head: "Not seen", levels: ["gone", "not_asked"] },
    notes: [],
  };
  const group = (id: string, well: number, ill: number) => {
    const N = well + ill;
    return {
      [`${id}.N`]: N,
      [`${id}.well`]: well,
      [`${id}.ill`]: ill,
      [`${id}.well-percent`]: N === 0 ? null : (well / N) * 100,
      [`${id}.ill-percent`]: N === 0 ? null : (ill / N) * 100,
    };
  };

  test("counts each state of those who are known, and those who are not beside them; nobody is 0, not a dash", () => {
    const values = {
      ...group("state.a", 3, 1),
      "state.a.other:gone": 2,
      "state.a.other:not_asked": 1,
      ...group("state.b", 0, 0),
    };
    assert.deepEqual(drawn(spec, values), [
      " | Well | Ill | Known | Not seen",
      "Drug A | 3 (75) | 1 (25) | 4 | 3",
      "Drug B | 0 | 0 | 0 | 0",
    ]);
  });

  test("within groups has a row for each time point under a heading", () => {
    const values = { ...group("state.a/month3", 1, 0), ...group("state.b/month3", 0, 2) };
    assert.deepEqual(drawn({ ...spec, within: ["month3"] }, values).slice(1), [
      "Drug A",
      "month3 | 1 (100) | 0 | 1 | 0",
      "Drug B",
      "month3 | 0 | 2 (100) | 2 | 0",
    ]);
  });
});

describe("a table of cells", () => {
  const spec: TableSpec = {
    kind: "cells",
    id: "c",
    title: "C",
    heads: ["", "Estimate", "Limits", "p"],
    rows: [
      { label: "Relapse-free", cells: [] },
      {
        label: "at 1 year",
        level: 1,
        cells: [
          "{free.all.survival@365|number:0:100: %}",
          "{free.all.survival-lower@365~free.all.survival-upper@365|span:0:100: %}",
          "{free.all.log-rank-p|p}",
        ],
      },
    ],
    notes: [],
  };
  const at = (value: number | null, lower: number | null, upper: number | null, p: number | null) => ({
    "free.all.survival@365": value,
    "free.all.survival-lower@365": lower,
    "free.all.survival-upper@365": upper,
    "free.all.log-rank-p": p,
  });

  test("stands as its templates say; a limit that is missing is NE, both are NE once", () => {
    const row = (values: Readonly<Record<string, number | null>>) => drawn(spec, values)[2];
    assert.equal(row(at(0.846, 0.72, 0.918, 0.0421)), "at 1 year | 85 % | 72 to 92 % | 0.042");
    assert.equal(row(at(0.846, 0.72, null, 0.0004)), "at 1 year | 85 % | 72 to NE % | < 0.001");
    assert.equal(row(at(null, null, null, null)), "at 1 year | NE | NE | NE");
  });
});
