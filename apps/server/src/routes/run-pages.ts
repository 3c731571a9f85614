import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { papers, runPages, type runs } from "@osteon/api";
import { centresOfRun } from "@osteon/registry";
import { OlderRun, pagesFile } from "@osteon/run";
import type { Language } from "@osteon/words";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { type Asked, send, serve } from "../http/serve-route.ts";
import { takeTurns } from "../http/take-turns.ts";
import type { RunPlace } from "../runs/study-reader.ts";
import { exportable, noticedName } from "./exports.ts";
import { withoutCentre } from "./numbers-by-centre.ts";
import { placeOf } from "./run-rows.ts";

const LARGEST_TEXT = 5_000_000;
/** So much of a run's study may be worked on at once; the rest waits. */
const AT_ONCE = 2;

/** What is asked of one run. */
type OfRun = Pick<Asked<typeof runs.readRun>, "request" | "params">;

/** What stands behind the pages of a run: their content, the children of each number, curves under another clock. */
export function addRunPages({ app, desk, studies }: RouteParts): void {
  if (studies === undefined) return;
  const inTurn = turns(AT_ONCE);
  // A paper may take a minute: one of a person at a time, and the pages of others do not wait for it.
  const [ofPapers, ownPaper] = [turns(AT_ONCE), takeTurns(1)];
  const place = ({ request, params }: OfRun): Promise<RunPlace & { readonly byCentre: boolean }> =>
    desk.check(request, (session) => placeOf(session, params.run));

  serve(app, runPages.readPages, async (asked) => {
    const { folder } = await place(asked);
    const { language } = asked.query;
    const pages: runPages.Pages = JSON.parse(await ofRun(readPages(folder, language)));
    return send(asked, { status: 200, body: pages });
  });

  serve(app, runPages.listMembers, async (asked) => {
    const { result, clock: zero } = asked.query;
    const run = await place(asked);
    const found = await ofRun(inTurn(() => studies.members(run, result, zero)));
    if (found === undefined) throw new Refused(404, refused("not-found", { what: "run-number" }));
    const children = found.children.map(({ centre, patient }) => ({
      centre,
      patient: run.byCentre ? withoutCentre(patient) : patient,
    }));
    return send(asked, { status: 200, body: { ...found, children } });
  });

  serve(app, runPages.takeAnalysisTable, async (asked) => {
    const { table, run } = asked.params;
    let name = `${table}.csv`;
    const found = await desk.check(asked.request, async (session) => {
      const there = await placeOf(session, run);
      for (const centre of await centresOfRun(session, run)) {
        const { notice } = await exportable(session, `run ${run} ${table}.csv`, centre);
        if (name === `${table}.csv`) name = noticedName(name, notice);
      }
      return there;
    });
    const text = await ofRun(inTurn(() => studies.table(found, table)));
    if (text === undefined) throw new Refused(404, refused("not-found", { what: "run-table" }));
    return asked.reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}"`)
      .send(text);
  });

  serve(app, runPages.readSurvival, async (asked) => {
    const { analysis, clock: zero } = asked.query;
    const run = await place(asked);
    const found = await ofRun(inTurn(() => studies.survival(run, analysis, zero)));
    if (found === undefined) throw new Refused(404, refused("not-found", { what: "analysis" }));
    return send(asked, { status: 200, body: { analysis, clock: zero, ...found } });
  });

  serve(
    app,
    papers.bindPaper,
    async (asked) => {
      const { lines } = asked.body;
      const run = await place(asked);
      const bound = await ofRun(ownPaper(asked.request.account, () => ofPapers(() => studies.bind(run, lines))));
      if (bound !== undefined) return send(asked, { status: 200, body: bound });
      throw new Refused(422, refused("paper-takes-too-long", { of: "text" }));
    },
    { bodyLimit: LARGEST_TEXT },
  );
}

/** The pages of a run in a language, where its study offers it, else in English. */
export async function readPages(folder: string, language: Language): Promise<string> {
  const read = (one: Language) => readFile(join(folder, pagesFile(one)), "utf8");
  return await read(language)
    .catch(() => read("en"))
    .catch(() => {
      throw new OlderRun(folder);
    });
}

/** What was asked of a run, which may be too old to answer. */
export const ofRun = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((error) => {
    if (!(error instanceof OlderRun)) throw error;
    throw new Refused(409, refused("older-run"));
  });

/** Lets so many works go on at once; the others wait for their turn. */
export function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    going++;
    try {
      return await work();
    } finally {
      going--;
      waiting.shift()?.();
    }
  };
}
