import { cellCheck, tableNamed, withLimits } from "@osteon/codebook";
import { Refused } from "../http/problem-reply.ts";

/** The cells of a row, where every one has a field of the table. */
export function knownCells(table: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set(tableNamed(table).fields.map(({ name }) => name));
  const strange = Object.keys(given).find((name) => !names.has(name));
  if (strange === undefined) return withLimits(tableNamed(table), { ...given });
  throw new Refused(
    422,
    "unknown-column",
    `The table ${table} has no column of this name.`,
    `Columns: ${[...names].join(", ")}.`,
    { column: strange },
  );
}

/** As `knownCells`, where what is not blank also reads as its field: a reading is no draft. */
export function soundCells(table: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const known = knownCells(table, given);
  for (const field of tableNamed(table).fields) {
    const cell = known[field.name] ?? "";
    const fault = cell === "" ? undefined : cellCheck(field)(cell).find(({ severity }) => severity === "refused");
    if (fault !== undefined)
      throw new Refused(422, fault.code, fault.says, fault.fix, { column: field.name, value: cell });
  }
  return known;
}
