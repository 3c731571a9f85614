import { type Estimate, kendall, type Pair, pearson, spearman, spearmanExact, spearmanSeries } from "@osteon/stats";
import { plain, pText } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { reasonLines } from "../shown/reasons.ts";
import { limitsText, textTable } from "../shown/shown-tables.ts";
import { type Shown, shownNumbers } from "../survival/survival-choices.ts";
import { testNames } from "./test-choice.ts";

/** A correlation; limits where there is a method for them. */
export interface CorrelationShown extends Shown<"value" | "lower" | "upper" | "p"> {
  readonly test: string;
  readonly method: string;
}

/** From here on R takes a series for the exact distribution of Spearman's coefficient. */
const COUNTED = 9;

interface Found {
  readonly method: string;
  readonly value: Estimate;
  readonly p: Estimate;
  readonly lower?: Estimate;
  readonly upper?: Estimate;
}

interface CorrelationTest {
  readonly of: (pairs: readonly Pair[], level: number) => Found;
  readonly r: (x: string, y: string) => string;
}

/** Correlations by the name that `--test` gives them. */
export const CORRELATIONS: Readonly<Record<string, CorrelationTest>> = {
  pearson: {
    of: (pairs, level) => {
      const { r: value, ...found } = pearson(pairs, level);
      return { ...found, method: "Pearson's r", value };
    },
    r: (x, y) => `cor.test(${x}, ${y})`,
  },
  spearman: {
    of: (pairs) => {
      const { rho: value, p } = spearman(pairs);
      return { method: "Spearman's rho, p from t", value, p };
    },
    r: (x, y) => `cor.test(${x}, ${y}, method = "spearman", exact = FALSE)`,
  },
  "spearman-exact": {
    of: (pairs) => {
      const n = pairs.reduce((sum, pair) => sum + (pair.x === null || pair.y === null ? 0 : pair.n), 0);
      const { rho: value, p } = n <= COUNTED ? spearmanExact(pairs) : spearmanSeries(pairs);
      return { method: `Spearman's rho, ${n <= COUNTED ? "exact p" : "p from the Edgeworth series"}`, value, p };
    },
    r: (x, y) => `cor.test(${x}, ${y}, method = "spearman", exact = TRUE)`,
  },
  kendall: {
    of: (pairs) => {
      const { tau: value, p } = kendall(pairs, "approximate");
      return { method: "Kendall's tau-b, p from the normal", value, p };
    },
    r: (x, y) => `cor.test(${x}, ${y}, method = "kendall", exact = FALSE)`,
  },
  "kendall-exact": {
    of: (pairs) => {
      const { tau: value, p } = kendall(pairs, "exact");
      return { method: "Kendall's tau-b, exact p", value, p };
    },
    r: (x, y) => `cor.test(${x}, ${y}, method = "kendall", exact = TRUE)`,
  },
};

const USUAL = ["pearson", "spearman", "kendall"];

/** Two columns of numbers correlated. */
export function correlationAnswer(
  names: readonly [string, string],
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  count: readonly number[] | undefined,
  { test, level }: { readonly test?: string; readonly level: number },
): PartAnswer {
  const pairs = first.map((x, row) => ({ x, y: second[row] ?? null, n: count?.[row] ?? 1 }));
  const n = pairs.filter(({ x, y }) => x !== null && y !== null).reduce((sum, pair) => sum + pair.n, 0);
  const missing = pairs.reduce((sum, pair) => sum + pair.n, 0) - n;
  const known = Object.keys(CORRELATIONS);
  const asked = test === "all" ? known : test === undefined ? USUAL : testNames(test, known);
  const correlations = asked.map((name) => correlation(name, pairs, n, level));
  const title = `${names[0]} with ${names[1]}`;
  const rows = correlations.map((own) => [
    own.method,
    plain(own.value),
    own.lower === null ? "" : limitsText(own),
    pText(own.p),
  ]);
  const heads = [`${plain(n)} pairs`, "coefficient", `${plain(level * 100)} % limits`, "p"];
  const lost = correlations.flatMap(({ method, because }) =>
    Object.entries(because ?? {}).flatMap(([part, why]) =>
      why === undefined || why === "no-method" ? [] : [[`${PARTS[part] ?? part} of ${method}`, why] as const],
    ),
  );
  return {
    title,
    numbers: { kind: "correlation", with: names, n, missing, correlations },
    tables: [textTable("correlation", title, heads, rows)],
    notes: [
      ...(missing > 0 ? [`${plain(missing)} without both values left out.`] : []),
      ...(correlations.some(({ because }) => because?.lower === "no-method")
        ? ["Limits are those of Pearson's coefficient (Fisher's z); R has none of the others either."]
        : []),
      ...reasonLines(lost),
    ],
    limits: asked.filter((name) => name === "pearson").length,
    shares: 0,
    r: asked.map((name) => (x: string, y: string) => CORRELATIONS[name]?.r(x, y) ?? ""),
  };
}

const PARTS: Readonly<Record<string, string>> = { value: "coefficient", lower: "lower limit", upper: "upper limit" };

function correlation(test: string, pairs: readonly Pair[], n: number, level: number): CorrelationShown {
  const { method, value, p, lower, upper } = (CORRELATIONS[test] as CorrelationTest).of(pairs, level);
  const none: Estimate = { estimable: false, because: value.estimable ? "no-method" : value.because, n };
  return { test, method, ...shownNumbers({ value, lower: lower ?? none, upper: upper ?? none, p }) };
}
