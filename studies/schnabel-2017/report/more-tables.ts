import { DAYS_PER_MONTH } from "@osteon/codebook";
import type { CellsTable } from "@osteon/publish";
import { ANALYSES } from "../analyses/index.ts";

const LIMITS = [
  ["", "log-log"],
  ["-log", "log"],
  ["-plain", "plain"],
] as const;
const FREE = "relapse-free.all";
const BLANK = ["", "", ""];

const relapseFree = ANALYSES["relapse-free"];
const days = relapseFree?.kind === "survival" ? relapseFree.atDays : [];

const atDay = (day: number) => ({
  label: `Relapse-free at ${Math.round(day / DAYS_PER_MONTH)} months, %`,
  cells: [
    `{${FREE}.survival@${day}|number:0:100}`,
    ...LIMITS.map(
      ([suffix]) => `{${FREE}.survival-lower${suffix}@${day}~${FREE}.survival-upper${suffix}@${day}|span:0:100}`,
    ),
  ],
});

const logRank = (analysis: string) => ({
  label: `${ANALYSES[analysis]?.title}: log-rank p`,
  cells: [`{${analysis}.compared.log-rank-p|p}`, ...BLANK],
});

/** Median and survival at fixed times with three kinds of limits. */
export const SURVIVAL: CellsTable = {
  kind: "cells",
  id: "survival",
  title: "Relapse-free survival by Kaplan-Meier",
  heads: ["", "Estimate", ...LIMITS.map(([, name]) => `95 % limits, ${name}`)],
  rows: [
    { label: "Relapsed / children", cells: [`{${FREE}.events|number} / {${FREE}.n|number}`, ...BLANK] },
    {
      label: "Median time to relapse, months",
      cells: [
        `{${FREE}.median|number}`,
        ...LIMITS.map(([suffix]) => `{${FREE}.median-lower${suffix}~${FREE}.median-upper${suffix}|span}`),
      ],
    },
    ...days.map(atDay),
    {
      label: "Median follow-up, months (reverse Kaplan-Meier)",
      cells: [`{${FREE}.median-follow-up|number}`, ...BLANK],
    },
    logRank("relapse-free-by-focality"),
    logRank("relapse-free-by-presentation"),
  ],
  notes: [
    "R's survfit defaults to log limits, SAS to log-log; SPSS prints none. Where the curve is flat at one half the median is the midpoint, as R prints it.",
    "NE: not estimable; an upper limit is not reached within follow-up.",
  ],
};

const era = (id: string, label: string) => ({
  label,
  cells: [
    `{${id}.all.n|number}/{${id}.all.N|number} ({${id}.all.percent|number:0:1: %})`,
    `{${id}.all.wilson-lower~${id}.all.wilson-upper|span:0:1: %}`,
    `{${id}.all.clopper-pearson-lower~${id}.all.clopper-pearson-upper|span:0:1: %}`,
  ],
});

const test = (statistic: string, label: string) => ({
  label,
  cells: [`{antibiotics-by-era.all.${statistic}|p-equals:6}`, "", ""],
});

/** By every test that the paper may have meant. */
export const ANTIBIOTIC_TABLE: CellsTable = {
  kind: "cells",
  id: "antibiotics",
  title: "Antibiotics before and from 2008",
  heads: ["", "Children", "Wilson limits", "Clopper-Pearson limits"],
  rows: [
    era("antibiotics-early", "Diagnosed up to 2007"),
    era("antibiotics-late", "Diagnosed from 2008 on"),
    test("chi-square-p", "Chi-square without correction"),
    test("chi-square-corrected-p", "Chi-square with Yates' correction"),
    test("fisher-p", "Fisher's exact test"),
  ],
  notes: [],
};

const SCORE_ID = "jansson-score.all";
const score = ANALYSES["jansson-score"];
const cutOffs = score?.kind === "diagnostic" ? score.cutOffs : [];

const percent = (name: string): readonly string[] => {
  const id = `${SCORE_ID}.${name}`;
  return [
    `{${id}|number:0:100: %}`,
    ...["", "-clopper-pearson"].map((kind) => `{${id}${kind}-lower~${id}${kind}-upper|span:0:100: %}`),
  ];
};

export const SCORE: CellsTable = {
  kind: "cells",
  id: "score",
  title: "Jansson score: children with CNO against bacterial osteomyelitis",
  heads: ["", "Estimate", "Wilson limits", "Clopper-Pearson limits"],
  rows: [
    ...cutOffs.flatMap((cutOff) => [
      { label: `Sensitivity at ${cutOff}`, cells: percent(`sensitivity-${cutOff}`) },
      { label: `Specificity at ${cutOff}`, cells: percent(`specificity-${cutOff}`) },
    ]),
    {
      label: "Area under the ROC curve (DeLong limits)",
      cells: [`{${SCORE_ID}.roc-area|number:3}`, `{${SCORE_ID}.roc-area-lower~${SCORE_ID}.roc-area-upper|span:3}`, ""],
    },
  ],
  notes: [`Scores not complete: {${SCORE_ID}.missing|number}.`],
};
