import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Ticks of Linux's clocks of processes: a hundred a second on every machine that Node runs on. */
const TICKS = 100;
/** Places in `/proc/self/stat` behind the name: of the process in user and kernel, and of its children that have ended. */
const OWN_AND_ENDED = [11, 12, 13, 14];

/** Seconds of cores that this process has spent, where Linux tells it with the children that have ended: what a busy machine hardly changes. */
export function cpuSpent(): number {
  try {
    const told = readFileSync("/proc/self/stat", "utf8");
    // The name stands in brackets, and may hold blanks and brackets.
    const fields = told.slice(told.lastIndexOf(")") + 2).split(" ");
    return OWN_AND_ENDED.reduce((sum, place) => sum + Number(fields[place]), 0) / TICKS;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}

/** Where the processes of a run note what each of their files has spent. */
const NOTES = "OSTEON_TEST_CPU";

/** Lets the processes started after this note in a folder. */
export function keepNotesIn(folder: string): void {
  process.env[NOTES] = folder;
}

export function noteSpent(file: string, seconds: number): void {
  const folder = process.env[NOTES];
  if (folder !== undefined && existsSync(folder))
    appendFileSync(join(folder, `${process.pid}.cpu`), `${JSON.stringify([file, seconds])}\n`);
}

/** What the files have spent, as their processes noted it: with the programs that they started, without the browser and the PostgreSQL of all. */
export function spentByFile(folder: string): ReadonlyMap<string, number> {
  const notes = readdirSync(folder).filter((name) => name.endsWith(".cpu"));
  const lines = notes.flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));
  return new Map(lines.map((line) => JSON.parse(line) as [string, number]));
}
