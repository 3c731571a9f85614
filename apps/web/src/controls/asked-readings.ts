import {
  cellCheck,
  comparatorOf,
  comparatorSign,
  type Field,
  FORM_NOTATION,
  readingsOf,
  wordsOfCell,
  writtenLimit,
} from "@osteon/codebook";
import type { Language } from "@osteon/words";

/** One of the two things that words can mean. */
export interface AskedReading {
  readonly cell: string;
  /** What to write so that it means this one alone. */
  readonly words: string;
  /** The sign of a limit, which stands before either. */
  readonly sign: string;
}

/** What words can mean where they can be read in two ways and the field could hold either; nothing where nobody need ask. */
export function askedReadings(field: Field, typed: string, language: Language): readonly AskedReading[] {
  const limit = comparatorOf(field) === undefined ? undefined : writtenLimit(typed);
  const sign = comparatorSign(limit?.comparator.code);
  const notation = FORM_NOTATION[language];
  const cells = readingsOf(field, limit?.limit ?? typed.trim(), notation).filter((cell) =>
    cellCheck(field, notation)(cell).every(({ severity }) => severity !== "refused"),
  );
  if (cells.length < 2) return [];
  return cells.map((cell) => ({ cell, words: `${sign}${wordsOfCell(field, cell, language)}`, sign }));
}
