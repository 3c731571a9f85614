import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "@osteon/codebook";
import { lockOf, lockText } from "@osteon/run";
import software from "../../package.json" with { type: "json" };
import type { StudyRunner } from "./study-runner.ts";
import type { WorkerTask, WorkerTold } from "./worker-task.ts";

/**
 * Runs studies of the registry in a worker each, so that the server goes on answering; equal charts are run once and kept.
 * Pictures for journals take half of the time of a run: where nobody looks at them, fewer dots per inch do.
 */
export function runInWorker(runs: string, { dotsPerInch }: { readonly dotsPerInch?: number } = {}): StudyRunner {
  return async (study, charts, step, left, asOf) => {
    const lock = lockOf(study);
    const hash = createHash("sha256")
      .update(
        `${lockText(lock)} ${software.version} ${JSON.stringify(left)} ${asOf === undefined ? "" : `${asOf} `}${await hashOfFolder(charts)}`,
      )
      .digest("hex");
    const folder = join(runs, `${lock.protocol.id}-${hash.slice(0, 24)}`);
    if (!existsSync(folder)) {
      await mkdir(runs, { recursive: true });
      const problems = await workOn(
        { kind: "run", study: lock, charts, left, asOf, out: folder, dotsPerInch },
        ({ stage }) => stage !== undefined && step(stage),
      );
      if (problems.length > 0) return { ok: false, problems };
    }
    const { inputs } = JSON.parse(await readFile(join(folder, "results.json"), "utf8"));
    return { ok: true, folder, freezeHash: inputs.freezeHash };
  };
}

async function hashOfFolder(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(folder)).sort())
    hash.update(`${file}\n`).update(await readFile(join(folder, file)));
  return hash.digest("hex");
}

/** Does a task in a worker of its own; answers with the problems that ended it, none where it went well. */
export function workOn(task: WorkerTask, told: (told: WorkerTold) => void): Promise<readonly Problem[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./study-worker.ts", import.meta.url), { workerData: task });
    let problems: readonly Problem[] | undefined;
    worker.on("message", (message: WorkerTold) => {
      told(message);
      if (message.ended === true) problems = [];
      if (message.problems !== undefined) problems = message.problems;
    });
    worker.once("error", reject);
    worker.once("exit", (code) =>
      problems === undefined ? reject(new Error(`the worker ended with ${code}`)) : resolve(problems),
    );
  });
}
