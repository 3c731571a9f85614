import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** How the folder of one registry begins where several share a place for runs; no id of a study has the sign. */
export const REGISTRY = "registry@";

const UNFINISHED = /^\..*-unfinished-(\d+)-/;

/** Takes away the folders of runs, and within runs, that a process began and did not live to finish. Asked before any run begins. */
export async function clearCutRuns(runs: string): Promise<void> {
  const entries = await readdir(runs, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(REGISTRY)) continue;
    const folder = join(runs, entry.name);
    const pid = UNFINISHED.exec(entry.name)?.[1];
    if (pid === undefined) await clearWithin(folder);
    else if (isOver(Number(pid))) await rm(folder, { recursive: true, force: true });
  }
}

async function clearWithin(run: string): Promise<void> {
  for (const name of await readdir(run).catch(() => [])) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== undefined && isOver(Number(pid))) await rm(join(run, name), { recursive: true, force: true });
  }
}

/** This process has begun none yet: where its number stands, another one had it before. */
function isOver(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === "ESRCH";
  }
}
