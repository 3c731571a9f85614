import type { Row } from "@osteon/api";
import { oneAtATime } from "./one-at-a-time.ts";

/** What this tab wrote last of a place: a row, or nothing where it was taken back, and then which row went. */
interface Written {
  readonly row: Row | undefined;
  readonly gone: string | undefined;
}

const written = new Map<string, Written>();

/**
 * Does one write after the other of what an examination shows of a lesion. The page may still show what it read before the
 * last one, so each write begins with the newer of both: nobody is told of a conflict with themselves, nothing is entered twice.
 */
export function observeInTurn(
  place: string,
  read: Row | undefined,
  write: (now: Row | undefined) => Promise<Row | undefined>,
): Promise<void> {
  return oneAtATime(`observation ${place}`, async () => {
    const now = newer(read, written.get(place));
    // After a refusal the page is read again, and what it says then counts.
    written.delete(place);
    const row = await write(now);
    written.set(place, { row, gone: row === undefined ? now?.key : undefined });
  });
}

function newer(read: Row | undefined, own: Written | undefined): Row | undefined {
  if (own === undefined) return read;
  if (own.row === undefined) return read?.key === own.gone ? undefined : read;
  return read === undefined || (read.key === own.row.key && read.version < own.row.version) ? own.row : read;
}
