import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { answered, type Names } from "./edge-files.ts";
import { type Answer, columns, file } from "./question-files.ts";

/** A question that a statistician could not ask, the calls that answer it, and the numbers that are its answer. */
interface Question {
  /** As the list of what could not be asked has it. */
  readonly row: string;
  readonly asked: readonly (readonly [call: Names, numbers: (answer: Answer) => readonly unknown[]])[];
}

const lung = file("lung");
const valuesOf = (list: readonly { readonly value: number }[]) => list.map(({ value }) => value);
const tests = ({ tests: list }: Answer) => list.map(({ p }) => p);
const inTest = (name: string, ...words: Names): readonly [Names, (answer: Answer) => readonly unknown[]] => [
  ["test", file(name), ...words],
  tests,
];

const QUESTIONS: readonly Question[] = [
  {
    row: "ph.ecog, race, stage as factors in Cox or table 1",
    asked: [
      [
        ["table1", lung, "--by", "sex", "--columns", "ph.ecog", "--factor", "ph.ecog"],
        ({ compared }) => compared[0]?.groups[0]?.counts ?? [],
      ],
      [
        [
          "logistic",
          lung,
          "--outcome",
          "status=2",
          "--covariates",
          "ph.ecog",
          "--factor",
          "ph.ecog",
          "--where",
          "ph.ecog<3",
        ],
        ({ coefficients }) => coefficients.map(({ beta }) => beta),
      ],
    ],
  },
  {
    row: "reference level; order of levels in table 1",
    asked: [
      [
        [
          "table1",
          file("esoph"),
          "--by",
          "case",
          "--columns",
          "tobgp",
          "--levels",
          "tobgp=30+,20-29,10-19,0-9g/day",
          "--count",
          "n",
        ],
        ({ compared: [own] }) => (own?.levels[0] === "30+" ? (own.groups[0]?.counts ?? []) : []),
      ],
      [
        [
          "logistic",
          file("infert"),
          "--outcome",
          "case",
          "--covariates",
          "education",
          "--reference",
          "education=6-11yrs",
        ],
        ({ coefficients }) => coefficients.map(({ beta }) => beta),
      ],
    ],
  },
  {
    row: "counts instead of rows",
    asked: [
      inTest("admissions", "--value", "Admit", "--group", "Gender", "--count", "Freq"),
      inTest("esoph", "--value", "case", "--group", "agegp", "--count", "n"),
    ],
  },
  {
    row: "correlation",
    asked: [
      [["test", file("cars"), "--value", "speed", "--with", "dist"], ({ correlations }) => valuesOf(correlations)],
    ],
  },
  {
    row: "paired t, signed rank (sleep, karnofsky), McNemar",
    asked: [
      inTest("sleep", "--value", "extra", "--group", "group", "--pair", "ID"),
      inTest("lung", "--value", "ph.karno", "--pair", "pat.karno", "--test", "paired-t,signed-rank"),
      inTest("votes", "--value", "first", "--pair", "second", "--count", "n"),
    ],
  },
  {
    row: "kappa, ICC, Bland-Altman",
    asked: [
      [
        ["agreement", lung, "--raters", "ph.karno,pat.karno", "--factor", "ph.karno"],
        ({ coefficients }) => valuesOf(coefficients),
      ],
      [
        ["agreement", lung, "--raters", "ph.karno,pat.karno"],
        ({ coefficients, blandAltman }) => [...valuesOf(coefficients), ...valuesOf(blandAltman.differences)],
      ],
    ],
  },
  {
    row: "sensitivity, ROC, DeLong",
    asked: [
      [["accuracy", lung, "--truth", "status=2", "--result", "sex=1"], ({ measures }) => valuesOf(measures)],
      [
        ["accuracy", lung, "--truth", "status=2", "--score", "age,wt.loss"],
        ({ scores, comparisons }) => [...valuesOf(scores), ...valuesOf(comparisons)],
      ],
    ],
  },
  {
    row: "logistic (birthwt, Pima.tr), Firth logistic",
    asked: [
      [
        ["logistic", file("infert"), "--outcome", "case", "--covariates", "age,parity"],
        ({ coefficients }) => coefficients.flatMap(({ oddsRatio, lower, waldUpper }) => [oddsRatio, lower, waldUpper]),
      ],
      [
        [
          "logistic",
          columns({ ill: [0, 0, 0, 1, 1, 1], x: [1, 2, 3, 4, 5, 6] }),
          "--outcome",
          "ill",
          "--covariates",
          "x",
          "--firth",
        ],
        ({ coefficients }) => coefficients.map(({ beta }) => beta),
      ],
    ],
  },
  {
    row: "Cochran-Armitage, Mantel-Haenszel, Friedman, linear-by-linear",
    asked: [
      inTest("esoph", "--value", "case", "--group", "agegp", "--count", "n", "--test", "trend,linear"),
      inTest("admissions", "--value", "Admit", "--group", "Gender", "--count", "Freq", "--strata", "Dept"),
      inTest("turns", "--value", "time", "--group", "way", "--pair", "player"),
    ],
  },
  {
    row: "exact Wilcoxon, Hodges-Lehmann, Levene, Bartlett, Fligner, KS",
    asked: [
      inTest("small", "--value", "v", "--group", "g", "--test", "wilcoxon-exact,levene,bartlett,fligner,ks"),
      [
        ["test", file("small"), "--value", "v", "--group", "g", "--test", "wilcoxon-exact"],
        ({ effects }) => valuesOf(effects),
      ],
    ],
  },
  {
    row: "limits of shares, rates, risk difference, NNT, odds ratio with a 2x2",
    asked: [
      [
        ["test", file("titanic"), "--value", "Survived", "--group", "Sex", "--count", "Freq"],
        ({ effects }) => valuesOf(effects),
      ],
      [["test", lung, "--value", "sex", "--person-time", "time"], ({ effects }) => valuesOf(effects)],
    ],
  },
  {
    row: "chi-square on numerically coded categories",
    asked: [inTest("lung", "--value", "ph.ecog", "--group", "sex", "--factor", "ph.ecog", "--test", "chi-square")],
  },
  {
    row: "Wilcoxon without continuity, choice of test or of mean (SD) in table 1, overall column, digits",
    asked: [
      inTest("lung", "--value", "age", "--group", "sex", "--test", "wilcoxon-plain"),
      [
        [
          "table1",
          lung,
          "--by",
          "sex",
          "--columns",
          "age",
          "--overall",
          "--mean",
          "age",
          "--test",
          "age=welch",
          "--digits",
          "1",
        ],
        ({ table }) =>
          /^\d+\.\d \(\d\.\d\)$/.test(table.rows[0]?.cells[0]?.text ?? "") ? [table.rows[0]?.cells.length] : [],
      ],
    ],
  },
];

/** Rows that `osteon survival` answers, in tests of its own. */
const OF_SURVIVAL = [
  "pbc: death with transplants censored",
  "AFT (ovarian, lung)",
  "weighted log-rank, trend over ordered groups",
  "median follow-up, Nelson-Aalen",
  "mean cumulative function",
  "interval censoring",
];

for (const { row, asked } of QUESTIONS)
  test(`what could not be asked is answered: ${row}`, async () => {
    for (const [call, numbers] of asked) {
      const found = numbers(await answered(...call));
      assert.ok(found.length > 0, call.join(" "));
      for (const value of found)
        assert.ok(typeof value === "number" && Number.isFinite(value), `${call.join(" ")}: ${found}`);
    }
  });

const LIST = new URL("../../../../shared/design/statistics-faults.md", import.meta.url);

test("no row of the list that the library answers is left out", (context) => {
  if (!existsSync(LIST)) return context.diagnostic("the list is not here");
  const [, table = ""] = readFileSync(LIST, "utf8").split("What the CLI cannot be asked");
  const rows = [...table.matchAll(/^\| (.+?) \| L/gm)].map(([, row]) => row ?? "");
  assert.ok(rows.length > 10);
  const known = [...QUESTIONS.map(({ row }) => row), ...OF_SURVIVAL];
  assert.deepEqual(
    rows.filter((row) => !known.some((own) => row.startsWith(own))),
    [],
  );
});
