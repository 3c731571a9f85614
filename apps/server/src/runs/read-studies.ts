import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Results, rCall } from "@osteon/estimate";
import { keepConfined, lendConfined, Outgrown } from "@osteon/interop";
import { type Binding, LIMITS } from "@osteon/paper";
import {
  analysisTables,
  type Behind,
  compareLocks,
  countBehind,
  curveWords,
  lockOf,
  membersOf,
  movedBy,
  movedNumbers,
  numberWords,
  otherClocks,
  pagesFile,
  readResultsFile,
  studyOfRun,
  tableCsv,
  underClock,
} from "@osteon/run";
import type { Language } from "@osteon/words";
import type { BindWork } from "./bind-thread.ts";
import { workOn } from "./run-in-worker.ts";
import type { StudyReader } from "./study-reader.ts";

/** What can be asked of finished runs. Each is asked by its own lock alone, whatever the study says today. */
export function readStudies(): StudyReader {
  const otherClock = otherClocks();
  /** Reports that are being written, by their folders. */
  const reports = new Map<string, Promise<void>>();
  return {
    members: async ({ folder }, id, clock) => {
      const lock = studyOfRun(folder);
      const { protocol, models } = lock;
      const under = underClock(protocol, clock);
      const from = under === protocol ? folder : await otherClock(folder, { protocol: under, models }, clock);
      const results = await resultsOf(from);
      const found = results.find((result) => result.id === id);
      const count = countBehind(results, id);
      if (found === undefined || count === undefined) return undefined;
      const { cells: _, ...asked } = found;
      const behind = await membersOf(under, { freeze: join(folder, "freeze"), tables: join(from, "tables") }, count);
      const r = under === protocol ? rCall(protocol, found) : undefined;
      const curve = curveWords(lock, found);
      return {
        ...{ asked, counts: count.counts, exact: count.exact, ...behind },
        ...(r === undefined ? {} : { r }),
        ...(curve === undefined ? {} : { curve }),
      };
    },
    table: async ({ folder }, name) => {
      const [table] = await analysisTables(folder, name);
      return table === undefined ? undefined : tableCsv(table);
    },
    survival: async ({ folder }, analysis, clock) => {
      const { protocol, models } = studyOfRun(folder);
      if (protocol.analyses[analysis]?.kind !== "survival") return undefined;
      const under = underClock(protocol, clock);
      const results = await resultsOf(
        under === protocol ? folder : await otherClock(folder, { protocol: under, models }, clock),
      );
      const { relapseClock } = under.rules;
      const rows = results.filter((row) => row.analysis === analysis);
      return { says: relapseClock?.says ?? "", clocked: relapseClock !== undefined, rows };
    },
    moved: async (before, after, language) => {
      const [was, is] = [lockOf(studyOfRun(before.folder)), lockOf(studyOfRun(after.folder))];
      const inWords = numberWords(is, language);
      const numbers = movedNumbers(await resultsOf(before.folder), await resultsOf(after.folder));
      return {
        numbers: numbers.map((number) => ({ ...number, words: inWords(number) })),
        study: compareLocks(was, is),
      };
    },
    movedBy: async (before, after, id) => {
      const [was, is] = [await behindNumber(before.folder, id), await behindNumber(after.folder, id)];
      return was === undefined && is === undefined ? undefined : movedBy(was ?? NOBODY, is ?? NOBODY);
    },
    report: async ({ folder }, language) => {
      const out = join(folder, "report", language);
      const making = reports.get(out) ?? makeReport(folder, language, out).finally(() => reports.delete(out));
      reports.set(out, making);
      await making;
    },
    bind: async ({ folder }, lines) => {
      const thread = lendConfined(BINDING, LIMITS.thread);
      try {
        const bound = (await thread.work({ run: folder, lines } satisfies BindWork)) as Binding;
        await keepConfined(BINDING, LIMITS.thread, thread);
        return bound;
      } catch (error) {
        await thread.end();
        if (error instanceof Outgrown) return undefined;
        throw error;
      }
    },
    sensitivity: async ({ folder }, onPart) => {
      await workOn({ kind: "sensitivity", run: folder, out: join(folder, "sensitivity") }, ({ done, of }) => {
        if (done !== undefined && of !== undefined) onPart(done, of);
      });
    },
  };
}

const BINDING = new URL("./bind-thread.ts", import.meta.url);

async function makeReport(folder: string, language: Language, out: string): Promise<void> {
  if (existsSync(out) || !existsSync(join(folder, pagesFile(language)))) return;
  await workOn({ kind: "report", run: folder, language, out }, () => {});
}

const NOBODY = { children: [], cells: [] };

/** The children behind a number of a run as it was made; nothing where it has no such number. */
async function behindNumber(folder: string, id: string): Promise<Behind | undefined> {
  const count = countBehind(await resultsOf(folder), id);
  if (count === undefined) return undefined;
  const places = { freeze: join(folder, "freeze"), tables: join(folder, "tables") };
  return await membersOf(studyOfRun(folder).protocol, places, count);
}

const resultsOf = async (folder: string): Promise<Results["results"]> =>
  (await readResultsFile(join(folder, "results.json"), "study run")).results;
