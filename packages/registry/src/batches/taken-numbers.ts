import { keyOf, type PlacedRow, type Problem } from "@osteon/codebook";
import { sql } from "kysely";
import { tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import type { TablePlan } from "./plan-import.ts";

/** Rows to be added whose number another child of the same centre has already; at other centres numbers are free. */
export async function takenNumbers(
  session: Session,
  { table, added }: TablePlan,
  centreOf: ReadonlyMap<string, string>,
  file: string,
): Promise<readonly Problem[]> {
  const key = keyOf(table).name;
  const numberOf = ({ cells }: PlacedRow): string => (cells[key] ?? "").trim();
  const centres = new Map<string, PlacedRow[]>();
  for (const row of added) {
    const centre = centreOf.get((row.cells.patient ?? "").trim());
    if (centre === undefined || numberOf(row) === "") continue;
    const rows = centres.get(centre);
    if (rows === undefined) centres.set(centre, [row]);
    else rows.push(row);
  }
  const problems: Problem[] = [];
  for (const [centre, rows] of centres) {
    const { rows: found } = await sql<{ number: string }>`select ${sql.ref(key)} as number from ${tableOf(table)}
      where centre = ${centre} and ${sql.ref(key)} = any (${rows.map(numberOf)}::text[])`.execute(session);
    const taken = new Set(found.map(({ number }) => number));
    problems.push(...rows.filter((row) => taken.has(numberOf(row))).map((row) => takenBy(file, key, row, centre)));
  }
  return problems;
}

const takenBy = (file: string, key: string, { row, cells }: PlacedRow, centre: string): Problem => ({
  code: "number-taken",
  severity: "refused",
  where: { file, row, column: key, value: cells[key] ?? "" },
  says: `${cells[key]} stands for another child of ${centre} already.`,
  fix: "Give the row a number of its own, or correct the child.",
});
