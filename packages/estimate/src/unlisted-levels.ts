import { type Problem, placed } from "@osteon/codebook";
import type { Tally } from "@osteon/engine";
import { type Leveled, levelsOf, type Protocol } from "@osteon/protocol";
import { faultsOf } from "@osteon/words";
import { ESTIMATE_PROBLEMS } from "./problems.ts";

const { queried } = faultsOf(ESTIMATE_PROBLEMS);

/** Values of a column that groups are made by, and that the analysis does not name: counted as `other`, and asked about. */
export function unlistedLevels(protocol: Protocol, tallies: readonly Tally[]): readonly Problem[] {
  return tallies.flatMap(({ spec, rows }) =>
    groupedBy(protocol, spec.id).flatMap(({ column, named }, place) => {
      if (named === undefined) return [];
      const values = new Set(rows.flatMap(({ key }) => (key[place] === null ? [] : [String(key[place])])));
      return [...values]
        .filter((value) => !named.includes(value))
        .map(
          (value): Problem =>
            placed(queried("level-not-named", { column, named }), {
              file: "protocol.ts",
              column: `analyses.${spec.id}`,
              value,
            }),
        );
    }),
  );
}

interface Named {
  readonly column: string;
  /** Undefined where any value is a level. */
  readonly named: readonly string[] | undefined;
}

/** The first columns of a tally of which only certain values have a place. */
function groupedBy(protocol: Protocol, id: string): readonly Named[] {
  const analysis = protocol.analyses[id];
  const declared = ({ column, levels }: Leveled): Named => ({
    column,
    named: levels === "found" ? undefined : levelsOf(protocol, levels),
  });
  if (analysis !== undefined && "by" in analysis) return [analysis.by ?? []].flat().map(declared);
  if (analysis?.kind !== "association" || analysis.test === "rank-correlation") return [];
  const columns = analysis.test === "two-by-two" ? [analysis.x, analysis.y] : [analysis.x];
  return columns.map((column) => ({ column, named: ["0", "1"] }));
}
