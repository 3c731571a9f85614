import { test } from "node:test";
import { sameOnBothEngines } from "./both-engines.ts";
import { drawnCharts } from "./drawn-charts.ts";
import { study } from "./report-of.ts";

test("PGlite gives the rows of DuckDB on every model that the report is made by", async () => {
  await sameOnBothEngines(study, drawnCharts(7, 40));
});
