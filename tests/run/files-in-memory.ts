import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** What the files of all tests need at once, with room to spare, in bytes. */
const ENOUGH = 6 * 2 ** 30;
const NAME = /^osteon-tests-(\d+)-/;

/**
 * Lets the temporary files of a run, its databases too, lie in memory where there is room: what is written there waits for no
 * disk. Whoever has chosen a place by TMPDIR keeps it. What a run that was killed left there is taken away.
 */
export function filesInMemory(place = MEMORY, enough = ENOUGH): void {
  if (process.env.TMPDIR !== undefined || !existsSync(place)) return;
  for (const name of readdirSync(place)) {
    const [, owner] = NAME.exec(name) ?? [];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(place, name), FORCE);
  }
  const { bavail, bsize } = statfsSync(place);
  if (bavail * bsize < enough) return;
  const folder = mkdtempSync(join(place, `osteon-tests-${process.pid}-`));
  // PostgreSQL runs as another person where root runs the tests.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, FORCE));
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.once(signal, () => process.exit(code));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === "EPERM";
  }
}

const FORCE = { recursive: true, force: true } as const;
