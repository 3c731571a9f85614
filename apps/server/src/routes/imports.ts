import { randomUUID } from "node:crypto";
import { type Meanings, WRITTEN } from "@osteon/codebook";
import { type Confined, Outgrown, openConfined } from "@osteon/interop";
import { undoBatch } from "@osteon/registry";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import type { Answer } from "../http/signed-in.ts";
import { SpooledBody, takeBodiesToFiles } from "../http/spool-body.ts";
import { type ImportWork, isProgress, isRefused, type PlanTold, type ReadTold } from "../imports/import-work.ts";
import { runStatement } from "../imports/lend-session.ts";
import { type ImportState, importsUnderWay, newUnderWay, type UnderWay } from "../imports/under-way.ts";
import { atCentre, centreText, reason, tableName, words } from "./shapes.ts";
import { inScratchFolder } from "./spool.ts";

/** 100 MB: packed, the charts of more children than have this disease in Europe; as CSV, one table of some 30,000 of them. */
const LARGEST_FILE = 100_000_000;
/** A thread that reads or plans an import: a cohort of 112 children takes it a second and 40 MB. */
const CONFINEMENT = { milliseconds: 60_000, heapMegabytes: 384, growth: 500_000_000 };
const workParams = z.object({ work: z.uuid() });
const batchParams = atCentre.extend({ batch: z.uuid() });
const ZIP = "application/zip";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv";
const TYPES: Readonly<Record<string, "zip" | "xlsx">> = { [ZIP]: "zip", [XLSX]: "xlsx" };
const query = z.object({
  commit: z.enum(["yes", "no"]).default("no"),
  table: tableName.optional(),
  /** Of the children that the file has no row of; needed where a pseudonym stands at several centres of the person. */
  centre: centreText.optional(),
  source: words(200).default("upload"),
  /** Whether a CSV may lack columns of the codebook; what the registry holds there is then kept. */
  absent: z.enum(["refuse", "keep"]).default("refuse"),
  /** How the file writes dates and numbers. */
  written: z.enum(WRITTEN).default("codebook"),
  /** What the file's own values mean, as JSON: `{"patient":{"sex":{"w":"female"}}}`. */
  values: z.string().max(6000).optional(),
  /** What becomes of rows that an export would hold and the file has not; deleting needs the `plan` that was seen. Children stay. */
  lacking: z.enum(["keep", "delete"]).default("keep"),
  /** A number of the sender's own, under which the import is watched and ended while it lasts. */
  work: z.uuid().optional(),
  /** The `plan` of a dry run: where the registry changed since, nothing is imported. */
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Import: what would change, then the same file again to change it, as one batch that can be undone. */
export function addImports(parts: RouteParts): void {
  const { app, desk, database, largeBodies } = parts;
  const underWay = importsUnderWay();
  app.register(async (own) => {
    own.removeAllContentTypeParsers();
    takeBodiesToFiles(own, [ZIP, XLSX, CSV], LARGEST_FILE, parts.slowest);
    own.post(
      "/api/imports",
      {
        onRequest: async (request, reply) => {
          await mayImport(parts, request);
          largeBodies.take(request, reply);
        },
        schema: {
          querystring: query,
          consumes: [ZIP, XLSX, CSV],
          summary: "Compares charts with the registry; with commit=yes and X-Reason imports them",
        },
      },
      async (request, reply) => {
        const { work } = query.parse(request.query);
        const one = newUnderWay();
        const answer = await largeBodies.work(request, () =>
          underWay.during(desk.tokenOf(request), work, one, () => importFile(parts, request, reply, one)),
        );
        return reply.code(answer.status).send(answer.body);
      },
    );
  });

  app.get(
    "/api/imports",
    { schema: { summary: "Imports and whether they were undone" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { rows } =
          await sql`select batch, centre, source, rows_new as "new", rows_changed as "changed", imported_by as "importedBy",
        imported_at as "importedAt", undone_at as "undoneAt" from work.batch order by imported_at desc limit 500`.execute(
            session,
          );
        return { status: 200, body: { imports: rows } };
      }),
  );

  /** By the session, which an embedded engine cannot look up, and nobody can end, while it writes the very import. */
  const findUnderWay = async (request: FastifyRequest): Promise<UnderWay | undefined> => {
    const found = underWay.of(desk.tokenOf(request), workParams.parse(request.params).work);
    if (found !== undefined && database.engine === "embedded")
      await Promise.race([found.written, desk.check(request, async () => {})]);
    return found;
  };
  app.get(
    "/api/imports/under-way/:work",
    {
      schema: {
        params: workParams,
        summary: "How far an import is that was sent with this number; `none` where there is none",
      },
    },
    async (request) => (await findUnderWay(request))?.state ?? NONE,
  );
  app.delete(
    "/api/imports/under-way/:work",
    { schema: { params: workParams, summary: "Ends an import that lasts; nothing of it is kept" } },
    async (request, reply) => {
      const one = await findUnderWay(request);
      if (one === undefined)
        throw new Refused(
          404,
          "not-found",
          "No such import is under way.",
          "It has ended, or was sent under another number.",
        );
      one.end();
      return reply.code(204).send();
    },
  );

  app.post(
    "/api/centres/:centre/imports/:batch/undo",
    {
      schema: {
        params: batchParams,
        body: z.object({ reason }),
        summary: "Takes back what an import did at a centre, whole or not at all",
      },
    },
    async (request, reply) => {
      const { centre, batch } = batchParams.parse(request.params);
      return await desk.write(request, reply, {}, async (session) => ({
        status: 200,
        body: { rows: await undoBatch(session, centre, batch) },
      }));
    },
  );
}

async function mayImport({ desk }: RouteParts, request: FastifyRequest): Promise<void> {
  const centres = await desk.check(request, async (session) => {
    const { rows } = await sql<{ centres: readonly string[] }>`
      select access.centres('batch', 'import') as centres`.execute(session);
    return rows[0]?.centres ?? [];
  });
  if (centres.length === 0)
    throw new Refused(
      403,
      "not-allowed",
      "Your role does not allow imports.",
      "Ask an administrator for the role of a data manager.",
    );
}

/** Reads, plans and carries out in a thread; it ends with the request, and its statements run as the person who asks. */
async function importFile(
  parts: RouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  one: UnderWay,
): Promise<Answer> {
  const { body } = request;
  const { table, written, values } = query.parse(request.query);
  if (!(body instanceof SpooledBody))
    throw new Refused(415, "unreadable-request", "The body is no file.", `Send ${ZIP}, ${XLSX} or ${CSV}.`);
  const type = TYPES[String(request.headers["content-type"]).split(";")[0]?.trim() ?? ""] ?? "csv";
  if (type === "csv" && table === undefined)
    throw new Refused(400, "invalid-request", "One CSV file is one table.", "Name it, as ?table=laboratory.");
  const meanings = meaningsIn(values);
  const thread = openConfined(new URL("../imports/import-thread.ts", import.meta.url), CONFINEMENT);
  one.end = () => {
    one.ended = true;
    void thread.end();
  };
  // Who goes away waits for nothing, and what nobody waits for is not written behind their back.
  reply.raw.once("close", one.end);
  try {
    return await inScratchFolder((folder) =>
      importIn(thread, parts, request, one, {
        does: "read",
        path: body.path,
        folder,
        type,
        table,
        written,
        meanings,
      }),
    );
  } catch (error) {
    if (one.ended)
      throw new Refused(409, "import-ended", "The import was ended; nothing of it was kept.", "Send the file again.");
    if (error instanceof Outgrown) throw tooMuch(error);
    throw error;
  } finally {
    reply.raw.off("close", one.end);
    await thread.end();
  }
}

const meaningsShape = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())));

function meaningsIn(values: string | undefined): Meanings {
  if (values === undefined) return {};
  try {
    return meaningsShape.parse(JSON.parse(values));
  } catch {
    throw new Refused(
      400,
      "invalid-request",
      "`values` says nothing of what values mean.",
      'Send JSON such as {"patient":{"sex":{"w":"female"}}}.',
    );
  }
}

async function importIn(
  thread: Confined,
  { desk }: RouteParts,
  request: FastifyRequest,
  one: UnderWay,
  reading: ImportWork,
): Promise<Answer> {
  const { commit, centre, source, absent, lacking, plan: seen } = query.parse(request.query);
  if (commit === "yes" && lacking === "delete" && seen === undefined)
    throw new Refused(
      422,
      "not-seen",
      "Rows go only as they were seen.",
      "Make a dry run, and send its `plan` with the file.",
    );
  const work = (does: ImportWork, answer?: (question: unknown) => Promise<unknown>) => thread.work(does, answer);
  const read = (await work(reading)) as ReadTold;
  if (!read.fit || (commit === "yes" && absent === "refuse" && read.problems.some(isRefused)))
    return { status: 422, body: { problems: read.problems } };
  one.state = { step: "comparing", done: 0, of: 0 };
  // Each statement of a plan is a transaction of its own, so that planning holds nobody up; what is written is compared with it.
  const planned = (await work({ does: "plan", absent, lacking, centre }, (question) =>
    desk.check(request, (session) => runStatement(session, question)),
  )) as PlanTold;
  if (commit === "no") return { status: 200, body: planned };
  one.state = { step: "importing", done: 0, of: 0 };
  one.writes();
  const batch = randomUUID();
  return await desk.written(request, { batch }, async (session) => {
    if (planned.problems.some(isRefused)) return { status: 422, body: planned };
    if (seen !== undefined && seen !== planned.plan)
      throw new Refused(409, "import-overtaken", OVERTAKEN, "Make a dry run again.");
    const { overtaken } = (await work({ does: "apply", batch, source }, async (question) => {
      if (!isProgress(question)) return await runStatement(session, question);
      one.state = { step: "importing", ...question.progress };
    })) as { readonly overtaken?: string };
    if (overtaken !== undefined) throw new Refused(409, "import-overtaken", overtaken, "Make a dry run again.");
    return { status: 201, body: { batch, ...planned } };
  });
}

const NONE: ImportState = { step: "none", done: 0, of: 0 };

const OVERTAKEN = "The registry was changed since the dry run, so that this import would do something else.";

const tooMuch = ({ because }: Outgrown): Refused =>
  new Refused(
    422,
    "file-too-large-to-read",
    `Reading was stopped: the file takes more ${because} than there is for one.`,
    "Send fewer children at once, or one table at a time.",
  );
