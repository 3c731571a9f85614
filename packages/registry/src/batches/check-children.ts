import { type Charts, checkCharts, keptBook, keyOf, type PlacedRow, type Problem } from "@osteon/codebook";
import { chartPages, type RowOfCentre } from "../charts/read-charts.ts";
import { todayOf } from "../charts/save-row.ts";
import type { Session } from "../database/database.ts";
import { readCodebook } from "../operate/lists.ts";

/** A complete row and what is wrong with it. */
export interface CheckedRow {
  readonly row: { readonly centre: string; readonly patient: string; readonly table: string; readonly key: string };
  readonly problems: readonly Problem[];
}

/** By the widest that fields of the registry's own ever took: what stands was sound when it was entered. Every complete row of some children of a centre, by table and number, checked within all that the registry holds of them. */
export async function checkChildren(
  session: Session,
  centre: string,
  patients?: readonly string[],
): Promise<ReadonlyMap<string, CheckedRow>> {
  const charts: Charts[number][] = [];
  const stored = new Map<string, readonly RowOfCentre[]>();
  const book = keptBook(await readCodebook(session));
  for (const table of book.tables) {
    const { name } = table;
    const rows: RowOfCentre[] = [];
    const selection = { centres: [centre], inside: true, ...(patients === undefined ? {} : { patients }) } as const;
    for await (const page of chartPages(session, table, selection)) rows.push(...page);
    stored.set(name, rows);
    charts.push({ name, file: name, rows: rows.map(placed) });
  }
  const found = new Map<string, Problem[]>();
  for (const problem of checkCharts(charts, { today: await todayOf(session), book, contactFollows: true })) {
    const place = `${problem.where.file} ${problem.where.row}`;
    const list = found.get(place);
    if (list === undefined) found.set(place, [problem]);
    else list.push(problem);
  }
  return new Map(
    book.tables.flatMap((table) =>
      (stored.get(table.name) ?? []).flatMap(({ status, cells }, place) => {
        if (status !== "complete") return [];
        const row = { centre, patient: cells.patient ?? "", table: table.name, key: cells[keyOf(table).name] ?? "" };
        return [[`${row.table}\n${row.key}`, { row, problems: found.get(`${table.name} ${place}`) ?? [] }] as const];
      }),
    ),
  );
}

/** A row of the registry as the checks read it. */
export const placed = ({ status, cells }: RowOfCentre, row: number): PlacedRow => ({
  ...{ row, cells },
  ...(status === "draft" ? { draft: true as const } : {}),
});
