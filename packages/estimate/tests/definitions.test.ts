import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell } from "@osteon/engine";
import { type AgreementAnalysis, agreements, type Protocol, pairsOf, type RankingAnalysis } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { seeded } from "../../../studies/schnabel-2017/tests/seeded.ts";
import { estimate, type Result, resultIds, tallySpec, unlistedLevels } from "../src/index.ts";
import { COUNTED, INPUTS } from "./small-protocol.ts";

type Line = readonly [key: readonly Cell[], n: number];

const protocolOf = (analysis: Protocol["analyses"][string]): Protocol => ({ ...dresden, analyses: { a: analysis } });

function resultsOf(analysis: Protocol["analyses"][string], lines: readonly Line[]) {
  const tally = { spec: tallySpec("a", analysis), rows: lines.map(([key, n]) => ({ key, n })) };
  const { results } = estimate(protocolOf(analysis), [tally], INPUTS);
  return (id: string): Result => {
    const found = results.find((result) => result.id === `a.${id}`);
    assert.ok(found, id);
    return found;
  };
}

const yesNo = (column: string) => ({ column, values: [1], unknown: [] });
const AGREEMENT: AgreementAnalysis = { kind: "agreement", ...COUNTED, first: yesNo("x"), second: yesNo("y") };

test("kappa with its limits and the children whom both judge; R: vcd::Kappa of 20, 5, 10, 15", () => {
  const of = resultsOf(AGREEMENT, [
    [[1, 1], 20],
    [[1, 0], 5],
    [[0, 1], 10],
    [[0, 0], 15],
    [[1, null], 7],
    [[null, null], 2],
  ]);
  const value = (id: string) => of(`all.${id}`).value;
  assert.deepEqual(
    ["N", "both-yes", "first-only", "second-only", "both-no", "missing"].map(value),
    [50, 20, 5, 10, 15, 9],
  );
  assert.equal(value("agreed"), 70);
  assert.equal(value("kappa"), 0.4);
  assert.equal(value("kappa-lower")?.toFixed(9), "0.151092290");
  assert.equal(value("kappa-upper")?.toFixed(9), "0.648907710");
  assert.deepEqual(of("all.first-only").cells, [[1, 0]]);
  assert.equal(of("all.kappa").of, "a.all.N");
});

test("kappa is not estimable where one of the two says the same of all judged, where none are, and where nobody is", () => {
  const because = (lines: readonly Line[]) => {
    const of = resultsOf(AGREEMENT, lines);
    return [of("all.N").value, of("all.kappa").value, of("all.kappa").because, of("all.kappa-lower").because];
  };
  assert.deepEqual(
    because([
      [[1, 1], 3],
      [[1, 0], 4],
    ]),
    [7, null, "no-variation", "no-variation"],
  );
  assert.deepEqual(because([[[1, 1], 1]]), [1, null, "no-variation", "no-variation"]);
  assert.deepEqual(because([[[1, null], 4]]), [0, null, "no-values", "no-values"]);
  assert.deepEqual(because([]), [0, null, "nobody", "nobody"]);
});

test("both may read one column: a value that means yes to one and no to the other is judged by both", () => {
  const state = (values: readonly string[]) => ({ column: "state", values, unknown: ["not_seen"] });
  const of = resultsOf({ ...AGREEMENT, first: state(["full"]), second: state(["full", "partial"]) }, [
    [["full"], 4],
    [["partial"], 3],
    [["active"], 2],
    [["not_seen"], 5],
  ]);
  assert.deepEqual([of("all.N").value, of("all.second-only").value, of("all.missing").value], [9, 3, 5]);
});

test("of n results each two have their agreement, once", () => {
  const made = agreements(
    "agree",
    { a: { title: "A", ...yesNo("a") }, b: { title: "B", ...yesNo("b") }, c: { title: "C", ...yesNo("c") } },
    { from: "t", where: {} },
  );
  assert.deepEqual(Object.keys(made), ["agree-a-b", "agree-a-c", "agree-b-c"]);
  assert.deepEqual([made["agree-b-c"]?.first.column, made["agree-b-c"]?.title], ["b", "Agreement: B; C"]);
  assert.equal(pairsOf(["a", "b", "c", "d", "e"]).length, 10);
});

const RANKING: RankingAnalysis = {
  kind: "ranking",
  ...COUNTED,
  ...yesNo("well"),
  by: [
    { column: "definition", levels: ["full", "pain"] },
    { column: "drug", levels: ["a", "b", "c", "d"] },
  ],
  against: "full",
  atLeast: 5,
};

/** Of each group under each definition: how many are well, how many are not. */
const shares = (
  under: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>,
): readonly Line[] =>
  Object.entries(under).flatMap(([definition, groups]) =>
    Object.entries(groups).flatMap(([group, [yes, no]]): readonly Line[] =>
      [[[definition, group, 1], yes] as Line, [[definition, group, 0], no] as Line].filter(([, n]) => n > 0),
    ),
  );

test("groups stand in the order of their shares, level where the fractions are equal; one with too few has no place", () => {
  const of = resultsOf(RANKING, [
    ...shares({
      full: { a: [3, 3], b: [5, 5], c: [1, 9], d: [4, 0] },
      pain: { a: [1, 5], b: [9, 1], c: [5, 5] },
    }),
    [["pain", "a", null], 4],
  ]);
  const places = (definition: string) => ["a", "b", "c", "d"].map((group) => of(`${definition}/${group}.place`).value);
  assert.deepEqual(places("full"), [1, 1, 3, null]);
  assert.deepEqual(places("pain"), [3, 1, 2, null]);
  assert.equal(of("full/d.place").because, "too-few-values");
  assert.equal(of("pain/d.place").because, "nobody");
  assert.deepEqual([of("pain/a.N").value, of("pain/a.missing").value], [6, 4]);
  // full: a = b > c. pain: b > c > a. Of the pairs ab is level, ac reversed, bc the same.
  const pairs = (definition: string) =>
    ["same", "level", "reversed"].map((kind) => of(`${definition}.pairs-${kind}`).value);
  assert.deepEqual(pairs("pain"), [1, 1, 1]);
  assert.deepEqual(pairs("full"), [2, 1, 0]);
  assert.deepEqual([of("full.groups-placed").value, of("pain.groups-compared").value], [3, 3]);
  assert.equal(of("pain.tau").value, 0); // R: cor(c(0.5, 0.5, 0.1), c(1 / 6, 0.9, 0.5), method = "kendall")
});

test("an order of one group, or of none, keeps nothing and reverses nothing", () => {
  for (const lines of [[], shares({ full: { a: [5, 5] }, pain: { a: [5, 5] } }), shares({ full: { a: [1, 0] } })]) {
    const of = resultsOf(RANKING, lines);
    for (const statistic of ["pairs-same", "pairs-reversed", "pairs-level", "tau"])
      assert.equal(of(`pain.${statistic}`).because, "too-few-values");
  }
});

test("a value that no level names is counted as other, has no place, and is asked about", () => {
  const lines: readonly Line[] = [...shares({ full: { a: [5, 5] } }), [["full", "e", 1], 30]];
  const of = resultsOf(RANKING, lines);
  assert.deepEqual([of("other.N").value, of("other.place").value, of("full/a.place").value], [30, null, 1]);
  const tally = { spec: tallySpec("a", RANKING), rows: lines.map(([key, n]) => ({ key, n })) };
  assert.deepEqual(
    unlistedLevels(protocolOf(RANKING), [tally]).map(({ where }) => where.value),
    ["e"],
  );
});

test("every result of both kinds may be named before any chart is read", () => {
  assert.ok(resultIds(protocolOf(AGREEMENT)).has("a.all.kappa-upper"));
  const ids = resultIds(protocolOf(RANKING));
  for (const id of ["a.pain/d.place", "a.pain.pairs-same", "a.full.tau"]) assert.ok(ids.has(id), id);
});

test("kappa and places, read child by child, are those of the estimators on drawn children", () => {
  const draw = seeded(11);
  for (let round = 0; round < 200; round++) {
    const size = draw.below(40);
    const children = Array.from({ length: size }, () => ({
      x: draw.one([0, 1, null]),
      y: draw.one([0, 1, 1, null]),
      drug: draw.one(["a", "b", "c", "d"]),
    }));
    const byKey = (keyOf: (child: (typeof children)[number]) => readonly (readonly Cell[])[]): readonly Line[] => {
      const found = new Map<string, [readonly Cell[], number]>();
      for (const key of children.flatMap(keyOf)) {
        const own = found.get(JSON.stringify(key)) ?? [key, 0];
        found.set(JSON.stringify(key), [key, own[1] + 1]);
      }
      return [...found.values()];
    };
    const agreed = resultsOf(
      AGREEMENT,
      byKey(({ x, y }) => [[x, y]]),
    );
    const both = children.filter(({ x, y }) => x !== null && y !== null);
    const mean = (of: (child: (typeof children)[number]) => boolean) => both.filter(of).length / both.length;
    const [px, py] = [mean(({ x }) => x === 1), mean(({ y }) => y === 1)];
    const chance = px * py + (1 - px) * (1 - py);
    const kappa = (mean(({ x, y }) => x === y) - chance) / (1 - chance);
    const isConstant = both.length === 0 || px * (1 - px) === 0 || py * (1 - py) === 0;
    const told = agreed("all.kappa").value;
    if (isConstant) assert.equal(told, null);
    else assert.ok(told !== null && Math.abs(told - kappa) < 1e-9, `${told} and ${kappa}`);

    const ranked = resultsOf(
      RANKING,
      byKey(({ x, y, drug }) => [
        ["full", drug, x],
        ["pain", drug, y],
      ]),
    );
    for (const [definition, column] of [
      ["full", "x"],
      ["pain", "y"],
    ] as const) {
      const shareOf = (drug: string): number | undefined => {
        const known = children.filter((child) => child.drug === drug && child[column] !== null);
        return known.length < 5 ? undefined : known.filter((child) => child[column] === 1).length / known.length;
      };
      for (const drug of ["a", "b", "c", "d"]) {
        const own = shareOf(drug);
        const ahead = ["a", "b", "c", "d"].filter((other) => own !== undefined && (shareOf(other) ?? -1) > own);
        assert.equal(ranked(`${definition}/${drug}.place`).value, own === undefined ? null : ahead.length + 1);
      }
    }
  }
});
