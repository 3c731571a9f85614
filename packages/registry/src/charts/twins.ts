import { type ChartTable, type Problem, placed, twinFault } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** For children of a file or a form, the question whether one is the twin of another child that the registry has at the same centre. */
export async function twinProblems(session: Session, { file, rows }: ChartTable): Promise<readonly Problem[]> {
  const keys = rows.map(({ cells }) => (cells.patient ?? "").trim());
  const centres = rows.map(({ cells }) => cells.centre ?? "");
  const { rows: twins } = await sql<{ place: number; twin: string }>`
    select n.place::int as place, min(p.patient) as twin
    from unnest(${keys}::text[], ${centres}::text[]) with ordinality as n (patient, centre, place)
      join chart.patient p on p.centre = n.centre and chart.child_skeleton(p.patient) = chart.child_skeleton(n.patient)
        and p.patient <> n.patient
    group by n.place order by n.place`.execute(session);
  return twins.flatMap(({ place, twin }) => {
    const row = rows[place - 1];
    if (row === undefined) return [];
    const where = { file, row: row.row, column: "patient", value: row.cells.patient ?? "" };
    return [placed(twinFault(twin), where)];
  });
}
