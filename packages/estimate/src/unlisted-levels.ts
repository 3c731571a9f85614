import type { Problem } from "@osteon/codebook";
import type { Tally } from "@osteon/engine";
import { type Leveled, levelsOf, type Protocol } from "@osteon/protocol";

/** Values of a column that groups are made by, and that the analysis does not name: counted as `other`, and asked about. */
export function unlistedLevels(protocol: Protocol, tallies: readonly Tally[]): readonly Problem[] {
  return tallies.flatMap(({ spec, rows }) =>
    groupedBy(protocol, spec.id).flatMap(({ column, levels }, place) => {
      if (levels === "found") return [];
      const named = levelsOf(protocol, levels);
      const values = new Set(rows.flatMap(({ key }) => (key[place] === null ? [] : [String(key[place])])));
      return [...values]
        .filter((value) => !named.includes(value))
        .map(
          (value): Problem => ({
            code: "level-not-named",
            severity: "query",
            where: { file: "protocol.ts", column: `analyses.${spec.id}`, value },
            says: `${column} has a value that the analysis does not name (${named.join(", ")}): it is counted as other`,
            fix: "Name it among the levels, or leave its rows out by where.",
          }),
        );
    }),
  );
}

function groupedBy({ analyses }: Protocol, id: string): readonly Leveled[] {
  const analysis = analyses[id];
  if (analysis === undefined || !("by" in analysis)) return [];
  return [analysis.by ?? []].flat();
}
