import assert from "node:assert/strict";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, type Names } from "./edge-files.ts";
import { type Answer, columns, file, type Listed } from "./question-files.ts";
import { hasR, type RScript, toldByR } from "./r-scripts.ts";

/** A question, and lines of R that tell what the command answers after its script has run. */
interface Told {
  readonly words: Names;
  readonly tell: string;
  readonly same: (answer: Answer) => readonly (number | null)[];
}

/** Every number that the script itself leaves in a value is told by its last lines; the calls are made anew with `print` off. */
const LAST = "x <- eval(parse(text = last)); ";
const statistic = `${LAST}say("told", c(unname(x$statistic), x$p.value))`;

const ofTest = (own: Listed | undefined) => [own?.value ?? null, own?.p ?? null];
const first = ({ tests }: Answer) => ofTest(tests[0]);

/** Numbers and rows as people write them: signs between thousands, other minus signs, rows of separators or spaces alone. */
const peoples = [
  csv("arm;v", ["a;1'250,5", ";", "a;1 250", " ; ", "a;\u22122,5", "b;1.750,25", "b;\u20133", "", "b;2\u2019000"]),
  csv("arm\tv", ["a\t1,250.5", "a\t1,250", "a\t-2.5", "\t", "b\t1,750.25", "b\t\u22123", "b\t2,000,000"], "tsv"),
];

const TOLD: readonly Told[] = [
  ...peoples.map(
    (path): Told => ({
      words: ["test", path, "--value", "v", "--group", "arm", "--test", "welch"],
      tell: `${LAST}say("told", c(x$statistic, x$p.value, nrow(d)))`,
      same: ({ tests: [welch], groups }) => [...ofTest(welch), groups.reduce((sum, { n }) => sum + n, 0)],
    }),
  ),
  ...["welch", "student", "wilcoxon", "wilcoxon-plain", "ks", "variance-ratio", "kruskal", "bartlett", "fligner"].map(
    (name): Told => ({
      words: ["test", file("lung"), "--value", "age", "--group", "sex", "--test", name],
      tell: statistic,
      same: first,
    }),
  ),
  {
    words: [
      "test",
      file("lung"),
      "--value",
      "ph.ecog",
      "--factor",
      "ph.ecog",
      "--group",
      "sex",
      "--test",
      "chi-square",
      "--where",
      "age>60",
    ],
    tell: statistic,
    same: first,
  },
  {
    words: [
      "test",
      file("titanic"),
      "--value",
      "Survived",
      "--group",
      "Class",
      "--count",
      "Freq",
      "--test",
      "trend",
      "--levels",
      "Class=Crew,3rd,2nd,1st",
    ],
    tell: statistic,
    same: first,
  },
  {
    words: ["test", file("esoph"), "--value", "case", "--group", "agegp", "--count", "n", "--test", "linear"],
    tell: `${LAST}say("told", x)`,
    same: ({ tests }) => [tests[0]?.value ?? null],
  },
  {
    words: ["test", file("sleep"), "--value", "extra", "--group", "group", "--pair", "ID", "--test", "paired-t"],
    tell: statistic,
    same: first,
  },
  {
    words: ["test", file("lung"), "--value", "ph.karno", "--pair", "pat.karno", "--test", "signed-rank"],
    tell: statistic,
    same: first,
  },
  {
    words: ["test", file("votes"), "--value", "first", "--pair", "second", "--count", "n", "--test", "mcnemar"],
    tell: statistic,
    same: first,
  },
  {
    words: ["test", file("turns"), "--value", "time", "--group", "way", "--pair", "player"],
    tell: statistic,
    same: first,
  },
  {
    words: ["test", file("cars"), "--value", "speed", "--with", "dist", "--test", "kendall"],
    tell: `${LAST}say("told", c(unname(x$estimate), x$p.value))`,
    same: ({ correlations }) => ofTest(correlations[0]),
  },
  {
    words: ["test", file("plants"), "--value", "weight", "--group", "group", "--test", "pooled", "--pairwise", "holm"],
    tell: `${LAST}say("told", na.omit(c(x$p.value)))`,
    same: ({ pairwise }) => pairwise.map(({ adjusted }) => adjusted),
  },
  {
    words: [
      "test",
      file("sprays"),
      "--value",
      "count",
      "--group",
      "spray",
      "--test",
      "variance-ratio",
      "--pairwise",
      "BH",
    ],
    tell: `${LAST}say("told", x)`,
    same: ({ pairwise }) => pairwise.map(({ adjusted }) => adjusted),
  },
  {
    words: [
      "test",
      file("admissions"),
      "--value",
      "Admit",
      "--group",
      "Gender",
      "--count",
      "Freq",
      "--strata",
      "Dept",
      "--test",
      "yates",
    ],
    tell: `${LAST}say("told", c(unname(x$statistic), x$p.value))`,
    same: ({ tests }) => ofTest(tests[1]),
  },
  {
    words: ["table1", file("lung"), "--by", "sex", "--columns", "age", "--test", "age=student"],
    tell: statistic,
    same: ({ compared }) => ofTest(compared[0]?.tests[0]),
  },
  {
    words: [
      "logistic",
      file("infert"),
      "--outcome",
      "case",
      "--covariates",
      "age,education,spontaneous*induced",
      "--reference",
      "education=6-11yrs",
      "--per",
      "age=10",
    ],
    tell: 'say("told", c(coef(fit)[-1], AIC(fit)))',
    same: ({ coefficients, aic }) => [...coefficients.map(({ beta }) => beta), aic],
  },
  {
    words: ["accuracy", file("lung"), "--truth", "status=2", "--result", "sex=1"],
    tell: 'say("told", c(m["1", "1"] / sum(m[, "1"]), m["0", "0"] / sum(m[, "0"])))',
    same: ({ measures }) => measures.slice(0, 2).map(({ value }) => value),
  },
];

test("--r prints a script whose R gives the same numbers", async (context) => {
  if (!hasR()) return context.diagnostic("R is not here");
  const scripts: RScript[] = [];
  for (const { words, tell } of TOLD) {
    const { out, code, err } = await osteon(...words, "--r");
    assert.equal(code, 0, err);
    const last = out.trimEnd().split("\n").at(-1) ?? "";
    // Calls of packages that base R has not are left to who has them.
    const script = out.replaceAll(/^.*\b(logistf|epiR|pROC|confint\(fit)\b.*$/gm, "");
    scripts.push({ script, tell: `last <- ${JSON.stringify(last)}; ${tell}` });
  }
  const told = toldByR(scripts);
  for (const [i, { words, same }] of TOLD.entries()) {
    const found = same(await answered(...words));
    const wanted = told[i]?.get("told") ?? [];
    assert.equal(found.length, wanted.length, words.join(" "));
    for (const [k, value] of wanted.entries())
      assert.ok(
        Math.abs((found[k] ?? Number.NaN) - (value ?? 0)) <= 1e-6 * Math.max(1e-9, Math.abs(value ?? 0)),
        `${words.join(" ")} ${k}: ${found[k]}, R has ${value}`,
      );
  }
});

test("a column of every kind stands in the table of a file that R wrote with row names", async () => {
  const path = columns({ "": [1, 2, 3, 4], g: ["a", "a", "b", "b"], v: [1.5, 2, 3, 4] });
  const { table } = await answered("table1", path, "--by", "g");
  assert.deepEqual(
    table.rows.map(({ label }: { label: string }) => label),
    ["v"],
  );
});
