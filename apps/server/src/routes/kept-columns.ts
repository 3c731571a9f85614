import {
  type ChartRow,
  type ChartTable,
  comparatorOf,
  keyOf,
  type PlacedRow,
  type Problem,
  type Table,
  tableNamed,
} from "@osteon/codebook";
import { chartPages, type RowOfCentre, type Session, whichCentre } from "@osteon/registry";

/** A table whose file has not every column, and what was said against it. */
export interface PartTable {
  readonly chart: ChartTable;
  readonly problems: readonly Problem[];
}

/**
 * Fills the columns that a file has not with what the registry holds of each row, so that leaving a column out changes
 * nothing; rows that are new begin without a value there. The column of the table's own key can never be left out. A
 * number that stands at several centres, and whose child the file does not tell apart, is asked about.
 */
export async function keepColumns(
  session: Session,
  { chart, problems }: PartTable,
  centre: string | undefined,
): Promise<PartTable> {
  const { absent = [], ...whole } = chart;
  const table = tableNamed(chart.name);
  const key = keyOf(table).name;
  if (absent.length === 0 || absent.includes(key)) return { chart, problems };
  const meant = new Set(whole.rows.map(({ cells }) => (cells[key] ?? "").trim()));
  const held = new Map<string, RowOfCentre[]>();
  const selection = { inside: true, ...(centre === undefined ? {} : { centres: [centre] }) } as const;
  for await (const page of chartPages(session, table, selection)) {
    for (const row of page) {
      const number = row.cells[key] ?? "";
      if (meant.has(number)) held.set(number, [...(held.get(number) ?? []), row]);
    }
  }
  const unclear: Problem[] = [];
  const rows = whole.rows.map((row) => {
    const fitting = (held.get((row.cells[key] ?? "").trim()) ?? []).filter((one) => fits(row, one, absent));
    if (fitting.length > 1)
      unclear.push(
        whichCentre(
          fitting[0]?.cells.patient ?? "",
          fitting.map((one) => one.centre),
          { file: chart.file, row: row.row },
        ),
      );
    const stands = fitting[0]?.cells ?? {};
    const filled = absent.map((name) => [
      name,
      numberStays(table, name, row.cells, stands) ? (stands[name] ?? "") : "",
    ]);
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(filled) } };
  });
  const told = problems.filter(({ code }) => code !== "missing-column");
  return { chart: { ...whole, rows }, problems: [...told, ...unclear] };
}

/** A side belongs to its limit: beside another number it says nothing. */
function numberStays({ fields }: Table, name: string, now: ChartRow, stands: ChartRow): boolean {
  const number = fields.find((field) => comparatorOf(field) === name)?.name;
  return number === undefined || now[number] === undefined || Number(now[number]) === Number(stands[number]);
}

/** Whether the row of the file can be that of the registry: their child and their centre agree, as far as the file tells. */
function fits({ cells }: PlacedRow, held: RowOfCentre, absent: readonly string[]): boolean {
  const agrees = (name: "patient" | "centre", is: string | undefined): boolean =>
    absent.includes(name) || cells[name] === undefined || cells[name].trim() === is;
  return agrees("patient", held.cells.patient) && agrees("centre", held.centre);
}
