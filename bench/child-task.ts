import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Engine, openDuckDb } from "@osteon/engine";
import { type Freeze, readFreeze } from "@osteon/freeze";

/** What a child process is asked to measure. */
export interface Task {
  readonly freeze: string;
  /** Folder for what is written and spilled. */
  readonly work: string;
  /** As DuckDB writes it. */
  readonly memoryLimit: string;
}

/** Runs a module of this folder in a process of its own, so that its memory is its alone, and hands back its answer. */
export async function runChild<T>(module: string, task: Task): Promise<T> {
  await mkdir(task.work, { recursive: true });
  const answer = join(task.work, `${module}.answer.json`);
  const file = fileURLToPath(new URL(`./${module}.ts`, import.meta.url));
  await promisify(execFile)(process.execPath, [file, JSON.stringify(task), answer]);
  return JSON.parse(await readFile(answer, "utf8"));
}

/** The child's side of `runChild`. */
export async function childTask<T>(answer: (task: Task) => Promise<T>): Promise<void> {
  const [task = "", file = ""] = process.argv.slice(2);
  await writeFile(file, JSON.stringify(await answer(JSON.parse(task))));
}

export async function freezeIn(directory: string): Promise<Freeze> {
  const read = await readFreeze(directory);
  if (!read.ok) throw new Error(read.problems.map(({ says }) => says).join(" "));
  return read.value;
}

/** DuckDB within the task's memory; with tables in a file of that name, compressed, where a file is named. */
export async function engineOf({ work, memoryLimit }: Task, file?: string): Promise<Engine> {
  const options = { temporaryDirectory: join(work, "spill"), memoryLimit };
  if (file === undefined) return openDuckDb(options);
  await rm(join(work, file), { force: true });
  return openDuckDb({ ...options, file: join(work, file) });
}
