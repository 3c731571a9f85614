import { join } from "node:path";
import type { Results } from "@osteon/estimate";
import { Outgrown, openConfined } from "@osteon/interop";
import { type Binding, LIMITS } from "@osteon/paper";
import { countBehind, membersOf, otherClocks, readStageFile, readStudy, studyOfRun, underClock } from "@osteon/run";
import type { BindWork } from "./bind-thread.ts";
import { workOn } from "./run-in-worker.ts";
import type { StudyReader } from "./study-reader.ts";

/** What can be asked of the studies that come with Osteon and of their finished runs. */
export function readStudies(ids: readonly string[]): StudyReader {
  const otherClock = otherClocks();
  return {
    list: async () => {
      const studies = await Promise.all(ids.map((id) => readStudy(id)));
      return studies.map(({ protocol: { id, title, version, source, cohorts } }) => ({
        ...{ id, title, version, source },
        periods: Object.values(cohorts).map(({ cohort, diagnosed: [from, to] }) => ({ cohort, from, to })),
      }));
    },
    members: async ({ study, folder }, id, clock) => {
      const { protocol, models } = await studyOfRun(folder, study);
      const under = underClock(protocol, clock);
      const from = under === protocol ? folder : await otherClock(folder, { protocol: under, models }, clock);
      const results = await resultsOf(from);
      const found = results.find((result) => result.id === id);
      const count = countBehind(results, id);
      if (found === undefined || count === undefined) return undefined;
      const { cells: _, ...asked } = found;
      const behind = await membersOf(under, { freeze: join(folder, "freeze"), tables: join(from, "tables") }, count);
      return { asked, counts: count.counts, exact: count.exact, ...behind };
    },
    survival: async ({ study, folder }, analysis, clock) => {
      const { protocol, models } = await studyOfRun(folder, study);
      if (protocol.analyses[analysis]?.kind !== "survival") return undefined;
      const under = underClock(protocol, clock);
      const results = await resultsOf(
        under === protocol ? folder : await otherClock(folder, { protocol: under, models }, clock),
      );
      return { says: under.rules.relapseClock?.says ?? "", rows: results.filter((row) => row.analysis === analysis) };
    },
    bind: async ({ folder }, lines) => {
      const thread = openConfined(new URL("./bind-thread.ts", import.meta.url), LIMITS.thread);
      try {
        return (await thread.work({ run: folder, lines } satisfies BindWork)) as Binding;
      } catch (error) {
        if (error instanceof Outgrown) return undefined;
        throw error;
      } finally {
        await thread.end();
      }
    },
    sensitivity: async ({ study, folder }, onPart) => {
      await workOn({ kind: "sensitivity", study, run: folder, out: join(folder, "sensitivity") }, ({ done, of }) => {
        if (done !== undefined && of !== undefined) onPart(done, of);
      });
    },
  };
}

const resultsOf = async (folder: string): Promise<Results["results"]> =>
  (await readStageFile<Results>(join(folder, "results.json"), "study run")).results;
