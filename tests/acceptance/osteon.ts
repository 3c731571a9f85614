import { AsyncLocalStorage } from "node:async_hooks";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CODEBOOK } from "@osteon/codebook";
import { migratedFolder } from "../../packages/registry/tests/migrated-stores.ts";
import { fileOfNow } from "../run/load-file.ts";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/osteon.js", import.meta.url));

/** The synthetic Dresden cohort that comes with the study. */
export const COHORT = fileURLToPath(new URL("../../studies/schnabel-2017/cohort/", import.meta.url));

/** The tables that the cohort has: it is older than the newest of the codebook. */
export const TABLES_OF_COHORT = CODEBOOK.filter(({ name }) => existsSync(join(COHORT, `${name}.csv`)));

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command says goes to whoever called it, where several run at once; what the runner of the tests says, in bytes, goes on. */
const said = new AsyncLocalStorage<{ out: string; err: string }>();
for (const [stream, name] of [
  [process.stdout, "out"],
  [process.stderr, "err"],
] as const) {
  const write = stream.write.bind(stream) as (...words: readonly unknown[]) => boolean;
  stream.write = (piece: unknown, ...rest: readonly unknown[]): boolean => {
    const caught = said.getStore();
    if (caught === undefined || typeof piece !== "string") return write(piece, ...rest);
    caught[name] += piece;
    return true;
  };
}

/** Runs a command line in this process, which saves the second that a new one needs to begin. */
export async function osteon(...words: readonly string[]): Promise<Ended> {
  // As for a pipe, also where somebody runs one file of tests at a terminal.
  process.env.NO_COLOR = "1";
  const { main } = await import("../../apps/cli/src/main.ts");
  const caught = { out: "", err: "" };
  const code = await said.run(caught, () => main([process.execPath, PROGRAM, ...words]));
  return { code, ...caught };
}

/** Runs the command line as a user does, in a process of its own: where the process itself is what is tested. */
export function osteonProcess(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...words], { maxBuffer: 1 << 28 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, out, err });
    });
  });
}

const folders = new Map<string | undefined, string>();
process.once("exit", () => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

/** A place for what a file of tests writes, no other's, removed at the end. */
export function place(name: string): string {
  const whose = fileOfNow();
  const folder = folders.get(whose) ?? mkdtempSync(join(tmpdir(), "osteon-acceptance-"));
  folders.set(whose, folder);
  return join(folder, name);
}

/** The options of a command for a registry of a test's own, which has taken every migration already: making one anew takes seconds. */
export async function ownRegistry(name = "registry"): Promise<readonly string[]> {
  const data = place(join(name, "data"));
  cpSync(await migratedFolder(), data, { recursive: true });
  return ["--data", data, "--keys", place(join(name, "keys"))];
}

/** A copy of the cohort with one file changed. */
export function changedCohort(name: string, file: string, change: (text: string) => string | Buffer): string {
  const copy = place(name);
  cpSync(COHORT, copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
  return copy;
}

/** The first CSV line's place of a column, counted from 0. */
export function columnOf(text: string, column: string): number {
  return (text.split("\n")[0] ?? "").split(",").indexOf(column);
}

/** CSV text (of a file without quoted cells) with one cell replaced; rows count as in a spreadsheet. */
export function withCell(text: string, row: number, column: string, value: string): string {
  const lines = text.split("\n");
  const cells = (lines[row - 1] ?? "").split(",");
  cells[columnOf(text, column)] = value;
  lines[row - 1] = cells.join(",");
  return lines.join("\n");
}
