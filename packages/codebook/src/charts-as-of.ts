import type { EpochDay } from "./calendar-day.ts";
import type { ChartRow, Charts, ChartTable } from "./charts.ts";
import { CODEBOOK, tableNamed } from "./codebook.ts";
import type { Field, Table } from "./field.ts";
import { parsePartialDate, resolvePartialDate } from "./partial-date.ts";

/**
 * The charts as they stood at the end of a day, by the days that they state: what was seen, sampled, begun or noticed later is not in them,
 * a drug that was stopped later still runs, a child who died or was lost later was alive and seen, and one who was diagnosed later is
 * not there. A partial date counts as the middle of its period; a row without a date stays. When a cell was entered no chart tells.
 */
export function chartsAsOf(charts: Charts, on: string): Charts {
  const day = parsePartialDate(on);
  if (day?.precision !== "day") throw new Error(`charts are taken as of a whole day, not ${on}`);
  const gone: Gone = new Map();
  // Parents stand before children in the codebook.
  const ordered = CODEBOOK.flatMap((table) => charts.filter(({ name }) => name === table.name));
  const cut = ordered.map((chart): ChartTable => {
    const table = tableNamed(chart.name);
    const stays = chart.rows.filter(({ cells }) => isThere(table, cells, day.first, gone));
    const keys = new Set(stays.map(({ cells }) => cells[table.name]));
    gone.set(
      table.name,
      new Set(chart.rows.flatMap(({ cells: { [table.name]: key = "" } }) => (keys.has(key) ? [] : [key]))),
    );
    const rows = stays.map((row) => ({
      ...row,
      cells: endsOn(table, withoutGone(table, row.cells, gone), on, day.first),
    }));
    return { ...chart, rows };
  });
  return withoutUnseen(charts, cut);
}

/** Keys of rows that are not there yet, by table. */
type Gone = Map<string, ReadonlySet<string>>;

const LATEST = "last_contact_on";

/** The field by which a row is there or not: the diagnosis of a child, else the first day that the table has. */
function dayField({ name, fields }: Table): string | undefined {
  if (name === "patient") return "diagnosed_on";
  return fields.find(({ type }) => type.kind === "date" || type.kind === "partial-date")?.name;
}

function isLater(cell: string | undefined, day: EpochDay): boolean {
  const date = cell === undefined ? undefined : parsePartialDate(cell.trim());
  return date !== undefined && resolvePartialDate(date, "middle") > day;
}

/** Is the row of that day or before, and what it needs as well? */
function isThere(table: Table, cells: ChartRow, day: EpochDay, gone: Gone): boolean {
  const field = dayField(table);
  if (field !== undefined && isLater(cells[field], day)) return false;
  return !referencesGone(table, cells, gone).some(({ required }) => required);
}

/** Without what it may do without and is not there, as the visit of an earlier result. */
function withoutGone(table: Table, cells: ChartRow, gone: Gone): ChartRow {
  const lost = referencesGone(table, cells, gone);
  return lost.length === 0 ? cells : { ...cells, ...Object.fromEntries(lost.map(({ name }) => [name, ""])) };
}

const referencesGone = ({ fields }: Table, cells: ChartRow, gone: Gone): readonly Field[] =>
  fields.filter(({ name, type }) => type.kind === "reference" && gone.get(type.table)?.has(cells[name] ?? "") === true);

/** What ends later goes on. */
function endsOn({ name }: Table, cells: ChartRow, on: string, day: EpochDay): ChartRow {
  if (isLater(cells.stopped_on, day))
    return { ...cells, stopped_on: "not applicable", ...(cells.stop_reason === undefined ? {} : { stop_reason: "" }) };
  if (name !== "patient" || !isLater(cells[LATEST], day)) return cells;
  const status = cells.status === "dead" || cells.status === "lost" ? "alive" : cells.status;
  return { ...cells, [LATEST]: on, ...(status === undefined ? {} : { status }) };
}

/** A lesion carries no date: it is known from its observations, and without any of them left nobody knew of it. */
function withoutUnseen(whole: Charts, cut: Charts): Charts {
  const lesionsIn = (charts: Charts): ReadonlySet<string | undefined> =>
    new Set(charts.find(({ name }) => name === "lesion_observation")?.rows.map(({ cells }) => cells.lesion));
  const [before, now] = [lesionsIn(whole), lesionsIn(cut)];
  return cut.map((chart) =>
    chart.name === "lesion"
      ? { ...chart, rows: chart.rows.filter(({ cells }) => now.has(cells.lesion) || !before.has(cells.lesion)) }
      : chart,
  );
}
