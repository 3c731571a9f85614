import { ANALYTES, GERMAN_BOOK, sinceOf, tableNamed } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { openFreeze } from "./open-freeze.ts";
import type { Freeze } from "./read-freeze.ts";

/** How many results of an analyte are no more than a limit of measurement. */
export interface LimitsOnly {
  readonly en: string;
  readonly de: string;
  readonly results: number;
}

const SINCE = Math.max(
  ...tableNamed("laboratory")
    .fields.filter(({ name }) => name === "comparator")
    .map(sinceOf),
);

/** The results of a freeze of which no more than a limit is known, by analyte; none where its codebook had no place for them. */
export async function limitsIn(freeze: Freeze): Promise<readonly LimitsOnly[]> {
  if (freeze.version < SINCE) return [];
  const engine = await openDuckDb({ threads: 1 });
  try {
    await openFreeze(engine, freeze);
    const counts = new Map(
      (
        await engine.rows(
          "SELECT analyte, COUNT(*) AS n FROM laboratory WHERE comparator IS NOT NULL AND value_x1000 IS NOT NULL GROUP BY analyte",
        )
      ).map(({ analyte, n }) => [analyte, Number(n)]),
    );
    return ANALYTES.flatMap(({ code, says }) => {
      const results = counts.get(code);
      return results === undefined ? [] : [{ en: says, de: GERMAN_BOOK[says] ?? says, results }];
    });
  } finally {
    await engine.close();
  }
}
