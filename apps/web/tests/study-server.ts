import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { STUDIES, shelfOf } from "@osteon/run";
import { courseOfChart, readStudies, runInWorker, toldBackOfChart } from "@osteon/server";
import { builtWeb } from "@osteon/web";
import { zipSync } from "fflate";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort/", import.meta.url));

export type StudyServer = RunningServer & { readonly folder: string };

/** A server with the app and no child, the rules of the registry for single children, and the worker that runs it; `folder` holds its runs. */
export async function emptyStudyServer(): Promise<StudyServer> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-runs-"));
  const server = await runningServer("server", {
    web: await builtWeb(),
    courseOf: courseOfChart(),
    toldBackOf: toldBackOfChart(),
    runner: runInWorker(folder, { dotsPerInch: 36 }),
    shelf: shelfOf(STUDIES),
    studies: readStudies(),
  });
  return {
    ...server,
    folder,
    end: async () => {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same with the Dresden cohort. */
export async function studyServer(): Promise<StudyServer> {
  const server = await emptyStudyServer();
  await importCohort(await server.person("manager", "data_manager", "Dresden"));
  return server;
}

export async function importCohort(manager: Client): Promise<void> {
  const files = readdirSync(COHORT).filter((name) => name.endsWith(".csv"));
  const archive = zipSync(Object.fromEntries(files.map((name) => [name, readFileSync(join(COHORT, name))])));
  const done = await manager("POST", "/api/imports?commit=yes&source=cohort", archive, {
    "content-type": "application/zip",
    "x-reason": "cohort",
  });
  if (done.status !== 201) throw new Error(`the cohort was not imported: ${done.text.slice(0, 300)}`);
}
