import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { type Charts, CODEBOOK, type PlacedRow } from "@osteon/codebook";
import { writeChartWorkbook } from "@osteon/interop";
import { chartPages, type RowOfCentre, type Session } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { tableText, type WrittenCharts, writeArchive } from "./chart-archive.ts";
import { cellsWithCentre, sharedNumber } from "./numbers-by-centre.ts";
import { centreText, tableName } from "./shapes.ts";
import { sendMade } from "./spool.ts";

const wanted = z.object({
  /** One of the person's centres; without it all of them. */
  centre: centreText.optional(),
  /** Whether the centre stands before each number, as in `Ulm/V1`; such charts are for reading, not for importing again. */
  numbers: z.enum(["own", "by-centre"]).default("own"),
});

/** Charts as they can be imported again: the folder packed, a workbook, or one table. Each export is noted at each centre. */
export function addExports({ app, desk }: RouteParts): void {
  app.get(
    "/api/exports/charts.zip",
    { schema: { querystring: wanted, summary: "The chart folder, packed" } },
    async (request, reply) =>
      await sendMade(reply, { name: "charts.zip", type: "application/zip" }, async (path) =>
        desk.take(request, async (session) => {
          const { notice, ...charts } = await chartsFor(session, request, "charts.zip");
          await writeArchive(path, session, charts, notice);
        }),
      ),
  );

  app.get(
    "/api/exports/charts.xlsx",
    { schema: { querystring: wanted, summary: "The charts as a workbook, a sheet for each table" } },
    async (request, reply) =>
      await sendMade(
        reply,
        { name: "charts.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        async (path) => {
          const charts = await desk.take(request, async (session) =>
            readWritten(session, await chartsFor(session, request, "charts.xlsx")),
          );
          await writeFile(path, await writeChartWorkbook(charts));
        },
      ),
  );

  app.get(
    "/api/exports/tables/:table",
    { schema: { params: z.object({ table: tableName }), querystring: wanted, summary: "One table as CSV" } },
    async (request, reply) => {
      const { table } = request.params as { table: string };
      return await sendMade(reply, { name: `${table}.csv`, type: "text/csv; charset=utf-8" }, async (path) =>
        desk.take(request, async (session) => {
          const charts = await chartsFor(session, request, `${table}.csv`);
          const file = createWriteStream(path);
          for await (const piece of tableText(session, table, charts)) file.write(piece);
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

/** What an export holds: refused where centres share a number and it was not said how to tell such rows apart. */
async function chartsFor(
  session: Session,
  request: FastifyRequest,
  what: string,
): Promise<WrittenCharts & { readonly notice: string }> {
  const { centre, numbers } = wanted.parse(request.query);
  const { centres, notice } = await exportable(session, what, centre);
  const byCentre = numbers === "by-centre";
  const shared = byCentre ? undefined : await sharedNumber(session, centres);
  if (shared === undefined) return { centres, byCentre, notice };
  throw new Refused(
    409,
    "numbers-shared",
    `The table ${shared.table} has a row ${shared.number} at ${shared.centres.join(" and at ")}; a chart folder holds a number once.`,
    "Export one centre at a time, or with the centre before each number.",
    { column: shared.table, value: shared.number },
  );
}

/** The charts of an export as a whole, as a workbook needs them. */
async function readWritten(session: Session, charts: WrittenCharts): Promise<Charts> {
  const tables = [];
  for (const table of CODEBOOK) {
    const written = charts.byCentre ? cellsWithCentre(table) : ({ cells }: RowOfCentre) => cells;
    const rows: PlacedRow[] = [];
    for await (const page of chartPages(session, table, charts))
      for (const row of page) rows.push({ row: rows.length + 2, cells: written(row) });
    tables.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return tables;
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
