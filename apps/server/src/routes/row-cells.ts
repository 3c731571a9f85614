import { type Codebook, cellCheck, tableNamed, withLimits } from "@osteon/codebook";
import { Refused, refused } from "../http/problem-reply.ts";

/** The cells of a row, where every one has a field of the table. */
export function knownCells(
  table: string,
  given: Readonly<Record<string, string>>,
  { tables }: Codebook,
): Record<string, string> {
  const names = new Set(tableNamed(table, tables).fields.map(({ name }) => name));
  const strange = Object.keys(given).find((name) => !names.has(name));
  if (strange === undefined) return withLimits(tableNamed(table, tables), { ...given });
  throw new Refused(422, refused("unknown-column", { of: "row", table, columns: [...names] }), { column: strange });
}

/** As `knownCells`, where what is not blank also reads as its field: a reading is no draft. */
export function soundCells(
  table: string,
  given: Readonly<Record<string, string>>,
  book: Codebook,
): Record<string, string> {
  const known = knownCells(table, given, book);
  for (const field of tableNamed(table, book.tables).fields) {
    const cell = known[field.name] ?? "";
    const fault = cell === "" ? undefined : cellCheck(field)(cell).find(({ severity }) => severity === "refused");
    if (fault !== undefined) throw new Refused(422, fault, { column: field.name, value: cell });
  }
  return known;
}
