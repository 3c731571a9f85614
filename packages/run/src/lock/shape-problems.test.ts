import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf, type Outline, tablesOf } from "@osteon/publish";
import { readStudy, studyIds } from "../study.ts";
import { shapeProblems } from "./shape-problems.ts";

const studies = await Promise.all(studyIds().map((id) => readStudy(id)));

/** The first of each kind. */
function ofEachKind<T extends { readonly kind: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [one.kind, one])).values()];
}

const [first] = studies;
assert.ok(first?.report);
const analyses = ofEachKind(studies.flatMap(({ protocol }) => Object.values(protocol.analyses)));
const outlines = studies.flatMap(({ report }): readonly Outline[] => (report === undefined ? [] : [report]));
const figures = ofEachKind(outlines.flatMap(figuresOf));
const tables = ofEachKind(outlines.flatMap(tablesOf));
const some = <T>(of: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(of).slice(0, 1));
const { protocol, report } = first;

/** One of each thing that studies say. */
const SMALL: object = {
  protocol: {
    ...protocol,
    cohorts: some(protocol.cohorts),
    timePoints: some(protocol.timePoints),
    groups: some(protocol.groups),
    rules: some(protocol.rules),
    tables: {},
    analyses: Object.fromEntries(analyses.map((analysis) => [analysis.kind, analysis])),
  },
  report: {
    labels: {},
    states: some(report.states),
    headlines: report.headlines.slice(0, 1),
    parts: [
      {
        id: "all",
        title: "All",
        blocks: [
          { headlines: true },
          { heading: "Words", paragraphs: ["A sentence."] },
          ...figures.map((figure) => ({ figure })),
          ...tables.map((table) => ({ table })),
        ],
      },
    ],
    methods: report.methods.slice(0, 1),
  },
};

type Path = readonly (string | number)[];
const partsOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value !== "object" || value === null
    ? [path]
    : [
        ...(path.length === 0 ? [] : [path]),
        ...Object.entries(value).flatMap(([key, part]) =>
          partsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

/** The same with another value at a place, or without it. */
function otherwise(value: unknown, [key = "", ...more]: Path, put?: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.flatMap((part, place) =>
      place !== key ? [part] : more.length > 0 ? [otherwise(part, more, put)] : put === undefined ? [] : [put],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name !== key
        ? [[name, part]]
        : more.length > 0
          ? [[name, otherwise(part, more, put)]]
          : put === undefined
            ? []
            : [[name, put]],
    ),
  );
}
const found = (study: unknown) => shapeProblems(study as { readonly protocol: unknown; readonly report?: unknown });

test("every shipped study has the parts that a study has, and so has one of each kind", () => {
  for (const study of studies) assert.deepEqual(found(study), [], study.protocol.id);
  assert.deepEqual(found(SMALL), []);
  assert.deepEqual([analyses.length, figures.length, tables.length], [9, 5, 7]);
});

/** What may be left out: entries of lists and things by names that a study chooses, and what types say with a question mark. */
const MAY_GO = [
  /\.\d+$|^report$/,
  /\.(assumption|within|level|printed|compares|more)$|^protocol\..+\.(source|by)$|\.levels\.groups\.inResponse$/,
  /^protocol\.(cohorts|timePoints|groups|rules|analyses)\.[^.]+$|\.where\.[^.]+$|^report\.states\.[^.]+$/,
  /^report\.states\.[^.]+\.[^.]+$|^protocol\.rules\.[^.]+\.(?!says$)/,
  /^protocol\.groups\.[^.]+\.(?!(says|entry|step|inResponse|aloneOnly)$)/,
];

test("whatever is left out of a study is told by its place, and nothing that may be", () => {
  const parts = partsOf(SMALL).filter((path) => !MAY_GO.some((may) => may.test(path.join("."))));
  assert.ok(parts.length > 200);
  for (const path of parts) {
    const [part, ...place] = path;
    const [problem] = found(otherwise(SMALL, path));
    assert.ok(problem !== undefined, `${path.join(".")} is left out, and nothing is told`);
    assert.equal(problem.where.file, part === "report" ? "report.ts" : "protocol.ts");
    assert.ok(place.join(".").startsWith(problem.where.column ?? "nowhere"), path.join("."));
  }
});

test("whatever stands in a place is told or read, and never ends in a stack trace", () => {
  const others = [17, "xyzzy", [], {}, null, true];
  const isLong = process.env.OSTEON_SOAK !== undefined;
  for (const [index, path] of partsOf(SMALL).entries())
    for (const put of others.filter((_, place) => isLong || index % 13 === place))
      for (const { code, says, fix } of found(otherwise(SMALL, path, put)))
        assert.ok(/^(part-missing|part-other|unknown-part)$/.test(code) && says !== "" && fix !== "", path.join("."));
});

test("a word that is nearly one of those that may stand there is told with it, and a name that is none by its place", () => {
  const told = (path: string, put: unknown) =>
    found(otherwise(SMALL, path.split("."), put)).map(({ code, where, fix }) => [code, where.column, fix]);
  assert.deepEqual(told("protocol.analyses.association.test", "rank-summ"), [
    ["part-other", "analyses.association.test", "Did you mean rank-sum?"],
  ]);
  assert.deepEqual(
    told("protocol.analyses.survival", { ...analyses.find(({ kind }) => kind === "survival"), atDay: [] }),
    [["unknown-part", "analyses.survival.atDay", "Take it away, or write its name right."]],
  );
  assert.deepEqual(told("protocol.analyses.survival.atDays", 365), [
    ["part-other", "analyses.survival.atDays", "Write a list."],
  ]);
});
