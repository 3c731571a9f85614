import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { writeChartWorkbook } from "@osteon/interop";
import { asSignedIn, readCharts, type Session } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { tableText, writeArchive } from "./chart-archive.ts";
import { centreText, tableName } from "./shapes.ts";
import { sendMade } from "./spool.ts";

const narrowed = z.object({ centre: centreText.optional() });
const centreOf = (request: FastifyRequest): string | undefined => narrowed.parse(request.query).centre;

/** Charts as they can be imported again: the folder packed, a workbook, or one table. Each export is noted at each centre. */
export function addExports({ app, desk, database }: RouteParts): void {
  app.get(
    "/api/exports/charts.zip",
    { schema: { querystring: narrowed, summary: "The chart folder, packed" } },
    async (request, reply) =>
      await sendMade(reply, { name: "charts.zip", type: "application/zip" }, async (path) =>
        asSignedIn(database, desk.tokenOf(request), { snapshot: true, writes: true }, async (session) => {
          const { centres, notice } = await exportable(session, "charts.zip", centreOf(request));
          await writeArchive(path, session, { centres }, notice);
        }),
      ),
  );

  app.get(
    "/api/exports/charts.xlsx",
    { schema: { querystring: narrowed, summary: "The charts as a workbook, a sheet for each table" } },
    async (request, reply) =>
      await sendMade(
        reply,
        { name: "charts.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        async (path) => {
          const charts = await asSignedIn(
            database,
            desk.tokenOf(request),
            { snapshot: true, writes: true },
            async (session) =>
              readCharts(session, { centres: (await exportable(session, "charts.xlsx", centreOf(request))).centres }),
          );
          await writeFile(path, await writeChartWorkbook(charts));
        },
      ),
  );

  app.get(
    "/api/exports/tables/:table",
    { schema: { params: z.object({ table: tableName }), querystring: narrowed, summary: "One table as CSV" } },
    async (request, reply) => {
      const { table } = request.params as { table: string };
      return await sendMade(reply, { name: `${table}.csv`, type: "text/csv; charset=utf-8" }, async (path) =>
        asSignedIn(database, desk.tokenOf(request), { snapshot: true, writes: true }, async (session) => {
          const { centres } = await exportable(session, `${table}.csv`, centreOf(request));
          const file = createWriteStream(path);
          for await (const piece of tableText(session, table, { centres })) file.write(piece);
          file.end();
          await finished(file);
        }),
      );
    },
  );
}

/** What a person may take away: the centres, and what must be said of their charts. */
export interface Exportable {
  readonly centres: readonly string[];
  readonly notice: string;
}

/** The centres whose charts the person may take away, or the one that is meant, noted as exported. */
export async function exportable(session: Session, what: string, centre?: string): Promise<Exportable> {
  const taken = await mayTake(session, centre);
  for (const one of taken.centres)
    await sql`select audit.note('export', ${what}, null, null, ${one}, null)`.execute(session);
  return taken;
}

/** The same without a note, for a page that says what an export would hold. */
export async function mayTake(session: Session, centre?: string): Promise<Exportable> {
  const { rows } = await sql<{ centre: string; says: string }>`
    select centre, says from access.centre where centre = any (access.centres('export', 'take'))
      and centre = coalesce(${centre ?? null}, centre) order by centre`.execute(session);
  if (rows.length === 0)
    throw new Refused(403, "not-allowed", "Your role does not allow exports.", "Ask the data manager of your centre.");
  return {
    centres: rows.map((row) => row.centre),
    notice: [...new Set(rows.map(({ says }) => says).filter((one) => one !== ""))].join(" "),
  };
}
