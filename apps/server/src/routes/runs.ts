import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { runs, today } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import {
  askRun,
  asRole,
  centresWhere,
  countDraftChildren,
  countStanding,
  noteRun,
  type RunTold,
  readRuns,
  refuseKept,
  runsUnderWay,
  type Session,
  sharedNumber,
} from "@osteon/registry";
import type { StudyLock } from "@osteon/run";
import { LANGUAGES } from "@osteon/words";
import type { FastifyReply } from "fastify";
import type { RouteParts } from "../http/create-app.ts";
import { firstOwnLine } from "../http/first-own-line.ts";
import { Refused, replyFor } from "../http/problem-reply.ts";
import { send, serve } from "../http/serve-route.ts";
import { writeFolder } from "./chart-archive.ts";
import { exportable } from "./exports.ts";
import { addRunKeeping } from "./run-keeping.ts";
import { oneRun, placeOf } from "./run-rows.ts";
import { inScratchFolder } from "./spool.ts";

/** The report needs its own style and the one script that filters its comparison, and nothing from elsewhere. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Studies run on the charts of the registry as they are now, one after another. */
export function addRuns(parts: RouteParts): void {
  const { app, desk, openReport } = parts;
  let waiting: Promise<unknown> = Promise.resolve();
  app.addHook("onClose", async () => void (await waiting));
  const inTurn = (work: () => Promise<unknown>): void => {
    waiting = waiting.then(work);
  };
  addRunKeeping(parts, inTurn);

  serve(app, runs.askRun, async (asked) => {
    const { study, asOf } = asked.body;
    if (asOf !== undefined && asOf > today())
      throw new Refused(422, "later-than-today", "This day has not ended yet.", "Name an earlier day, or none.");
    const run = randomUUID();
    const { account, lock } = await desk.check(asked.request, async (session, person) => {
      const { lock, hash } = await studyToRun(parts, session, study);
      const centres = await centresWhere(session, "study", "run");
      if (centres.length === 0)
        throw new Refused(
          403,
          "not-allowed",
          "Your role does not allow running studies.",
          "Ask the data manager of your centre.",
        );
      await refuseKept(session, { centres, whole: true });
      await refuseMany(session);
      await askRun(session, { run, study, centres, server: parts.server, lockHash: hash, asOf: asOf ?? null });
      return { account: person.account, lock };
    });
    inTurn(() => runNow(parts, account, { run, study: lock, asOf }));
    return send(asked, { status: 202, body: { run }, headers: { location: `/api/runs/${run}` } });
  });

  serve(
    app,
    runs.listRuns,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { runs: await readRuns(session) } })),
  );

  serve(app, runs.readRun, async (asked) => {
    const { run } = asked.params;
    return await desk.read(asked, async (session) => ({ status: 200, body: await oneRun(session, run) }));
  });

  serve(app, runs.takeResults, async ({ request, reply, params }) => {
    const { folder } = await desk.check(request, (session) => placeOf(session, params.run));
    return await sendFile(reply, join(folder, "results.json"), "");
  });
  serve(app, runs.takeReport, async ({ request, reply, params: { run, "*": rest } }) => {
    const place = await desk.check(request, (session) => placeOf(session, run));
    const language = LANGUAGES.find((one) => rest.startsWith(`${one}/`));
    if (language !== undefined) await parts.studies?.report(place, language);
    return await sendFile(reply, join(place.folder, "report"), rest);
  });
  if (openReport === undefined) return;
  app.get("/report", { schema: { hide: true } }, async (_request, reply) => reply.redirect("/report/"));
  app.get("/report/*", { schema: { hide: true } }, async (request, reply) =>
    sendFile(reply, openReport, (request.params as { "*": string })["*"]),
  );
}

/** Runs of one person that wait or go on; they are done one after another, and those of others stand behind them. */
const MOST_UNDER_WAY = 3;

async function refuseMany(session: Session): Promise<void> {
  if ((await runsUnderWay(session)) >= MOST_UNDER_WAY)
    throw new Refused(
      429,
      "too-many-requests",
      `${MOST_UNDER_WAY} of your runs are under way.`,
      "Wait until one of them has ended.",
    );
}

/** The lock by which a study is run, as it stands now. */
async function studyToRun({ standing }: RouteParts, session: Session, id: string) {
  const { lock, hash, says } = (await standing.of(session, id)) ?? {};
  if (lock !== undefined) return { lock, hash };
  if (says !== undefined) throw new Refused(409, "study-unreadable", says, "Tell the one who runs the registry.");
  const known = (await standing.list(session)).map((study) => study.id).join(", ");
  throw new Refused(404, "no-such-study", "There is no such study.", `Studies: ${known}.`);
}

interface RunToDo {
  readonly run: string;
  readonly study: StudyLock;
  readonly asOf: string | undefined;
}

async function runNow(
  { database, runner, note: log }: RouteParts,
  account: string,
  { run, study, asOf }: RunToDo,
): Promise<void> {
  const claims = { role: "osteon_member", account } as const;
  const note = (told: RunTold) => asRole(database, claims, (session) => noteRun(session, run, told));
  try {
    await inScratchFolder(async (charts) => {
      await note({ state: "running", step: "export" });
      let byCentre = false;
      const left = await asRole(database, { ...claims, snapshot: true }, async (session) => {
        const { centres, notice } = await exportable(session, `run ${run}`);
        await refuseKept(session, { centres, whole: true });
        byCentre = (await sharedNumber(session, centres)) !== undefined;
        await writeFolder(charts, session, { centres, byCentre }, notice);
        const { withdrawn, optedOut, notGiven } = await countStanding(session, centres);
        const draft = (await countDraftChildren(session, centres)).length;
        return { withdrawn, optedOut, notGiven, blank: 0, ...(draft === 0 ? {} : { draft }) };
      });
      let told: Promise<unknown> = Promise.resolve();
      const step = (name: string): void => {
        told = told.then(() => note({ state: "running", step: name })).catch(() => {});
      };
      const outcome = await runner(study, charts, step, left, asOf);
      await told;
      if (outcome.ok) {
        const { freezeHash, folder } = outcome;
        return await note({ state: "done", step: "publish", freezeHash, folder, byCentre });
      }
      const problems = outcome.problems.length === 0 ? [FAILED] : outcome.problems;
      await note({ state: "failed", step: "freeze", problems });
    });
  } catch (error) {
    log({ run, error: (error as Error).name, at: firstOwnLine(error as Error) });
    const problems = replyFor(error)?.body.problems ?? [FAILED];
    await note({ state: "failed", step: "run", problems }).catch(() => {});
  }
}

/** Said of a failure that nobody foresaw; the log tells where. */
const FAILED: Problem = {
  code: "run-failed",
  severity: "refused",
  where: {},
  says: "The study could not be computed from these charts: something in the study or in Osteon is wrong, not in the charts.",
  fix: "Tell the one who runs the registry the number of the run: its log says where it failed.",
};

async function sendFile(reply: FastifyReply, folder: string, path: string): Promise<FastifyReply> {
  const file = normalize(join(folder, path === "" && !folder.endsWith(".json") ? "index.html" : path));
  const inside = file === normalize(folder) || file.startsWith(normalize(folder) + sep);
  const size = inside ? await stat(file).catch(() => undefined) : undefined;
  if (size?.isFile() !== true)
    throw new Refused(404, "not-found", "There is no such file in this run.", "See the run's state first.");
  return reply
    .headers({
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": REPORT_POLICY,
      "cache-control": "no-store",
    })
    .send(createReadStream(file));
}
