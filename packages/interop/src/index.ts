export { type ReadFolder, readChartFolder } from "./csv/read-chart-folder.ts";
export { csvText, writeChartFolder } from "./csv/write-chart-folder.ts";
