import type { LogisticRegression } from "@osteon/stats";
import type { Terms } from "../rows/terms.ts";
import { coefficient, plain, pText, ratio, ratioPlaces } from "../shown/number-text.ts";
import { reasonLines, why } from "../shown/reasons.ts";
import { textTable } from "../shown/shown-tables.ts";
import { orNull } from "../survival/survival-choices.ts";
import type { areaOf, TermTest } from "./logistic-tests.ts";

/** Coefficients with both kinds of limits of their odds ratios; the intercept last. */
export function coefficientTable(fit: LogisticRegression, { covariates }: Terms, title: string) {
  const percent = plain(fit.level * 100);
  const heads = ["", "beta", "SE", "odds ratio", `${percent} % profile limits`, `${percent} % Wald limits`, "p"];
  const rows = fit.coefficients.map((own, j) => {
    const { term, level } = covariates[j] ?? {};
    const name = level === undefined ? (term ?? own.name) : `${term} ${level}`;
    const [lower, upper] = [orNull(own.waldLower), orNull(own.waldUpper)];
    const places = ratioPlaces({ lower, upper });
    const limits = (from: number | null, to: number | null) =>
      from === null && to === null ? "NA" : `${ratio(from, places)} to ${ratio(to, places)}`;
    return [
      name,
      coefficient(orNull(own.beta)),
      coefficient(orNull(own.se)),
      ratio(orNull(own.oddsRatio), places),
      limits(orNull(own.lower), orNull(own.upper)),
      limits(lower, upper),
      pText(orNull(own.p)),
    ];
  });
  const { beta, se } = fit.intercept;
  return textTable("coefficients", title, heads, [
    ...rows,
    ["(intercept)", coefficient(orNull(beta)), coefficient(orNull(se)), "", "", "", ""],
  ]);
}

/** Each term left out; no table where none is tested. */
export function termTable(tests: readonly TermTest[]) {
  if (tests.length === 0) return [];
  const rows = tests.map(({ name, chi2, df, p }) => [name, plain(chi2), plain(df), pText(p)]);
  const lost = tests.flatMap(({ name, p, because }) =>
    p === null ? [[`the test of ${name}`, because ?? ""] as const] : [],
  );
  const table = textTable("terms", "Each term left out (likelihood ratio)", ["", "chi-square", "df", "p"], rows);
  return [{ ...table, notes: reasonLines(lost) }];
}

/** What is said of the model as a whole. */
export function fitTable(fit: LogisticRegression, area: ReturnType<typeof areaOf>, firth: boolean) {
  const { chi2, df, p } = fit.likelihoodRatio;
  const rows = [
    [
      `likelihood ratio of the model${firth ? ", penalised" : ""}`,
      chi2.estimable
        ? `chi-square ${plain(chi2.value)} on ${plain(df)} df, p ${pText(orNull(p))}`
        : `not estimable: ${why(chi2.because)}`,
    ],
    ["AIC", plain(orNull(fit.aic))],
    ["deviance", plain(orNull(fit.deviance))],
    [
      "area under the ROC curve, in this sample",
      area.value === null
        ? `not estimable: ${why(area.because?.value)}`
        : `${plain(area.value)} (${plain(area.lower)} to ${plain(area.upper)})`,
    ],
  ];
  return textTable("fit", "The model", ["", ""], rows);
}
