import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { writeChartWorkbook } from "@osteon/interop";
import { asSignedIn, readCharts, type Session } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { tableText, writeArchive } from "./chart-archive.ts";
import { tableName } from "./shapes.ts";
import { sendMade } from "./spool.ts";

/** Charts as they can be imported again: the folder packed, a workbook, or one table. Each export is noted at each centre. */
export function addExports({ app, desk, database }: RouteParts): void {
  app.get(
    "/api/exports/charts.zip",
    { schema: { summary: "The chart folder, packed" } },
    async (request, reply) =>
      await sendMade(reply, { name: "charts.zip", type: "application/zip" }, async (path) =>
        asSignedIn(database, desk.tokenOf(request), { snapshot: true }, async (session) => {
          const { centres, notice } = await exportable(session, "charts.zip");
          await writeArchive(path, session, { centres }, notice);
        }),
      ),
  );

  app.get(
    "/api/exports/charts.xlsx",
    { schema: { summary: "The charts as a workbook, a sheet for each table" } },
    async (request, reply) =>
      await sendMade(
        reply,
        { name: "charts.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        async (path) => {
          const charts = await asSignedIn(database, desk.tokenOf(request), { snapshot: true }, async (session) =>
            readCharts(session, { centres: (await exportable(session, "charts.xlsx")).centres }),
          );
          await writeFile(path, await writeChartWorkbook(charts));
        },
      ),
  );

  app.get(
    "/api/exports/tables/:table",
    { schema: { params: z.object({ table: tableName }), summary: "One table as CSV" } },
    async (request, reply) => {
      const { table } = request.params as { table: string };
      return await sendMade(reply, { name: `${table}.csv`, type: "text/csv; charset=utf-8" }, async (path) =>
        asSignedIn(database, desk.tokenOf(request), { snapshot: true }, async (session) => {
          const { centres } = await exportable(session, `${table}.csv`);
          const file = createWriteStream(path);
          for await (const piece of tableText(session, table, { centres })) file.write(piece);
          file.end();
          await finished(file);
        }),
      );
    },
  );
}

/** The centres whose charts the person may take away, noted as exported, and what must be said of them. */
export async function exportable(
  session: Session,
  what: string,
): Promise<{ centres: readonly string[]; notice: string }> {
  const { rows } = await sql<{ centre: string; says: string }>`
    select centre, says from access.centre where centre = any (access.centres('export', 'take')) order by centre`.execute(
    session,
  );
  if (rows.length === 0)
    throw new Refused(403, "not-allowed", "Your role does not allow exports.", "Ask the data manager of your centre.");
  for (const { centre } of rows) {
    await sql`select audit.note('export', ${what}, null, null, ${centre}, null)`.execute(session);
  }
  return {
    centres: rows.map(({ centre }) => centre),
    notice: [...new Set(rows.map(({ says }) => says).filter((one) => one !== ""))].join(" "),
  };
}
