import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { osteon, place } from "../../../tests/acceptance/osteon.ts";

type Numbers = readonly number[];

const R = JSON.parse(readFileSync(new URL("./reference/survival-command.json", import.meta.url), "utf8"));
const expected: Readonly<Record<"welch" | "rank" | "means" | "quartiles" | "table1", Numbers>> &
  Readonly<Record<"kruskal" | "anova" | "chisq" | "yates" | "fisher", number>> = R.comparisons;

const folder = place("comparisons");
mkdirSync(folder);
for (const name of ["lung", "colon"]) writeFileSync(join(folder, `${name}.csv`), R[name].csv);

interface Shown {
  readonly method: string;
  readonly value: number | null;
  readonly p: number | null;
  readonly because?: string;
}

const near = (found: number | null | undefined, wanted: number | undefined, what: string): void =>
  assert.ok(
    Math.abs((found ?? Number.NaN) - (wanted ?? 0)) <= 1e-8 * Math.abs(wanted ?? 0),
    `${what}: ${found}, R has ${wanted}`,
  );

async function answer(...words: readonly string[]) {
  const { out, code, err } = await osteon(...words, "--json");
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

test("osteon test: age by sex of lung, described and tested both ways as R does", async () => {
  const { groups, tests } = await answer("test", join(folder, "lung.csv"), "--value", "age", "--group", "sex");
  for (const [i, group] of groups.entries()) {
    near(group.mean, expected.means[i], "mean");
    near(group.lowerQuartile, expected.quartiles[3 * i], "lower quartile");
    near(group.median, expected.quartiles[3 * i + 1], "median");
  }
  const [welch, , rank] = tests as readonly Shown[];
  near(welch?.value, expected.welch[0], "t");
  near(welch?.p, expected.welch[1], "p of t");
  near(rank?.value, expected.rank[0], "W");
  near(rank?.p, expected.rank[1], "p of W");
});

test("osteon test: four groups, one of them of one patient, which Welch's analysis cannot take", async () => {
  const { tests, missingGroup } = await answer(
    "test",
    join(folder, "lung.csv"),
    "--value",
    "age",
    "--group",
    "ph.ecog",
  );
  const [anova, welch, ranks] = tests as readonly Shown[];
  near(anova?.p, expected.anova, "analysis of variance");
  assert.equal(welch?.p, null);
  assert.equal(welch?.because, "too-few-values");
  near(ranks?.p, expected.kruskal, "Kruskal-Wallis");
  assert.equal(missingGroup, 1);
});

test("osteon test: two categories with and without correction, and exactly", async () => {
  const { tests } = await answer("test", join(folder, "colon.csv"), "--value", "sex", "--group", "status");
  const [plain, corrected, exact] = tests as readonly Shown[];
  near(plain?.p, expected.chisq, "chi-square");
  near(corrected?.p, expected.yates, "with Yates' correction");
  near(exact?.p, expected.fisher, "Fisher");
});

test("osteon table1: the columns asked for by arm, with p and what is missing, and as CSV", async () => {
  const out = join(folder, "table");
  const { table } = await answer(
    "table1",
    join(folder, "colon.csv"),
    "--by",
    "rx",
    "--columns",
    "sex,nodes",
    "--out",
    out,
  );
  const p = table.rows.flatMap(({ cells }: { cells: { text: string }[] }) => cells.at(-1)?.text || []);
  assert.deepEqual(
    p.map(Number),
    expected.table1.map((value) => Number(value < 0.1 ? value.toPrecision(2) : value.toFixed(2))),
  );
  const csv = readFileSync(join(out, "table1.csv"), "utf8").split("\n");
  assert.equal(csv[0], ",Lev (n 310),Lev+5FU (n 304),Obs (n 315),p");
  assert.ok(csv.some((line) => line.startsWith("missing,6,9,3")));
});

test("a column that is not there, and a single group, are said with what there is", async () => {
  const absent = await osteon("test", join(folder, "lung.csv"), "--value", "weight", "--group", "sex");
  assert.equal(absent.code, 2);
  assert.match(absent.err, /lung\.csv has no column weight\. It has: time, status, age, sex, ph\.ecog/);
  const single = await osteon("table1", join(folder, "lung.csv"), "--by", "sex", "--where", "sex=1");
  assert.equal(single.code, 3);
  assert.match(single.err, /sex has 1 group/);
});

test("osteon test: differences, ratios and their limits are those of R's t.test, wilcox.test and fisher.test", async () => {
  const file = join(folder, "effects.csv");
  const [a, b] = [
    [4.1, 5.5, 2.2, 7.8, 6.4],
    [3.3, 2.9, 8.1, 9.7, 10.2, 7.5],
  ];
  writeFileSync(file, `g,v\n${[...a.map((v) => `a,${v}`), ...b.map((v) => `b,${v}`)].join("\n")}\n`);
  const { effects } = await answer("test", file, "--value", "v", "--group", "g");
  const limits = (own: { lower: number; upper: number }) => [own.lower, own.upper];
  // t.test(a, b)$conf.int; with var.equal = TRUE; wilcox.test(a, b, conf.int = TRUE, exact = FALSE)$conf.int stops at 1e-4
  for (const [i, [wanted, digits]] of (
    [
      [[-5.395746386, 1.895746386], 1e-8],
      [[-5.514539364, 2.014539364], 1e-8],
      [[-5.899998694, 3.099973369], 1e-4],
    ] as const
  ).entries())
    for (const [side, found] of limits(effects[i]).entries())
      assert.ok(
        Math.abs(found - (wanted[side] ?? 0)) < digits * 10,
        `${effects[i].name}: ${found}, R has ${wanted[side]}`,
      );
  const table = join(folder, "table.csv");
  const rows = [
    ...Array(7).fill("a,yes"),
    ...Array(3).fill("a,no"),
    ...Array(2).fill("b,yes"),
    ...Array(9).fill("b,no"),
  ];
  writeFileSync(table, `g,v\n${rows.join("\n")}\n`);
  const shares = (await answer("test", table, "--value", "v", "--group", "g")).effects;
  // Newcombe from prop.test(correct = FALSE); Katz and Woolf on the log scale by hand in R; fisher.test(m)$conf.int stops at 1e-4
  for (const [i, [wanted, digits]] of (
    [
      [[0.09502189273, 0.75047802514], 1e-8],
      [[1.030914795, 14.378006869], 1e-8],
      [[1.360221051, 81.053002317], 1e-8],
      [[1.012187536, 140.652802935], 1e-3],
    ] as const
  ).entries())
    for (const [side, found] of limits(shares[i]).entries())
      assert.ok(
        Math.abs(found / (wanted[side] ?? 0) - 1) < digits,
        `${shares[i].name}: ${found}, R has ${wanted[side]}`,
      );
  const wide = (await answer("test", table, "--value", "v", "--group", "g", "--level", "0.99")).effects;
  assert.ok(wide[0].lower < shares[0].lower && wide[0].upper > shares[0].upper);
});
