import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { sizeOf } from "@osteon/publish";
import {
  frozenFolder,
  noBars,
  publishInto,
  readResultsFile,
  reportInput,
  runInto,
  runSensitivity,
  sensitivityPlan,
  specificationCharts,
  studyOfRun,
  wholeFolder,
} from "@osteon/run";
import type { WorkerTask, WorkerTold } from "./worker-task.ts";

const task = workerData as WorkerTask;
const tell = (told: WorkerTold): void => parentPort?.postMessage(told);

if (task.kind === "run") {
  const outcome = await runInto(task.study, task.charts, task.out, {
    onStage: (stage) => tell({ stage }),
    left: task.left,
    asOf: task.asOf,
    everyLanguage: true,
    dotsPerInch: task.dotsPerInch,
  });
  tell(outcome.ok ? { ended: true } : { problems: outcome.problems });
} else if (task.kind === "report") {
  const study = studyOfRun(task.run);
  const results = await readResultsFile(join(task.run, "results.json"), "study run");
  const input = reportInput(study, results, { language: task.language });
  await wholeFolder(
    task.out,
    (folder) => publishInto(input, results, folder, noBars("")),
    () => true,
  );
  tell({ ended: true });
} else {
  const study = studyOfRun(task.run);
  const frozen = await frozenFolder(join(task.run, "freeze"));
  const plan = sensitivityPlan(study, frozen);
  const step = (done: number, of: number): void => tell({ done, of });
  await wholeFolder(
    task.out,
    async (folder) => {
      const outcomes = await runSensitivity(study, plan, frozen, { step, end: () => {} });
      const [first = ""] = await specificationCharts(plan, outcomes, folder, frozen.notice);
      const chart = sizeOf(await readFile(join(folder, first), "utf8"));
      const { headlines, assumptions } = plan;
      await writeFile(join(folder, "outcomes.json"), JSON.stringify({ headlines, assumptions, outcomes, chart }));
    },
    () => true,
  );
  tell({ ended: true });
}
