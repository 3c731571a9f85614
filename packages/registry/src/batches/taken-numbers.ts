import { keyOf, type PlacedRow, type Problem, placed } from "@osteon/codebook";
import { sql } from "kysely";
import { tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { refused } from "../registry-fault.ts";
import type { PlannedTable } from "./check-wholes.ts";

/** Rows whose number another child of the same centre has already, in the files or not; at other centres numbers are free. */
export async function takenNumbers(session: Session, planned: PlannedTable): Promise<readonly Problem[]> {
  const { plan, centreOf, before } = planned;
  const { table, added, changed } = plan;
  const { file } = planned.whole;
  const key = keyOf(table).name;
  const numberOf = ({ cells }: PlacedRow): string => (cells[key] ?? "").trim();
  const childOf = ({ cells }: PlacedRow): string => (cells.patient ?? "").trim();
  const centres = new Map<string, PlacedRow[]>();
  for (const row of added) {
    const centre = centreOf.get(childOf(row));
    if (centre === undefined || numberOf(row) === "") continue;
    const rows = centres.get(centre);
    if (rows === undefined) centres.set(centre, [row]);
    else rows.push(row);
  }
  const moved = changed.filter((row) => before.get(row.row)?.cells.patient !== childOf(row));
  const problems = moved.map((row) => takenBy(file, key, row, centreOf.get(childOf(row)) ?? ""));
  for (const [centre, rows] of centres) {
    const { rows: found } = await sql<{ number: string }>`select ${sql.ref(key)} as number from ${tableOf(table)}
      where centre = ${centre} and ${sql.ref(key)} = any (${rows.map(numberOf)}::text[])`.execute(session);
    const taken = new Set(found.map(({ number }) => number));
    problems.push(...rows.filter((row) => taken.has(numberOf(row))).map((row) => takenBy(file, key, row, centre)));
  }
  return problems;
}

const takenBy = (file: string, key: string, { row, cells }: PlacedRow, centre: string): Problem =>
  placed(refused("number-taken", { number: cells[key] ?? "", centre }), {
    file,
    row,
    column: key,
    value: cells[key] ?? "",
  });
