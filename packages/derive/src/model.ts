import { readdirSync, readFileSync } from "node:fs";
import { tablesRead } from "./tables-read.ts";

export type Layer = "staging" | "timeline" | "analysis";

/** One SQL model: its file is its name, its first line is its grain. */
export interface Model {
  readonly name: string;
  readonly layer: Layer;
  /** The sentence of the first line, without the comment mark. */
  readonly grain: string;
  readonly sql: string;
  /** Other models that it reads, by plain name. */
  readonly reads: readonly string[];
}

const FOLDER = new URL("../models/", import.meta.url);
const LAYERS: readonly Layer[] = ["staging", "timeline", "analysis"];

/** All models, each after those that it reads. Throws on a cycle: the models are ours. */
export function readModels(): readonly Model[] {
  const files = LAYERS.flatMap((layer) =>
    readdirSync(new URL(`${layer}/`, FOLDER))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => ({
        layer,
        name: file.replace(/\.sql$/, ""),
        sql: readFileSync(new URL(`${layer}/${file}`, FOLDER), "utf8"),
      })),
  );
  const names = new Set(files.map(({ name }) => name));
  const models = files.map((file) => ({
    ...file,
    grain: grainOf(file.sql),
    reads: readsOf(file.sql, names, file.name),
  }));
  return inOrder(models);
}

function grainOf(sql: string): string {
  return sql.slice(0, sql.indexOf("\n")).replace(/^-- /, "");
}

/** Tables read that are models; a CTE of the same name would hide one and is refused by the linter. */
function readsOf(sql: string, names: ReadonlySet<string>, own: string): readonly string[] {
  const found = tablesRead(sql).map(({ text }) => text);
  return [...new Set(found.filter((name) => names.has(name) && name !== own))].sort();
}

function inOrder(models: readonly Model[]): readonly Model[] {
  const placed: Model[] = [];
  const waiting = new Map(models.map((model) => [model.name, model]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((model) => model.reads.every((name) => !waiting.has(name)));
    if (ready.length === 0) throw new Error(`models read each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const model of ready) {
      placed.push(model);
      waiting.delete(model.name);
    }
  }
  return placed;
}
