import type { CellsTable, GroupsTable, SharesSpec } from "@osteon/publish";
import { VISIT_ITEMS } from "../analyses/completeness.ts";
import { FAMILY_NOTE, MEDIAN_HEADS, medianRow, SHARE_HEADS, shareRow } from "./cells.ts";
import { ITEM_LABELS } from "./labels.ts";

const stateRow = (label: string, id: string) => ({ label, cells: [`{${id}|state}`] });

export const FOLLOW_UP: CellsTable = {
  kind: "cells",
  id: "follow-up",
  title: "Follow-up on the day of the report",
  heads: ["", "Children"],
  rows: [
    stateRow("In follow-up", "follow-up-state.all.in_follow_up"),
    stateRow("Lost to follow-up", "follow-up-state.all.lost"),
    stateRow("Died", "follow-up-state.all.died"),
    { label: "Why not in follow-up", cells: [] },
    { ...stateRow("Recorded as lost", "loss-reason.all.recorded_as_lost"), level: 1 },
    { ...stateRow("Died", "loss-reason.all.died"), level: 1 },
    {
      ...stateRow("No visit for 15 months, and no reason in the chart", "loss-reason.all.no_reason_recorded"),
      level: 1,
    },
    { label: "Without any visit in the chart", cells: ["{without-visit.all.n|number}"] },
  ],
  notes: ["Children who opted out are in no table."],
};

export const DUE: GroupsTable = {
  kind: "groups",
  id: "due",
  title: "Visits due by the follow-up plan, children in follow-up",
  of: "due-by-plan",
  heads: ["", "Children"],
  cells: ["{due-by-plan.*.n|number}"],
  notes: ["By the plan that these charts bring from their registry, on the day of the report."],
};

export const LOST_BY_PLAN: GroupsTable = {
  kind: "groups",
  id: "lost-by-plan",
  title: "Children without a visit for 15 months and without a reason, by the follow-up plan",
  of: "lost-by-plan",
  heads: ["", "Children"],
  cells: ["{lost-by-plan.*.n|number}"],
  notes: ["A planned visit was missed where a window of the plan closed without a visit since the last one."],
};

export const FOLLOW_UP_TIME: CellsTable = {
  kind: "cells",
  id: "follow-up-time",
  title: "Time in follow-up",
  heads: MEDIAN_HEADS,
  rows: [
    medianRow("From diagnosis to the last contact, years", "follow-up"),
    medianRow("Since the last visit, children in follow-up, months", "since-last-visit"),
  ],
  notes: [],
};

export const SEEN_BY_YEAR: GroupsTable = {
  kind: "groups",
  id: "seen-by-year",
  title: "Children in the registry by calendar year",
  of: "children-by-year",
  heads: ["Year", "Children", "With a visit in the year"],
  cells: ["{children-by-year.*.n|number}", "{seen-by-year.*|share}"],
  notes: ["From the year of diagnosis to that of the last contact.", FAMILY_NOTE],
};

export const SCALES: CellsTable = {
  kind: "cells",
  id: "scales",
  title: "Pain and globals, from 0 to 10",
  heads: MEDIAN_HEADS,
  rows: [
    { label: "At diagnosis", cells: [] },
    medianRow("Pain", "pain-at-diagnosis", 0),
    medianRow("Patient global", "patient-global-at-diagnosis", 0),
    medianRow("Physician global", "physician-global-at-diagnosis", 0),
    { label: "At the last visit", cells: [] },
    medianRow("Pain", "pain-at-last", 0),
    medianRow("Patient global", "patient-global-at-last", 0),
    medianRow("Physician global", "physician-global-at-last", 0),
  ],
  notes: [],
};

export const STATES: CellsTable = {
  kind: "cells",
  id: "states",
  title: "State at the last visit",
  heads: SHARE_HEADS,
  rows: (
    [
      ["Full remission", "full_remission"],
      ["Partial remission", "partial_remission"],
      ["No remission", "active"],
    ] as const
  ).map(([label, state]) => ({
    label,
    cells: [
      `{state-at-last.all.${state}|state}`,
      `{state-at-last.all.${state}-wilson-lower~state-at-last.all.${state}-wilson-upper|span:0:1: %}`,
    ],
  })),
  notes: [
    "Of the {state-at-last.all.N|plural:child:children} whose state at a visit after diagnosis can be read; those without such a visit, or with too few signs recorded, are left out.",
  ],
};

export const COMPLETENESS: CellsTable = {
  kind: "cells",
  id: "completeness",
  title: "Completeness of the core items",
  heads: [...SHARE_HEADS, "Of all visits"],
  rows: [
    { label: "At the last visit", cells: [] },
    ...Object.entries(ITEM_LABELS).flatMap(([item, label]) => {
      const { cells } = shareRow(label, `complete.${item}`);
      const atVisits = VISIT_ITEMS.includes(item) ? `{complete-at-visits.${item}|share}` : "";
      return [
        ...(item === "whole_body_mri" ? [{ label: "Once in a chart", cells: [] }] : []),
        { label, level: 1, cells: [...cells, atVisits] },
      ];
    }),
  ],
  notes: ["Of all children; in a child without any visit no item of a visit is recorded."],
};

export const COMPLETENESS_BY_CENTRE: GroupsTable = {
  kind: "groups",
  id: "completeness-by-centre",
  title: "Completeness of the core items by centre, % of children",
  of: "enrolled-by-centre",
  heads: ["Centre", ...Object.values(ITEM_LABELS)],
  cells: Object.keys(ITEM_LABELS).map((item) => `{complete-by-centre.*/${item}.percent|number:0}`),
  notes: [FAMILY_NOTE],
};

export const COMPLETE: SharesSpec = {
  kind: "shares",
  id: "complete",
  title: "Core items recorded",
  caption: "Share of children whose chart has the item: at the last visit, or once.",
  description:
    "Share of children whose chart has each core item, with 95 % Wilson limits. The table gives the same numbers.",
  axis: "Children with the item",
  rows: Object.entries(ITEM_LABELS).map(([item, label]) => ({ label, of: `complete.${item}` })),
};
