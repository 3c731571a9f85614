import { encounters } from "@osteon/api";
import { type Codebook, keyOf, type Problem, tableNamed } from "@osteon/codebook";
import {
  EncounterNotWritten,
  type EncounterRow,
  NotThisChart,
  type RemovedRow,
  type RowConflict,
  type RowProblems,
  readCodebook,
  readRow,
  type SavedEncounter,
  type Session,
  saveEncounter,
} from "@osteon/registry";
import type { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { knownCells } from "./row-cells.ts";

/** A visit on one page: saved as one with every row under it. */
export function addEncounters({ app, desk }: RouteParts): void {
  serve(app, encounters.enterEncounter, async (asked) => {
    const { status, visit, rows, removed = [] } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      const book = await readCodebook(session);
      const sent = [visitRow(book, visit, status), ...rows.map((row) => rowBeside(book, row, status))];
      const outcome = await saved(
        session,
        asked.params,
        sent,
        removed.map((row) => removedRow(book, row)),
        1,
      );
      const [made, ...beside] = outcome.ok ? outcome.rows : [];
      if (!outcome.ok) return unsaved(outcome, 1);
      if (made === undefined) throw new Error("an encounter that is entered has a visit");
      return { status: 201, body: { visit: made, rows: beside, queries: queriesOf(outcome.queries, 1) } };
    });
  });

  serve(app, encounters.changeEncounter, async (asked) => {
    const { status, visit, rows, removed = [] } = asked.body;
    const { centre, patient, visit: key } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      const book = await readCodebook(session);
      const own = visit === undefined ? [] : [visitRow(book, visit, status, key)];
      // A visit that is not sent stays as it is: the rows that are of it name its number.
      const beside = rows.map((row) => rowBeside(book, visit === undefined ? atVisit(row, key) : row, status));
      const stands = await readRow(session, tableNamed("visit", book.tables), centre, key);
      if (stands === undefined || stands.patient !== patient) throw noSuchVisit();
      const gone = removed.map((row) => removedRow(book, row));
      const outcome = await saved(session, asked.params, [...own, ...beside], gone, own.length);
      if (!outcome.ok) return unsaved(outcome, own.length);
      const queries = queriesOf(outcome.queries, own.length);
      const [made = stands] = outcome.rows.slice(0, own.length);
      return { status: 200, body: { visit: made, rows: outcome.rows.slice(own.length), queries } };
    });
  });
}

/** Rows of a child that belong together without a visit around them, as a lesion and how an examination shows it. */
export function addRowsTogether({ app, desk }: RouteParts): void {
  serve(app, encounters.saveTogether, async (asked) => {
    const { status, rows, removed = [] } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      const book = await readCodebook(session);
      const sent = rows.map((row) => rowBeside(book, row, status));
      const gone = removed.map((row) => removedRow(book, row));
      const outcome = await saved(session, asked.params, sent, gone, 0);
      if (!outcome.ok) return unsaved(outcome, 0);
      return { status: 200, body: { rows: outcome.rows, queries: queriesOf(outcome.queries, 0) } };
    });
  });
}

type Sent = z.output<typeof encounters.changeEncounter.body>;
type Status = Sent["status"];

function visitRow(book: Codebook, visit: NonNullable<Sent["visit"]>, status: Status, key?: string): EncounterRow {
  if ((key === undefined) !== (visit.version === undefined)) throw versionNeeded("visit", key);
  const cells = knownCells("visit", visit.cells, book);
  return {
    table: tableNamed("visit", book.tables),
    key,
    name: "visit",
    version: visit.version,
    cells,
    status: visit.status ?? status,
  };
}

function rowBeside(book: Codebook, row: Sent["rows"][number], status: Status): EncounterRow {
  if ((row.key === undefined) !== (row.version === undefined)) throw versionNeeded(row.table, row.key);
  const cells = knownCells(row.table, row.cells, book);
  return { ...row, table: tableNamed(row.table, book.tables), cells, status: row.status ?? status };
}

const removedRow = (book: Codebook, { table, ...row }: NonNullable<Sent["removed"]>[number]): RemovedRow => ({
  ...row,
  table: tableNamed(table, book.tables),
});

function atVisit({ refers = {}, ...row }: Sent["rows"][number], key: string): Sent["rows"][number] {
  const { visit, ...others } = refers;
  return visit === "visit" ? { ...row, refers: others, cells: { ...row.cells, visit: key } } : { ...row, refers };
}

const versionNeeded = (table: string, key: string | undefined): Refused =>
  new Refused(428, refused("version-needed", { table }), {
    column: table,
    ...(key === undefined ? {} : { value: key }),
  });

const noSuchVisit = (): Refused => new Refused(404, refused("not-found", { what: "visit" }));

/** Saves; a row that the account may read and not write ends it. */
async function saved(
  session: Session,
  child: { readonly centre: string; readonly patient: string },
  rows: readonly EncounterRow[],
  removed: readonly RemovedRow[],
  before: number,
): Promise<SavedEncounter> {
  try {
    return await asNotThisChart(before, () => saveEncounter(session, { ...child, rows, removed }));
  } catch (error) {
    if (error instanceof EncounterNotWritten) throw new Refused(403, refused("not-allowed", { what: "write-row" }));
    throw error;
  }
}

/** Tells what cannot be rows of this chart; the visit comes before the other rows where it is sent. */
export async function asNotThisChart<T>(before: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotThisChart)) throw error;
    const { column, value, place, fault } = error;
    const where = { column, value, ...(place < before ? {} : { row: place - before }) };
    throw new Refused(422, fault, where);
  }
}

const placeIn = (place: number, before: number) => (place < before ? ("visit" as const) : place - before);

const queriesOf = (told: readonly RowProblems[], before: number) =>
  told.flatMap(({ place, problems }) => problems.map((problem) => ({ ...problem, at: placeIn(place, before) })));

/** Why nothing was written, each problem and each conflict at its row. */
function unsaved(outcome: Exclude<SavedEncounter, { ok: true }>, before: number) {
  if (outcome.because === "no-such-child") throw new Refused(404, refused("not-found", { what: "child" }));
  if (outcome.because === "problems")
    return { status: 422, body: { problems: queriesOf(outcome.problems, before) } } as const;
  const conflicts = outcome.conflicts.map(({ place, ...one }) => ({ at: placeIn(place, before), ...one }));
  return { status: 409, body: { problems: outcome.conflicts.flatMap(overtaken), conflicts } } as const;
}

function overtaken({ theirs, differences }: RowConflict): readonly Problem[] {
  const told = refused("conflict", {
    what: "row",
    by: theirs.writtenBy,
    table: theirs.table,
    key: theirs.key,
  });
  const fields = differences.map(({ field, yours }) => ({ column: field, value: yours }));
  return (fields.length > 0 ? fields : [{ column: keyOf(tableNamed(theirs.table)).name, value: theirs.key }]).map(
    (where) => ({ ...told, where }),
  );
}
