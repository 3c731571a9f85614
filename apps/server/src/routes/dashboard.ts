import { quality } from "@osteon/api";
import { dictionary, tableNamed } from "@osteon/codebook";
import { countByCentre, countMissing, readCodebook, refuseKept } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";

/** What is there and what is missing, by centre and by field: the counts that pages and exports share. */
export function addDashboard({ app, desk }: RouteParts): void {
  serve(app, quality.readCodebook, async (asked) => {
    const book = await desk.check(asked.request, readCodebook);
    const { tables, drugs, analytes } = book;
    return asked.reply.send({ tables, drugs, analytes, dictionary: dictionary(book) });
  });

  serve(
    app,
    quality.readDashboard,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { centres: await countByCentre(session) } })),
  );

  serve(app, quality.countMissing, async (asked) => {
    const { table } = asked.request.params as { table: string };
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { tables: [table] });
      const { tables } = await readCodebook(session);
      return { status: 200, body: { table, fields: await countMissing(session, tableNamed(table, tables)) } };
    });
  });
}
