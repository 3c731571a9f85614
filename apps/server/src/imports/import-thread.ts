import { readFile } from "node:fs/promises";
import { asMeant, asWritten, type ChartTable, SHIPPED, tableNamed, withOwn } from "@osteon/codebook";
import { parseTable, type ReadFolder, readChartFolder, readChartWorkbook, serveConfined } from "@osteon/interop";
import { applyImport, ImportOvertaken, type ImportPlan, lendSession, planImport, type Session } from "@osteon/registry";
import { keepColumns } from "../routes/kept-columns.ts";
import type { ImportWork, ProgressTold, ReadTold } from "./import-work.ts";
import { planTold, shownProblems } from "./plan-told.ts";
import { unpackArchive } from "./unpack-archive.ts";

/** What was read and planned stays here; only what is told, and rows on their way to the database, leave the thread. */
const NOTHING: ReadFolder = { charts: [], version: 1, book: SHIPPED, problems: [] };
let read = NOTHING;
let plan: ImportPlan | undefined;

/** With these, and no chart, there is nothing to plan. */
const UNFIT = new Set(["unreadable-archive", "damaged-archive", "unknown-file", "file-too-large-to-read"]);

serveConfined(async (given, ask) => {
  const work = given as ImportWork;
  if (work.does === "read") {
    plan = undefined;
    const asTyped = await readFileOf(work);
    const written = asTyped.charts.map((chart) => asWritten(chart, work.written, asTyped.book.tables));
    read = {
      ...asTyped,
      charts: written.map(({ chart }) => asMeant(chart, work.meanings)),
      problems: [...asTyped.problems, ...written.flatMap(({ problems }) => problems)],
    };
    return {
      fit: !read.problems.some(({ code }) => UNFIT.has(code) && read.charts.length === 0),
      problems: shownProblems(read.problems),
    } satisfies ReadTold;
  }
  if (work.does === "plan") {
    return await lendSession(ask, async (session) => {
      // Columns of later versions of the codebook may always be absent: what the registry holds there stays.
      if (work.absent === "keep" || !read.problems.some(({ code }) => code === "missing-column"))
        read = await keepingAbsent(session, read, work.centre);
      plan = await planImport(session, read.charts, {
        at: work.centre,
        lacking: work.lacking,
        notice: read.notice,
        plan: read.plan,
        lists: read.book,
      });
      return planTold(plan, [...read.problems, ...plan.problems]);
    });
  }
  if (work.does === "forget") {
    read = NOTHING;
    plan = undefined;
    return { done: true };
  }
  const planned = plan;
  if (planned === undefined) throw new Error("nothing was planned");
  return await lendSession(ask, async (session) => {
    try {
      await applyImport(session, planned, {
        ...work,
        progress: async (done, of, table) => void (await ask({ progress: { done, of, table } } satisfies ProgressTold)),
      });
      return { done: true };
    } catch (error) {
      if (error instanceof ImportOvertaken) return { overtaken: error.table };
      throw error;
    }
  });
});

/** The tables of which some columns are not in the file, with what the registry holds there. */
async function keepingAbsent(
  session: Session,
  { charts, problems, ...more }: ReadFolder,
  centre: string | undefined,
): Promise<ReadFolder> {
  const whole: ChartTable[] = [];
  let said = problems;
  for (const chart of charts) {
    const kept = await keepColumns(session, { chart, problems: said }, centre);
    whole.push(kept.chart);
    said = kept.problems;
  }
  return { ...more, charts: whole, problems: said };
}

async function readFileOf({ path, folder, type, table, own }: ImportWork & { does: "read" }): Promise<ReadFolder> {
  const book = withOwn(SHIPPED, own, "new");
  if (type === "xlsx") return await readChartWorkbook(await readFile(path), book);
  if (type === "csv") {
    const parsed = parseTable(await readFile(path), `${table}.csv`, tableNamed(table ?? "", book.tables));
    return {
      charts: parsed.table === undefined ? [] : [parsed.table],
      version: 1,
      book,
      problems: parsed.problems,
    };
  }
  const problem = await unpackArchive(path, folder);
  return problem === undefined
    ? await readChartFolder(folder, book)
    : { charts: [], version: 1, book: SHIPPED, problems: [problem] };
}
