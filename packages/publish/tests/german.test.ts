import assert from "node:assert/strict";
import { test } from "node:test";
import type { Protocol } from "@osteon/protocol";
import {
  drawReport,
  inGerman,
  lacking,
  namesOthers,
  type Outline,
  type ReportInput,
  shownTexts,
  usedOf,
} from "../src/index.ts";
import { cellOf, paragraphOf } from "../src/outline/fill.ts";
import { FORMAT_NAMES } from "../src/outline/formats.ts";
import { readResults } from "../src/outline/read-results.ts";
import { consentSentence } from "../src/prose/consent-sentence.ts";
import { plainText } from "../src/prose/sentence.ts";
import { smallResults } from "./small-results.ts";

const VALUES = {
  ...{ "girls.all.n": 33, "girls.all.N": 56, "girls.all.percent": 58.93 },
  ...{ "one.all.n": 1, "one.all.N": 1, "one.all.percent": 100 },
  ...{ "state.all.N": 8, "state.all.full": 5, "state.all.full-percent": 62.5 },
  ...{ "delay.all.median": 3.02, "delay.all.minimum": 0.03, "delay.all.maximum": 59.99 },
  ...{ "delay.all.lower-quartile": 1.25, "delay.all.upper-quartile": 9.5, "delay.all.mean": 6.7, "delay.all.sd": 9.74 },
  ...{ "none.all.median": null, "none.all.minimum": null, "none.all.maximum": null, "none.all.p": null },
  ...{ "none.all.lower-quartile": null, "none.all.upper-quartile": null },
  ...{ "free.all.median": 29, "free.all.median-lower": 19.2, "free.all.median-upper": null },
  ...{ "free.all.survival@365": 0.846, "free.all.survival-lower@365": 0.72, "free.all.survival-upper@365": 0.92 },
  ...{ "test.all.p": 0.0004, "other.all.p": 0.0345 },
};
const results = smallResults(VALUES);
const monthly = {
  ...results,
  results: results.results.map((row) => ({ ...row, unit: /median|minimum/.test(row.statistic) ? "Monate" : "" })),
};
const german = readResults(monthly, "de");

/** Each format, as a German sentence says it; what is not estimable after it. */
const SAID: Readonly<Record<string, readonly (readonly [template: string, says: string])[]>> = {
  number: [
    ["{delay.all.median|number:1} Monate", "3,0 Monate"],
    ["{none.all.median|number}", "nicht schätzbar (niemand wurde so lange beobachtet)"],
  ],
  plural: [
    ["{one.all.n|plural:Kind:Kinder}", "1 Kind"],
    ["{girls.all.n|plural:Kind:Kinder}", "33 Kinder"],
  ],
  span: [["{delay.all.minimum~delay.all.maximum|span:1}", "0,0 bis 60,0"]],
  limits: [
    ["{free.all.median-lower~free.all.median-upper|limits}", "95 %-KI 19 bis niemand wurde so lange beobachtet"],
    ["{none.all.minimum~none.all.maximum|limits}", "kein Konfidenzintervall angebbar"],
  ],
  share: [["{girls.all|share}", "33 von 56 (59 %)"]],
  children: [
    ["{girls.all|children}", "33 von 56 Kindern (59 %)"],
    ["{one.all|children}", "1 von 1 Kind (100 %)"],
  ],
  "n-of-N": [
    ["{girls.all|n-of-N}", "33 von 56 Kindern"],
    ["{one.all|n-of-N}", "1 von 1 Kind"],
  ],
  counted: [["{girls.all|counted}", "33 (59 %)"]],
  state: [["{state.all.full|state}", "5 von 8 (63 %)"]],
  "median-range": [
    ["{delay.all|median-range:2}", "im Median 3,02 Monate (Spannweite 0,03 bis 59,99)"],
    ["{none.all|median-range}", "im Median nicht schätzbar (niemand wurde so lange beobachtet)"],
  ],
  "median-quartiles": [["{delay.all|median-quartiles}", "im Median 3,0 Monate (Quartile 1,3 bis 9,5)"]],
  range: [["{delay.all|range}", "0,0 bis 60,0 Monate"]],
  "mean-sd": [["{delay.all|mean-sd}", "6,7 ± 9,7"]],
  p: [
    ["{test.all.p|p}", "p < 0,001"],
    ["{other.all.p|p}", "p = 0,035"],
    ["{none.all.p|p}", "p nicht schätzbar (niemand wurde so lange beobachtet)"],
  ],
  "p-equals": [["{other.all.p|p-equals:4}", "p = 0,0345"]],
  survival: [["{free.all.survival@365|survival}", "85 % (95 %-KI 72 bis 92 %)"]],
  "curve-median": [
    ["{free.all|curve-median}", "29 Monate (95 %-KI, log-log: 19 bis niemand wurde so lange beobachtet)"],
  ],
  "curve-median-note": [["{free.all|curve-median-note}", "Median 29 Monate (95 %-KI 19 bis nicht erreicht)"]],
  "curve-median-short": [["{free.all|curve-median-short}", "Median 29 Monate."]],
  "log-rank": [
    ["{test.all.p|log-rank}", "Log-Rank-Test p < 0,001"],
    ["{none.all.p|log-rank}", "Log-Rank-Test nicht schätzbar: niemand wurde so lange beobachtet"],
  ],
};

test("every format has its German", () => {
  assert.deepEqual(Object.keys(SAID).sort(), [...FORMAT_NAMES].sort());
  for (const [format, pairs] of Object.entries(SAID))
    for (const [template, says] of pairs)
      assert.equal(plainText(paragraphOf(german, template)), says, `${format}: ${template}`);
  assert.equal(cellOf(german, "{test.all.p|p}").text, "< 0,001");
  assert.equal(cellOf(german, "{none.all|median-quartiles}").text, "NE");
});

test("who was left out is said in German, one child as one", () => {
  const consent = { withdrawn: 1, optedOut: 0, notGiven: 0, blank: 1 };
  assert.equal(
    consentSentence(consent, "de"),
    "Nicht berücksichtigt: 1 Kind (1 Einwilligung widerrufen). Von 1 Kind unter den gezählten geben die Akten keine Einwilligung an.",
  );
  assert.equal(
    consentSentence({ ...consent, withdrawn: 2, notGiven: 1, blank: 0 }, "de"),
    "Nicht berücksichtigt: 3 Kinder (2 Einwilligung widerrufen, 1 keine Einwilligung hinterlegt).",
  );
});

const PROTOCOL = {
  id: "small",
  version: "1.0.0",
  title: "A small study",
  source: "our own",
  cohorts: {},
  timePoints: {},
  groups: {},
  rules: {
    told: { says: "A rule that the methods tell." },
    assumed: { says: "A choice of ours.", assumption: true, atMost: 1 },
    silent: { says: "A rule that no report shows." },
  },
  tables: {},
  analyses: {
    girls: {
      kind: "share",
      title: "Girls",
      says: "-",
      from: "t",
      where: {},
      column: "sex",
      values: ["f"],
      unknown: [],
    },
    delay: {
      ...{ kind: "continuous", title: "Delay", says: "-", from: "t", where: {}, column: "delay", unit: "months" },
      ...{ divisor: 1, decimals: 1, chosenBy: { test: "shapiro-wilk", alpha: 0.05 } },
    },
    hidden: { kind: "count", title: "Not shown", says: "-", from: "t", where: {} },
  },
} as const satisfies Protocol;

const OUTLINE: Outline = {
  labels: { f: "Female" },
  states: { sign: { on: { label: "On", fill: "#000000", ink: "#ffffff" } } },
  headlines: [{ label: "Girls", number: "{girls.all.percent|number:0:1: %}", below: "{girls.all|n-of-N}" }],
  parts: [
    {
      id: "all",
      title: "Part",
      blocks: [
        {
          table: {
            ...{ kind: "cells", id: "cells", title: "Cells", heads: ["", "Value"], notes: ["A note."] },
            rows: [{ label: "Row", cells: ["{girls.all.n|number} / {girls.all.N|number}"] }],
          },
        },
        { heading: "Words", paragraphs: ["{one.all.n|plural:child:children}"] },
      ],
    },
  ],
  methods: [{ heading: "Rules", of: ["rules.told"] }],
};

const SHOWN = [
  ...[
    "Female",
    "On",
    "Girls",
    "Part",
    "Cells",
    "Value",
    "Row",
    "A note.",
    "Words",
    "{one.all.n|plural:child:children}",
  ],
  ...["Rules", "A small study", "A rule that the methods tell.", "A choice of ours.", "months"],
];

test("a report shows its texts, its rules and its units; ids, numbers and what is not shown are no texts", () => {
  const shown = shownTexts(OUTLINE, PROTOCOL);
  assert.deepEqual(shown.map(({ text }) => text).sort(), [...SHOWN].sort());
  assert.deepEqual(
    shown.filter(({ text }) => ["Row", "Girls", "A choice of ours."].includes(text)).map(({ place }) => place),
    [
      "report.ts headlines.1.label",
      "report.ts parts.all.blocks.cells.table.rows.1.label",
      "protocol.ts rules.assumed.says",
    ],
  );
});

test("what a catalogue lacks, has beyond the report, and names otherwise", () => {
  const shown = shownTexts(OUTLINE, PROTOCOL);
  const all = Object.fromEntries(SHOWN.map((text) => [text, `${text}!`]));
  assert.deepEqual(lacking(shown, all), []);
  const { Row: _, ...without } = all;
  assert.deepEqual(
    lacking(shown, without).map(({ text }) => text),
    ["Row"],
  );
  assert.deepEqual(usedOf(shown, { Row: "Zeile", Else: "Sonst", toString: "x" }, ["our own"]), { Row: "Zeile" });
  assert.deepEqual(namesOthers(shown, all), []);
  const other = { ...all, "{one.all.n|plural:child:children}": "{girls.all.n|plural:Kind:Kinder}" };
  assert.deepEqual(
    namesOthers(shown, other).map(({ place }) => place),
    ["report.ts parts.all.blocks.2.paragraphs.1"],
  );
});

test("a report in German keeps ids, codes and numbers, and says the rest in it", () => {
  const english: ReportInput = {
    ...{ protocol: PROTOCOL, outline: OUTLINE, results: smallResults(VALUES, "Invented."), comparisons: [], cited: [] },
    ...{ isOwnCohort: false, hasPaper: false, language: "en" as const },
  };
  const words = {
    Girls: "Mädchen",
    Cells: "Zellen",
    Row: "Zeile",
    "A note.": "Eine Anmerkung.",
    "Invented.": "Erfunden.",
  };
  const rest = { "{one.all.n|plural:child:children}": "{one.all.n|plural:Kind:Kinder}" };
  const report = drawReport(inGerman(english, { ...words, ...rest }));
  assert.deepEqual(report.headlines, [
    { label: "Mädchen", number: { text: "59 %", result: "girls.all.percent" }, below: "33 von 56 Kindern" },
  ]);
  const [first, second] = report.parts[0]?.blocks ?? [];
  assert.deepEqual(first !== undefined && "table" in first ? first.table : undefined, {
    id: "cells",
    title: "Zellen",
    heads: ["", "Value"],
    rows: [{ label: "Zeile", cells: [{ text: "33 / 56", result: "girls.all.n" }] }],
    notes: ["Eine Anmerkung."],
  });
  assert.ok(second !== undefined && "section" in second);
  assert.equal(plainText(second.section.paragraphs[0] ?? []), "1 Kind");
  assert.equal(report.reading.said.notice, "Erfunden.");
});
