import { keyOf, type Problem } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import type { CheckedRow } from "./check-children.ts";
import type { AskedRow } from "./check-wholes.ts";
import type { ImportPlan } from "./plan-import.ts";

const CHUNK = 500;

/** A question as `work.settle` takes it. */
export const askedOf = ({ code, says, values, where }: Problem) => ({ code, says, values, field: where.column ?? "" });

/** Brings the questions about many rows to what the rules ask now, in few round trips. */
export async function settleRows(session: Session, rows: readonly AskedRow[]): Promise<void> {
  for (let first = 0; first < rows.length; first += CHUNK) {
    const told = rows.slice(first, first + CHUNK).map(({ centre, patient, table, key, queries }) => ({
      ...{ centre, patient, entity: table, row_key: key },
      asked: queries.map(askedOf),
    }));
    await sql`select work.settle(one.centre, one.patient, one.entity, one.row_key, one.asked)
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as one (centre text, patient text, entity text, row_key text, asked jsonb)`.execute(session);
  }
}

/** Brings up to date the questions about complete rows of which the rules ask something else than before. */
export const settleChanged = (
  session: Session,
  before: ReadonlyMap<string, CheckedRow>,
  after: ReadonlyMap<string, CheckedRow>,
): Promise<void> =>
  settleRows(
    session,
    [...after].flatMap(([place, { row, problems: found }]) => {
      const [queries, stood] = [found, before.get(place)?.problems ?? []].map((list) =>
        list.filter(({ severity }) => severity === "query"),
      );
      return JSON.stringify(queries) === JSON.stringify(stood) ? [] : [{ ...row, queries: queries ?? [] }];
    }),
  );

/** After an import: what is asked about its rows, what is no longer asked about them, and what changes at rows beside them. */
export async function raiseQuestions(session: Session, plan: ImportPlan): Promise<void> {
  const open = await openQuestions(session, plan);
  const byRow = new Map<string, ImportPlan["problems"][number][]>();
  for (const problem of plan.problems) {
    const place = `${problem.where.file} ${problem.where.row}`;
    const list = byRow.get(place);
    if (list === undefined) byRow.set(place, [problem]);
    else list.push(problem);
  }
  const own = plan.tables.flatMap(({ table, file, added, changed }) =>
    [...added, ...changed].flatMap((row): readonly AskedRow[] => {
      const [patient, key] = [row.cells.patient ?? "", row.cells[keyOf(table).name] ?? ""];
      const centre = plan.centreOf.get(patient) ?? "";
      const queries = byRow.get(`${file} ${row.row}`) ?? [];
      if (queries.length === 0 && !open.has([centre, table.name, key].join("\n"))) return [];
      return [{ centre, patient, table: table.name, key, queries }];
    }),
  );
  await settleRows(session, [...own, ...plan.beside]);
}

async function openQuestions(session: Session, plan: ImportPlan): Promise<ReadonlySet<string>> {
  const centres = [...new Set(plan.centreOf.values())];
  const { rows } = await sql<{ place: string }>`
    select distinct centre || chr(10) || entity || chr(10) || row_key as place from work.query
    where state <> 'closed' and raised_by = 'rule' and centre = any (${centres}::text[])`.execute(session);
  return new Set(rows.map(({ place }) => place));
}
