import type { Problem } from "@osteon/codebook";
import {
  type BinaryData,
  firthLogisticRegression,
  type LogisticCoefficient,
  type LogisticRegression,
  logisticRegression,
} from "@osteon/stats";
import type { Answer } from "../answer.ts";
import { rowsInR } from "../in-r/rows-in-r.ts";
import { Refusal } from "../refusal.ts";
import { columnNamed, missingNotes } from "../rows/columns.ts";
import { countsOf } from "../rows/row-weights.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { type Terms, termsOf } from "../rows/terms.ts";
import { twoValues } from "../rows/two-values.ts";
import type { SharedAsked } from "../shared-asked.ts";
import { plain } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { orNull, shownNumbers } from "../survival/survival-choices.ts";
import { coefficientTable, fitTable, termTable } from "./logistic-tables.ts";
import { areaOf, completeCases, testShown, testsOfTerms } from "./logistic-tests.ts";

/** What `osteon logistic` is asked. */
export interface LogisticAsked extends SharedAsked {
  readonly outcome: string;
  readonly covariates: string;
  readonly firth?: true;
  readonly level: number;
}

/** Reasons that Firth's penalty takes away. */
const OPEN: ReadonlySet<string> = new Set(["separation", "not-identified"]);

/** `osteon logistic`: odds ratios of a yes or no, by maximum likelihood or with Firth's penalty. */
export function logisticAnswer(
  rows: ChosenRows,
  options: LogisticAsked,
  _written: (option: string) => boolean,
  problems: Problem[],
): Answer {
  const { data } = rows;
  const coded = twoValues(rows, options.outcome, "--outcome");
  const terms = termsOf(rows, options.covariates, options, problems);
  if (terms.columns.length === 0) throw new Refusal("asked", "--covariates names no column.");
  if (terms.columns.includes(coded.column))
    throw new Refusal("asked", `${coded.column} is the outcome and cannot be among the --covariates.`);
  const count = options.count === undefined ? undefined : countsOf(data, options.count, problems);
  const all: BinaryData = { outcome: coded.values, covariates: terms.covariates, ...(count && { n: count }) };
  const firth = options.firth === true;
  const fit = firth ? firthLogisticRegression(all, options.level) : logisticRegression(all, options.level);
  if (fit.n <= terms.covariates.length)
    throw new Refusal(
      "data",
      `${fit.n} complete rows for ${terms.covariates.length} coefficients: name fewer covariates, or fill in what is missing.`,
    );
  if (fit.events === 0 || fit.events === fit.n)
    throw new Refusal(
      "data",
      `${fit.events === 0 ? "None" : "All"} of the ${fit.n} complete rows have ${coded.column} = ${coded.code}: there is nothing to compare.`,
    );
  const open = !firth && fit.coefficients.some(({ beta }) => !beta.estimable && OPEN.has(beta.because));
  const beside = open ? firthLogisticRegression(all, options.level) : undefined;
  const complete = completeCases(all);
  const tests = firth || open ? [] : testsOfTerms(complete, fit, options.level);
  const area = areaOf(complete, fit, options.level);
  const notes = [
    ...coded.notes,
    ...terms.notes,
    ...(fit.missing > 0 ? [`${plain(fit.missing)} left out: a value is missing.`] : []),
    ...(open ? ["The covariates separate the outcomes; Firth's penalised estimates stand beside it."] : []),
    ...reasonsOf(fit),
    ...(area.value === null ? [] : reasonLines(lostOf("the area under the ROC curve", area))),
    ...missingNotes(data, terms.columns),
    ...rows.notes,
  ];
  const title = `${coded.column} = ${coded.code}: ${fit.events} of ${fit.n}`;
  return {
    title,
    tables: [
      coefficientTable(fit, terms, title),
      ...(beside === undefined ? [] : [coefficientTable(beside, terms, "Firth's penalised likelihood")]),
      ...termTable(tests),
      fitTable(fit, area, firth),
    ],
    notes,
    numbers: {
      outcome: coded.column,
      positive: coded.code,
      method: firth ? "firth" : "maximum-likelihood",
      ...{ n: fit.n, events: fit.events, missing: fit.missing, level: options.level },
      intercept: shownNumbers(fit.intercept),
      coefficients: shownCoefficients(fit, terms),
      ...(beside && { firth: shownCoefficients(beside, terms) }),
      terms: tests,
      likelihoodRatio: testShown(fit.likelihoodRatio),
      logLik: fit.logLik.map(orNull),
      ...{ deviance: orNull(fit.deviance), aic: orNull(fit.aic) },
      area,
      notes,
    },
    r: scriptOf(rows, coded.r, terms, options),
  };
}

function shownCoefficients(fit: LogisticRegression, { covariates }: Terms) {
  return fit.coefficients.map((own, j) => ({
    name: covariates[j]?.term ?? own.name,
    level: covariates[j]?.level ?? null,
    beta: orNull(own.beta),
    se: orNull(own.se),
    z: orNull(own.z),
    p: orNull(own.p),
    oddsRatio: orNull(own.oddsRatio),
    lower: orNull(own.lower),
    upper: orNull(own.upper),
    waldLower: orNull(own.waldLower),
    waldUpper: orNull(own.waldUpper),
    ...(!own.beta.estimable && { because: own.beta.because }),
  }));
}

/** Each number that is not there, with the reason that is true of it. */
function reasonsOf(fit: LogisticRegression): readonly string[] {
  const { beta: intercept } = fit.intercept;
  return reasonLines([
    ...(intercept.estimable ? [] : [["(intercept)", intercept.because] as const]),
    ...fit.coefficients.flatMap((own: LogisticCoefficient) => {
      if (!own.beta.estimable) return [[own.name, own.beta.because] as const];
      const parts = {
        p: own.p,
        "odds ratio": own.oddsRatio,
        "lower profile limit": own.lower,
        "upper profile limit": own.upper,
        "lower Wald limit": own.waldLower,
        "upper Wald limit": own.waldUpper,
      };
      return Object.entries(parts).flatMap(([part, value]) =>
        value.estimable ? [] : [[`${part} of ${own.name}`, value.because] as const],
      );
    }),
  ]);
}

function scriptOf(
  rows: ChosenRows,
  outcome: string,
  { formula }: Terms,
  { count, firth, level }: LogisticAsked,
): string {
  const call = firth
    ? [
        `fit <- logistf::logistf(y ~ ${formula}, d, alpha = ${plain(1 - level)})`,
        "summary(fit)",
        "exp(cbind(coef(fit), confint(fit)))",
      ]
    : [
        `fit <- glm(y ~ ${formula}, binomial, d)`,
        "summary(fit)",
        `exp(cbind(coef(fit), confint(fit, level = ${plain(level)}), confint.default(fit, level = ${plain(level)})))`,
        'drop1(glm(formula(fit), binomial, na.omit(d[, intersect(names(d), all.vars(formula(fit)))])), test = "Chisq")',
        'anova(update(fit, . ~ 1, data = model.frame(fit)), fit, test = "Chisq")',
      ];
  return `${[...rowsInR(rows, count === undefined ? undefined : columnNamed(rows.data, count).name), `d$y <- ${outcome}`, ...call].join("\n")}\n`;
}
