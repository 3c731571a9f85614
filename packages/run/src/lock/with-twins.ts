import { type Charts, keyOf, tableNamed } from "@osteon/codebook";

/**
 * Charts in which each row but those of the children stands twice, the second time under a key of its own: two visits, two readings and
 * two treatments of a day, in which a model that joins them shows rows of one key.
 */
export function withTwins(charts: Charts): Charts {
  return charts.map((chart) => {
    if (chart.name === "patient") return chart;
    const { name } = keyOf(tableNamed(chart.name));
    const twins = chart.rows.map((row) => ({ ...row, cells: { ...row.cells, [name]: `${row.cells[name]}-twin` } }));
    return { ...chart, rows: [...chart.rows, ...twins] };
  });
}
