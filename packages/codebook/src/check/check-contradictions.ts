import { DAYS_PER_YEAR } from "../calendar-day.ts";
import type { ChartRow, PlacedRow } from "../charts.ts";
import type { Table } from "../field.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import type { ChartIndex } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, queried } from "./fault.ts";
import { mayMeanMissing, misspeltReason } from "./missing-cell.ts";
import { cellOf, dateOf, numberOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** So many days between a result and the visit that it was read at are believed. */
const DAYS_FROM_VISIT = 31;
/** Beyond this age a disease is not diagnosed by whoever keeps a registry of children. */
const OLDEST_CHILD = 18;

/** Asks about a row that contradicts others, or what is known of every child: nothing here refuses. */
export function contradictionChecks(table: Table, index: ChartIndex, today: string | undefined): readonly RowCheck[] {
  // What belongs to another child has a problem of its own.
  const lookUp = (name: string, column: string) => (cells: ChartRow) => {
    const row = index.rows.get(name)?.get(cellOf(cells, column));
    return row === undefined || cellOf(row.cells, "patient") !== cellOf(cells, "patient") ? undefined : row;
  };
  const checks: Readonly<Record<string, readonly RowCheck[]>> = {
    patient: [ageCheck],
    laboratory: [farFromVisit(lookUp("visit", "visit"), index)],
    course: [notBefore("given_on", lookUp("treatment", "treatment"), "started_on")],
    adverse_effect: [notBefore("noticed_on", lookUp("treatment", "treatment"), "started_on")],
    relapse: [notBefore("noticed_on", lookUp("patient", "patient"), "diagnosed_on")],
  };
  return [...(checks[table.name] ?? []), ...futureChecks(table, today), sentinelCheck(table)];
}

type LookUp = (cells: ChartRow) => PlacedRow | undefined;

/** A date before that of the row that it belongs to. */
const notBefore =
  (column: string, parentOf: LookUp, from: string): RowCheck =>
  ({ cells }) => {
    const parent = parentOf(cells);
    const [date, start] = [dateOf(cells, column), parent && dateOf(parent.cells, from)];
    if (date === undefined || start === undefined || date.last >= start.first) return NO_FAULTS;
    return [at(column, queried("before-its-cause", { field: column, date: date.text, from, start: start.text }))];
  };

const farFromVisit =
  (visitOf: LookUp, { lives }: ChartIndex): RowCheck =>
  ({ cells }) => {
    const visit = visitOf(cells);
    const [sampled, visited] = [dateOf(cells, "sampled_on"), visit && dateOf(visit.cells, "visited_on")];
    if (sampled === undefined || visited === undefined) return NO_FAULTS;
    const born = lives.get(cellOf(cells, "patient"))?.born;
    if (born !== undefined && visited.last < born.first) return NO_FAULTS;
    const days = gapOf(sampled, visited);
    if (days <= DAYS_FROM_VISIT) return NO_FAULTS;
    return [at("sampled_on", queried("far-from-visit", { days, visited: visited.text }))];
  };

const gapOf = (a: PartialDate, b: PartialDate): number => Math.max(a.first - b.last, b.first - a.last);

const ageCheck: RowCheck = ({ cells }) => {
  const [born, diagnosed] = [dateOf(cells, "born_on"), dateOf(cells, "diagnosed_on")];
  if (born === undefined || diagnosed === undefined) return NO_FAULTS;
  const years = Math.floor((diagnosed.first - born.last) / DAYS_PER_YEAR);
  if (years < OLDEST_CHILD) return NO_FAULTS;
  return [at("born_on", queried("no-child", { years, born: born.text, diagnosed: diagnosed.text }))];
};

/** What stands for "missing" in other files: 999 and its like; 99 only where no laboratory reports it every day. */
const NINES = /^-?9{3,}(?:\.9+|\.0+)?$|^-9+$/;
const TWO_NINES = /^99(?:\.9|\.0)?$/;
const SENTINEL_DAYS =
  /^(?:1900(?:-01(?:-01)?)?|1901-01-01|1904-01-01|1970-01-01|2099(?:-\d\d){0,2}|2100(?:-\d\d){0,2}|1999-09-09)$/;

function sentinelCheck({ name: table, fields }: Table): RowCheck {
  const dates = fields.filter(({ type }) => /date$/.test(type.kind)).map(({ name }) => name);
  const numbers = fields.flatMap(({ name, type }) => (/^(?:integer|decimal)$/.test(type.kind) ? [name] : []));
  const texts = fields.flatMap(({ name, type, required }) => (type.kind === "text" && required !== true ? [name] : []));
  const fault = (cells: ChartRow, name: string): CellFault =>
    at(name, queried("stands-for-missing", { cell: cellOf(cells, name) }));
  const isMeant = (cell: string): boolean => !NINES.test(cell) && (table === "laboratory" || !TWO_NINES.test(cell));
  return ({ cells }) => [
    ...numbers
      .filter((name) => numberOf(cells, name) !== undefined && !isMeant(cellOf(cells, name)))
      .map((name) => fault(cells, name)),
    ...dates.filter((name) => SENTINEL_DAYS.test(cellOf(cells, name))).map((name) => fault(cells, name)),
    ...texts
      .filter((name) => mayMeanMissing(cellOf(cells, name)) && misspeltReason(cellOf(cells, name)) === undefined)
      .map((name) => fault(cells, name)),
  ];
}

/** Nothing has happened yet that lies after the day of the save or the freeze. */
function futureChecks({ fields }: Table, today = ""): readonly RowCheck[] {
  const now = parsePartialDate(today);
  if (now === undefined) return [];
  const dates = fields.flatMap(({ name, type }) => (/date$/.test(type.kind) ? [name] : []));
  const check: RowCheck = ({ cells }) =>
    dates.flatMap((name): readonly CellFault[] => {
      const date = dateOf(cells, name);
      if (date === undefined || date.first <= now.last) return NO_FAULTS;
      return [at(name, queried("in-the-future", { date: date.text, today }))];
    });
  return [check];
}
