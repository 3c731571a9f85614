import type { CellsTable, CurvesSpec, StackedBarsSpec, StatesTable } from "@osteon/publish";
import { MONTH_NAMES, MONTHS, PLAN_NAMES, PLANS } from "./labels.ts";

/** All who were given the drug of a plan, and those who fulfil its conditions. */
export const DEFINITIONS = [
  { suffix: "", among: "all children given a plan drug" },
  { suffix: "-eligible", among: "children who fulfil all conditions of entry" },
] as const;

type Definition = (typeof DEFINITIONS)[number];

export const courseFigure = ({ suffix, among }: Definition): StackedBarsSpec => ({
  kind: "stacked-bars",
  id: `plan-course${suffix}`,
  title: `Course in the first year, ${among}`,
  caption: "A further plan stays a further plan; children not seen at a time point are not in the bars.",
  description: `Stacked bars of states at 3, 6 and 12 months of each plan, ${among}. The table gives the same numbers.`,
  compares: true,
  of: `plan-course${suffix}`,
  states: "course",
  panels: PLAN_NAMES,
  bars: MONTH_NAMES,
  unknown: ["not_seen", "undetermined"],
});

export const courseTable = ({ suffix, among }: Definition): StatesTable => ({
  kind: "states",
  id: `plan-course${suffix}`,
  title: `State in the first year, ${among}, n (%)`,
  of: `plan-course${suffix}`,
  states: "course",
  rows: PLAN_NAMES,
  within: MONTH_NAMES,
  known: "Known",
  unknown: { head: "Not seen or not told", levels: ["not_seen", "undetermined"] },
  notes: [],
});

const LEVELS = { pedcno30: "PedCNO30", pedcno50: "PedCNO50", pedcno70: "PedCNO70", pedcno90: "PedCNO90" } as const;

export const responseTable = ({ suffix, among }: Definition): CellsTable => ({
  kind: "cells",
  id: `pedcno${suffix}`,
  title: `PedCNO, ${among}`,
  heads: ["", ...Object.values(LEVELS)],
  rows: Object.entries(PLANS).flatMap(([plan, label]) => [
    { label, cells: [] },
    ...Object.entries(MONTHS).map(([month, at]) => ({
      label: at,
      level: 1,
      cells: Object.keys(LEVELS).map((level) => `{${level}${suffix}.${plan}/${month}|share}`),
    })),
  ]),
  notes: ["Of children with at least 3 of the 5 items known at day 0 and at the time point."],
});

export const failureCurves = ({ suffix, among }: Definition): CurvesSpec => ({
  kind: "kaplan-meier",
  id: `plan-failure${suffix}`,
  title: `Without a further plan, ${among}`,
  caption: "Time from day 0 to a drug of another plan; censored at the last contact.",
  description: "Kaplan-Meier estimates of the time to a further plan: {groups}. The plans are not compared by a test.",
  compares: true,
  of: `plan-failure${suffix}`,
  groups: PLAN_NAMES,
  timeLabel: "Months of the plan",
  survivalLabel: "Without a further plan",
  notes: ["Pointwise 95 % log-log limits; ticks: censored"],
});

const scale = (label: string, at: string, during: string) => [
  { label, cells: [] },
  ...Object.entries(PLANS).map(([plan, name]) => ({
    label: name,
    level: 1,
    cells: [
      `{${at}.${plan}|median-quartiles:0}`,
      ...MONTH_NAMES.map((month) => `{${during}.${plan}/${month}|median-quartiles:0}`),
    ],
  })),
];

export const SCALES: CellsTable = {
  kind: "cells",
  id: "scales",
  title: "Pain and globals in the first year, all children given a plan drug",
  heads: ["", "Day 0", ...Object.values(MONTHS)],
  rows: [
    ...scale("Pain, 0 to 10", "pain-at-entry", "plan-pain"),
    ...scale("Patient global, 0 to 10", "patient-global-at-entry", "plan-patient-global"),
    ...scale("Physician global, 0 to 10", "physician-global-at-entry", "plan-physician-global"),
  ],
  notes: ["Median (quartiles) of those in whom it was recorded, whatever was begun before."],
};
