import {
  type BinaryData,
  chiSquareUpper,
  type Estimate,
  estimated,
  type LogisticRegression,
  logisticRegression,
  notEstimable,
  rocArea,
} from "@osteon/stats";
import { orNull, shownNumbers } from "../survival/survival-choices.ts";

/** The rows that have every value: models that leave a term out are fitted to the same ones. */
export function completeCases(data: BinaryData): BinaryData {
  const { outcome, covariates } = data;
  const complete = (row: number) => covariates.every(({ values }) => (values[row] ?? null) !== null);
  return { ...data, outcome: Array.from(outcome, (value, row) => (complete(row) ? value : null)) };
}

/** A likelihood-ratio test as it is shown. */
export interface TestShown {
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly because?: string;
}

export const testShown = ({ chi2, df, p }: { chi2: Estimate; df: number; p: Estimate }): TestShown => ({
  chi2: orNull(chi2),
  df,
  p: orNull(p),
  ...(!p.estimable && { because: p.because }),
});

/** A term of the model, and the test of the model without it. */
export interface TermTest extends TestShown {
  readonly name: string;
}

/** Each term left out, but those that stand in a product, without which it is no model. R: drop1(fit, test = "Chisq") */
export function testsOfTerms(data: BinaryData, fit: LogisticRegression, level: number): readonly TermTest[] {
  const termOf = ({ term, name }: BinaryData["covariates"][number]) => term ?? name;
  const terms = [...new Set(data.covariates.map(termOf))];
  const inProduct = (term: string) => terms.some((other) => other !== term && isProductOf(other, term, terms));
  return terms
    .filter((term) => !inProduct(term))
    .map((name) => {
      const own = data.covariates.flatMap((covariate, j) => (termOf(covariate) === name ? [j] : []));
      const df = own.filter((j) => fit.coefficients[j]?.beta.estimable).length;
      const [, whole] = fit.logLik;
      if (df === 0 || !whole.estimable)
        return { name, ...testShown({ chi2: lostIn(fit, own), df, p: lostIn(fit, own) }) };
      const rest = data.covariates.filter((covariate) => termOf(covariate) !== name);
      const [, without] = logisticRegression({ ...data, covariates: rest }, level).logLik;
      if (!without.estimable) return { name, ...testShown({ chi2: without, df, p: without }) };
      const chi2 = Math.max(0, 2 * (whole.value - without.value));
      return { name, ...testShown({ chi2: estimated(chi2), df, p: estimated(chiSquareUpper(chi2, df)) }) };
    });
}

const isProductOf = (other: string, term: string, terms: readonly string[]): boolean =>
  terms.some((second) => other === `${term}:${second}` || other === `${second}:${term}`);

function lostIn(fit: LogisticRegression, own: readonly number[]): Estimate {
  const beta = fit.coefficients[own[0] ?? 0]?.beta;
  return beta === undefined || beta.estimable ? notEstimable("not-identified", fit.n) : beta;
}

/** Reasons for which a coefficient takes no part in the model, which stands without it. */
const ASIDE: ReadonlySet<string> = new Set(["collinear", "no-variation"]);

/** Area under the ROC curve of the model's own chances. */
export function areaOf({ outcome, covariates, n }: BinaryData, fit: LogisticRegression, level: number) {
  const open = fit.coefficients.find(({ beta }) => !beta.estimable && !ASIDE.has(beta.because))?.beta;
  if (open !== undefined) return shownNumbers({ value: open, lower: open, upper: open });
  const rows = Array.from(outcome, (value, row) => ({
    score:
      value === null
        ? null
        : covariates.reduce((sum, { values }, j) => {
            const beta = fit.coefficients[j]?.beta;
            return sum + (beta?.estimable ? beta.value * Number(values[row]) : 0);
          }, 0),
    truth: value === null ? null : (Number(value) as 0 | 1),
    n: n?.[row] ?? 1,
  }));
  const { area, lower, upper } = rocArea(rows, level);
  return shownNumbers({ value: area, lower, upper });
}
