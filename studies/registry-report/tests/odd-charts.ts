import type { ChartRow, Charts } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { drawnCharts } from "./drawn-charts.ts";
import { SAMPLE } from "./reference-charts.ts";

const { charts: sample } = await readChartFolder(SAMPLE);

export const rowsOf = (charts: Charts, table: string): readonly ChartRow[] =>
  charts.find(({ name }) => name === table)?.rows.map(({ cells }) => cells) ?? [];
export const isCno = ({ cohort }: ChartRow): boolean => cohort === "cno";

/** The charts of some children alone. */
function those(charts: Charts, stays: (patient: ChartRow, place: number) => boolean): Charts {
  const names = new Set(
    rowsOf(charts, "patient")
      .filter(stays)
      .map(({ patient }) => patient),
  );
  return charts.map((table) => ({ ...table, rows: table.rows.filter(({ cells }) => names.has(cells.patient)) }));
}

/** The charts with some tables empty. */
const without = (charts: Charts, ...tables: readonly string[]): Charts =>
  charts.map((table) => (tables.includes(table.name) ? { ...table, rows: [] } : table));

/** Visits on which nothing was recorded but the day. */
const unrecorded = (charts: Charts): Charts =>
  charts.map((table) =>
    table.name !== "visit"
      ? table
      : {
          ...table,
          rows: table.rows.map(({ row, cells: { visit = "", patient = "", visited_on = "" } }) => ({
            row,
            cells: { visit, patient, visited_on },
          })),
        },
  );

const first = rowsOf(sample, "patient").find(isCno)?.patient;
/** Charts as they usually are: of nobody, of one child, of half of what was asked. */
export const ODD_CHARTS: Readonly<Record<string, Charts>> = {
  nobody: those(sample, () => false),
  "one child": those(sample, ({ patient }) => patient === first),
  "one child without a visit": without(
    those(sample, ({ patient }) => patient === first),
    "visit",
    "laboratory",
  ),
  "only controls": those(sample, (patient) => !isCno(patient)),
  "no MRI at all": without(sample, "imaging", "lesion_observation"),
  "no treatment": without(sample, "treatment", "course", "adverse_effect"),
  "ten children of two centres": drawnCharts(10, 10),
  "visits on which nothing was recorded": unrecorded(without(sample, "laboratory")),
};

/** What a reader must not be told: codes, a plural of one, NE outside a cell. */
export const NEVER_SAID = [
  /\bNE (%|months|years|to)/,
  /not estimable \[/,
  /\b1 (children|girls|controls|charts)\b/,
  /\b(undefined|null|NaN)\b/,
  /^(?!NE:)[^|]*\bNE\b[^|]*$/,
];
