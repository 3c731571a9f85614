import type { Engine } from "@osteon/engine";
import { type Protocol, protocolTables } from "@osteon/protocol";
import { type Model, readModels } from "./model.ts";

/** Told after each model: how far the work is. */
export type DeriveProgress = (done: number, of: number, model: Model) => void;

export interface DeriveOptions {
  readonly progress?: DeriveProgress;
  /** Each after those that it reads; without them, the models of this package. */
  readonly models?: readonly Model[];
}

/**
 * Turns the frozen tables that the engine sees into analysis tables, one SQL model after the other.
 * Staging models are views; the others are kept as tables. The protocol is loaded first, as tables.
 * Running it again with a changed protocol replaces everything derived.
 */
export async function derive(
  engine: Engine,
  protocol: Protocol,
  { progress = () => {}, models = readModels() }: DeriveOptions = {},
): Promise<readonly Model[]> {
  await dropDerived(engine, models);
  for (const table of protocolTables(protocol)) await engine.load(table);
  for (const [index, model] of models.entries()) {
    await engine.run(`CREATE TABLE ${model.name} AS\n${model.sql}`);
    progress(index + 1, models.length, model);
  }
  return models;
}

async function dropDerived(engine: Engine, models: readonly Model[]): Promise<void> {
  const names = [...models.map(({ name }) => name).reverse()];
  for (const name of names) await engine.run(`DROP TABLE IF EXISTS ${name}`);
  for (const name of ["cohort", "time_point", "line", "score_item", "rule"]) {
    await engine.run(`DROP TABLE IF EXISTS protocol_${name}`);
  }
}
