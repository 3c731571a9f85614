// Writes the migration of the chart tables anew from the codebook.
import { writeFileSync } from "node:fs";
import { chartTablesSql } from "../src/schema/chart-table-sql.ts";

writeFileSync(new URL("../migrations/step_06_charts.sql", import.meta.url), chartTablesSql());
