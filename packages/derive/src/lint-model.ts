import type { Model } from "./model.ts";

/** What a pattern forbids, and why, in the words that a developer reads. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/;/, "a model is one statement without a semicolon"],
  [/\bSELECT\s+\*|\b\w+\.\*/i, "columns are named: no SELECT *"],
  [/\b(FLOAT|DOUBLE|REAL|DECIMAL|NUMERIC)\b/i, "models know whole numbers and texts: no floats"],
  [/\b(AVG|ROUND|SQRT|STDDEV\w*|MEDIAN|QUANTILE\w*|POWER)\s*\(/i, "statistics are estimated from tallies, not in SQL"],
  [/[^-]\s\/\s|\/\s*\d/, "division differs between engines: no /"],
  [/\b(DATE|TIMESTAMP|INTERVAL|CURRENT_DATE|NOW)\b\s*[('']?/i, "days are whole numbers already: no dates"],
  [/\b(QUALIFY|ASOF|PIVOT|UNPIVOT|LATERAL|ILIKE|DISTINCT\s+ON|USING|NATURAL)\b/i, "this word is not of every engine"],
  [/::/, "CAST(... AS ...), not ::"],
  [
    /\b(LIST|STRUCT|ARRAY|UNNEST|ANY_VALUE|FIRST|LAST|ARG_MIN|ARG_MAX|MAX_BY|MIN_BY|STRING_AGG|GROUP_CONCAT)\s*[([{]/i,
    "this function is not of every engine",
  ],
  [/\b(RANDOM|UUID|SETSEED)\s*\(/i, "a model gives the same rows each time"],
  [/\bTRUE\b|\bFALSE\b/i, "yes and no are 1 and 0"],
  [/\b(LIMIT|OFFSET)\b/i, "which rows come first is not defined"],
  [/\bCREATE\b|\bINSERT\b|\bUPDATE\b|\bDELETE\b/i, "a model selects, and nothing else"],
];

/** What keeps a model from giving the same rows on every engine; `models` are the names that it may not hide. */
export function lintModel(
  { name, sql }: Pick<Model, "name" | "sql">,
  models: readonly string[] = [],
): readonly string[] {
  const lines = sql.split("\n");
  const code = lines.map((line) => line.replace(/--.*$/, "")).join("\n");
  const words = code.replaceAll(/'[^']*'/g, "''");
  return [
    ...(/^-- One row per .+/.test(lines[0] ?? "") ? [] : ["the first line says the grain: -- One row per ..."]),
    ...(/^\s*(WITH|SELECT)\b/.test(code.trimStart()) ? [] : ["a model is one SELECT"]),
    ...FORBIDDEN.filter(([pattern]) => pattern.test(words)).map(([, says]) => says),
    ...unsteadyWindows(words),
    ...hidden(words, models),
    ...uncastCounts(words),
  ].map((says) => `${name}: ${says}`);
}

/** A window that numbers rows must order them by something unique: its last word is a row number or an ordinal. */
function unsteadyWindows(code: string): readonly string[] {
  return [...code.matchAll(/ORDER BY([^()]*(?:\([^()]*\)[^()]*)*)\)/g)]
    .map(([, order = ""]) => order.split(",").at(-1)?.trim() ?? "")
    .filter((last) => !/(_no|_ordinal)$/.test(last))
    .map((last) => `the window's order ends in ${last}, which is not unique: end it in a row number`);
}

/** A CTE named as a model would hide it from the resolver of references. */
function hidden(code: string, models: readonly string[]): readonly string[] {
  return [...code.matchAll(/(?:WITH|\),)\s*(\w+) AS \(/g)]
    .map(([, own = ""]) => own)
    .filter((own) => models.includes(own))
    .map((own) => `the CTE ${own} hides the model of that name`);
}

/** COUNT and SUM answer different types on different engines; as a column of the model they are cast. */
function uncastCounts(code: string): readonly string[] {
  const final = code.slice(code.lastIndexOf("\nSELECT") + 1);
  return [...final.matchAll(/^ {2}(COUNT|SUM)\(/gm)].map(
    ([, name]) => `${name} is cast where it is a column of the model`,
  );
}
