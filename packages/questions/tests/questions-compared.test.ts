import assert from "node:assert/strict";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, type Names, refused } from "./edge-files.ts";
import { beside, columns, file, type Listed, limits, named, R } from "./question-files.ts";

/** A test as R prints it: its statistic and p. */
function sameTest(tests: readonly Listed[], name: string, wanted: readonly number[]): void {
  const { value, p } = named(tests, name);
  beside([value, p], wanted, name);
}

const ask = (name: string, ...words: Names) => answered("test", file(name), ...words);

test("correlation (cars): Pearson with limits, Spearman, Kendall, as cor.test", async () => {
  const { correlations, n } = await ask("cars", "--value", "speed", "--with", "dist");
  assert.equal(n, 50);
  const pearson = named(correlations, "pearson");
  beside([pearson.value, pearson.lower, pearson.upper, pearson.p], R.cars.pearson, "Pearson");
  sameTest(correlations, "spearman", R.cars.spearman);
  sameTest(correlations, "kendall", R.cars.kendall);
  const exact = await ask("cars", "--value", "speed", "--with", "dist", "--test", "kendall-exact");
  assert.equal(exact.correlations[0].because.p, "ties");
});

test("paired t and signed rank (sleep by id, karnofsky side by side), as t.test and wilcox.test(paired = TRUE)", async () => {
  const sleep = await ask("sleep", "--value", "extra", "--group", "group", "--pair", "ID");
  sameTest(sleep.tests, "paired-t", R.sleep.t);
  sameTest(sleep.tests, "signed-rank", R.sleep.rank);
  beside(limits(named(sleep.effects, "mean difference")), R.sleep.difference, "difference");
  const asked = ["--value", "ph.karno", "--pair", "pat.karno", "--test", "paired-t,signed-rank-plain"];
  const karno = await ask("lung", ...asked);
  assert.deepEqual([karno.n, karno.missing], [224, 4]);
  sameTest(karno.tests, "paired-t", R.karnofsky.t);
  sameTest(karno.tests, "signed-rank-plain", R.karnofsky.rank);
  beside(limits(named(karno.effects, "mean difference")), R.karnofsky.difference, "difference");
});

test("McNemar with counts (approval of a president), as mcnemar.test and binom.test", async () => {
  const { tests, effects, counts } = await ask("votes", "--value", "first", "--pair", "second", "--count", "n");
  assert.deepEqual(counts, [
    [794, 150],
    [86, 570],
  ]);
  sameTest(tests, "mcnemar", R.votes.corrected);
  sameTest(tests, "mcnemar-plain", R.votes.plain);
  beside([named(tests, "mcnemar-exact").p], [R.votes.exact], "exact p");
  beside(limits(named(effects, "odds ratio")), R.votes.odds, "odds ratio");
});

test("Friedman (rounding first base) and Cochran's Q, as friedman.test", async () => {
  const asked = ["--value", "time", "--group", "way", "--pair", "player"];
  const { tests, blocks } = await ask("turns", ...asked);
  assert.equal(blocks, 22);
  sameTest(tests, "friedman", R.turns);
  const [head, ...rows] = (R.files.turns ?? "").trimEnd().split("\n");
  const slow = rows.map((row) => `${row},${Number(row.split(",")[2]) > 5.5 ? "slow" : "fast"}`);
  const yes = csv(`${head},slow`, slow);
  sameTest((await answered("test", yes, "--value", "slow", ...asked.slice(2))).tests, "cochran-q", R.cochran);
});

test("Mantel-Haenszel over departments, from counts in place of rows (UCBAdmissions), as mantelhaen.test", async () => {
  const asked = ["--value", "Admit", "--group", "Gender", "--count", "Freq", "--strata", "Dept"];
  const { tests, effects } = await ask("admissions", ...asked);
  sameTest(tests, "mantel-haenszel", R.admissions.corrected);
  sameTest(tests, "mantel-haenszel-plain", R.admissions.plain);
  beside(limits(named(effects, "common odds ratio")), R.admissions.odds, "odds ratio");
});

test("Cochran-Armitage and linear-by-linear, counts in place of rows (esoph), as prop.trend.test and (n - 1) r^2", async () => {
  const counted = ["--count", "n", "--value", "case"];
  const age = await ask("esoph", ...counted, "--group", "agegp", "--test", "trend");
  sameTest(age.tests, "trend", R.age);
  const tobacco = await ask(
    "esoph",
    ...counted,
    "--group",
    "tobgp",
    "--levels",
    "tobgp=0-9g/day,10-19,20-29,30+",
    "--test",
    "linear",
  );
  beside([tobacco.tests[0].value], [R.tobacco], "linear-by-linear");
  // One side of two either way round: the same trend.
  const turned = await ask("esoph", "--count", "n", "--value", "agegp", "--group", "case", "--test", "trend");
  sameTest(turned.tests, "trend", R.age);
});

test("exact Wilcoxon, Hodges-Lehmann, Kolmogorov-Smirnov and the ratio of variances, as R's tests", async () => {
  const asked = ["--value", "v", "--group", "g", "--test", "wilcoxon-exact,ks,variance-ratio"];
  const { tests, effects } = await ask("small", ...asked);
  sameTest(tests, "wilcoxon-exact", R.small.exact);
  sameTest(tests, "ks", R.small.ks);
  sameTest(tests, "variance-ratio", R.small.ratio);
  beside(limits(named(effects, "shift, a - b (Hodges-Lehmann, exact limits)")), R.small.shift, "shift");
});

test("Levene, Brown-Forsythe, Bartlett, Fligner and Kruskal of several groups (InsectSprays)", async () => {
  const { tests } = await ask("sprays", "--value", "count", "--group", "spray", "--test", "all");
  sameTest(tests, "bartlett", R.sprays.bartlett);
  sameTest(tests, "fligner", R.sprays.fligner);
  sameTest(tests, "levene", R.sprays.levene);
  sameTest(tests, "brown-forsythe", R.sprays.brownForsythe);
  sameTest(tests, "kruskal", R.sprays.kruskal);
});

test("every two groups, p adjusted (PlantGrowth), as pairwise.t.test and pairwise.wilcox.test", async () => {
  const pairs = async (how: string, name: string) => {
    const asked = ["--value", "weight", "--group", "group", "--pairwise", how, "--test", name];
    return (await ask("plants", ...asked)).pairwise.map((own: { adjusted: number }) => own.adjusted);
  };
  beside(
    await pairs("holm", "pooled"),
    [R.plants.pooled[0], R.plants.pooled[1], R.plants.pooled[2]] as number[],
    "Holm",
  );
  beside(await pairs("BH", "wilcoxon"), R.plants.wilcoxon, "Benjamini-Hochberg");
  beside(await pairs("bonferroni", "welch"), R.plants.welch, "Bonferroni");
});

test("limits of shares, risk difference, number needed, odds ratio of a 2x2 table (Titanic, counts)", async () => {
  const asked = ["--value", "Survived", "--group", "Sex", "--count", "Freq"];
  const { effects, tests } = await ask("titanic", ...asked);
  beside(limits(named(effects, "difference of shares")), R.titanic.difference, "difference");
  const needed = named(effects, "number needed");
  beside([needed.value, needed.upper, needed.lower], R.titanic.needed, "number needed");
  beside(limits(named(effects, "ratio of shares")), R.titanic.ratio, "ratio");
  beside(limits(named(effects, "odds ratio of Yes, Female beside Male (Woolf)")), R.titanic.odds, "odds ratio");
  beside([named(tests, "fisher").p], [R.titanic.fisher], "Fisher");
  const share = named(effects, "share of Yes in Female");
  beside([share.lower, share.upper], R.titanic.shares.slice(0, 2), "Wilson");
  const exact = (await ask("titanic", ...asked, "--limits", "clopper-pearson")).effects;
  const male = named(exact, "share of Yes in Male");
  beside([male.lower, male.upper], R.titanic.shares.slice(2), "Clopper-Pearson");
  const alone = (await ask("titanic", "--value", "Survived", "--count", "Freq")).effects;
  assert.equal(alone.length, 1);
});

test("limits of rates and their ratio, as poisson.test", async () => {
  const [head, ...rows] = (R.files.lung ?? "").trimEnd().split("\n");
  const dead = csv(
    `${head},dead`,
    rows.map((row) => `${row},${row.split(",")[1] === "2" ? 1 : 0}`),
  );
  const { effects, tests } = await answered("test", dead, "--value", "dead", "--person-time", "time", "--group", "sex");
  beside(limits(named(effects, "rate, 1")), R.rates.first, "rate");
  beside(limits(named(effects, "ratio of rates")), R.rates.ratio, "ratio");
  beside([tests[0].p], [R.rates.p], "p");
});

test("chi-square on coded categories; Wilcoxon without continuity by choice (lung)", async () => {
  const coded = await ask(
    "lung",
    "--value",
    "ph.ecog",
    "--factor",
    "ph.ecog",
    "--group",
    "sex",
    "--test",
    "chi-square",
  );
  sameTest(coded.tests, "chi-square", R.coded);
  const plain = await ask("lung", "--value", "age", "--group", "sex", "--test", "wilcoxon-plain");
  sameTest(plain.tests, "wilcoxon-plain", R.plain);
});

test("table1: overall column, chosen tests, mean (SD), labels, digits, order of levels, standardised differences", async () => {
  const asked = ["--by", "sex", "--overall", "--mean", "age", "--test", "age=welch", "--label", "age=Age, years"];
  const more = ["--digits", "age=1", "--levels", "ph.ecog=3,2,1,0", "--leave-out", "time,wt.loss", "--smd"];
  const { table, compared } = await answered("table1", file("lung"), ...asked, ...more);
  assert.deepEqual(table.heads, ["", "all (n 228)", "1 (n 138)", "2 (n 90)", "SMD", "p"]);
  const row = (label: string) => table.rows.find((own: { label: string }) => own.label === label);
  const texts = (label: string) => row(label).cells.map(({ text }: { text: string }) => text);
  const [m1 = 0, m2 = 0, s1 = 0, s2 = 0] = R.table1.means;
  const mean = (m: number, s: number) => `${m.toFixed(1)} (${s.toFixed(1)})`;
  assert.deepEqual(texts("Age, years, mean (SD)").slice(1, 3), [mean(m1, s1), mean(m2, s2)]);
  assert.equal(texts("Age, years, mean (SD)").at(-1), R.welch[1]?.toPrecision(2));
  const age = compared.find((own: { name: string }) => own.name === "age");
  beside([age.smd], [R.table1.smd], "SMD of age");
  const status = compared.find((own: { name: string }) => own.name === "status");
  beside([status.smd], [R.table1.smdStatus], "SMD of status");
  const ecog = compared.find((own: { name: string }) => own.name === "ph.ecog");
  assert.deepEqual(ecog.levels, ["3", "2", "1", "0"]);
  assert.ok(!table.rows.some(({ label }: { label: string }) => label === "time" || label === "wt.loss"));
  const plain = await answered("table1", file("lung"), "--columns", "age,sex");
  assert.deepEqual(plain.table.heads, ["", "all (n 228)"]);
  const none = await answered("table1", file("lung"), "--by", "sex", "--test", "none");
  assert.ok(!none.table.heads.includes("p"));
});

test("an option that does nothing, or a test that does not fit, is refused with the reason", async () => {
  const lung = file("lung");
  for (const [words, says] of [
    [["test", lung, "--value", "age", "--test", "welch"], /name --group/],
    [["test", lung, "--value", "age", "--group", "ph.ecog", "--test", "welch"], /two groups, and there are 4/],
    [["test", lung, "--value", "age", "--group", "sex", "--test", "fisher"], /holds numbers \(--factor/],
    [["test", lung, "--value", "age", "--group", "sex", "--test", "anvoa"], /no such test/],
    [["test", lung, "--value", "age", "--group", "sex", "--pairwise", "holm"], /there are 2/],
    [["test", lung, "--value", "age", "--with", "time", "--group", "sex"], /--group has no effect/],
    [["test", lung, "--value", "ph.karno", "--pair", "pat.karno", "--strata", "sex"], /--strata has no effect/],
    [["test", lung, "--value", "age", "--group", "sex", "--strata", "inst"], /no column inst/],
    [["test", lung, "--value", "age", "--group", "sex", "--strata", "ph.ecog"], /two categories in two groups/],
    [["table1", lung, "--overall"], /name --by/],
    [["table1", lung, "--by", "sex", "--columns", "age", "--label", "time=Time"], /--label time: it is not among/],
    [["table1", lung, "--by", "sex", "--columns", "age", "--test", "age=fisher"], /holds numbers/],
    [["table1", lung, "--by", "sex", "--columns", "age", "--digits", "11"], /from 0 to 10/],
    [["table1", lung, "--by", "sex", "--columns", "status", "--mean", "status"], /shown as categories/],
  ] as const)
    assert.match(await refused(2, ...words), says, words.join(" "));
  const twice = columns({ id: [1, 1, 1, 2], g: ["a", "a", "b", "a"], v: [3, 4, 5, 6] });
  assert.match(await refused(3, "test", twice, "--value", "v", "--group", "g", "--pair", "id"), /id 1 has another row/);
});

test("a table is an answer in any form, and R is told the same", async () => {
  const print = async (...words: Names) =>
    (await osteon("table1", file("lung"), "--by", "sex", "--columns", "age", ...words)).out;
  assert.match(await print("--format", "md"), /^# Characteristics by sex\n[\s\S]*\| age \|/);
  assert.match(await print("--format", "csv"), /^,1 \(n 138\),2 \(n 90\),p\n/);
  assert.match(await print("--r"), /wilcox\.test\(age ~ sex, d, exact = FALSE\)\n$/);
});
