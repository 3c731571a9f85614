import { type Engine, identifier } from "@osteon/engine";
import { type Protocol, protocolTables } from "@osteon/protocol";
import type { Model } from "./model.ts";

/** Told after each model: how far the work is. */
export type DeriveProgress = (done: number, of: number, model: Model) => void;

export interface DeriveOptions {
  readonly progress?: DeriveProgress;
  /** Each after those that it reads. */
  readonly models: readonly Model[];
  /** Folders that models may read and tables may be written to: that of the freeze where its tables are views of files. */
  readonly within?: readonly string[];
}

/**
 * Turns the frozen tables that the engine sees into analysis tables, one SQL model after the other.
 * The protocol is loaded first, as tables. From then on the engine is fenced: a model reaches nothing but its tables.
 * Running it again with a changed protocol replaces everything derived.
 */
export async function derive(
  engine: Engine,
  protocol: Protocol,
  { progress = () => {}, models, within = [] }: DeriveOptions,
): Promise<readonly Model[]> {
  await engine.fence(within);
  const stated = protocolTables(protocol);
  await dropDerived(engine, [...models.toReversed(), ...stated]);
  for (const table of stated) await engine.load(table);
  for (const [index, model] of models.entries()) {
    await engine.define(model.name, model.sql);
    progress(index + 1, models.length, model);
  }
  return models;
}

async function dropDerived(engine: Engine, tables: readonly { readonly name: string }[]): Promise<void> {
  for (const { name } of tables) await engine.run(`DROP TABLE IF EXISTS ${identifier(name)}`);
}
