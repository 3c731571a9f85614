import { createHash, randomUUID } from "node:crypto";
import { asWritten, type Problem, tableNamed, WRITTEN } from "@osteon/codebook";
import { parseTable, type ReadFolder, readChartFolder, readChartWorkbook } from "@osteon/interop";
import { applyImport, asSignedIn, type ImportPlan, planImport, type Session, undoBatch } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { unpackArchive } from "./chart-archive.ts";
import { keepColumns } from "./kept-columns.ts";
import { atCentre, centreText, reason, tableName, words } from "./shapes.ts";
import { inScratchFolder } from "./spool.ts";

const LARGEST_FILE = 1_000_000_000;
const batchParams = atCentre.extend({ batch: z.uuid() });
const SHOWN_CHANGES = 2000;
const ZIP = "application/zip";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv";
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
  /** The `plan` of a dry run: where the registry changed since, nothing is imported. */
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Import: what would change, then the same file again to change it, as one batch that can be undone. */
export function addImports({ app, desk, database }: RouteParts): void {
  app.register(async (own) => {
    own.addContentTypeParser([ZIP, XLSX, CSV], { parseAs: "buffer", bodyLimit: LARGEST_FILE }, (_request, body, done) =>
      done(null, body),
    );
    own.post(
      "/api/imports",
      {
        bodyLimit: LARGEST_FILE,
        schema: {
          querystring: query,
          consumes: [ZIP, XLSX, CSV],
          summary: "Compares charts with the registry; with commit=yes and X-Reason imports them",
        },
      },
      async (request, reply) => {
        const { commit, table, centre, source, absent, written, plan: seen } = query.parse(request.query);
        desk.tokenOf(request);
        if (!Buffer.isBuffer(request.body))
          throw new Refused(415, "unreadable-request", "The body is no file.", `Send ${ZIP}, ${XLSX} or ${CSV}.`);
        const asTyped = await readBody(
          request.body,
          String(request.headers["content-type"]).split(";")[0] ?? "",
          table,
        );
        const read = { ...asTyped, charts: asTyped.charts.map((chart) => asWritten(chart, written)) };
        const batch = randomUUID();
        return await desk.write(request, reply, { batch }, async (session) => {
          const { charts, problems: unreadable } =
            absent === "keep" ? await keepingAbsent(session, read, centre) : read;
          if (commit === "yes" && unreadable.some(isRefused)) return { status: 422, body: { problems: unreadable } };
          const plan = await planImport(session, charts, centre);
          const problems = [...unreadable, ...plan.problems];
          if (commit === "no") return { status: 200, body: planBody(plan, problems) };
          if (problems.some(isRefused)) return { status: 422, body: planBody(plan, problems) };
          if (seen !== undefined && seen !== hashOf(plan))
            throw new Refused(409, "import-overtaken", OVERTAKEN, "Make a dry run again.");
          await applyImport(session, plan, { batch, source });
          return { status: 201, body: { batch, centres: centresOf(plan), ...planBody(plan, problems) } };
        });
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

  app.post(
    "/api/centres/:centre/imports/:batch/undo",
    {
      schema: {
        params: batchParams,
        body: z.object({ reason }),
        summary: "Takes back what an import did at a centre, whole or not at all",
      },
    },
    async (request) => {
      const { centre, batch } = batchParams.parse(request.params);
      const { reason: why = "" } = request.body as { reason?: string };
      return {
        rows: await asSignedIn(database, desk.tokenOf(request), { reason: why }, (session) =>
          undoBatch(session, centre, batch),
        ),
      };
    },
  );
}

async function readBody(body: Buffer, type: string, table: string | undefined): Promise<ReadFolder> {
  if (type === XLSX) return await readChartWorkbook(body);
  if (type === ZIP) {
    return await inScratchFolder(async (folder) => {
      await unpackArchive(body, folder);
      return await readChartFolder(folder);
    });
  }
  if (table === undefined)
    throw new Refused(400, "invalid-request", "One CSV file is one table.", "Name it, as ?table=laboratory.");
  const parsed = parseTable(body, `${table}.csv`, tableNamed(table));
  return { charts: parsed.table === undefined ? [] : [parsed.table], problems: parsed.problems };
}

const isRefused = ({ severity }: Problem): boolean => severity === "refused";

/** The tables of which some columns are not in the file, with what the registry holds there. */
async function keepingAbsent(
  session: Session,
  { charts, problems }: ReadFolder,
  centre: string | undefined,
): Promise<ReadFolder> {
  const [chart] = charts;
  if (chart === undefined) return { charts, problems };
  const kept = await keepColumns(session, { chart, problems }, centre);
  return { charts: [kept.chart], problems: kept.problems };
}

const OVERTAKEN = "The registry was changed since the dry run, so that this import would do something else.";

/** The centres at which something is written; each takes its part back by itself. */
const centresOf = ({ tables, centreOf }: ImportPlan): readonly string[] =>
  [
    ...new Set(
      tables.flatMap(({ added, changed }) =>
        [...added, ...changed].flatMap(({ cells }) => centreOf.get(cells.patient ?? "") ?? []),
      ),
    ),
  ].sort();

/** Names what an import would do, so that what was looked at is what is done. */
function hashOf({ tables, changes, centreOf }: ImportPlan): string {
  const added = tables.map((table) => table.added.map(({ row }) => row));
  return createHash("sha256")
    .update(JSON.stringify([added, changes, [...centreOf]]))
    .digest("hex");
}

function planBody(plan: ImportPlan, problems: readonly Problem[]) {
  const { tables, changes } = plan;
  const rejected = rejectedRows(problems);
  return {
    plan: hashOf(plan),
    tables: tables.map(({ table, added, changed, unchanged }) => {
      const no = rejected.get(`${table.name}.csv`) ?? new Set();
      const sound = (rows: typeof added): number => rows.filter(({ row }) => !no.has(row)).length;
      return { table: table.name, new: sound(added), changed: sound(changed), unchanged, rejected: no.size };
    }),
    changes: changes.slice(0, SHOWN_CHANGES),
    moreChanges: Math.max(0, changes.length - SHOWN_CHANGES),
    problems,
  };
}

/** The rows of each file that something refuses; a problem of a whole file names none of them. */
function rejectedRows(problems: readonly Problem[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { where, severity } of problems) {
    if (severity !== "refused" || where.row === undefined || where.row < 2) continue;
    const file = where.file ?? "";
    rows.set(file, (rows.get(file) ?? new Set()).add(where.row));
  }
  return rows;
}
