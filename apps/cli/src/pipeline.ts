import { createHash } from "node:crypto";
import type { Problem } from "@osteon/codebook";
import { derive, readModels, writeTables } from "@osteon/derive";
import { type Engine, openDuckDb, type Tally } from "@osteon/engine";
import { estimate, type Inputs, type Results, tallies } from "@osteon/estimate";
import { type Freeze, freeze, openFreeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { type Protocol, protocolHash } from "@osteon/protocol";
import software from "../package.json" with { type: "json" };
import { type Progress, progressBar } from "./terminal/progress.ts";

/** What one run of a study hands from stage to stage. */
export interface StudyRun {
  readonly freeze: Freeze;
  readonly queries: readonly Problem[];
  readonly tallies: readonly Tally[];
  readonly results: Results;
}

export type RunOutcome =
  | { readonly ok: true; readonly run: StudyRun }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the stages of a run put their files; `tables` may be left out where nobody will open them. */
export interface RunFolders {
  readonly freeze: string;
  readonly tables?: string;
}

/** From a chart folder to results: reads, freezes, derives, tallies, estimates. Nothing is frozen while a problem stands. */
export async function runStudy(protocol: Protocol, charts: string, folders: RunFolders): Promise<RunOutcome> {
  const bar = progressBar("freeze");
  const frozen = await freezeFolder(charts, folders.freeze, protocol);
  bar.end();
  if (!frozen.ok) return frozen;
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, frozen.value);
    const { counted, results } = await analyse(engine, protocol, frozen.value);
    if (folders.tables !== undefined) await writeTables(engine, folders.tables);
    return { ok: true, run: { freeze: frozen.value, queries: frozen.queries, tallies: counted, results } };
  } finally {
    await engine.close();
  }
}

/** The freeze stage alone: chart folder in, Parquet out, or every problem of both reading and checking at once. */
export async function freezeFolder(charts: string, directory: string, protocol: Protocol) {
  const read = await readChartFolder(charts);
  const unreadable = read.problems.filter(({ severity }) => severity === "refused");
  const { checkCharts } = await import("@osteon/codebook");
  if (unreadable.length > 0) return { ok: false, problems: [...read.problems, ...checkCharts(read.charts)] } as const;
  const said = read.notice === undefined ? {} : { notice: read.notice };
  return await freeze(read.charts, { directory, policy: "middle", study: protocol.id, ...said });
}

/** Derive, tally and estimate on an engine that already sees the frozen tables. */
export async function analyse(engine: Engine, protocol: Protocol, frozen: Freeze) {
  await withBar("derive", (bar) =>
    derive(engine, protocol, { progress: (done, of, { name }) => bar.step(done, of, name) }),
  );
  const counted = await withBar("tally", (bar) => tallies(engine, protocol, bar.step));
  return { counted, results: estimate(protocol, counted, inputsOf(protocol, frozen)) };
}

async function withBar<T>(title: string, work: (bar: Progress) => Promise<T>): Promise<T> {
  const bar = progressBar(title);
  try {
    return await work(bar);
  } finally {
    bar.end();
  }
}

/** What results were made of; every result names it. */
export function inputsOf(
  protocol: Protocol,
  { hash, policy, notice }: Pick<Freeze, "hash" | "policy" | "notice">,
): Inputs {
  const models = createHash("sha256");
  for (const { name, sql } of [...readModels()].sort((a, b) => (a.name < b.name ? -1 : 1)))
    models.update(`${name}\n${sql}\n`);
  return {
    study: protocol.id,
    title: protocol.title,
    protocolHash: protocolHash(protocol),
    freezeHash: hash,
    modelsHash: models.digest("hex"),
    resolutionPolicy: policy,
    version: software.version,
    ...(notice === undefined ? {} : { notice }),
  };
}
