import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { audit } from "@osteon/api";
import {
  type Change,
  type ChangeFilter,
  centresWhere,
  listChanges,
  listColleagues,
  noteInTrail,
  type Session,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { sendMade } from "./spool.ts";

const AT_ONCE = 500;

/** What changed in the charts of a centre: read a page at a time, or as one CSV to be opened in a spreadsheet. */
export function addChanges({ app, desk }: RouteParts): void {
  serve(app, audit.listChanges, async (asked) => {
    const { before, limit, ...wanted } = asked.query;
    return await desk.read(asked, async (session) => {
      await reviewed(session, wanted.centre);
      return { status: 200, body: await listChanges(session, wanted, { before, limit }) };
    });
  });

  serve(app, audit.takeChanges, async (asked) => {
    const wanted = asked.query;
    return await sendMade(asked.reply, { name: "changes.csv", type: "text/csv; charset=utf-8" }, async (path) =>
      desk.take(asked.request, async (session) => {
        for (const centre of await reviewed(session, wanted.centre))
          await noteInTrail(session, { action: "export", entity: "changes.csv", centre });
        const file = createWriteStream(path);
        for await (const piece of changesCsv(session, { ...wanted, leaves: true }))
          if (!file.write(piece)) await new Promise<void>((resolve) => file.once("drain", resolve));
        file.end();
        await finished(file);
      }),
    );
  });
}

/** The centres whose trail the person reads, or the one that is meant. */
async function reviewed(session: Session, centre: string | undefined): Promise<readonly string[]> {
  const readable = await centresWhere(session, "audit", "read");
  const centres = readable.filter((one) => centre === undefined || one === centre);
  if (centres.length > 0) return centres;
  throw new Refused(403, refused("not-allowed", { what: "trail" }));
}

const COLUMNS = [
  "at",
  "person",
  "centre",
  "patient",
  "table",
  "row",
  "action",
  "field",
  "was",
  "is",
  "reason",
  "import",
];

async function* changesCsv(session: Session, wanted: ChangeFilter): AsyncGenerator<string> {
  const names = new Map((await listColleagues(session)).map(({ account, name }) => [account, name]));
  yield `${COLUMNS.join(",")}\n`;
  for (let before: string | undefined; ; ) {
    const { changes, next } = await listChanges(session, wanted, { before, limit: AT_ONCE });
    yield changes.map((change) => linesOf(change, names.get(change.actor) ?? change.actor)).join("");
    if (next === undefined) return;
    before = next;
  }
}

/** A line for each cell; one without a field where a write changed the status alone, or no cell. */
function linesOf(change: Change, person: string): string {
  const { at, centre, patient, table, key, kind, status, reason, imported, cells } = change;
  const about = [at, person, centre, patient, table, key, kind];
  const why = [reason ?? "", imported ? "yes" : ""];
  const told = cells.length > 0 ? cells : [{ field: "", was: "", is: status ?? "" }];
  return told.map(({ field, was, is }) => `${[...about, field, was, is, ...why].map(cellOf).join(",")}\n`).join("");
}

/** A cell that a spreadsheet shows and does not run. */
function cellOf(text: string): string {
  const shown = /^[=@\t]|^[+-](?![\d.,]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
