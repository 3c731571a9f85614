import { charts } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import {
  deleteRow,
  ownCells,
  readCodebook,
  readRow,
  refuseKept,
  type Saved,
  type StoredRow,
  saveRow,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { knownCells } from "./row-cells.ts";
import { etag, versionRead } from "./row-version.ts";

/** One row of a chart: read, entered, changed, deleted. */
export function addCharts({ app, desk }: RouteParts): void {
  serve(app, charts.readRow, async (asked) => {
    const { centre, table, key } = asked.params;
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { centres: [centre], tables: [table] });
      const { tables } = await readCodebook(session);
      return found(await readRow(session, tableNamed(table, tables), centre, key));
    });
  });

  serve(app, charts.enterRow, async (asked) => {
    const { centre, table } = asked.params;
    const { cells: given, status: wanted } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      const book = await readCodebook(session);
      const row = { table: tableNamed(table, book.tables), cells: knownCells(table, given, book) };
      const outcome = await saveRow(session, { ...row, centre, status: wanted, version: 0 });
      if (outcome.ok) return { status: 201, ...saved(outcome) };
      if (outcome.because === "no-such-row") throw new Refused(409, refused("taken", { what: "number" }));
      return unsaved(outcome);
    });
  });

  serve(app, charts.changeRow, async (asked) => {
    const { centre, table, key } = asked.params;
    const { cells: given, status: wanted } = asked.body;
    const version = versionRead(asked.request);
    return await desk.write(asked, {}, async (session) => {
      const book = await readCodebook(session);
      const ofBook = tableNamed(table, book.tables);
      await refuseKept(session, { centres: [centre], tables: [table] });
      const stored = await readRow(session, ofBook, centre, key);
      if (stored === undefined) throw noSuchRow();
      const cells = {
        ...ownCells(ofBook, stored.cells),
        ...knownCells(table, given, book),
        [table]: key,
        patient: stored.patient,
      };
      const outcome = await saveRow(session, { table: ofBook, cells, centre, status: wanted, version });
      if (outcome.ok) return { status: 200, ...saved(outcome) };
      if (outcome.because === "no-such-row") throw noSuchRow();
      return unsaved(outcome);
    });
  });

  serve(app, charts.deleteRow, async (asked) => {
    const { centre, table, key } = asked.params;
    const version = versionRead(asked.request);
    return await desk.write(asked, {}, async (session) => {
      const outcome = await deleteRow(session, tableNamed(table), centre, key, version);
      if (outcome === "deleted") return { status: 204 };
      if (outcome === "no-such-row") throw noSuchRow();
      throw new Refused(409, refused("conflict", { what: "row-to-delete" }));
    });
  });
}

const noSuchRow = (): Refused => new Refused(404, refused("not-found", { what: "row" }));

/** A row with its version, or that there is none. */
export function found(row: StoredRow | undefined) {
  if (row === undefined) throw noSuchRow();
  return { status: 200, body: row, headers: { etag: etag(row.version) } } as const;
}

const saved = ({ row, queries }: Extract<Saved, { ok: true }>) => ({
  body: { row, queries },
  headers: { etag: etag(row.version) },
});

/** Why nothing was written: what is wrong, or what somebody else wrote meanwhile. */
function unsaved(outcome: Exclude<Saved, { ok: true } | { because: "no-such-row" }>) {
  if (outcome.because === "problems") return { status: 422, body: { problems: outcome.problems } } as const;
  const { theirs, differences } = outcome;
  const told = refused("conflict", { what: "row", by: theirs.writtenBy });
  const problems = differences.map(({ field, yours }) => ({ ...told, where: { column: field, value: yours } }));
  return {
    status: 409,
    body: { problems: problems.length > 0 ? problems : [{ ...told, where: {} }], theirs, differences },
    headers: { etag: etag(theirs.version) },
  } as const;
}
