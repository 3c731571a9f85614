import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { STUDIES, shelfOf } from "@osteon/run";
import { courseOfChart, readStudies, runInWorker, toldBackOfChart } from "@osteon/server";
import { builtWeb } from "@osteon/web";
import { zipSync } from "fflate";
import { isShared, type Like, postgresServer } from "../../../tests/postgres/postgres-server.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort/", import.meta.url));

export type StudyServer = RunningServer & { readonly folder: string };

/** A server with the app and no child, the rules of the registry for single children, and the worker that runs it; `folder` holds its runs. */
export const emptyStudyServer = (): Promise<StudyServer> => startStudyServer("migrated");

async function startStudyServer(like: Like): Promise<StudyServer> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-runs-"));
  const parts = {
    web: await builtWeb(),
    courseOf: courseOfChart(),
    toldBackOf: toldBackOfChart(),
    runner: runInWorker(folder, { dotsPerInch: 36 }),
    shelf: shelfOf(STUDIES),
    studies: readStudies(),
  };
  const server = await runningServer("server", parts, like);
  return {
    ...server,
    folder,
    end: async () => {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same with the Dresden cohort, as a data manager imported it: by the first file of a run that asks, for all. */
export async function studyServer(): Promise<StudyServer> {
  if (!isShared()) {
    const alone = await emptyStudyServer();
    await importCohort(await alone.person("manager", "data_manager", "Dresden"));
    return alone;
  }
  const postgres = await postgresServer();
  if (!(await postgres.has("cohort"))) {
    const server = await runningServer("server");
    await importCohort(await server.person("manager", "data_manager", "Dresden"));
    await server.end();
    await postgres.keep(server.place, "cohort");
  }
  return await startStudyServer("cohort");
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
