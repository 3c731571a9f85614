import { type Problem, SHIPPED, withOwn } from "@osteon/codebook";
import type { Model } from "@osteon/derive";
import { columnNames, type DuckDbOptions, type Engine, openDuckDb, TimeIsOver } from "@osteon/engine";
import { tallySpecs } from "@osteon/estimate";
import { createFrozenTables } from "@osteon/freeze";
import { neededFields, protocolTables } from "@osteon/protocol";
import { modelsOf } from "../study.ts";
import type { StudyLock } from "./study-lock.ts";
import { meant, problem, refused } from "./study-problem.ts";

/**
 * Defines every model that an analysis reaches on charts of nobody, on the fence that a run has: what a model names must be there. Then each analysis
 * must name columns of its table. Models that read one which failed are left out. Charts of nobody take no time and no room: within
 * `limits` a model that takes them is a problem, and nothing is asked behind it.
 */
export async function unbound(
  { protocol, models }: Pick<StudyLock, "protocol" | "models">,
  limits: ModelLimits = {},
): Promise<readonly Problem[]> {
  const engine = await openDuckDb({ ...limits, threads: 1, temporaryDirectory: "" });
  const failed = new Map<string, Problem | undefined>();
  try {
    await createFrozenTables(engine, withOwn(SHIPPED, neededFields(protocol.needs), "kept"));
    await engine.fence([]);
    for (const table of protocolTables(protocol)) await engine.load(table);
    for (const model of modelsOf({ protocol, models })) {
      const { name, sql, reads } = model;
      if (reads.some((read) => failed.has(read))) failed.set(name, undefined);
      else await engine.define(name, sql).catch((error) => failed.set(name, failedModel(model, error, limits)));
      if (failed.get(name)?.code === ENDLESS) break;
    }
    const problems = [...failed.values()].filter((one) => one !== undefined);
    if (problems.some(({ code }) => code === ENDLESS)) return problems;
    return [...problems, ...(await unknownColumns(engine, protocol, new Set(failed.keys())))];
  } finally {
    await engine.close();
  }
}

/** What the models of a study may take together. */
export type ModelLimits = Pick<DuckDbOptions, "milliseconds" | "memoryLimit">;

const ENDLESS = "model-takes-too-much" as const;

function failedModel(model: Model, error: Error, { milliseconds = 0, memoryLimit }: ModelLimits): Problem {
  const isOver = error instanceof TimeIsOver;
  if (!isOver && !/^Out of Memory Error/.test(error.message)) return unboundModel(model, error.message);
  return problem(
    `models/${model.name}.sql`,
    undefined,
    refused(ENDLESS, isOver ? { of: "time", seconds: milliseconds / 1000 } : { of: "memory", memory: memoryLimit }),
  );
}

/** What the engine says of a model, without its picture of the line; it counts from the line above the model. */
export function unboundModel({ name, sql }: Pick<Model, "name" | "sql">, message: string): Problem {
  const [, field, table] = /Cannot extract field '(\w+)' from expression "(\w+)"/.exec(message) ?? [];
  const counted = Number(/\bLINE (\d+):/.exec(message)?.[1] ?? 0) - 1;
  const line = field === undefined ? counted : lineOf(sql, `${table}.${field}`);
  const [says = ""] = message.split("\n");
  const own = /\bown_[a-z0-9_]+/.test(message) ? "own" : "shipped";
  return problem(
    `models/${name}.sql`,
    line > 0 ? `line ${line}` : undefined,
    field === undefined
      ? refused("model-does-not-bind", { because: says.replace(/^\w+ Error: /, ""), own })
      : refused("model-does-not-bind", { table, column: field, own }),
  );
}

const lineOf = (sql: string, text: string): number => sql.split("\n").findIndex((line) => line.includes(text)) + 1;

/** Columns that analyses name and that their table has not. */
async function unknownColumns(
  engine: Engine,
  protocol: StudyLock["protocol"],
  failed: ReadonlySet<string>,
): Promise<readonly Problem[]> {
  const columns = new Map<string, readonly string[]>();
  const found: Problem[] = [];
  for (const { id, from, by, where } of tallySpecs(protocol)) {
    if (failed.has(from)) continue;
    const there = columns.get(from) ?? (await columnNames(engine, from));
    columns.set(from, there);
    const asked = new Set([...by, ...where.map(({ column }) => column)]);
    for (const column of [...asked].filter((name) => !there.includes(name))) {
      const values = { model: from, column, meant: meant(column, there) };
      found.push(problem("protocol.ts", `analyses.${id}`, refused("unknown-column-of-model", values)));
    }
  }
  return found;
}
