import assert from "node:assert/strict";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, type Names, type Numbers, refused } from "./edge-files.ts";
import {
  type Answer,
  beside,
  columns,
  file,
  type Listed,
  limits,
  named,
  R,
  type RLogistic,
  statsAnswers,
} from "./question-files.ts";

type Rows = readonly (readonly (number | null)[])[];

const raterColumns = (rows: Rows) => {
  const names = (rows[0] ?? []).map((_, j) => `r${j + 1}`);
  const of = Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j] ?? null)]));
  return { names: names.join(), path: columns(of) };
};

test("kappa of two raters, weighted and not, from counts in place of rows, as vcd::Kappa", async () => {
  for (const { m, values } of statsAnswers("agreement").kappas as { m: Rows; values: Rows }[]) {
    const cells = m.flatMap((row, i) => row.map((n, j) => `${i + 1},${j + 1},${n}`));
    const path = csv("first,second,n", cells);
    const asked = ["--raters", "first,second", "--factor", "first", "--count", "n"];
    const { coefficients } = await answered("agreement", path, ...asked);
    for (const [i, name] of ["Cohen's kappa", "Cohen's kappa, linear", "Cohen's kappa, quadratic"].entries()) {
      const own = i === 0 ? coefficients[0] : named(coefficients, name);
      beside([own.value], [values[i]?.[0] ?? 0], name);
    }
    const chosen = await answered("agreement", path, ...asked, "--weighting", "quadratic");
    assert.equal(chosen.coefficients[0].value, coefficients[2].value);
  }
});

test("Fleiss' and free-marginal kappa: the textbook's 0.210, and four raters with gaps as irrCAC prints them", async () => {
  const all = statsAnswers("compared").raters as {
    m: Rows;
    q: number;
    fleiss: Numbers;
    free: Numbers;
    z: number | null;
  }[];
  for (const { m, q, fleiss, free } of all) {
    const { names, path } = raterColumns(m);
    const categories = Array.from({ length: q }, (_, i) => i + 1).join();
    const { coefficients } = await answered("agreement", path, "--raters", names, "--categories", categories);
    const [kappa = 0, , lower = 0, upper = 0] = fleiss;
    beside(limits(named(coefficients, "Fleiss' kappa")), [kappa, lower, upper], "Fleiss");
    beside([named(coefficients, "free-marginal").value], [free[0] ?? 0], "free-marginal");
  }
  const [textbook] = all;
  const { names, path } = raterColumns(textbook?.m ?? []);
  const { coefficients } = await answered("agreement", path, "--raters", names, "--factor", "r1");
  assert.equal(named(coefficients, "Fleiss").value.toFixed(3), "0.210");
});

test("ICC in six forms by either name: Shrout and Fleiss print 0.17 to 0.91", async () => {
  const [shrout] = statsAnswers("agreement").iccs as { m: Rows; values: Readonly<Record<string, Numbers>> }[];
  const { names, path } = raterColumns(shrout?.m ?? []);
  const { coefficients } = await answered("agreement", path, "--raters", names);
  for (const { form = "", value, lower, upper } of coefficients as Listed[])
    beside([value, lower, upper], shrout?.values[form]?.slice(0, 3) ?? [], form);
  const printed = (coefficients as Listed[]).map(({ value }) => value.toFixed(2));
  assert.deepEqual(printed, ["0.17", "0.29", "0.71", "0.44", "0.62", "0.91"]);
  const one = await answered("agreement", path, "--raters", names, "--form", "ICC(A,1)");
  assert.deepEqual(
    one.coefficients.map(({ form }: Listed) => form),
    ["ICC2"],
  );
  const long = (shrout?.m ?? []).flatMap((row, i) => row.map((value, j) => `s${i},r${j},${value}`));
  const rows = csv("child,reader,score", long);
  const same = await answered("agreement", rows, "--value", "score", "--subject", "child", "--rater", "reader");
  assert.deepEqual(same.coefficients, coefficients);
});

test("Bland-Altman (ph.karno and pat.karno; peak flow), by the paper's formulas", async () => {
  const [flow] = statsAnswers("agreement").blands as {
    x: Numbers;
    y: Numbers;
    bias: Numbers;
    lower: Numbers;
    upper: Numbers;
  }[];
  const path = columns({ wright: flow?.x ?? [], mini: flow?.y ?? [] });
  const { blandAltman } = await answered("agreement", path, "--raters", "wright,mini");
  for (const [i, wanted] of [flow?.bias, flow?.lower, flow?.upper].entries())
    beside(limits(blandAltman.differences[i]), wanted ?? [], `line ${i}`);
  const karno = await answered("agreement", file("lung"), "--raters", "ph.karno,pat.karno");
  beside(limits(karno.blandAltman.differences[0]), R.karnofsky.difference, "bias of the Karnofsky scores");
});

test("sensitivity, specificity, predictive values, likelihood ratios at a cut-off of lung's Karnofsky score", async () => {
  const asked = ["--truth", "status=2", "--score", "ph.karno", "--low", "--cut-off", "70", "--prevalence", "0.3"];
  const { cutOffs } = await answered("accuracy", file("lung"), ...asked);
  const { measures } = cutOffs[0];
  beside(limits(named(measures, "sensitivity")), R.accuracy.sensitivity, "sensitivity");
  beside(limits(named(measures, "specificity")), R.accuracy.specificity, "specificity");
  beside(limits(named(measures, "likelihood ratio of a positive")), R.accuracy.positive, "likelihood ratio");
  const at = (sign: string) => named(measures, `${sign} predictive value at a prevalence`).value;
  beside([at("positive"), at("negative")], R.accuracy.at30, "at a prevalence of 0.3");
  const exact = await answered("accuracy", file("lung"), ...asked, "--limits", "clopper-pearson");
  beside(limits(named(exact.cutOffs[0].measures, "positive predictive value (")), R.accuracy.exact, "exact limits");
  const [head, ...rows] = (R.files.lung ?? "").trimEnd().split("\n");
  const judged = rows.map(
    (row) => `${row},${row.split(",")[5] === "NA" ? "" : Number(row.split(",")[5]) <= 70 ? "bad" : "good"}`,
  );
  const result = ["--truth", "status=2", "--result", "state=bad"];
  const binary = await answered("accuracy", csv(`${head},state`, judged), ...result);
  beside(limits(named(binary.measures, "sensitivity")), R.accuracy.sensitivity, "of a result");
});

test("ROC, area with DeLong's limits, two areas compared (lung), as pROC; the best cut-offs of a small set", async () => {
  const { scores, comparisons } = await answered(
    "accuracy",
    file("lung"),
    "--truth",
    "status=2",
    "--score",
    "age,wt.loss",
  );
  beside(limits(scores[0]), R.roc.age, "area");
  const [own] = comparisons;
  beside([own.value, own.lower, own.upper, own.p], R.roc.compared, "comparison");
  for (const { s, d, youden, corner } of statsAnswers("diagnostics").cuts as {
    s: Numbers;
    d: Numbers;
    youden: Numbers;
    corner: Numbers;
  }[]) {
    const path = columns({ score: s, ill: d });
    const { best } = await answered("accuracy", path, "--truth", "ill", "--score", "score");
    const cutOffs = best.map(({ cutOff }: { cutOff: number }) => cutOff).sort((a: number, b: number) => a - b);
    assert.deepEqual(cutOffs, youden);
    const turned = columns({ score: s.map((value) => -value), ill: d });
    const low = await answered("accuracy", turned, "--truth", "ill", "--score", "score", "--low");
    assert.equal(low.best.length, youden.length);
    assert.ok(corner.length > 0);
  }
});

/** Coefficients and tests of terms as glm, confint and drop1 have them. */
function sameModel(found: Answer, wanted: RLogistic): void {
  const parts = (name: "beta" | "se" | "p" | "lower" | "upper") => found.coefficients.map((own) => own[name]);
  beside(parts("beta"), wanted.beta, "beta", 1e-7);
  // The errors of summary.glm are those of its last step but one.
  for (const name of ["se", "p"] as const) beside(parts(name), wanted[name], name, 1e-5);
  for (const name of ["lower", "upper"] as const) beside(parts(name), wanted[name], `profile ${name}`, 1e-6);
  const terms = (name: "chi2" | "df" | "p") => found.terms.map((own) => own[name]);
  for (const name of ["chi2", "df", "p"] as const) beside(terms(name), wanted.drop[name], `drop1 ${name}`, 1e-7);
  beside(
    [found.aic, found.likelihoodRatio.chi2, found.likelihoodRatio.p],
    [wanted.aic, wanted.chi2, wanted.lrp],
    "model",
    1e-7,
  );
}

test("logistic: factors, a reference level, codes as categories (infert), as glm with profile limits and drop1", async () => {
  const asked = ["--outcome", "case", "--covariates", "age,education,induced", "--factor", "induced"];
  const found = await answered("logistic", file("infert"), ...asked, "--reference", "education=6-11yrs");
  sameModel(found, R.logistic.infert);
  const per = await answered(
    "logistic",
    file("infert"),
    ...asked,
    "--reference",
    "education=6-11yrs",
    "--per",
    "age=10",
  );
  beside([per.coefficients[0].beta], [10 * (R.logistic.infert.beta[0] ?? 0)], "per ten years");
});

test("logistic: an interaction (spontaneous * induced), and counts in place of rows (UCBAdmissions)", async () => {
  const product = ["--outcome", "case", "--covariates", "spontaneous*induced"];
  sameModel(await answered("logistic", file("infert"), ...product), R.logistic.product);
  const counted = ["--outcome", "Admit=Admitted", "--covariates", "Gender,Dept", "--count", "Freq"];
  sameModel(await answered("logistic", file("admissions"), ...counted), R.logistic.admissions);
});

test("logistic (birthwt): the numbers of glm, and Firth's of sets that separate, by its definition", async () => {
  const { fits, firth } = statsAnswers("logistic") as {
    fits: { y: Numbers; x: Rows; beta: Numbers; se: Numbers; lower: Numbers; upper: Numbers; aic: number }[];
    firth: { y: Numbers; x: Rows; beta: Numbers; lower: Numbers; upper: Numbers; p: Numbers }[];
  };
  const births = fits[3];
  const model = (y: Numbers, x: Rows) => {
    const names = x.map((_, j) => `x${j}`);
    return {
      path: columns({ y, ...Object.fromEntries(names.map((name, j) => [name, x[j] ?? []])) }),
      covariates: names.join(),
    };
  };
  const birth = model(births?.y ?? [], births?.x ?? []);
  const found = await answered("logistic", birth.path, "--outcome", "y", "--covariates", birth.covariates);
  const part = (name: string) => found.coefficients.map((own: Readonly<Record<string, number>>) => own[name]);
  beside(part("beta"), births?.beta.slice(1) ?? [], "beta", 1e-7);
  beside(part("lower"), births?.lower.map(Math.exp) ?? [], "lower", 1e-6);
  beside([found.aic], [births?.aic ?? 0], "AIC");
  for (const { y, x, beta, lower, upper, p } of firth) {
    const own = model(y, x);
    const asked = ["--outcome", "y", "--covariates", own.covariates];
    const { coefficients } = await answered("logistic", own.path, ...asked, "--firth");
    const of = (name: string) => coefficients.map((one: Readonly<Record<string, number>>) => one[name]);
    beside(of("beta"), beta.slice(1), "Firth's beta", 1e-6);
    beside(of("p"), p, "Firth's p", 1e-6);
    beside(of("lower"), lower.map(Math.exp), "Firth's lower limit", 1e-5);
    beside(of("upper"), upper.map(Math.exp), "Firth's upper limit", 1e-5);
  }
});

test("covariates that separate the outcomes are not estimable, with Firth's beside them", async () => {
  const path = columns({ ill: [0, 0, 0, 1, 1, 1], x: [1, 2, 3, 4, 5, 6] });
  const { coefficients, firth, terms, area } = await answered(
    "logistic",
    path,
    "--outcome",
    "ill",
    "--covariates",
    "x",
  );
  assert.deepEqual([coefficients[0].beta, coefficients[0].because, terms], [null, "separation", []]);
  assert.equal(area.because.value, "separation");
  const wanted = statsAnswers("logistic").firth[2];
  beside([firth[0].beta], [wanted.beta[1]], "Firth's beta", 1e-6);
  const { out } = await osteon("logistic", path, "--outcome", "ill", "--covariates", "x");
  assert.match(out, /NA: x: the covariates separate the outcomes/);
});

test("what does nothing or cannot be is refused by name", async () => {
  const lung = file("lung");
  const same = columns({ a: ["x", "y", "x"], b: ["x", "x", "y"], c: [1.5, 2, 3] });
  for (const [words, says] of [
    [["agreement", lung, "--raters", "ph.karno"], /needs two columns/],
    [["agreement", lung], /--raters, or --value, --subject and --rater/],
    [["agreement", same, "--raters", "a,b", "--form", "ICC2"], /ratings are categories/],
    [["agreement", lung, "--raters", "ph.karno,pat.karno", "--weighting", "linear"], /ratings are numbers/],
    [["agreement", same, "--raters", "a,b", "--weighting", "linear"], /--categories x,y/],
    [["agreement", same, "--raters", "a,b", "--categories", "x"], /y stands in the file as well/],
    [["agreement", same, "--raters", "a,c"], /numbers and categories/],
    [["agreement", lung, "--raters", "ph.karno,pat.karno", "--form", "ICC4"], /no such form/],
    [["accuracy", lung, "--truth", "status"], /--result COLUMN=CODE/],
    [["accuracy", lung, "--truth", "ph.ecog", "--score", "age"], /--truth ph\.ecog=0 or/],
    [["accuracy", lung, "--truth", "status", "--result", "sex=1", "--low"], /--low is that of a score/],
    [["accuracy", lung, "--truth", "status", "--score", "age", "--prevalence", "0.2"], /name it with --cut-off/],
    [["accuracy", lung, "--truth", "status", "--score", "age,time", "--cut-off", "60"], /one score/],
    [["logistic", lung, "--outcome", "status", "--covariates", "status,age"], /is the outcome/],
    [["logistic", lung, "--outcome", "status", "--covariates", "age", "--factor", "sex"], /not among the --covariates/],
    [["logistic", lung, "--outcome", "ph.ecog", "--covariates", "age"], /say which counts as yes/],
    [["logistic", lung, "--outcome", "status=7", "--covariates", "age"], /no row has it/],
  ] as const satisfies readonly (readonly [Names, RegExp])[])
    assert.match(await refused(2, ...words), says, words.join(" "));
  const few = columns({ y: [0, 1, 1], a: [1, 2, 3], b: [2, 1, 5], c: [3, 3, 1] });
  assert.match(await refused(3, "logistic", few, "--outcome", "y", "--covariates", "a,b,c"), /3 complete rows for 3/);
});
