export { type ParsedTable, parseTable } from "./csv/parse-table.ts";
export { type ReadFolder, readChartFolder } from "./csv/read-chart-folder.ts";
export { csvText, writeChartFolder } from "./csv/write-chart-folder.ts";
export { type DataColumn, type DataFile, numberOf, type ReadData } from "./data-file/data-file.ts";
export { readCsvData } from "./data-file/read-csv-data.ts";
export { readDatasetJson } from "./data-file/read-dataset-json.ts";
export { readChartWorkbook } from "./workbook/read-chart-workbook.ts";
export { writeChartWorkbook } from "./workbook/write-chart-workbook.ts";
