import type { Cell, Tally, TallyRow } from "@osteon/engine";
import { levelsOf, type Protocol, type RankingAnalysis } from "@osteon/protocol";
import { type Estimate, estimated, kendall, notEstimable } from "@osteon/stats";
import { groupNames, groupOf } from "./declared-groups.ts";
import type { Group, Statistic } from "./rows-of.ts";
import { counted, proportionStatistics, total } from "./share.ts";
import { answerIn } from "./yes-no.ts";

/** A group that has a place: its share of yes, as a double that is equal where the fractions are. */
interface Placed {
  readonly group: string;
  readonly share: number;
}

/**
 * The share of yes and the place of each group under each definition, the highest first, equal shares at the same place; and of each
 * definition the pairs of groups that it puts in the same order as the definition it is held against, in the reverse one, or level.
 */
export function ranking(tally: Tally, analysis: RankingAnalysis, protocol: Protocol): readonly Group[] {
  const { by, against, atLeast } = analysis;
  const rowsOf = new Map<string, TallyRow[]>(groupNames(tally.rows, by, protocol).map((group) => [group, []]));
  for (const row of tally.rows) rowsOf.get(groupOf(row.key, by, protocol))?.push(row);
  const cellOf = ({ key }: TallyRow): Cell => key[by.length] ?? null;
  const counts = [...rowsOf].map(([group, rows]) => {
    const known = rows.filter((row) => answerIn(analysis, cellOf(row)) !== null);
    const yes = known.filter((row) => answerIn(analysis, cellOf(row)) === true);
    return { group, rows, known, yes };
  });
  const placedUnder = (definition: string): readonly Placed[] =>
    counts.flatMap(({ group, known, yes }) =>
      group.startsWith(`${definition}/`) && total(known) >= Math.max(1, atLeast)
        ? [{ group: group.slice(definition.length + 1), share: total(yes) / total(known) }]
        : [],
    );
  const definitions = levelsOf(protocol, by[0].levels);
  const first = placedUnder(against);
  return [
    ...counts.map(({ group, rows, known, yes }): Group => {
      const definition = definitions.find((name) => group.startsWith(`${name}/`)) ?? "";
      const own = placedUnder(definition).find((one) => `${definition}/${one.group}` === group);
      return {
        group,
        statistics: [
          counted("n", yes),
          counted("N", known),
          counted(
            "missing",
            rows.filter((row) => !known.includes(row)),
          ),
          ...proportionStatistics(total(yes), total(known)),
          placeOf(own, placedUnder(definition), total(known)),
        ],
      };
    }),
    ...definitions.map(
      (definition): Group => ({ group: definition, statistics: ordered(placedUnder(definition), first) }),
    ),
  ];
}

/** R: rank(-share, ties.method = "min"). */
function placeOf(own: Placed | undefined, placed: readonly Placed[], known: number): Statistic {
  const ahead = placed.filter(({ share }) => own !== undefined && share > own.share).length;
  return {
    statistic: "place",
    value: own === undefined ? notEstimable(known === 0 ? "no-values" : "too-few-values", known) : ahead + 1,
    method: "place of the share, highest first, equal ones level",
    of: "N",
  };
}

/** Pairs of the groups that have a place under both definitions. */
function ordered(placed: readonly Placed[], against: readonly Placed[]): readonly Statistic[] {
  const shared = placed.flatMap(({ group, share }) => {
    const other = against.find((one) => one.group === group);
    return other === undefined ? [] : [{ x: other.share, y: share, n: 1 }];
  });
  const signs = shared.flatMap((one, place) =>
    shared.slice(place + 1).map((two) => Math.sign(one.x - two.x) * Math.sign(one.y - two.y)),
  );
  const pairs = (sign: number): Estimate =>
    signs.length === 0
      ? notEstimable("too-few-values", shared.length)
      : estimated(signs.filter((own) => own === sign).length);
  const method = "pairs of groups, by their shares";
  return [
    { statistic: "groups-placed", value: placed.length, method: "groups with enough that is known" },
    { statistic: "groups-compared", value: shared.length, method: "groups that have a place under both" },
    { statistic: "pairs-same", value: pairs(1), method },
    { statistic: "pairs-reversed", value: pairs(-1), method },
    { statistic: "pairs-level", value: pairs(0), method },
    { statistic: "tau", value: kendall(shared, "approximate").tau, method: "Kendall's tau-b of the shares" },
  ];
}
