import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Protocol } from "@osteon/protocol";
import { frozenFolder } from "./folders.ts";
import { analyse } from "./pipeline.ts";
import { resultsText } from "./stage-files.ts";
import type { Evaluated } from "./study.ts";
import { wholeFolder } from "./whole-folder.ts";

/** The zero from which time to relapse is counted. */
export const CLOCKS = ["diagnosis", "onset", "first-treatment"] as const;
export type Clock = (typeof CLOCKS)[number];

const SAYS: Readonly<Record<Clock, string>> = {
  diagnosis: "Time to relapse runs from diagnosis to the first relapse.",
  onset: "Time to relapse runs from the first symptom.",
  "first-treatment": "Time to relapse runs from the first treatment.",
};

/** The protocol with its time to relapse counted from elsewhere; itself where it counts so already. */
export function underClock(protocol: Protocol, clock: Clock): Protocol {
  const { relapseClock } = protocol.rules;
  if (relapseClock === undefined || relapseClock.zero === clock) return protocol;
  return {
    ...protocol,
    rules: { ...protocol.rules, relapseClock: { ...relapseClock, says: SAYS[clock], zero: clock } },
  };
}

/** Survival analyses of runs under other clocks, each made once, from the run's own freeze, and kept in the run's folder. */
export function otherClocks(): (run: string, study: Evaluated, clock: Clock) => Promise<string> {
  const underWay = new Map<string, Promise<string>>();
  return async (run, study, clock) => {
    const folder = join(run, `from-${clock}`);
    if (existsSync(folder)) return folder;
    const making = underWay.get(folder) ?? make(run, folder, study).finally(() => underWay.delete(folder));
    underWay.set(folder, making);
    return await making;
  };
}

/** A folder with results.json and tables/, as a run has. */
async function make(run: string, folder: string, { protocol, models }: Evaluated): Promise<string> {
  const survival = Object.entries(protocol.analyses).filter(([, { kind }]) => kind === "survival");
  const alone: Protocol = { ...protocol, analyses: Object.fromEntries(survival) };
  await wholeFolder(
    folder,
    async (unfinished) => {
      const frozen = await frozenFolder(join(run, "freeze"));
      const { results } = await analyse({ protocol: alone, models }, frozen, { tables: join(unfinished, "tables") });
      await writeFile(join(unfinished, "results.json"), resultsText(results));
    },
    () => true,
  );
  return folder;
}
