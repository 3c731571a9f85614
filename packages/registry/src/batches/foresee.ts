import { keyOf, type PlacedRow, type Problem, placed, recordedChanges } from "@osteon/codebook";
import { sql } from "kysely";
import type { RowOfCentre } from "../charts/read-charts.ts";
import type { Session } from "../database/database.ts";
import { queried, refused } from "../registry-fault.ts";
import type { PlannedTable } from "./check-wholes.ts";
import type { CellChange, TablePlan } from "./plan-import.ts";

/** Drafts that the import makes complete, whether or not a cell changes. */
export const completedNotes = (plans: readonly TablePlan[]): readonly Problem[] =>
  plans.flatMap(({ table, file, completed }) => {
    const key = keyOf(table).name;
    return completed.map(({ row, cells }) =>
      placed(queried("completes-draft", { key: cells[key] ?? "" }), {
        file,
        row,
        column: key,
        value: cells[key] ?? "",
      }),
    );
  });

/** Rows whose child is a draft: they are kept, and in no export and no run until it is complete. */
export async function draftChildNotes(
  session: Session,
  plans: readonly TablePlan[],
  centreOf: ReadonlyMap<string, string>,
): Promise<readonly Problem[]> {
  const { rows } = await sql<{ centre: string; patient: string }>`
    select p.centre, p.patient from chart.patient p
    join unnest(${[...centreOf.values()]}::text[], ${[...centreOf.keys()]}::text[]) as named (centre, patient) using (centre, patient)
    where p.row_status = 'draft'`.execute(session);
  const completed = new Set(plans[0]?.completed.map(({ cells }) => cells.patient));
  const drafts = new Set(rows.map(({ patient }) => patient).filter((patient) => !completed.has(patient)));
  if (drafts.size === 0) return [];
  return plans.flatMap(({ table, file, added, changed }) =>
    [...added, ...changed].flatMap(({ row, cells }) => {
      const patient = (cells.patient ?? "").trim();
      if (!drafts.has(patient) || table.name === "patient") return [];
      return [placed(queried("draft-child", { patient }), { file, row, column: "patient", value: patient })];
    }),
  );
}

interface Lock {
  readonly centre: string;
  readonly scope: "study" | "patient" | "visit";
  readonly patient: string | null;
  readonly visit: string | null;
}

/** Rows that a lock holds, as they were and as they would be. */
export async function lockProblems(session: Session, tables: readonly PlannedTable[]): Promise<readonly Problem[]> {
  const { rows: locks } = await sql<Lock>`
    select centre, scope, patient, visit from work.lock where lifted_at is null order by lock`.execute(session);
  if (locks.length === 0) return [];
  return touchedRows(tables).flatMap(({ file, row, column, versions }) => {
    const lock = locks.find((one) => versions.some((version) => holds(one, version)));
    if (lock === undefined) return [];
    const { patient, visit } = lock;
    const name = { study: lock.centre, patient: patient ?? undefined, visit: visit ?? undefined }[lock.scope];
    return [
      placed(refused("locked", { scope: lock.scope, name, inImport: "written" }), {
        file,
        row: row.row,
        column,
        value: row.cells[column] ?? "",
      }),
    ];
  });
}

interface Version {
  readonly centre: string | undefined;
  readonly patient: string;
  readonly visit: string;
}

const holds = (lock: Lock, { centre, patient, visit }: Version): boolean =>
  lock.centre === centre &&
  (lock.scope === "study" || (lock.patient === patient && (lock.scope === "patient" || lock.visit === visit)));

/** Rows of the file that are written, each as it was and as it would be. */
function touchedRows(tables: readonly PlannedTable[]) {
  return tables.flatMap(({ plan, whole, before, centreOf }) => {
    const column = keyOf(plan.table).name;
    return [...plan.changed, ...plan.added].map((row) => {
      const was = before.get(row.row);
      const is = { centre: centreOf.get((row.cells.patient ?? "").trim()), ...placeIn(row) };
      return {
        file: whole.file,
        row,
        column,
        versions: was === undefined ? [is] : [is, { centre: was.centre, ...placeIn(was) }],
      };
    });
  });
}

const placeIn = ({ cells }: PlacedRow | RowOfCentre) => ({
  patient: (cells.patient ?? "").trim(),
  visit: (cells.visit ?? "").trim(),
});

/** Signatures that the import would void: of visits whose own row or results get another content, or go. */
export async function signatureNotes(session: Session, tables: readonly PlannedTable[]): Promise<readonly Problem[]> {
  const { rows } = await sql<{ centre: string; visit: string; name: string }>`
    select centre, visit, string_agg(distinct printed_name, ', ') as name from work.signature
    where voided_at is null group by centre, visit`.execute(session);
  if (rows.length === 0) return [];
  const signed = new Map(rows.map(({ centre, visit, name }) => [`${centre}\n${visit}`, name]));
  const held = tables.filter(({ plan }) => plan.table.name === "visit" || plan.table.name === "laboratory");
  // A draft that becomes complete as it is says what it said: the signature stands.
  const said = new Set(held.flatMap(({ plan, changes }) => changes.map(({ row }) => `${plan.file}\n${row}`)));
  const rewritten = touchedRows(held).filter(
    ({ file, row, versions }) => versions.length === 1 || said.has(`${file}\n${row.row}`),
  );
  const written = rewritten.map(({ file, row, column, versions }) => ({
    where: { file, row: row.row, column, value: row.cells[column] ?? "" },
    versions,
  }));
  return [...written, ...goingRows(held)].flatMap(({ where, versions }) =>
    [...new Set(versions.map(({ centre, visit }) => `${centre}\n${visit}`))].flatMap((place) => {
      const name = signed.get(place);
      if (name === undefined) return [];
      return [placed(queried("voids-signature", { visit: place.split("\n")[1] ?? "", by: name }), where)];
    }),
  );
}

/** Rows that go since the file lacks them, each as it was: they have no place in the file. */
function goingRows(tables: readonly PlannedTable[]) {
  return tables.flatMap(({ plan, stored }) => {
    const column = keyOf(plan.table).name;
    const going = new Set(plan.removed.map(({ centre, key }) => `${centre}\n${key}`));
    return stored
      .filter(({ centre, cells }) => going.has(`${centre}\n${cells[column] ?? ""}`))
      .map((row) => ({
        where: { file: plan.file, column, value: row.cells[column] ?? "" },
        versions: [{ centre: row.centre, ...placeIn(row) }],
      }));
  });
}

/** Changes that take a cell back to what stood there before somebody corrected it: the file was exported before that. */
export async function olderNotes(
  session: Session,
  changes: readonly CellChange[],
  tables: readonly PlannedTable[],
): Promise<readonly Problem[]> {
  const notes: Problem[] = [];
  for (const { plan, whole, before } of tables) {
    const own = changes.filter(({ table }) => table === plan.table.name);
    if (own.length === 0) continue;
    const rows = [...new Set(own.map(({ row }) => row))].flatMap((row) => {
      const was = before.get(row);
      return was === undefined ? [] : [{ centre: was.centre, key: was.cells[plan.table.name] ?? "" }];
    });
    const { rows: written } = await sql<Written>`
      select e.chain, e.row_key, e.before, e.after, to_char(e.at, 'YYYY-MM-DD') as day
      from audit.entry e join unnest(${rows.map(({ centre }) => centre)}::text[], ${rows.map(({ key }) => key)}::text[]) as wanted (centre, key)
        on e.chain = wanted.centre and e.row_key = wanted.key
      where e.entity = ${`chart.${plan.table.name}`} and e.action = 'update' order by e.seq desc`.execute(session);
    const earlier = earlierValues(plan.table.name, written);
    for (const { row, key, field, was, becomes } of own) {
      const day = earlier.get([before.get(row)?.centre, key, field, becomes].join("\n"));
      if (day === undefined) continue;
      notes.push(
        placed(queried("older-than-registry", { was, becomes, on: day }), {
          file: whole.file,
          row,
          column: field,
          value: becomes,
        }),
      );
    }
  }
  return notes;
}

interface Written {
  readonly chain: string;
  readonly row_key: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly day: string;
}

/** By cell and value: the last day on which that value was replaced there. */
function earlierValues(table: string, written: readonly Written[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { chain, row_key, before, after, day } of written) {
    for (const { field, was } of recordedChanges(table, before, after)) {
      const place = [chain, row_key, field, was].join("\n");
      if (!days.has(place)) days.set(place, day);
    }
  }
  return days;
}
