import type { Model } from "./model.ts";
import { tablesRead } from "./tables-read.ts";
import { unsteadyOrders } from "./unsteady-orders.ts";

/** What a pattern forbids, and why, in the words that a developer reads. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/;/, "a model is one statement without a semicolon"],
  [/\/\*/, "comments begin with --"],
  [/\bSELECT\s+(DISTINCT\s+)?\*|\b\w+\.\*/i, "columns are named: no SELECT *"],
  [/\b(FLOAT|DOUBLE|REAL|DECIMAL|NUMERIC|HUGEINT)\b|\d\.\d/i, "models know whole numbers and texts: no floats"],
  [/(?<![/*])\/(?![/*])/, "division differs between engines: no /"],
  [/\|\|/, "texts are not put together in a model: no ||"],
  [/[[\]{}]/, "no lists and no structures"],
  [/\b(DATE|TIMESTAMP|INTERVAL|CURRENT_DATE|CURRENT_TIMESTAMP)\b/i, "days are whole numbers already: no dates"],
  [
    /\b(QUALIFY|ASOF|PIVOT|UNPIVOT|LATERAL|ILIKE|SIMILAR|DISTINCT\s+ON|USING|NATURAL|RECURSIVE|TABLESAMPLE|GROUP\s+BY\s+ALL|WINDOW)\b/i,
    "this word is not of every engine",
  ],
  [/\bUNION\b(?!\s+ALL\b)|\b(EXCEPT|INTERSECT)\b/i, "rows are put together by UNION ALL only"],
  [/::/, "CAST(... AS ...), not ::"],
  [/\bTRUE\b|\bFALSE\b/i, "yes and no are 1 and 0"],
  [/\b(LIMIT|OFFSET)\b/i, "which rows come first is not defined"],
  [/[^<]>=?\s*''|<=?\s*''|''\s*[<>]|\bBETWEEN\s+''/, "the order of texts differs between engines"],
  [/\b(CREATE|INSERT|UPDATE|DELETE|DROP|COPY)\b/i, "a model selects, and nothing else"],
];

/** Functions that DuckDB, PostgreSQL and Trino answer alike, and the words that may stand before a bracket. */
const FUNCTIONS = "COUNT SUM MIN MAX ROW_NUMBER LAG LEAD COALESCE NULLIF CAST ABS".split(" ");
const BEFORE_BRACKET = "AS IN AND OR NOT ON OVER FILTER FROM JOIN WHERE WHEN THEN ELSE EXISTS BETWEEN SELECT HAVING BY";
const ALLOWED = new Set([...FUNCTIONS, ...BEFORE_BRACKET.split(" ")]);

/** What keeps a model from giving the same rows on every engine; `tables` are the names that it may not hide. */
export function lintModel(
  { name, sql }: Pick<Model, "name" | "sql">,
  tables: readonly string[] = [],
): readonly string[] {
  const lines = sql.split("\n");
  const code = lines.map((line) => line.replace(/--.*$/, "")).join("\n");
  const words = code.replaceAll(/'[^']*'/g, "''");
  return [
    ...(/^-- One row per .+/.test(lines[0] ?? "") ? [] : ["the first line says the grain: -- One row per ..."]),
    ...(/^\s*(WITH|SELECT)\b/.test(words) ? [] : ["a model is one SELECT"]),
    ...FORBIDDEN.filter(([pattern]) => pattern.test(words)).map(([, says]) => says),
    ...foreignFunctions(words),
    ...unsteadyOrders(words),
    ...foreignReads(code),
    ...hidden(words, [...tables, name]),
    ...uncastCounts(words),
  ].map((says) => `${name}: ${says}`);
}

function foreignFunctions(code: string): readonly string[] {
  const called = [...code.matchAll(/\b([A-Za-z_]\w*)\s*\(/g)].map(([, word = ""]) => word);
  const foreign = new Set(called.filter((word) => !ALLOWED.has(word)));
  const ctes = new Set(ownNames(code));
  return [...foreign]
    .filter((word) => !ctes.has(word))
    .map((word) => `${word}() is not among the functions that every engine answers alike: ${FUNCTIONS.join(", ")}`);
}

/** Names that the model gives to its own CTEs, with or without their columns. */
function ownNames(code: string): readonly string[] {
  return [...code.matchAll(/(?:\bWITH|\),)\s*(\w+)\s*(?:\([\w\s,]*\)\s*)?AS\s*\(/g)].map(([, own = ""]) => own);
}

/** A CTE, or an alias beside the table of that name, would let one name mean two things. */
function hidden(code: string, tables: readonly string[]): readonly string[] {
  const read = tablesRead(code);
  const names = new Set(read.map(({ text }) => text));
  return [
    ...ownNames(code)
      .filter((own) => tables.includes(own))
      .map((own) => `the CTE ${own} hides the table or model of that name`),
    ...read
      .filter(({ text, alias }) => alias !== undefined && alias !== text && names.has(alias))
      .map(({ text, alias }) => `${text} AS ${alias} hides the ${alias} that the model reads as well`),
  ];
}

/** A model reads models and tables of the freeze and of the protocol, by plain name: a file, a function or another database is none. */
function foreignReads(sql: string): readonly string[] {
  return tablesRead(sql)
    .filter(({ kind }) => kind !== "name")
    .map(({ text }) => `reads ${text}: a model reads tables and models by their plain names only`);
}

/** COUNT, SUM and ROW_NUMBER answer different types on different engines: SUM is cast everywhere, the others as columns. */
function uncastCounts(code: string): readonly string[] {
  const result = code.slice(Math.max(code.lastIndexOf("\nSELECT"), 0));
  const found = [
    ...code.matchAll(/(?<!\bCAST\(\s*)\b(SUM)\s*\(/g),
    ...result.matchAll(/(?:^\s*SELECT|,|\bTHEN|\bELSE|\bCOALESCE\()\s+(COUNT|ROW_NUMBER)\s*\(/g),
    ...result.matchAll(/\bCOALESCE\(\s*(COUNT)\s*\(/g),
  ];
  return [...new Set(found.map(([, name]) => name))].map((name) => `${name} is cast where it is a column of the model`);
}
