import { fileURLToPath } from "node:url";
import { writeChartFolder } from "@osteon/interop";
import { cohortCharts } from "./cohort-charts.ts";

/** `node studies/tnfi-or-pamidronate/cohort-generator/write-cohort.ts [directory]`: writes the chart folder, the same bytes each time. */
const directory = process.argv[2] ?? fileURLToPath(new URL("../cohort/", import.meta.url));
await writeChartFolder(cohortCharts(), directory, 2);
