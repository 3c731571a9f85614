import { tableNamed } from "@osteon/codebook";
import { deleteRow, readRow, type Saved, saveRow } from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import type { Answer } from "../http/signed-in.ts";
import { cells, etag, knownCells, reason, rowParams, status, versionRead } from "./shapes.ts";

const newRow = z.object({ cells, status });
const changedRow = z.object({ cells, status, reason });

/** One row of a chart: read, entered, changed, deleted. */
export function addCharts({ app, desk }: RouteParts): void {
  app.get(
    "/api/centres/:centre/charts/:table/:key",
    { schema: { params: rowParams, summary: "One row, its version as ETag" } },
    async (request, reply) => {
      const { centre, table, key } = rowParams.parse(request.params);
      return await desk.read(request, reply, async (session) =>
        found(await readRow(session, tableNamed(table), centre, key)),
      );
    },
  );

  app.post(
    "/api/centres/:centre/charts/:table",
    {
      schema: {
        params: rowParams.omit({ key: true }),
        body: newRow,
        summary: "Enters a row; without a number it gets one",
      },
    },
    async (request, reply) => {
      const { centre, table } = rowParams.omit({ key: true }).parse(request.params);
      const { cells: given, status: wanted } = newRow.parse(request.body);
      const row = { table: tableNamed(table), cells: knownCells(table, given), centre, status: wanted, version: 0 };
      return await desk.write(request, reply, {}, async (session) => saved(await saveRow(session, row), 201));
    },
  );

  app.put(
    "/api/centres/:centre/charts/:table/:key",
    { schema: { params: rowParams, body: changedRow, summary: "Saves a row; If-Match says which version was read" } },
    async (request, reply) => {
      const { centre, table, key } = rowParams.parse(request.params);
      const { cells: given, status: wanted } = changedRow.parse(request.body);
      const book = tableNamed(table);
      const version = versionRead(request);
      return await desk.write(request, reply, {}, async (session) => {
        const stored = await readRow(session, book, centre, key);
        if (stored === undefined) return found(undefined);
        const own = { ...knownCells(table, given), [book.name]: key, patient: stored.patient };
        return saved(await saveRow(session, { table: book, cells: own, centre, status: wanted, version }), 200);
      });
    },
  );

  app.delete(
    "/api/centres/:centre/charts/:table/:key",
    { schema: { params: rowParams, summary: "Deletes a row; the trail keeps it" } },
    async (request, reply) => {
      const { centre, table, key } = rowParams.parse(request.params);
      const version = versionRead(request);
      return await desk.write(request, reply, {}, async (session) => {
        const outcome = await deleteRow(session, tableNamed(table), centre, key, version);
        if (outcome === "deleted") return { status: 204 };
        if (outcome === "no-such-row") return found(undefined);
        throw new Refused(
          409,
          "conflict",
          "Someone else saved the row since you read it.",
          "Read it again before you delete it.",
        );
      });
    },
  );
}

export function found(row: Awaited<ReturnType<typeof readRow>>): Answer {
  if (row === undefined)
    throw new Refused(404, "not-found", "There is no such row that you may see.", "Check the number.");
  return { status: 200, body: row, headers: { etag: etag(row.version) } };
}

function saved(outcome: Saved, status: number): Answer {
  if (outcome.ok)
    return {
      status,
      body: { row: outcome.row, queries: outcome.queries },
      headers: { etag: etag(outcome.row.version) },
    };
  if (outcome.because === "problems") return { status: 422, body: { problems: outcome.problems } };
  if (outcome.because === "no-such-row") {
    if (status !== 201) return found(undefined);
    throw new Refused(409, "taken", "This number is taken.", "Leave the number out: the registry gives one.");
  }
  const { theirs, differences } = outcome;
  const says = `${theirs.writtenBy} saved the row since you read it.`;
  const fix = "Look at the fields that differ, and save again with the version you then read.";
  const problems = differences.map(({ field, yours }) => ({
    code: "conflict",
    severity: "refused",
    where: { column: field, value: yours },
    says,
    fix,
  }));
  const whole = { code: "conflict", severity: "refused", where: {}, says, fix };
  return {
    status: 409,
    body: { problems: problems.length > 0 ? problems : [whole], theirs, differences },
    headers: { etag: etag(theirs.version) },
  };
}
