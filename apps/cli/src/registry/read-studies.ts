import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { derive } from "@osteon/derive";
import { estimate, type Results, tallies } from "@osteon/estimate";
import type { Protocol } from "@osteon/protocol";
import type { Clock, RunPlace, StudyReader } from "@osteon/server";
import { frozenFolder, readStageFile } from "../folders.ts";
import { inputsOf } from "../pipeline.ts";
import { countBehind, membersOf, membersUnder, onRun } from "../result-members.ts";
import { resultsText } from "../stage-files.ts";
import { readStudy } from "../study.ts";
import { workOn } from "./run-in-worker.ts";

/** What can be asked of the studies that come with Osteon and of their finished runs. */
export function readStudies(ids: readonly string[]): StudyReader {
  return {
    list: async () => {
      const studies = await Promise.all(ids.map((id) => readStudy(id)));
      return studies.map(({ protocol: { id, title, version, source } }) => ({ id, title, version, source }));
    },
    members: async (run, id, clock) => {
      const { protocol } = await readStudy(run.study);
      const under = underClock(protocol, clock);
      const { results } = under === protocol ? await resultsOf(run) : await survivalResults(run, under, clock);
      const count = countBehind(results, id);
      const found = results.find((result) => result.id === id);
      if (count === undefined || found === undefined) return undefined;
      const { cells: _, ...asked } = found;
      const patients = await (under === protocol ? membersOf : membersUnder)(under, run.folder, count);
      return { asked, result: count.id, patients };
    },
    survival: async (run, analysis, clock) => {
      const { protocol } = await readStudy(run.study);
      if (protocol.analyses[analysis]?.kind !== "survival") return undefined;
      const under = underClock(protocol, clock);
      const { results } = under === protocol ? await resultsOf(run) : await survivalResults(run, under, clock);
      return { says: under.rules.relapseClock.says, rows: results.filter((row) => row.analysis === analysis) };
    },
    sensitivity: async ({ study, folder }, onPart) => {
      await workOn({ kind: "sensitivity", study, run: folder, out: join(folder, "sensitivity") }, ({ done, of }) => {
        if (done !== undefined && of !== undefined) onPart(done, of);
      });
    },
  };
}

const resultsOf = ({ folder }: RunPlace): Promise<Results> =>
  readStageFile<Results>(join(folder, "results.json"), "study run");

const SAYS: Readonly<Record<Clock, string>> = {
  diagnosis: "Time to relapse runs from diagnosis to the first relapse.",
  onset: "Time to relapse runs from the first symptom.",
  "first-treatment": "Time to relapse runs from the first treatment.",
};

/** The protocol itself where it counts so already. */
function underClock(protocol: Protocol, clock: Clock): Protocol {
  const { relapseClock } = protocol.rules;
  if (relapseClock.zero === clock) return protocol;
  return {
    ...protocol,
    rules: { ...protocol.rules, relapseClock: { ...relapseClock, says: SAYS[clock], zero: clock } },
  };
}

/** The survival analyses alone, derived again from the run's own freeze; made once and kept beside the run's results. */
async function survivalResults({ folder }: RunPlace, protocol: Protocol, clock: Clock): Promise<Results> {
  const file = join(folder, `survival-from-${clock}.json`);
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Results;
  const analyses = Object.fromEntries(Object.entries(protocol.analyses).filter(([, { kind }]) => kind === "survival"));
  const alone: Protocol = { ...protocol, analyses };
  const results = await onRun(folder, async (engine) => {
    await derive(engine, alone);
    return estimate(alone, await tallies(engine, alone), inputsOf(alone, await frozenFolder(join(folder, "freeze"))));
  });
  const unfinished = `${file}.${crypto.randomUUID()}`;
  await writeFile(unfinished, resultsText(results));
  await rename(unfinished, file);
  return results;
}
