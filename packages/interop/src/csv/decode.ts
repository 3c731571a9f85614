import type { Problem } from "@osteon/codebook";

/** The text of a file, and what is wrong with its encoding. A file that is not UTF-8 is read on as Windows-1252. */
export interface Decoded {
  readonly text: string;
  readonly isUtf8: boolean;
}

/** Reads bytes as UTF-8 (with or without a byte order mark), or else as Windows-1252, the usual other encoding of spreadsheets. */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isUtf8: false };
  }
}

/** The problem of a file in another encoding; one for each of its first cells with a letter that is not ASCII. */
export function encodingProblems(
  file: string,
  cells: readonly { row: number; column: string; value: string }[],
): readonly Problem[] {
  const places = cells.length === 0 ? [{}] : cells.slice(0, 5);
  return places.map((place) => ({
    code: "not-utf-8",
    severity: "refused",
    where: { file, ...place },
    says: "The file is not UTF-8; it looks like Windows-1252, and letters beyond A to Z would be guessed.",
    fix: 'Save it as "CSV UTF-8 (comma separated)".',
  }));
}
