import { fUpper, fUpperInverse } from "../distributions/tails.ts";
import { type Estimate, estimated, finiteOr, type Interval, notEstimable, type Provenance } from "../estimate.ts";

/**
 * The six forms of Shrout and Fleiss: each subject rated by other raters (1), all by the same ones drawn from many (2), or by the same
 * ones who are all there are (3); of one rating, or of the mean of k (`-k`).
 */
export type IntraclassForm = "ICC1" | "ICC2" | "ICC3" | "ICC1k" | "ICC2k" | "ICC3k";

export interface IntraclassCorrelation extends Interval, Provenance {
  readonly value: Estimate;
  readonly f: Estimate;
  readonly df: readonly [between: number, within: number];
  readonly p: Estimate;
  readonly subjects: number;
  /** Subjects left out because a rating is missing. */
  readonly incomplete: number;
}

/**
 * Intraclass correlation (Psychological Bulletin 1979;86:420-8), with F test and limits. Rows are subjects, columns raters; a subject
 * with a missing rating is left out. R: psych::ICC(m, lmer = FALSE), alpha = 1 - level
 */
export function intraclassCorrelation(
  ratings: readonly (readonly (number | null)[])[],
  form: IntraclassForm,
  level: number,
): IntraclassCorrelation {
  const complete = ratings.filter((row): row is number[] => row.every((value) => value !== null));
  const n = complete.length;
  const k = complete[0]?.length ?? 0;
  if (complete.some((row) => row.length !== k))
    throw new RangeError("every subject has a rating, or null, of every rater");
  const single = form.startsWith("ICC1");
  const df = [Math.max(0, n - 1), Math.max(0, single ? n * (k - 1) : (n - 1) * (k - 1))] as const;
  const named = {
    ...{ subjects: n, incomplete: ratings.length - n, df },
    method: `intraclass correlation, ${form}`,
    convention: "Shrout and Fleiss, limits from F",
    rCall: "psych::ICC(m, lmer = FALSE)",
  };
  const squares = n < 2 || k < 2 ? undefined : meanSquares(complete, n, k);
  if (squares === undefined || !(squares.error > 0 && squares.within > 0)) {
    const none = notEstimable(squares === undefined ? "too-few-values" : "no-variation", n);
    return { value: none, f: none, p: none, lower: none, upper: none, ...named };
  }
  const { between, within, error, raters } = squares;
  const f = between / (single ? within : error);
  const value = {
    ICC1: (between - within) / (between + (k - 1) * within),
    ICC2: (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n),
    ICC3: (between - error) / (between + (k - 1) * error),
    ICC1k: (between - within) / between,
    ICC2k: (between - error) / (between + (raters - error) / n),
    ICC3k: (between - error) / between,
  }[form];
  const limits = form.startsWith("ICC2") ? agreementLimits() : consistencyLimits();
  const [lower, upper] = form.endsWith("k") ? limits.map((own) => (own * k) / (1 + own * (k - 1))) : limits;
  return {
    value: estimated(value),
    f: estimated(f),
    p: estimated(fUpper(f, df[0], df[1])),
    lower: finiteOr(lower as number, "unbounded", n),
    upper: finiteOr(upper as number, "unbounded", n),
    ...named,
  };

  /** Limits of a single rating under forms 1 and 3. */
  function consistencyLimits(): readonly number[] {
    const tail = (1 - level) / 2;
    const low = f / fUpperInverse(tail, df[0], df[1]);
    const high = f * fUpperInverse(tail, df[1], df[0]);
    return [low, high].map((own) => (own - 1) / (own + k - 1));
  }

  /** Limits of a single rating under form 2, with Satterthwaite's degrees of freedom. */
  function agreementLimits(): readonly number[] {
    const tail = (1 - level) / 2;
    const rho = (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
    const ratio = raters / error;
    const top = (k - 1) * (n - 1) * (k * rho * ratio + n * (1 + (k - 1) * rho) - k * rho) ** 2;
    const bottom = (n - 1) * k * k * rho * rho * ratio * ratio + (n * (1 + (k - 1) * rho) - k * rho) ** 2;
    const v = top / bottom;
    const high = fUpperInverse(tail, n - 1, v);
    const low = fUpperInverse(tail, v, n - 1);
    const rest = k * raters + (k * n - k - n) * error;
    return [
      (n * (between - high * error)) / (high * rest + n * between),
      (n * (low * between - error)) / (rest + n * low * between),
    ];
  }
}

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number) {
  const grand = rows.flat().reduce((sum, value) => sum + value, 0) / (n * k);
  const means = rows.map((row) => row.reduce((sum, value) => sum + value, 0) / k);
  const raterMeans = Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + (row[j] as number), 0) / n);
  const between = k * means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const raters = n * raterMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const within = rows.reduce(
    (sum, row, i) => sum + row.reduce((own, value) => own + (value - (means[i] as number)) ** 2, 0),
    0,
  );
  return {
    between: between / (n - 1),
    raters: raters / (k - 1),
    within: within / (n * (k - 1)),
    error: (within - raters) / ((n - 1) * (k - 1)),
  };
}
