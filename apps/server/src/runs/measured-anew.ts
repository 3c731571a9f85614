import { type Charts, type Codebook, keyOf } from "@osteon/codebook";

/** Behind every number of the second chart; no number that may be typed ends so. */
export const SECOND = "\n2";

/** The chart of a child twice: as it is, and under numbers of its own as if it had been diagnosed on another day, so that its line `any` begins there. */
export function measuredAnew(charts: Charts, patient: string, zero: string, { tables }: Codebook): Charts {
  return charts.map((chart) => {
    const table = tables.find(({ name }) => name === chart.name);
    if (table === undefined) return chart;
    const named = [
      keyOf(table).name,
      ...table.fields.filter(({ type }) => type.kind === "reference").map(({ name }) => name),
    ];
    const second = chart.rows
      .filter(({ cells }) => cells.patient === patient)
      .map((row) => {
        const renamed = named.flatMap((name) =>
          (row.cells[name] ?? "") === "" ? [] : [[name, `${row.cells[name]}${SECOND}`] as const],
        );
        const zeroed = table.name === "patient" ? { diagnosed_on: zero } : {};
        return { ...row, cells: { ...row.cells, ...zeroed, ...Object.fromEntries(renamed) } };
      });
    return { ...chart, rows: [...chart.rows, ...second] };
  });
}
