import { charts, type Row } from "@osteon/api";
import { ApiProblem, call, Unreachable } from "../api/request.ts";
import { tableNamed } from "../book/registry-book.ts";
import { dropKept, keep, readKept } from "./kept.ts";
import { keptRefused, keptTrying, keptUnanswered, languageOf, leftAfter, nextAttempt } from "./kept-queue.ts";
import type { Attempt, Kept } from "./kept-shape.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { cellsToSend } from "./typed-cells.ts";

/** A row that was confirmed: from which place it came and where it is now. */
export interface Confirmed {
  readonly from: string;
  readonly place: string;
  readonly row: Row;
}

const listeners = new Set<(confirmed: Confirmed) => void>();

/** Calls back for each row that this tab saved or another one of the browser, whichever page is open. */
export function onConfirmed(notify: (confirmed: Confirmed) => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

const newest = new Map<string, Row>();

/** The newer of a row as a page read it and as this tab saved it since: a page may still show what it read before. */
export function newestOf(place: string, read: Row | undefined): Row | undefined {
  const own = newest.get(place);
  return own !== undefined && (read === undefined || own.version > read.version) ? own : read;
}

export const placeOf = ({ centre, patient, table, key }: Row): string => `${centre}/${patient}/${table}/${key}`;

/** Whether the registry can be asked again: nobody answered, the session ended, or the server is busy. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && (error.status === 401 || error.status === 503));

/** A new row gets its number with its first save: from then on it is kept under an address of its own. */
const moved = new Map<string, string>();
const began = new Map<string, string>();

/**
 * Sends what is kept of one row until nothing of it is left to send, one save at a time whoever asks. An attempt whose
 * answer was lost is sent again word for word before anything newer. Throws what the server refused; what was typed stays.
 */
export function saveKept(account: string, place: string): Promise<Row | undefined> {
  return oneAtATime(began.get(place) ?? place, async () => {
    const now = moved.get(place) ?? place;
    for (let kept = readKept(account, now); kept !== undefined; ) {
      const attempt = nextAttempt(kept, crypto.randomUUID());
      keep(account, keptTrying(kept, attempt));
      kept = taken(account, kept.place, attempt, await sent(account, kept, attempt));
      if (kept?.wanted === undefined) break;
    }
    return newest.get(moved.get(place) ?? place);
  });
}

async function sent(account: string, { table, patient, centre, row, place }: Kept, attempt: Attempt): Promise<Row> {
  const cells = cellsToSend(tableNamed(table), attempt.typed, languageOf(attempt));
  const { status, key, version, reason } = attempt;
  try {
    const { body } = await (row === undefined
      ? call(
          charts.enterRow,
          {
            params: { centre: (table === "patient" && cells.centre) || centre, table },
            body: { cells: { ...cells, ...(table === "patient" ? {} : { patient }) }, status },
          },
          { key },
        )
      : call(
          charts.changeRow,
          {
            params: { centre: row.centre, table, key: row.key },
            body: { cells, status, ...(reason === "" ? {} : { reason }) },
          },
          { version, key },
        ));
    return body.row;
  } catch (error) {
    const kept = readKept(account, place);
    if (kept !== undefined && isPassing(error)) keep(account, keptUnanswered(kept));
    else if (kept !== undefined && error instanceof ApiProblem)
      keep(account, keptRefused(kept, error.status, error.problems));
    throw error;
  }
}

/** Notes that an attempt was taken; what was typed since stays kept, on top of the row as it now is. */
function taken(account: string, from: string, attempt: Attempt, row: Row): Kept | undefined {
  const place = placeOf(row);
  const kept = readKept(account, from);
  const left = kept === undefined ? undefined : leftAfter(kept, attempt, place, row);
  if (left !== undefined) keep(account, left);
  if (left === undefined || place !== from) dropKept(account, from);
  const confirmed = { from, place, row };
  noteConfirmed(confirmed);
  tellOtherTabs(account, { kind: "confirmed", ...confirmed });
  return left;
}

/** Notes a row that this tab saved, or another one of the browser. */
export function noteConfirmed(confirmed: Confirmed): void {
  const { from, place, row } = confirmed;
  newest.set(place, row);
  if (place !== from) {
    moved.set(from, place);
    began.set(place, from);
  }
  for (const notify of listeners) notify(confirmed);
}
