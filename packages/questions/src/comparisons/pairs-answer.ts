import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { describe } from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import { columnNamed, namesOf, numbersOf } from "../rows/columns.ts";
import { plain } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, testsTable, textTable } from "../shown/shown-tables.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import { shownNumbers } from "../survival/survival-choices.ts";
import { type Comparison, isCategorical, type SaidKinds } from "./compare-columns.ts";
import {
  CATEGORY_PAIR_TESTS,
  categoryPairEffects,
  NUMBER_PAIR_TESTS,
  type NumberPairs,
  numberPairEffects,
  USUAL_NUMBER_PAIRS,
  usualCategoryPairs,
} from "./compare-pairs.ts";
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

/** Two columns of numbers, or two of categories; a Refusal where they are of different kinds. */
export function pairColumns(
  { data, kinds, levelsOf, count }: Comparison,
  [first, second]: readonly [string, string],
  problems: Problem[],
): { readonly columns: PairColumns; readonly levels: readonly string[] | undefined } {
  const names = [columnNamed(data, first).name, columnNamed(data, second).name] as const;
  const categorical = ofOneKind(data, names, kinds);
  const values = (name: string) => (categorical ? namesOf(data, name) : numbersOf(data, name, problems));
  const columns = { names, first: values(names[0]), second: values(names[1]), count };
  const levels = categorical ? levelsOfBoth(names.map(levelsOf)) : undefined;
  return { columns, levels };
}

/** The levels of either column: in the order of the one that has them all, else codes by size, words as they come. */
function levelsOfBoth(levels: readonly (readonly string[])[]): readonly string[] {
  const all = [...new Set(levels.flat())];
  const whole = levels.find((own) => own.length === all.length);
  if (whole !== undefined) return whole;
  return all.every((level) => Number.isFinite(Number(level))) ? all.sort((a, b) => Number(a) - Number(b)) : all;
}

/** Whether both columns are categories; what is said of one holds for both, and a text beside a number is refused. */
function ofOneKind(data: DataFile, names: readonly [string, string], kinds: SaidKinds): boolean {
  const [factor, numeric] = [
    names.filter((name) => kinds.factor.includes(name)),
    names.filter((name) => kinds.numeric.includes(name)),
  ];
  if (factor.length > 0 && numeric.length > 0)
    throw new Refusal("asked", `--factor ${factor[0]} and --numeric ${numeric[0]}: pairs are of one kind.`);
  if (factor.length > 0) return true;
  if (numeric.length > 0) return false;
  const texts = names.filter((name) => columnNamed(data, name).kind === "text" && isCategorical(data, name, kinds));
  if (texts.length === 1)
    throw new Refusal(
      "asked",
      `${texts[0]} holds categories and ${names.find((name) => name !== texts[0])} numbers: pairs are of one kind (--factor, --numeric).`,
    );
  return names.every((name) => isCategorical(data, name, kinds));
}

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
    numbers: { kind: "number", pair: names, n, missing, groups, difference, tests, effects },
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
    throw new Refusal(
      "asked",
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
    numbers: { kind: "text", pair: names, n, missing, levels, counts: table, tests, effects },
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
