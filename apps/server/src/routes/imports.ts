import { randomUUID } from "node:crypto";
import { type AnswerOf, imported } from "@osteon/api";
import { CODEBOOK_VERSION, type Meanings } from "@osteon/codebook";
import { type Confined, csvText, Outgrown, openConfined, VERSION_FILE, versionText } from "@osteon/interop";
import { centresWhere, listBatches, ownFields, readCodebook, runStatement, undoBatch } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { zipped } from "../choosing/zipped.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { type Asked, send, serve } from "../http/serve-route.ts";
import { SpooledBody, takeBodiesToFiles } from "../http/spool-body.ts";
import { type ImportWork, isProgress, isRefused, type PlanTold, type ReadTold } from "../imports/import-work.ts";
import { type ImportState, importsUnderWay, newUnderWay, type UnderWay } from "../imports/under-way.ts";
import { inScratchFolder } from "./spool.ts";

/** 100 MB: packed, the charts of more children than have this disease in Europe; as CSV, one table of some 30,000 of them. */
const LARGEST_FILE = 100_000_000;
/** A thread that reads or plans an import: a cohort of 112 children takes it a second and 40 MB. */
const CONFINEMENT = { milliseconds: 60_000, heapMegabytes: 384, growth: 500_000_000 };
const { zip: ZIP, xlsx: XLSX, csv: CSV } = imported.IMPORT_TYPES;
const TYPES: Readonly<Record<string, "zip" | "xlsx">> = { [ZIP]: "zip", [XLSX]: "xlsx" };

/** Import: what would change, then the same file again to change it, as one batch that can be undone. */
export function addImports(parts: RouteParts): void {
  const { app, desk, database, largeBodies } = parts;
  const underWay = importsUnderWay();
  app.register(async (own) => {
    own.removeAllContentTypeParsers();
    takeBodiesToFiles(own, [ZIP, XLSX, CSV], LARGEST_FILE, parts.slowest);
    serve(
      own,
      imported.sendImport,
      async (asked) => {
        const { work } = asked.query;
        const one = newUnderWay();
        const answer = await largeBodies.work(asked.request, () =>
          underWay.during(desk.tokenOf(asked.request), work, one, () => importFile(parts, asked, one)),
        );
        return send(asked, answer);
      },
      {
        onRequest: async (request, reply) => {
          await mayImport(parts, request);
          largeBodies.take(request, reply);
        },
      },
    );
  });

  serve(app, imported.takeTemplate, async ({ request, reply }) => {
    const { tables } = await desk.check(request, readCodebook);
    const empty = Object.fromEntries(tables.map((table) => [`${table.name}.csv`, csvText(table, [])]));
    return reply
      .type("application/zip")
      .header("content-disposition", 'attachment; filename="empty-charts.zip"')
      .send(await zipped({ ...empty, [VERSION_FILE]: versionText(CODEBOOK_VERSION) }));
  });

  serve(
    app,
    imported.listImports,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { imports: await listBatches(session) } })),
  );

  /** By the session, which an embedded engine cannot look up, and nobody can end, while it writes the very import. */
  const findUnderWay = async (
    asked: Asked<typeof imported.watchImport | typeof imported.endImport>,
  ): Promise<UnderWay | undefined> => {
    const found = underWay.of(desk.tokenOf(asked.request), asked.params.work);
    if (found !== undefined && database.engine === "embedded")
      await Promise.race([found.written, desk.check(asked.request, async () => {})]);
    return found;
  };
  serve(app, imported.watchImport, async (asked) =>
    send(asked, { status: 200, body: (await findUnderWay(asked))?.state ?? NONE }),
  );
  serve(app, imported.endImport, async (asked) => {
    const one = await findUnderWay(asked);
    if (one === undefined) throw new Refused(404, refused("not-found", { what: "import" }));
    one.end();
    return send(asked, { status: 204 });
  });

  serve(app, imported.undoImport, async (asked) => {
    const { centre, batch } = asked.params;
    return await desk.write(asked, {}, async (session) => ({
      status: 200,
      body: { rows: await undoBatch(session, centre, batch) },
    }));
  });
}

async function mayImport({ desk }: RouteParts, request: FastifyRequest): Promise<void> {
  const centres = await desk.check(request, (session) => centresWhere(session, "batch", "import"));
  if (centres.length === 0) throw new Refused(403, refused("not-allowed", { what: "imports" }));
}

type Importing = Asked<typeof imported.sendImport>;

/** Reads, plans and carries out in a thread; it ends with the request, and its statements run as the person who asks. */
async function importFile(
  parts: RouteParts,
  asked: Importing,
  one: UnderWay,
): Promise<AnswerOf<typeof imported.sendImport>> {
  const { request, reply } = asked;
  const { body } = request;
  const { table, written, values } = asked.query;
  if (!(body instanceof SpooledBody))
    throw new Refused(415, refused("unreadable-request", { what: "no-file", kinds: [ZIP, XLSX, CSV] }));
  const type = TYPES[String(request.headers["content-type"]).split(";")[0]?.trim() ?? ""] ?? "csv";
  if (type === "csv" && table === undefined) throw new Refused(400, refused("invalid-request", { what: "one-table" }));
  const meanings = meaningsIn(values);
  const thread = openConfined(new URL("../imports/import-thread.ts", import.meta.url), CONFINEMENT);
  one.end = () => {
    one.ended = true;
    void thread.end();
  };
  const own = await parts.desk.check(request, ownFields);
  // Who goes away waits for nothing, and what nobody waits for is not written behind their back.
  reply.raw.once("close", one.end);
  try {
    return await inScratchFolder((folder) =>
      importIn(thread, parts, asked, one, {
        does: "read",
        path: body.path,
        folder,
        type,
        table,
        written,
        meanings,
        own,
      }),
    );
  } catch (error) {
    if (one.ended) throw new Refused(409, refused("import-ended"));
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
    throw new Refused(400, refused("invalid-request", { what: "meanings" }));
  }
}

async function importIn(
  thread: Confined,
  { desk }: RouteParts,
  asked: Importing,
  one: UnderWay,
  reading: ImportWork,
): Promise<AnswerOf<typeof imported.sendImport>> {
  const { commit, centre, source, absent, lacking, plan: seen } = asked.query;
  if (commit === "yes" && lacking === "delete" && seen === undefined) throw new Refused(422, refused("not-seen"));
  const work = (does: ImportWork, answer?: (question: unknown) => Promise<unknown>) => thread.work(does, answer);
  const read = (await work(reading)) as ReadTold;
  if (!read.fit || (commit === "yes" && absent === "refuse" && read.problems.some(isRefused)))
    return { status: 422, body: { problems: read.problems } };
  one.state = { step: "comparing", done: 0, of: 0 };
  // Each statement of a plan is a transaction of its own, so that planning holds nobody up; what is written is compared with it.
  const planned = (await work({ does: "plan", absent, lacking, centre }, (question) =>
    desk.check(asked.request, (session) => runStatement(session, question)),
  )) as PlanTold;
  if (commit === "no") return { status: 200, body: planned };
  one.state = { step: "importing", done: 0, of: 0 };
  one.writes();
  const batch = randomUUID();
  return await desk.written(asked, { batch }, async (session) => {
    if (planned.problems.some(isRefused)) return { status: 422, body: planned };
    if (seen !== undefined && seen !== planned.plan) throw new Refused(409, refused("import-overtaken"));
    const { overtaken } = (await work({ does: "apply", batch, source }, async (question) => {
      if (!isProgress(question)) return await runStatement(session, question);
      one.state = { step: "importing", ...question.progress };
    })) as { readonly overtaken?: string };
    if (overtaken !== undefined) throw new Refused(409, refused("import-overtaken", { table: overtaken }));
    return { status: 201, body: { batch, ...planned } };
  });
}

const NONE: ImportState = { step: "none", done: 0, of: 0 };

const tooMuch = ({ because }: Outgrown): Refused =>
  new Refused(422, refused("file-too-large-to-read", { of: because }));
