import { type Analysis, type Leveled, levelsOf, type Protocol, type RankingAnalysis } from "@osteon/protocol";
import type { CellsTable, CharacteristicsTable, Outline, PartSpec, TableSpec } from "./outline.ts";

type Entry = readonly [id: string, analysis: Analysis];

/** The report of a study that has written none: every analysis once, in the tables of its kind. */
export function defaultOutline(protocol: Protocol): Outline {
  const entries = Object.entries(protocol.analyses);
  const parts: readonly PartSpec[] = [
    part("characteristics", "Children", [characteristics(entries)]),
    part(
      "groups",
      "Groups",
      entries.map((entry) => groups(protocol, entry)),
    ),
    part("breakdowns", "Counts", [rowsTable(protocol, entries, "breakdowns", "Counts by level", BREAKDOWN)]),
    ...curves(protocol, entries),
    part("agreement", "Agreement", [rowsTable(protocol, entries, "agreement", "Agreement", AGREEMENT)]),
    part("tests", "Tests", [rowsTable(protocol, entries, "tests", "Tests named in the protocol", TESTS)]),
  ];
  return {
    labels: {},
    states: {},
    headlines: [],
    parts: parts.filter(({ blocks }) => blocks.length > 0),
    methods: [
      { heading: "Children", of: ["cohorts.*"] },
      { heading: "Time points", of: ["timePoints.*"] },
      { heading: "Groups", of: ["groups.*"] },
      { heading: "Rules", of: ["rules.*"] },
      { heading: "Tables", of: ["tables.*"] },
    ].filter(({ of }) => of.some((pattern) => Object.keys(partOf(protocol, pattern)).length > 0)),
  };
}

const partOf = (protocol: Protocol, pattern: string): object =>
  protocol[pattern.slice(0, pattern.indexOf(".")) as "cohorts" | "timePoints" | "groups" | "rules" | "tables"];

const part = (id: string, title: string, tables: readonly (TableSpec | undefined)[]): PartSpec => ({
  id,
  title,
  blocks: tables.flatMap((table) => (table === undefined ? [] : [{ table }])),
});

type CharacteristicsRows = CharacteristicsTable["sections"][number]["rows"];

function characteristics(entries: readonly Entry[]): TableSpec | undefined {
  const rows = entries.flatMap(([id, analysis]): CharacteristicsRows => {
    if (isGrouped(analysis)) return [];
    const { kind, title } = analysis;
    if (kind === "count") return [{ label: title, cells: [`{${id}.all.n|number}`, "", ""] }];
    return kind === "share" || kind === "continuous" ? [id] : [];
  });
  if (rows.length === 0) return undefined;
  return {
    kind: "characteristics",
    id: "characteristics",
    title: "Children",
    sections: [{ heading: "All", rows }],
    notes: [],
  };
}

const isFound = ({ levels }: Leveled): boolean => levels === "found";

/** Has it a row for each of its groups: those found in the charts, or those of what else is told of all children at once? */
function isGrouped(analysis: Analysis): boolean {
  const by = "by" in analysis ? [analysis.by ?? []].flat() : [];
  const { kind } = analysis;
  return kind === "breakdown" ? by.some(isFound) : kind !== "survival" && by.length > 0;
}

function groups(protocol: Protocol, [id, analysis]: Entry): TableSpec | undefined {
  if (!isGrouped(analysis)) return undefined;
  if (analysis.kind === "ranking") return order(protocol, id, analysis);
  const { title, kind } = analysis;
  const columns: Readonly<Record<string, string>> =
    kind === "breakdown"
      ? Object.fromEntries(analysis.levels.map((level) => [level, `{${id}.*.${level}|state}`]))
      : kind === "share"
        ? { "n of N (%)": `{${id}.*|share}` }
        : kind === "continuous"
          ? { "Median (quartiles)": `{${id}.*|median-quartiles:${analysis.decimals}}` }
          : { n: `{${id}.*.n|number}` };
  return {
    kind: "groups",
    id,
    title,
    of: id,
    heads: ["", ...Object.keys(columns)],
    cells: Object.values(columns),
    notes: [],
  };
}

/** The definition that the others are held against stands first. */
function order(protocol: Protocol, id: string, { title, by, against }: RankingAnalysis): TableSpec {
  const [definitions, groups] = by.map(({ levels }) => levelsOf(protocol, levels));
  const labelled = (names: readonly string[] = []) => names.map((name) => ({ name, label: name }));
  const others = definitions?.filter((name) => name !== against) ?? [];
  const results = labelled([against, ...others]);
  return { kind: "ranking", id, title, of: id, results, groups: labelled(groups), notes: [] };
}

/** Rows of one analysis: its label and the cells beside it. */
type RowsOf = (protocol: Protocol, entry: Entry) => CellsTable["rows"];

function rowsTable(
  protocol: Protocol,
  entries: readonly Entry[],
  id: string,
  title: string,
  { heads, rows }: { readonly heads: readonly string[]; readonly rows: RowsOf },
): TableSpec | undefined {
  const all = entries.flatMap((entry) => rows(protocol, entry));
  return all.length === 0 ? undefined : { kind: "cells", id, title, heads, rows: all, notes: [] };
}

/** The levels within a group, under the names of its parts: a part that the group before it has as well stands once. */
function groupRows(
  id: string,
  levels: readonly string[],
  groups: readonly string[],
  place: number,
): CellsTable["rows"] {
  const group = groups[place] ?? "";
  const parts = group === "" ? [] : group.split("/");
  const before = (groups[place - 1] ?? "").split("/");
  const same = parts.findIndex((part, depth) => part !== before[depth]);
  return [
    ...parts.slice(same).map((label, depth) => ({ label, level: 1 + same + depth, cells: [] })),
    ...levels.map((label) => ({
      ...{ label, level: 1 + parts.length },
      cells: [`{${id}.${group === "" ? "all" : group}.${label}|state}`],
    })),
  ];
}

const BREAKDOWN = {
  heads: ["", "n of N (%)"],
  rows: (protocol: Protocol, [id, analysis]: Entry): CellsTable["rows"] => {
    if (analysis.kind !== "breakdown" || isGrouped(analysis)) return [];
    const groups = analysis.by.reduce<readonly string[]>(
      (before, { levels }) =>
        before.flatMap((group) =>
          levelsOf(protocol, levels).map((level) => (group === "" ? level : `${group}/${level}`)),
        ),
      [""],
    );
    return [
      { label: analysis.title, cells: [] },
      ...groups.flatMap((_, place) => groupRows(id, analysis.levels, groups, place)),
    ];
  },
};

const AGREEMENT = {
  heads: ["", "N", "Kappa", "95 % limits"],
  rows: (_: Protocol, [id, analysis]: Entry): CellsTable["rows"] => {
    if (analysis.kind !== "agreement" || isGrouped(analysis)) return [];
    const limits = `{${id}.all.kappa-lower~${id}.all.kappa-upper|span:2}`;
    return [{ label: analysis.title, cells: [`{${id}.all.N|number}`, `{${id}.all.kappa|number:2}`, limits] }];
  },
};

const TESTS = {
  heads: ["", "p"],
  rows: (_: Protocol, [id, analysis]: Entry): CellsTable["rows"] => {
    if (analysis.kind !== "association") return [];
    const p = analysis.test === "two-by-two" ? "fisher-p" : "p";
    return [{ label: analysis.title, cells: [`{${id}.all.${p}|p}`] }];
  },
};

function curves(protocol: Protocol, entries: readonly Entry[]): readonly PartSpec[] {
  return entries.flatMap(([id, analysis]) => {
    if (analysis.kind !== "survival") return [];
    const { title, says, by } = analysis;
    const groups = by === undefined ? ["all"] : levelsOf(protocol, by.levels);
    const notes = by === undefined ? [`{${id}.all|curve-median-note}`] : [`{${id}.compared.log-rank-p|log-rank}`];
    const drawn = { timeLabel: "Months", survivalLabel: "Free of the event", caption: says, description: says };
    return [{ id, title, blocks: [{ figure: { kind: "kaplan-meier", id, title, of: id, groups, notes, ...drawn } }] }];
  });
}
