import type { Cell } from "@osteon/engine";
import type { YesNo } from "@osteon/protocol";

/** Yes, no, or null where it is not known. */
export function answerIn({ values, unknown }: Omit<YesNo, "column">, cell: Cell | undefined): boolean | null {
  if (cell === null || cell === undefined || unknown.includes(cell)) return null;
  return values.includes(cell);
}
