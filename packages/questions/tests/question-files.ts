import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { csv, type Names, type Numbers } from "./edge-files.ts";

type Parts<Name extends string> = Readonly<Record<Name, Numbers>>;

/** Coefficients of a regression, with the tests of its terms. */
export interface RLogistic extends Parts<"beta" | "se" | "p" | "lower" | "upper"> {
  readonly drop: Parts<"chi2" | "df" | "p">;
  readonly aic: number;
  readonly chi2: number;
  readonly lrp: number;
}

/** What R answers to the questions; packages/questions/tests/reference/questions.R wrote it. */
export const R: {
  readonly files: Readonly<Record<string, string>>;
  readonly coded: Numbers;
  readonly welch: Numbers;
  readonly plain: Numbers;
  readonly small: Parts<"exact" | "shift" | "ks" | "ratio"> & { readonly median: number };
  readonly sprays: Parts<"bartlett" | "fligner" | "levene" | "brownForsythe" | "kruskal">;
  readonly plants: Parts<"pooled" | "wilcoxon" | "welch">;
  readonly cars: Parts<"pearson" | "spearman" | "kendall">;
  readonly sleep: Parts<"t" | "difference" | "rank">;
  readonly karnofsky: Parts<"t" | "difference" | "rank">;
  readonly votes: Parts<"corrected" | "plain" | "odds"> & { readonly exact: number };
  readonly turns: Numbers;
  readonly cochran: Numbers;
  readonly admissions: Parts<"corrected" | "plain" | "odds">;
  readonly age: Numbers;
  readonly tobacco: number;
  readonly esoph: Numbers;
  readonly titanic: Parts<"difference" | "needed" | "ratio" | "odds" | "shares"> & { readonly fisher: number };
  readonly rates: Parts<"first" | "ratio"> & { readonly p: number };
  readonly table1: { readonly means: Numbers; readonly smd: number; readonly smdStatus: number };
  readonly accuracy: Parts<"sensitivity" | "specificity" | "exact" | "positive" | "at30">;
  readonly roc: Parts<"age" | "compared">;
  readonly logistic: Readonly<Record<"infert" | "product" | "admissions", RLogistic>>;
} = JSON.parse(readFileSync(new URL("./reference/questions.json", import.meta.url), "utf8"));

/** Answers of packages/stats/reference, whose data are put to the commands as files. */
export const statsAnswers = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../stats/reference/${name}.json`, import.meta.url), "utf8"));

const written = new Map<string, string>();

/** A data set as a file, written once. */
export function file(name: string): string {
  const known = written.get(name);
  if (known !== undefined) return known;
  const [head = "", ...rows] = (R.files[name] ?? "").trimEnd().split("\n");
  const path = csv(head, rows);
  written.set(name, path);
  return path;
}

/** A file of columns. */
export const columns = (of: Readonly<Record<string, readonly (number | string | null)[]>>): string => {
  const names = Object.keys(of);
  const [first = []] = Object.values(of);
  return csv(
    names.join(),
    first.map((_, row) => names.map((name) => of[name]?.[row] ?? "").join()),
  );
};

/** A test, an estimate or a coefficient of an answer. */
export interface Listed {
  readonly name?: string;
  readonly test?: string;
  readonly form?: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
  readonly because?: Readonly<Record<string, string>>;
}

/** A coefficient of a regression, or a test of one of its terms. */
type Fitted = Readonly<
  Record<"beta" | "se" | "p" | "oddsRatio" | "lower" | "upper" | "waldUpper" | "chi2" | "df", number>
>;

/** What the commands answer in JSON, as far as it is asked after here. */
export interface Answer {
  readonly tests: readonly Listed[];
  readonly groups: readonly { readonly n: number }[];
  readonly effects: readonly Listed[];
  readonly correlations: readonly Listed[];
  readonly pairwise: readonly { readonly adjusted: number }[];
  readonly table: {
    readonly rows: readonly { readonly label: string; readonly cells: readonly { readonly text: string }[] }[];
  };
  readonly compared: readonly {
    readonly levels: readonly string[];
    readonly groups: readonly { readonly counts: Numbers }[];
    readonly tests: readonly Listed[];
  }[];
  readonly coefficients: readonly (Listed & Fitted)[];
  readonly terms: readonly Fitted[];
  readonly blandAltman: { readonly differences: readonly Listed[] };
  readonly measures: readonly Listed[];
  readonly scores: readonly Listed[];
  readonly comparisons: readonly Listed[];
  readonly likelihoodRatio: Fitted;
  readonly aic: number;
}

/** The test of a name, or the estimate whose name begins so, which must be there. */
export function named(list: readonly Listed[], name: string): Listed {
  const found = list.find((own) => own.test === name || own.name?.startsWith(name));
  assert.ok(found, `${name} among ${list.map((own) => own.test ?? own.name).join("; ")}`);
  return found;
}

/** Numbers of an answer beside those of R. */
export function beside(
  found: readonly (number | null | undefined)[],
  wanted: Numbers,
  what: string,
  tolerance = 1e-8,
): void {
  for (const [i, value] of wanted.entries())
    assert.ok(
      Math.abs((found[i] ?? Number.NaN) - value) <= Math.max(tolerance * Math.abs(value), 1e-14),
      `${what} ${i}: ${found[i]}, R has ${value}`,
    );
}

export const limits = (own: Pick<Listed, "value" | "lower" | "upper">): Numbers => [own.value, own.lower, own.upper];

/** Words of a command line. */
export type Words = Names;
