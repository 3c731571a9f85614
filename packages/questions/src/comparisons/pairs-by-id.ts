import { type Problem, placed } from "@osteon/codebook";
import { rName } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { namesOf, numbersOf } from "../rows/columns.ts";
import { refused } from "../rows/row-fault.ts";
import { describedTable } from "../shown/described-tables.ts";
import { plain } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { testsTable } from "../shown/shown-tables.ts";
import { type Comparison, compareColumn, isCategorical } from "./compare-columns.ts";
import { severalOfEach } from "./compare-pairs.ts";
import { pairsAnswer } from "./pairs-answer.ts";

interface Asked {
  readonly test?: string;
  readonly level: number;
}

/**
 * Rows that belong together by an id: one row of each subject in each group. Two groups are compared as pairs, the first less the
 * second; more of them by Friedman's test, or Cochran's Q.
 */
export function byId(
  comparison: Comparison,
  value: string,
  ids: readonly (string | null)[],
  idColumn: string,
  asked: Asked,
  problems: Problem[],
): PartAnswer {
  const { data, groups, kinds, levelsOf } = comparison;
  const categorical = isCategorical(data, value, kinds);
  const values: readonly (number | string | null)[] = categorical
    ? namesOf(data, value)
    : numbersOf(data, value, problems);
  const cells = new Map<string, Map<string, number | string | null>>();
  for (const [row, id] of ids.entries()) {
    const group = groups.of[row] ?? null;
    if (id === null || group === null) continue;
    const own = cells.get(id) ?? new Map<string, number | string | null>();
    if (own.has(group)) {
      problems.push(
        placed(refused("two-of-one-pair", { id, idColumn, group, groupColumn: groups.column }), {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: idColumn,
          value: id,
        }),
      );
      continue;
    }
    own.set(group, values[row] ?? null);
    cells.set(id, own);
  }
  if (cells.size === 0) throw new Refusal("data", `No row has ${idColumn}, by which rows are paired.`);
  const column = (group: string) => [...cells.values()].map((own) => own.get(group) ?? null);
  const [first, second] = groups.names;
  const levels = categorical ? levelsOf(value) : undefined;
  if (groups.names.length === 2 && first !== undefined && second !== undefined) {
    const part = pairsAnswer(
      { names: [first, second], first: column(first), second: column(second), count: undefined },
      levels,
      asked,
    );
    return {
      ...part,
      title: `${value} by ${groups.column}, paired by ${idColumn}`,
      r: part.r.map((call) => () => wideInR(value, groups.column, idColumn, (of) => call(of(first), of(second)))),
    };
  }
  return severalAnswer(comparison, value, cells, idColumn, levels, asked, problems);
}

/** Pairs of a long table stand side by side in R once it is wide. */
function wideInR(value: string, group: string, id: string, call: (of: (level: string) => string) => string): string {
  const columns = [id, group, value].map((name) => JSON.stringify(name)).join(", ");
  const wide = `w <- reshape(d[, c(${columns})], idvar = ${JSON.stringify(id)}, timevar = ${JSON.stringify(group)}, direction = "wide")`;
  return `${wide}\n${call((level) => `w$${rName(`${value}.${level}`)}`)}`;
}

function severalAnswer(
  comparison: Comparison,
  value: string,
  cells: ReadonlyMap<string, ReadonlyMap<string, number | string | null>>,
  idColumn: string,
  levels: readonly string[] | undefined,
  { test: asked }: Asked,
  problems: Problem[],
): PartAnswer {
  const { groups } = comparison;
  const binary = levels !== undefined;
  const own = binary ? "cochran-q" : "friedman";
  if (asked !== undefined && asked !== own && asked !== "all")
    throw new Refusal(
      "asked",
      `--test ${asked}: ${value} in ${groups.names.length} groups of the same subjects is compared by ${own}.`,
    );
  if (levels !== undefined && levels.length > 2)
    throw new Refusal(
      "asked",
      `${value} has ${levels.length} categories; more than two groups of the same subjects are compared in numbers, or in two categories (Cochran's Q).`,
    );
  const scored = (cell: number | string | null) =>
    cell === null ? null : levels === undefined ? (cell as number) : levels.indexOf(String(cell));
  const rows = [...cells].flatMap(([block, of]) =>
    groups.names.map((treatment) => ({ block, treatment, value: scored(of.get(treatment) ?? null) })),
  );
  const { test, blocks, incomplete } = severalOfEach(rows, binary);
  const compared = compareColumn(comparison, value, problems);
  const title = `${value} by ${groups.column}, the same ${idColumn} in each`;
  const y = `d$${rName(value)}`;
  return {
    title,
    numbers: {
      kind: compared.kind,
      by: groups.column,
      pair: idColumn,
      blocks,
      incomplete,
      groups: compared.groups,
      tests: [test],
    },
    tables: [describedTable(compared, title), ...testsTable([test])],
    notes: [
      `${plain(blocks)} of ${idColumn} with a value in each of ${groups.names.join(", ")}.`,
      ...(incomplete > 0 ? [`${plain(incomplete)} without all of them left out.`] : []),
    ],
    limits: 0,
    shares: 0,
    r: [() => friedmanInR(binary ? `as.integer(${y})` : y, `d$${rName(groups.column)}`, `d$${rName(idColumn)}`)],
  };
}

/** Complete blocks alone, as `friedman.test` asks for. */
const friedmanInR = (value: string, group: string, id: string): string =>
  `m <- tapply(${value}, list(${id}, ${group}), mean)\nfriedman.test(m[complete.cases(m), ])`;
