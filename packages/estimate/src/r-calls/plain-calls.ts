import type {
  AssociationAnalysis,
  BreakdownAnalysis,
  ContinuousAnalysis,
  DiagnosticAnalysis,
  YesNo,
} from "@osteon/protocol";
import { vector } from "./r-rows.ts";

/** What R answers by statistic, each an expression over what `begins` made. */
export interface Calls {
  readonly begins: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  /** Packages beside base R. */
  readonly needs?: Readonly<Record<string, string>>;
}

/** Shares and their limits, in per cent, of `x` true values of `n`. */
const proportions = (x: string, n: string, named: (statistic: string) => string): Readonly<Record<string, string>> => ({
  [named("percent")]: `100 * ${x} / ${n}`,
  [named("wilson-lower")]: `100 * suppressWarnings(prop.test(${x}, ${n}, correct = FALSE))$conf.int[1]`,
  [named("wilson-upper")]: `100 * suppressWarnings(prop.test(${x}, ${n}, correct = FALSE))$conf.int[2]`,
  [named("clopper-pearson-lower")]: `100 * binom.test(${x}, ${n})$conf.int[1]`,
  [named("clopper-pearson-upper")]: `100 * binom.test(${x}, ${n})$conf.int[2]`,
});

export const countCalls: Calls = { begins: [], answers: { n: "nrow(rows)" } };

export const shareCalls = ({ column, values, unknown }: YesNo): Calls => ({
  begins: [
    unknown.length === 0
      ? `known <- !is.na(rows$${column})`
      : `known <- !is.na(rows$${column}) & !(rows$${column} %in% ${vector(unknown)})`,
    `yes <- rows$${column}[known] %in% ${vector(values)}`,
  ],
  answers: {
    n: "sum(yes)",
    N: "length(yes)",
    rest: "sum(!yes)",
    missing: "sum(!known)",
    ...proportions("sum(yes)", "length(yes)", (statistic) => statistic),
  },
});

export function breakdownCalls({ column, levels }: BreakdownAnalysis, statistic: string): Calls {
  const other = /^other:(.*)$/s.exec(statistic)?.[1];
  const is = (value: string): string => `rows$${column} == ${JSON.stringify(value)}`;
  const answers = levels.map((level) => ({
    [level]: `sum(known == ${JSON.stringify(level)})`,
    ...proportions(`sum(known == ${JSON.stringify(level)})`, "length(known)", (name) => `${level}-${name}`),
  }));
  return {
    begins: [`known <- rows$${column}[rows$${column} %in% ${vector(levels)}]`],
    answers: {
      N: "length(known)",
      ...(other === undefined
        ? {}
        : { [statistic]: other === "missing" ? `sum(is.na(rows$${column}))` : `sum(${is(other)}, na.rm = TRUE)` }),
      ...Object.assign({}, ...answers),
    },
  };
}

export function continuousCalls({ column, divisor, chosenBy }: ContinuousAnalysis): Calls {
  const inUnit = (call: string): string => (divisor === 1 ? call : `${call} / ${divisor}`);
  const distance = 'suppressWarnings(ks.test(x, "pnorm", mean(x), sd(x), exact = FALSE))';
  // R sums the limiting distribution to 1e-6 only: its own p differs in the fifth digit.
  const limit = `local({ l <- sqrt(length(x)) * unname(${distance}$statistic); 2 * sum((-1)^(0:199) * exp(-2 * (1:200)^2 * l^2)) })`;
  const p = {
    "kolmogorov-smirnov": limit,
    lilliefors: "lillie.test(x)$p.value",
    "shapiro-wilk": "shapiro.test(x)$p.value",
  };
  const chooses = (test: keyof typeof p): string => `as.integer(${p[test]} >= ${chosenBy.alpha})`;
  const lilliefors = { needs: "nortest" };
  return {
    begins: [`x <- rows$${column}[!is.na(rows$${column})]`],
    answers: {
      n: "length(x)",
      missing: `sum(is.na(rows$${column}))`,
      mean: inUnit("mean(x)"),
      sd: inUnit("sd(x)"),
      median: inUnit("median(x)"),
      "lower-quartile": inUnit("unname(quantile(x, 0.25, type = 6))"),
      "upper-quartile": inUnit("unname(quantile(x, 0.75, type = 6))"),
      minimum: inUnit("min(x)"),
      maximum: inUnit("max(x)"),
      "ks-d": `unname(${distance}$statistic)`,
      "ks-p": p["kolmogorov-smirnov"],
      "lilliefors-p": p.lilliefors,
      "shapiro-wilk-w": "unname(shapiro.test(x)$statistic)",
      "shapiro-wilk-p": p["shapiro-wilk"],
      "normal-by-kolmogorov-smirnov": chooses("kolmogorov-smirnov"),
      "normal-by-lilliefors": chooses("lilliefors"),
      "normal-by-shapiro-wilk": chooses("shapiro-wilk"),
      normal: chooses(chosenBy.test),
    },
    needs: {
      "lilliefors-p": lilliefors.needs,
      "normal-by-lilliefors": lilliefors.needs,
      ...(chosenBy.test === "lilliefors" ? { normal: lilliefors.needs } : {}),
    },
  };
}

export function associationCalls({ test, x, y }: AssociationAnalysis): Calls {
  const pairs = [`known <- !is.na(rows$${x}) & !is.na(rows$${y})`, `x <- rows$${x}[known]`, `y <- rows$${y}[known]`];
  const counts = { n: "length(x)", missing: "sum(!known)" };
  switch (test) {
    case "two-by-two":
      return {
        begins: [...pairs, "m <- table(factor(x, c(1, 0)), factor(y, c(1, 0)))"],
        answers: {
          ...counts,
          "chi-square": "unname(suppressWarnings(chisq.test(m, correct = FALSE))$statistic)",
          "chi-square-p": "suppressWarnings(chisq.test(m, correct = FALSE))$p.value",
          "chi-square-corrected-p": "suppressWarnings(chisq.test(m, correct = TRUE))$p.value",
          "fisher-p": "fisher.test(m)$p.value",
          "odds-ratio": "m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1])",
        },
      };
    case "rank-sum":
      return {
        begins: pairs,
        answers: {
          ...counts,
          "median-0": "median(y[x == 0])",
          "median-1": "median(y[x == 1])",
          "rank-sum-w": "unname(wilcox.test(y[x == 1], y[x == 0], exact = FALSE, correct = TRUE)$statistic)",
          p: "wilcox.test(y[x == 1], y[x == 0], exact = FALSE, correct = TRUE)$p.value",
        },
      };
    case "rank-correlation":
      return {
        begins: pairs,
        answers: {
          ...counts,
          rho: 'cor(x, y, method = "spearman")',
          p: 'cor.test(x, y, method = "spearman", exact = FALSE)$p.value',
        },
      };
  }
}

export function diagnosticCalls(
  { score, truth, positive, cutOffs }: DiagnosticAnalysis,
  at: number | undefined,
): Calls {
  const ofCutOff = (cut: number): Readonly<Record<string, string>> => {
    const [ill, well] = [`score[ill] >= ${cut}`, `score[!ill] < ${cut}`];
    const limits = (name: string, told: string): Readonly<Record<string, string>> => ({
      [`${name}-${cut}`]: `mean(${told})`,
      [`${name}-${cut}-lower`]: `suppressWarnings(prop.test(sum(${told}), length(${told}), correct = FALSE))$conf.int[1]`,
      [`${name}-${cut}-upper`]: `suppressWarnings(prop.test(sum(${told}), length(${told}), correct = FALSE))$conf.int[2]`,
      [`${name}-${cut}-clopper-pearson-lower`]: `binom.test(sum(${told}), length(${told}))$conf.int[1]`,
      [`${name}-${cut}-clopper-pearson-upper`]: `binom.test(sum(${told}), length(${told}))$conf.int[2]`,
    });
    return {
      [`true-positives-${cut}`]: `sum(${ill})`,
      [`false-negatives-${cut}`]: `sum(!(${ill}))`,
      [`true-negatives-${cut}`]: `sum(${well})`,
      [`false-positives-${cut}`]: `sum(!(${well}))`,
      ...limits("sensitivity", ill),
      ...limits("specificity", well),
    };
  };
  const area = 'ci.auc(roc(ill, score, direction = "<", quiet = TRUE), method = "delong")';
  return {
    begins: [
      `known <- !is.na(rows$${score}) & !is.na(rows$${truth})`,
      `score <- rows$${score}[known]`,
      `ill <- rows$${truth}[known] == ${JSON.stringify(positive)}`,
    ],
    answers: {
      n: "length(score)",
      missing: "sum(!known)",
      ...Object.assign({}, ...cutOffs.map(ofCutOff)),
      "roc-area": "(sum(rank(score)[ill]) - sum(ill) * (sum(ill) + 1) / 2) / (sum(ill) * sum(!ill))",
      "roc-area-lower": `as.numeric(${area})[1]`,
      "roc-area-upper": `as.numeric(${area})[3]`,
      ...(at === undefined
        ? {}
        : { "roc-sensitivity": `mean(score[ill] >= ${at})`, "roc-specificity": `mean(score[!ill] < ${at})` }),
    },
    needs: { "roc-area-lower": "pROC", "roc-area-upper": "pROC" },
  };
}
