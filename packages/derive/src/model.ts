import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

const LAYERS: readonly Layer[] = ["staging", "timeline", "analysis"];

/** The models of some folders (`staging/`, `timeline/`, `analysis/` in each), each after those that it reads. Throws on a cycle. */
export function readModels(folders: readonly string[]): readonly Model[] {
  const files = LAYERS.flatMap((layer) => folders.flatMap((folder) => filesOf(join(folder, layer), layer))).sort(
    (one, other) => LAYERS.indexOf(one.layer) - LAYERS.indexOf(other.layer) || (one.name < other.name ? -1 : 1),
  );
  const names = new Set(files.map(({ name }) => name));
  const models = files.map((file) => ({
    ...file,
    grain: grainOf(file.sql),
    reads: readsOf(file.sql, names, file.name),
  }));
  return inOrder(models);
}

function filesOf(folder: string, layer: Layer): readonly Pick<Model, "layer" | "name" | "sql">[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return names.map((file) => ({
    layer,
    name: file.replace(/\.sql$/, ""),
    sql: readFileSync(join(folder, file), "utf8"),
  }));
}

/** The models that some of them need, these among them, in the order that they have. */
export function modelsReached(models: readonly Model[], names: readonly string[]): readonly Model[] {
  const needed = new Set(names);
  for (const { name, reads } of models.toReversed()) if (needed.has(name)) for (const read of reads) needed.add(read);
  return models.filter(({ name }) => needed.has(name));
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
