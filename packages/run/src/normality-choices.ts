import { derive } from "@osteon/derive";
import { estimate, indexResults, tallies } from "@osteon/estimate";
import { type Freeze, openEngineFor, openFreeze } from "@osteon/freeze";
import { inputsOf } from "./pipeline.ts";
import type { Evaluated } from "./study.ts";

const RULES = ["kolmogorov-smirnov", "lilliefors", "shapiro-wilk"] as const;

/** How a variable would be printed under each normality rule; null where the rule cannot be tested. */
export interface NormalityChoice {
  readonly analysis: string;
  readonly title: string;
  readonly printed: Readonly<Record<(typeof RULES)[number], Form | null>>;
}

type Form = "mean ± SD" | "median (range)";

/** Variables that one normality rule prints as mean and another as median: what this assumption would change. */
export async function normalityChoices(
  { protocol, models }: Evaluated,
  frozen: Freeze,
): Promise<readonly NormalityChoice[]> {
  const continuous = Object.entries(protocol.analyses).filter(([, { kind }]) => kind === "continuous");
  const only = { ...protocol, analyses: Object.fromEntries(continuous) };
  const engine = await openEngineFor(frozen);
  try {
    await openFreeze(engine, frozen, undefined, protocol.needs);
    await derive(engine, only, { models, within: [frozen.directory] });
    const results = indexResults(
      estimate(only, await tallies(engine, only), inputsOf({ protocol, models }, frozen)).results,
    );
    const printedBy = (id: string, rule: string): Form | null => {
      const normal = results.get(`${id}.all.normal-by-${rule}`)?.value ?? null;
      if (normal === null) return null;
      return normal === 1 ? "mean ± SD" : "median (range)";
    };
    return continuous
      .map(([analysis, { title }]) => ({
        analysis,
        title,
        printed: {
          "kolmogorov-smirnov": printedBy(analysis, "kolmogorov-smirnov"),
          lilliefors: printedBy(analysis, "lilliefors"),
          "shapiro-wilk": printedBy(analysis, "shapiro-wilk"),
        },
      }))
      .filter(({ printed }) => new Set(RULES.flatMap((rule) => printed[rule] ?? [])).size > 1);
  } finally {
    await engine.close();
  }
}
