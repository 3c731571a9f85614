import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CLOCKS, OlderRun, pagesFile } from "@osteon/run";
import { LANGUAGES, type Language } from "@osteon/words";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { takeTurns } from "../http/take-turns.ts";
import type { RunPlace } from "../runs/study-reader.ts";
import { exportable, noticedName } from "./exports.ts";
import { withoutCentre } from "./numbers-by-centre.ts";
import { placeOf, runParams } from "./run-rows.ts";

/** The language of the reader. */
export const inLanguage = z.object({ language: z.enum(LANGUAGES).default("en") });
const resultId = z.string().min(1).max(200);
const clock = z.enum(CLOCKS).default("diagnosis");
const members = z.object({ result: resultId, clock });
const tableParams = runParams.extend({ table: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/) });
const survival = z.object({ analysis: z.string().regex(/^[a-z0-9-]{1,64}$/), clock });
const LARGEST_TEXT = 5_000_000;
const paper = z.object({ lines: z.array(z.string().max(100_000)).max(100_000) });
/** So much of a run's study may be worked on at once; the rest waits. */
const AT_ONCE = 2;

/** What stands behind the pages of a run: their content, the children of each number, curves under another clock. */
export function addRunPages({ app, desk, studies }: RouteParts): void {
  if (studies === undefined) return;
  const inTurn = turns(AT_ONCE);
  // A paper may take a minute: one of a person at a time, and the pages of others do not wait for it.
  const [papers, ownPaper] = [turns(AT_ONCE), takeTurns(1)];
  const place = (request: FastifyRequest): Promise<RunPlace & { readonly byCentre: boolean }> =>
    desk.check(request, (session) => placeOf(session, (request.params as { run: string }).run));

  app.get(
    "/api/runs/:run/pages",
    {
      schema: {
        params: runParams,
        querystring: inLanguage,
        summary: "Tables, words and comparison of a run as data; each number names its result",
      },
    },
    async (request, reply) => {
      const { folder } = await place(request);
      const { language } = inLanguage.parse(request.query);
      const pages = await ofRun(readPages(folder, language));
      return reply.type("application/json").send(pages);
    },
  );

  app.get(
    "/api/runs/:run/members",
    {
      schema: {
        params: runParams,
        querystring: members,
        summary:
          "Centres and pseudonyms of the children behind a number; of a number that is no count, those of the count it comes from",
      },
    },
    async (request, reply) => {
      const { result, clock: zero } = members.parse(request.query);
      const run = await place(request);
      const found = await ofRun(inTurn(() => studies.members(run, result, zero)));
      if (found === undefined)
        throw new Refused(404, "not-found", "The run has no such number.", "See its results.json.");
      const children = found.children.map(({ centre, patient }) => ({
        centre,
        patient: run.byCentre ? withoutCentre(patient) : patient,
      }));
      return reply.send({ ...found, children });
    },
  );

  app.get(
    "/api/runs/:run/tables/:table",
    {
      schema: {
        params: tableParams,
        summary: "An analysis table of the run as CSV, as the R calls of its numbers read it; noted as an export",
      },
    },
    async (request, reply) => {
      const { table, run } = tableParams.parse(request.params);
      let name = `${table}.csv`;
      const found = await desk.check(request, async (session) => {
        const there = await placeOf(session, run);
        const { rows } = await sql<{ centre: string }>`
          select unnest(centres) as centre from work.run where run = ${run} order by 1`.execute(session);
        for (const { centre } of rows) {
          const { notice } = await exportable(session, `run ${run} ${table}.csv`, centre);
          if (name === `${table}.csv`) name = noticedName(name, notice);
        }
        return there;
      });
      const text = await ofRun(inTurn(() => studies.table(found, table)));
      if (text === undefined)
        throw new Refused(404, "not-found", "The run has no such table.", "See the numbers of the run.");
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(text);
    },
  );

  app.get(
    "/api/runs/:run/survival",
    {
      schema: {
        params: runParams,
        querystring: survival,
        summary: "A survival analysis of the run, counted from diagnosis, first symptom or first treatment",
      },
    },
    async (request, reply) => {
      const { analysis, clock: zero } = survival.parse(request.query);
      const run = await place(request);
      const found = await ofRun(inTurn(() => studies.survival(run, analysis, zero)));
      if (found === undefined)
        throw new Refused(404, "not-found", "The study has no such analysis.", "See its results.json.");
      return reply.send({ analysis, clock: zero, ...found });
    },
  );

  app.post(
    "/api/runs/:run/paper",
    {
      bodyLimit: LARGEST_TEXT,
      schema: {
        params: runParams,
        body: paper,
        summary:
          "Every number of a paper, given by its lines, held against the results of the run; the text is not kept",
      },
    },
    async (request, reply) => {
      const { lines } = paper.parse(request.body);
      const run = await place(request);
      const bound = await ofRun(ownPaper(request.account, () => papers(() => studies.bind(run, lines))));
      if (bound !== undefined) return reply.send(bound);
      throw new Refused(
        422,
        "paper-takes-too-long",
        "Reading was stopped: the text takes too much time or memory.",
        "Take the pages of the paper alone.",
      );
    },
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
    throw new Refused(409, "older-run", "This run was made by an older version.", "Run the study again.");
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
