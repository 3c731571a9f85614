import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { EXIT, Stop } from "@osteon/run";
import { describe } from "@osteon/stats";
import { columnNamed, namesOf, numbersOf } from "../data-analysis/columns.ts";
import { lostOf, reasonLines } from "../data-analysis/reasons.ts";
import { shownNumbers } from "../data-analysis/survival-choices.ts";
import { plain } from "../terminal/text-table.ts";
import { type Comparison, isCategorical } from "./compare-columns.ts";
import {
  CATEGORY_PAIR_TESTS,
  categoryPairEffects,
  NUMBER_PAIR_TESTS,
  type NumberPairs,
  numberPairEffects,
  USUAL_NUMBER_PAIRS,
  usualCategoryPairs,
} from "./compare-pairs.ts";
import type { PartAnswer } from "./part-answer.ts";
import { effectsTable, testsTable, textTable } from "./shown-tables.ts";
import type { ShownTest } from "./shown-test.ts";
import { testNames } from "./test-choice.ts";

/** Two columns of the same subjects: which is first, which second, and what they are called. */
export interface PairColumns {
  readonly names: readonly [first: string, second: string];
  readonly first: readonly (number | string | null)[];
  readonly second: readonly (number | string | null)[];
  readonly count: readonly number[] | undefined;
}

interface Asked {
  readonly test?: string;
  readonly level: number;
}

/** Two columns of numbers, or two of categories; a Stop where they are of different kinds. */
export function pairColumns(
  { data, kinds, levelsOf, count }: Comparison,
  [first, second]: readonly [string, string],
  problems: Problem[],
): { readonly columns: PairColumns; readonly levels: readonly string[] | undefined } {
  const names = [columnNamed(data, first).name, columnNamed(data, second).name] as const;
  const categories = names.map((name) => isCategorical(data, name, kinds));
  const said = names.some((name) => kinds.factor.includes(name));
  if (
    categories[0] !== categories[1] &&
    !said &&
    !names.some((name) => data.columns.find((own) => own.name === name)?.kind === "text")
  )
    categories.fill(names.every((name) => fewValues(data, name)));
  if (categories[0] !== categories[1])
    throw new Stop(
      EXIT.usage,
      `${names[0]} holds ${categories[0] ? "categories" : "numbers"} and ${names[1]} ${categories[1] ? "categories" : "numbers"}: pairs are of one kind (--factor, --numeric).`,
    );
  const values = (name: string) => (categories[0] ? namesOf(data, name) : numbersOf(data, name, problems));
  const columns = { names, first: values(names[0]), second: values(names[1]), count };
  const levels = categories[0] ? [...new Set([...levelsOf(names[0]), ...levelsOf(names[1])])] : undefined;
  return { columns, levels };
}

/** Numbers of one or two values may be categories, if both columns are. */
const fewValues = (data: DataFile, name: string): boolean =>
  new Set<string | number | null>(columnNamed(data, name).values).size <= 3;

/** Two columns of the same subjects compared: by differences, or by a square table where they are categories. */
export function pairsAnswer(columns: PairColumns, levels: readonly string[] | undefined, asked: Asked): PartAnswer {
  return levels === undefined ? numberPairs(columns, asked) : categoryPairs(columns, levels, asked);
}

function numberPairs({ names, first, second, count }: PairColumns, { test, level }: Asked): PartAnswer {
  const pairs: NumberPairs = first.map((x, row) => ({
    x: x as number | null,
    y: (second[row] ?? null) as number | null,
    n: count?.[row] ?? 1,
  }));
  const asked = chosen(test, USUAL_NUMBER_PAIRS, Object.keys(NUMBER_PAIR_TESTS));
  const tests = asked.map(
    (name): ShownTest => ({ test: name, ...(NUMBER_PAIR_TESTS[name] as Made<NumberPairs>).of(pairs) }),
  );
  const complete = pairs.filter(({ x, y }) => x !== null && y !== null);
  const groups = (["x", "y"] as const).map((side, i) => ({
    group: names[i] as string,
    ...described(complete.map((pair) => ({ value: pair[side], n: pair.n }))),
  }));
  const difference = described(complete.map(({ x, y, n }) => ({ value: (x as number) - (y as number), n })));
  const effects = numberPairEffects(pairs, level);
  const n = complete.reduce((sum, pair) => sum + pair.n, 0);
  const missing = pairs.reduce((sum, pair) => sum + pair.n, 0) - n;
  const title = `${names[0]} and ${names[1]}, paired`;
  const line = (own: { group: string } & typeof difference) => [
    own.group,
    plain(own.mean),
    plain(own.sd),
    plain(own.median),
    own.median === null ? "NA" : `${plain(own.lowerQuartile)} to ${plain(own.upperQuartile)}`,
  ];
  const rows = [...groups, { group: `${names[0]} - ${names[1]}`, ...difference }].map(line);
  return {
    title,
    json: { kind: "number", pair: names, n, missing, groups, difference, tests, effects },
    tables: [
      textTable("described", title, [`${plain(n)} pairs`, "mean", "SD", "median", "quartiles"], rows),
      ...testsTable(tests),
      ...effectsTable(effects, level, `Estimates, ${names[0]} - ${names[1]}`),
    ],
    notes: [
      ...(missing > 0 ? [`${plain(missing)} without both values left out.`] : []),
      ...reasonLines(effects.flatMap((own) => lostOf(`the ${own.name}`, own))),
    ],
    limits: effects.length,
    shares: 0,
    r: asked.map((name) => (x: string, y: string) => NUMBER_PAIR_TESTS[name]?.r(x, y) ?? ""),
  };
}

interface Made<Data> {
  readonly of: (data: Data) => Omit<ShownTest, "test">;
}

function described(rows: readonly { readonly value: number | null; readonly n: number }[]) {
  const { mean, sd, median, lowerQuartile, upperQuartile } = describe(rows, 7);
  return shownNumbers({ mean, sd, median, lowerQuartile, upperQuartile });
}

function categoryPairs(
  { names, first, second, count }: PairColumns,
  levels: readonly string[],
  { test, level }: Asked,
): PartAnswer {
  const table = levels.map(() => levels.map(() => 0));
  let n = 0;
  let missing = 0;
  for (const [row, one] of first.entries()) {
    const [x, y] = [levels.indexOf(String(one)), levels.indexOf(String(second[row] ?? ""))];
    const own = count?.[row] ?? 1;
    const line = table[x];
    if (one === null || (second[row] ?? null) === null || line === undefined || y < 0) {
      missing += own;
      continue;
    }
    line[y] = (line[y] ?? 0) + own;
    n += own;
  }
  const known = Object.keys(CATEGORY_PAIR_TESTS);
  const asked = chosen(test, usualCategoryPairs(levels.length), known);
  const small = asked.find((name) => name !== "bowker" && levels.length !== 2);
  if (small !== undefined)
    throw new Stop(
      EXIT.usage,
      `--test ${small}: it compares two categories, and there are ${levels.length}; take bowker.`,
    );
  const tests = asked.map(
    (name): ShownTest => ({ test: name, ...(CATEGORY_PAIR_TESTS[name] as Made<typeof table>).of(table) }),
  );
  const effects = categoryPairEffects(table, levels, level);
  const title = `${names[0]} and ${names[1]}, paired`;
  const heads = [`${names[0]} \\ ${names[1]}`, ...levels];
  return {
    title,
    json: { kind: "text", pair: names, n, missing, levels, counts: table, tests, effects },
    tables: [
      textTable(
        "pairs",
        title,
        heads,
        levels.map((name, i) => [name, ...(table[i] ?? []).map(plain)]),
      ),
      ...testsTable(tests),
      ...effectsTable(effects, level, `Estimates, ${names[0]} beside ${names[1]}`),
    ],
    notes: [
      ...(missing > 0 ? [`${plain(missing)} without both answers left out.`] : []),
      ...reasonLines(effects.flatMap((own) => lostOf(`the ${own.name}`, own))),
    ],
    limits: effects.length,
    shares: 0,
    r: asked.map((name) => (x: string, y: string) => CATEGORY_PAIR_TESTS[name]?.r(x, y) ?? ""),
  };
}

/** The tests asked for; all of them, or the usual ones. */
export function chosen(
  list: string | undefined,
  usual: readonly string[],
  known: readonly string[],
): readonly string[] {
  if (list === "all") return known;
  return list === undefined ? usual : testNames(list, known);
}
