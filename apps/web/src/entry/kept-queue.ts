import type { Row } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import type { Attempt, Kept, Wanted } from "./kept-shape.ts";
import { sameCells, type Typed, typedIn } from "./typed-cells.ts";

/** Of words whose language nobody noted: what would be another number or day in the other language is asked about. */
export const languageOf = ({ language }: { readonly language?: Language | undefined }): Language => language ?? "en";

/** What is typed now, to be kept: on which row, in which language, and what is asked for. */
export interface Words {
  readonly place: string;
  readonly table: string;
  readonly patient: string;
  readonly centre: string;
  readonly row: Row | undefined;
  readonly cells: Typed;
  readonly language: Language;
  readonly held: boolean;
  readonly wanted: Wanted | undefined;
}

/** What is kept once more was typed. An attempt that is on its way stays: it is sent again word for word before anything newer. */
export function keptWith(before: Partial<Kept>, words: Words, now: string): Kept {
  const { refused: _mended, ...standing } = before;
  const row = before.attempt === undefined ? words.row : before.row;
  // A form that is loaded anew without a connection does not know whose row it is; what was kept does.
  const child = { patient: before.patient || words.patient, centre: before.centre || words.centre };
  return { since: now, ...standing, ...words, ...child, row, held: words.held || undefined };
}

/** The attempt that goes next: the one without an answer, else what was typed. */
export const nextAttempt = ({ attempt, cells, language, row, wanted }: Kept, key: string): Attempt =>
  attempt ?? {
    key,
    version: row?.version ?? 0,
    typed: cells,
    ...(language === undefined ? {} : { language }),
    status: wanted?.status ?? "draft",
    reason: wanted?.reason ?? "",
  };

/** What is kept while an attempt is on its way. */
export const keptTrying = ({ refused: _before, ...kept }: Kept, attempt: Attempt): Kept => ({ ...kept, attempt });

/** What is kept after an attempt found nobody who answers: the very same is sent again, under its key. */
export const keptUnanswered = (kept: Kept): Kept => ({ ...kept, unanswered: true });

/** What is kept of an attempt that was refused: the words, and why; the next one is another. */
export const keptRefused = (
  { attempt: _refused, ...kept }: Kept,
  status: number,
  problems: readonly Problem[],
): Kept => ({
  ...kept,
  refused: { status, problems },
});

/** What is still to be sent once an attempt was taken, on top of the row as it now is; nothing where that is all. */
export function leftAfter(kept: Kept, attempt: Attempt, place: string, row: Row): Kept | undefined {
  const { attempt: _sent, unanswered: _now, wanted, ...words } = kept;
  const table = tableNamed(kept.table);
  const language = languageOf(kept);
  const isSame = sameCells(table, typedIn(table, attempt.typed, languageOf(attempt), language), kept.cells, language);
  const still = attempt.status === "complete" ? undefined : wanted;
  if (isSame && still === undefined) return undefined;
  return {
    ...words,
    place,
    centre: row.centre,
    patient: row.patient,
    row,
    ...(still === undefined ? {} : { wanted: still }),
  };
}
