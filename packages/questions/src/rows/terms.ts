import type { Problem } from "@osteon/codebook";
import type { DataColumn, DataFile } from "@osteon/interop";
import { type Covariate, dummies } from "@osteon/stats";
import { rName, rVector } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { assignmentsOf } from "./assignment.ts";
import { unquoted } from "./cells.ts";
import { columnList } from "./column-list.ts";
import { columnNamed, columnOrNone, covariateOf } from "./columns.ts";
import { type Factor, type LevelChoices, orderedLevels, requireUsed, type SaidLevels, saidLevels } from "./factors.ts";
import { requireFew } from "./group-columns.ts";
import type { ChosenRows } from "./rows-where.ts";

/** What is said of the covariates of a regression. */
export interface TermChoices extends LevelChoices {
  /** Columns of codes to be taken for factors. */
  readonly factor?: string;
  /** `COLUMN=SIZE`: ratios per so much of it. */
  readonly per?: string;
}

/** The covariates of a regression: columns, and products of columns. */
export interface Terms {
  readonly covariates: readonly Covariate[];
  readonly factors: readonly Factor[];
  /** Columns they are made of. */
  readonly columns: readonly string[];
  /** The right side of a formula in R. */
  readonly formula: string;
  readonly notes: readonly string[];
  readonly said: SaidLevels;
}

const IN_COVARIATES = "it is not among the --covariates";

/**
 * Reads `age,sex,a:b,c*d`: `a:b` is the product of two that stand in the list themselves, `c*d` all three. Levels may be said of the
 * covariates and of what else the command has levels for.
 */
export function termsOf(
  { data, whole }: ChosenRows,
  list: string | undefined,
  choices: TermChoices,
  problems: Problem[],
  alsoLevels: readonly string[] = [],
): Terms {
  const { names, products } = termNames(data, list);
  const factorNames = columnList(data, choices.factor).map((name) => columnNamed(data, name).name);
  const said = saidLevels(data, choices);
  requireUsed({ ...said, reference: new Map() }, [...names, ...alsoLevels], `${IN_COVARIATES}.`);
  requireUsed({ ...said, order: new Map() }, names, `${IN_COVARIATES}.`);
  const coded = [...factorNames, ...said.order.keys(), ...said.reference.keys()];
  const columns = names.map((name) => covariateOf(data, name, problems, coded));
  for (const { name, kind } of columns) if (kind === "text") requireFew(whole, name);
  for (const name of factorNames)
    if (!names.includes(name)) throw new Refusal("asked", `--factor ${name}: ${IN_COVARIATES}.`);
  const sizes = sizesOf(data, choices.per, columns);
  const factors = columns.flatMap(({ name, kind }): readonly Factor[] =>
    kind === "text" ? [{ name, levels: orderedLevels(data, name, said) }] : [],
  );
  const covariatesOf = (column: DataColumn): readonly Covariate[] =>
    column.kind === "number"
      ? scaled(column, sizes)
      : dummies(column.name, column.values, factors.find(({ name }) => name === column.name)?.levels);
  const own = new Map(columns.map((column) => [column.name, covariatesOf(column)]));
  return {
    covariates: [
      ...[...own.values()].flat(),
      ...products.flatMap(([a, b]) => product(a, own.get(a) ?? [], b, own.get(b) ?? [])),
    ],
    factors,
    columns: names,
    formula: [
      ...columns.map((column) => termInR(column, factors, sizes)),
      ...products.map(([a, b]) => [a, b].map((name) => termInR(columnIn(columns, name), factors, sizes)).join(":")),
    ].join(" + "),
    notes: factors.map(({ name, levels }) => `${name}: reference level ${levels[0] ?? "none"}.`),
    said,
  };
}

const columnIn = (columns: readonly DataColumn[], name: string): DataColumn =>
  columns.find((column) => column.name === name) as DataColumn;

/** The columns in a list, each once, and the pairs whose products are asked for. */
function termNames(data: DataFile, list: string | undefined) {
  const names: string[] = [];
  const products: (readonly [string, string])[] = [];
  const add = (name: string) => {
    if (!names.includes(name)) names.push(name);
  };
  for (const word of columnList(data, list)) {
    const pair = columnOrNone(data, word) === undefined ? pairOf(data, word) : undefined;
    if (pair === undefined) {
      add(columnNamed(data, word).name);
      continue;
    }
    if (pair.both) for (const name of pair.of) add(name);
    if (pair.of[0] === pair.of[1]) throw new Refusal("asked", `${word}: a product needs two columns.`);
    products.push(pair.of);
  }
  for (const [a, b] of products)
    for (const name of [a, b])
      if (!names.includes(name))
        throw new Refusal(
          "asked",
          `${a}:${b} is no model without its parts: name ${name} as well, or write ${a}*${b}.`,
        );
  return { names, products };
}

/** `a:b` or `a*b` of columns that the file has. */
function pairOf(
  data: DataFile,
  word: string,
): { readonly of: readonly [string, string]; readonly both: boolean } | undefined {
  for (const { 0: sign, index } of word.matchAll(/[:*]/g)) {
    const [a, b] = [word.slice(0, index), word.slice(index + 1)].map((name) => columnOrNone(data, unquoted(name)));
    if (a !== undefined && b !== undefined) return { of: [a.name, b.name], both: sign === "*" };
  }
  return undefined;
}

/** Every column of the one times every column of the other, the first fastest, as R has them. */
function product(
  a: string,
  first: readonly Covariate[],
  b: string,
  second: readonly Covariate[],
): readonly Covariate[] {
  return second.flatMap((right) =>
    first.map((left): Covariate => {
      const level = [left.level, right.level].filter((part) => part !== undefined).join(":");
      return {
        name: `${left.name}:${right.name}`,
        term: `${a}:${b}`,
        ...(level !== "" && { level }),
        values: Array.from(left.values, (value, row) => {
          const other = right.values[row] ?? null;
          return value === null || other === null ? null : value * other;
        }),
      };
    }),
  );
}

/** A covariate in units of the size asked for, which its name then says. */
function scaled({ name, values }: DataColumn, sizes: ReadonlyMap<string, number>): readonly Covariate[] {
  const size = sizes.get(name);
  const numbers = values as readonly (number | null)[];
  if (size === undefined) return [{ name, values: numbers }];
  return [{ name: `${name} per ${size}`, values: numbers.map((value) => (value === null ? null : value / size)) }];
}

function sizesOf(
  data: DataFile,
  list: string | undefined,
  columns: readonly DataColumn[],
): ReadonlyMap<string, number> {
  const said = assignmentsOf(
    data,
    list === undefined ? [] : list.split(/,(?=[^,]*=)/).map((part) => part.trim()),
    "--per",
    "SIZE",
  );
  return new Map(
    [...said].map(([name, text]) => {
      const size = Number(text);
      const column = columns.find((own) => own.name === name);
      if (column?.kind !== "number" || !(size > 0 && Number.isFinite(size)))
        throw new Refusal("asked", `--per ${name}=${text}: write COLUMN=SIZE, a numeric covariate and a size above 0.`);
      return [name, size];
    }),
  );
}

function termInR({ name, kind }: DataColumn, factors: readonly Factor[], sizes: ReadonlyMap<string, number>): string {
  const column = rName(name);
  if (kind === "number") return sizes.has(name) ? `I(${column} / ${sizes.get(name)})` : column;
  return `factor(${column}, levels = ${rVector(factors.find((factor) => factor.name === name)?.levels ?? [])})`;
}
