import { isoDate } from "@osteon/codebook";
import { type Engine, openDuckDb } from "@osteon/engine";
import type { Protocol } from "@osteon/protocol";
import { openFreeze } from "./open-freeze.ts";
import type { Freeze } from "./read-freeze.ts";

/** Children of the diseases that a study is about who are not counted since their diagnosis lies outside its period; `engine` holds the charts. */
export async function outsidePeriod(
  engine: Pick<Engine, "rows">,
  { cohorts }: Pick<Protocol, "cohorts">,
): Promise<number> {
  const periods = Object.values(cohorts);
  const days = await engine.rows(
    "SELECT cohort, diagnosed_epoch_day AS day, COUNT(*) AS n FROM patient WHERE COALESCE(consent, 'given') <> 'withdrawn' GROUP BY cohort, diagnosed_epoch_day",
  );
  return days.reduce((sum, { cohort, day, n }) => {
    const own = periods.filter((period) => period.cohort === cohort);
    const diagnosed = isoDate(Number(day));
    const isOutside = own.length > 0 && own.every(({ diagnosed: [from, to] }) => diagnosed < from || diagnosed > to);
    return isOutside ? sum + Number(n) : sum;
  }, 0);
}

/** The same of a freeze that no engine holds yet. */
export async function outsidePeriodOf(freeze: Freeze, protocol: Pick<Protocol, "cohorts">): Promise<number> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    await openFreeze(engine, freeze);
    return await outsidePeriod(engine, protocol);
  } finally {
    await engine.close();
  }
}
