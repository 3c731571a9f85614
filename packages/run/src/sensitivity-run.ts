import { derive } from "@osteon/derive";
import { estimate, indexResults, type SensitivityPlan, specifications, tallies } from "@osteon/estimate";
import { type Freeze, openEngineFor, openFreeze } from "@osteon/freeze";
import { inputsOf } from "./pipeline.ts";
import type { Progress } from "./progress.ts";
import { type Evaluated, modelsOf } from "./study.ts";

/** A headline number under one specification, in printed units; null where not estimable. */
export interface Outcome {
  readonly headline: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly primary: boolean;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Reruns derive, tally and estimate over every combination of the plan's assumptions, on one freeze. */
export async function runSensitivity(
  { protocol: primary, models }: Evaluated,
  plan: SensitivityPlan,
  frozen: Freeze,
  bar: Progress,
): Promise<readonly Outcome[]> {
  const engine = await openEngineFor(frozen);
  const all = specifications(primary, plan);
  const outcomes: Outcome[] = [];
  try {
    await openFreeze(engine, frozen, undefined, primary.needs);
    for (const [index, { protocol, chosen, primary: isPrimary }] of all.entries()) {
      await derive(engine, protocol, { models: modelsOf({ protocol, models }), within: [frozen.directory] });
      const { results } = estimate(protocol, await tallies(engine, protocol), inputsOf({ protocol, models }, frozen));
      const found = indexResults(results);
      const inPrint = (id: string, times: number) => {
        const value = found.get(id)?.value ?? null;
        return value === null ? null : value * times;
      };
      for (const { id, lower, upper, times } of plan.headlines) {
        outcomes.push({
          headline: id,
          chosen,
          primary: isPrimary,
          value: inPrint(id, times),
          lower: inPrint(lower, times),
          upper: inPrint(upper, times),
        });
      }
      bar.step(index + 1, all.length, Object.values(chosen).join(", "));
    }
    return outcomes;
  } finally {
    await engine.close();
  }
}
