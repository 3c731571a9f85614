import { work } from "@osteon/api";
import { CODEBOOK } from "@osteon/codebook";
import {
  adjudicate,
  type DoubleReading,
  doubleReadings,
  readAlone,
  readCodebook,
  refuseKept,
  type Session,
  submitReading,
} from "@osteon/registry";
import { cohenKappa } from "@osteon/stats";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";
import { soundCells } from "./row-cells.ts";

/** Chart review by two readers: what each read, where they differ, how far they agree, what was decided. */
export function addReadings({ app, desk }: RouteParts): void {
  for (const [route, keep] of [
    [work.handInReading, submitReading],
    [work.decideReadings, adjudicate],
  ] as const) {
    serve(app, route, async (asked) => {
      const { centre, patient, table, key, cells: given } = asked.body;
      return await desk.write(asked, {}, async (session) => {
        await keep(
          session,
          { centre, patient, entity: table, rowKey: key },
          soundCells(table, given, await readCodebook(session)),
        );
        return { status: 201, body: {} };
      });
    });
  }

  serve(
    app,
    work.listReadTables,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { tables: await doublyRead(session), alone: await readAlone(session) },
      })),
  );

  serve(app, work.listReadings, async (asked) => {
    const { table } = asked.params;
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { tables: [table] });
      const readings = await doubleReadings(session, table);
      return { status: 200, body: { readings, agreement: agreementOf(readings) } };
    });
  });
}

async function doublyRead(session: Session) {
  const tables = [];
  for (const { name } of CODEBOOK) {
    const readings = await doubleReadings(session, name);
    if (readings.length === 0) continue;
    const open = readings.filter(({ fields, decided }) => decided === undefined && fields.some(({ agree }) => !agree));
    tables.push({ table: name, rows: readings.length, undecided: open.length });
  }
  return tables;
}

/** Cohen's kappa of each field over the rows read twice; what a cell says is its category, "not entered" too. */
function agreementOf(readings: readonly DoubleReading[]) {
  const fields = readings[0]?.fields.map(({ field }) => field) ?? [];
  return fields.map((field) => {
    const pairs = readings.flatMap((one) => one.fields.filter((read) => read.field === field));
    const categories = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort();
    const table = categories.map((row) =>
      categories.map((column) => pairs.filter(({ first, second }) => first === row && second === column).length),
    );
    const agreeing = pairs.filter(({ agree }) => agree).length;
    if (categories.length < 2)
      return { field, rows: pairs.length, agreeing, kappa: null, because: "one category alone" };
    const { kappa } = cohenKappa(table, "unweighted", 0.95);
    return { field, rows: pairs.length, agreeing, kappa };
  });
}
