import { CODEBOOK, keyOf, newly, type Problem, placed, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { holdCentres } from "../charts/hold-child.ts";
import { contactAsStated, followContact } from "../charts/last-contact.ts";
import { tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { refused } from "../registry-fault.ts";
import { checkChildren } from "./check-children.ts";
import { settleChanged } from "./raise-questions.ts";

interface Written {
  readonly row_key: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Rows were changed since the import: undoing it would lose that, so the transaction ends and nothing is undone. */
export class CannotUndo extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.says ?? "The import cannot be undone.");
    this.problems = problems;
  }
}

/**
 * Takes back what an import did at one centre, as one: added rows go, changed rows become what they were and deleted ones come back, as the
 * audit trail tells. Answers with the number of rows; throws `CannotUndo` with every row that stands in the way: changed since, or
 * breaking a rule with what was entered since.
 */
export async function undoBatch(session: Session, centre: string, batch: string): Promise<number> {
  await holdCentres(session, [centre]);
  const { rows: noted } = await sql`update work.batch set undone_at = clock_timestamp(), undone_by = access.actor()
    where batch = ${batch} and centre = ${centre} and undone_at is null returning batch`.execute(session);
  if (noted.length === 0)
    throw new CannotUndo([
      placed(refused("cannot-undo", { because: "no-such-import" }), { column: "batch", value: batch }),
    ]);
  await refuseKept(session, { centres: [centre], tables: await tablesOf(session, centre, batch) });
  const problems: Problem[] = [];
  let undone = 0;
  const children = await childrenOf(session, centre, batch);
  const before = await checkChildren(session, centre, children);
  // What moved since is no change by hand: it is looked away from, and follows again what then stands.
  const followed: string[] = [];
  for (const child of children) if (await contactAsStated(session, centre, child)) followed.push(child);
  await sql`set constraints all deferred`.execute(session);
  for (const table of [...CODEBOOK].reverse()) {
    const { rows } = await sql<Written>`select row_key, before, after from audit.entry
      where batch = ${batch} and chain = ${centre} and action = 'update' and entity = ${`chart.${table.name}`}`.execute(
      session,
    );
    for (const written of rows) {
      if (await restoreRow(session, table, centre, written)) undone += 1;
      else problems.push(changedSince(table, written.row_key));
    }
    problems.push(...(await addedAndChanged(session, table, centre, batch)).map((key) => changedSince(table, key)));
    if (problems.length === 0) undone += await removeAdded(session, table, centre, batch);
  }
  if (problems.length > 0) throw new CannotUndo(problems);
  for (const table of CODEBOOK) {
    const { rows } = await sql<Written>`select row_key, before, after from audit.entry
      where batch = ${batch} and chain = ${centre} and action = 'delete' and entity = ${`chart.${table.name}`}`.execute(
      session,
    );
    for (const { before: was } of rows) undone += await bringBack(session, table, was);
  }
  await sql`set constraints all immediate`.execute(session);
  const after = await checkChildren(session, centre, children);
  const broken = [...after].flatMap(([place, one]) =>
    newly(one.problems, before.get(place)?.problems).map((fault) => brokenBy(one.row, fault)),
  );
  if (broken.length > 0) throw new CannotUndo(broken);
  await settleChanged(session, before, after);
  for (const child of followed) await followContact(session, centre, child, ["patient"]);
  return undone;
}

/** The tables that the import wrote, those too that the person may not see. */
async function tablesOf(session: Session, centre: string, batch: string): Promise<readonly string[]> {
  const { rows } = await sql<{ tables: readonly string[] }>`
    select work.tables_of_batch(${centre}, ${batch}) as tables`.execute(session);
  return rows[0]?.tables ?? [];
}

async function childrenOf(session: Session, centre: string, batch: string): Promise<readonly string[]> {
  const { rows } = await sql<{ patient: string }>`select distinct patient from audit.entry
    where batch = ${batch} and chain = ${centre} and entity like 'chart.%' and patient is not null`.execute(session);
  return rows.map(({ patient }) => patient);
}

/** A row that was deleted, as it was; one that stands again meanwhile keeps its place. */
async function bringBack(session: Session, table: Table, was: Written["before"]): Promise<number> {
  const names = Object.keys(was).filter((name) => !OWN.includes(name));
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const { rows } = await sql`insert into ${tableOf(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(was)}::jsonb)
    on conflict (centre, ${sql.ref(keyOf(table).name)}) do nothing returning 1`.execute(session);
  if (rows.length === 0) throw new CannotUndo([changedSince(table, String(was[keyOf(table).name]))]);
  return rows.length;
}

const brokenBy = ({ table, key }: { readonly table: string; readonly key: string }, broken: Problem): Problem => {
  const fault = broken.values === undefined ? undefined : { code: broken.code, values: broken.values };
  return placed(refused("cannot-undo", { because: "breaks-rule", table, key, fault }), { column: table, value: key });
};

const changedSince = ({ name: table }: Table, key: string): Problem =>
  placed(refused("cannot-undo", { because: "changed-since", table, key }), { column: table, value: key });

/** Columns that the registry keeps itself; an undone row is a new version with the old content. */
const OWN = ["version", "written_at", "written_by"];
const ownColumns = sql.raw(`'{${OWN.join(",")}}'::text[]`);

const added = (table: Table, centre: string, batch: string) =>
  sql`audit.entry e where e.batch = ${batch} and e.chain = ${centre} and e.action = 'insert' and e.entity = ${`chart.${table.name}`}`;

/** The rows that the batch added and that are gone or say something else now; columns that came later say nothing while they are empty. */
async function addedAndChanged(
  session: Session,
  table: Table,
  centre: string,
  batch: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ row_key: string }>`select e.row_key from ${added(table, centre, batch)} and not exists (
    select from ${tableOf(table)} k where k.centre = e.chain and k.${sql.ref(keyOf(table).name)} = e.row_key
      and chart.content(to_jsonb(k)) = chart.content(e.after))`.execute(session);
  return rows.map(({ row_key }) => row_key);
}

async function removeAdded(session: Session, table: Table, centre: string, batch: string): Promise<number> {
  const { rows } = await sql`delete from ${tableOf(table)} where centre = ${centre} and ${sql.ref(keyOf(table).name)}
    in (select e.row_key from ${added(table, centre, batch)}) returning 1`.execute(session);
  return rows.length;
}

/** Gives a changed row the columns back that the batch changed; of the registry's own fields those alone that it changed. */
async function restoreRow(
  session: Session,
  table: Table,
  centre: string,
  { row_key, before, after }: Written,
): Promise<boolean> {
  const names = Object.keys({ ...before, ...after }).filter((name) => !OWN.includes(name));
  const own = changedFields(before.own, after.own);
  const set = names.map((name) =>
    name === "own"
      ? sql`own = (kept.own - ${own.names}::text[]) || ${JSON.stringify(own.were)}::jsonb`
      : sql`${sql.ref(name)} = was.${sql.ref(name)}`,
  );
  const { rows } = await sql`update ${tableOf(table)} as kept set ${sql.join(set)}
    from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(before)}::jsonb) as was
    where kept.centre = ${centre} and kept.${sql.ref(keyOf(table).name)} = ${row_key}
      and to_jsonb(kept) @> (${JSON.stringify(after)}::jsonb - ${ownColumns} - 'own')
      and (select jsonb_object_agg(name, kept.own -> name) from unnest(${own.names}::text[]) name)
        is not distinct from (select jsonb_object_agg(name, ${JSON.stringify(after.own ?? {})}::jsonb -> name) from unnest(${own.names}::text[]) name)
      returning 1`.execute(session);
  return rows.length === 1;
}

type OwnCells = Readonly<Record<string, unknown>>;

/** The registry's own fields that a write changed, and what those held before that held something. */
function changedFields(
  before: unknown,
  after: unknown,
): { readonly names: readonly string[]; readonly were: OwnCells } {
  const [was, is] = [(before ?? {}) as OwnCells, (after ?? {}) as OwnCells];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
  return { names, were: Object.fromEntries(names.flatMap((name) => (name in was ? [[name, was[name]]] : []))) };
}
