import { parentPort, workerData } from "node:worker_threads";
import { runInto } from "../run-into.ts";
import { readStudy } from "../study.ts";

/** What the server asks of the worker. */
export interface WorkerTask {
  readonly study: string;
  readonly charts: string;
  readonly out: string;
}

const { study, charts, out } = workerData as WorkerTask;
const outcome = await runInto(await readStudy(study), charts, out, (stage) => parentPort?.postMessage({ stage }));
parentPort?.postMessage(outcome.ok ? { ended: true } : { problems: outcome.problems });
