export { type Confinement, Outgrown } from "./confined/confinement.ts";
export { type Confined, openConfined } from "./confined/open-confined.ts";
export { type Ask, serveConfined } from "./confined/serve-confined.ts";
export { VERSION_FILE, versionText } from "./csv/codebook-version.ts";
export { IMAGE_READINGS_FILE, imageReadingsText, type WrittenImageReading } from "./csv/image-readings.ts";
export { parseTable } from "./csv/parse-table.ts";
export { TABLES_BESIDE } from "./csv/read-beside.ts";
export { type ReadFolder, readChartFolder } from "./csv/read-chart-folder.ts";
export type { ParsedTable } from "./csv/read-records.ts";
export { csvLine, csvText, filesOfBook, planText, writeChartFolder } from "./csv/write-chart-folder.ts";
export { type CellChoices, withCellChoices } from "./data-file/cell-choices.ts";
export {
  columnOfTexts,
  type DataColumn,
  type DataFile,
  type NumberColumn,
  type ReadData,
} from "./data-file/data-file.ts";
export { isMissingNumber, LIMIT, mayBeThousands, numberOf } from "./data-file/number-cell.ts";
export { readCsvData } from "./data-file/read-csv-data.ts";
export { readDatasetJson } from "./data-file/read-dataset-json.ts";
export type { LabelledColumn, LabelledTable } from "./labelled/labelled-table.ts";
export { dtaFile } from "./labelled/write-dta.ts";
export { savFile } from "./labelled/write-sav.ts";
export { shortNames, xptFile } from "./labelled/write-xpt.ts";
export { INTEROP_PROBLEMS } from "./problems.ts";
export { typedHead, typedRows, writeTypedWorkbook } from "./typed/write-typed.ts";
export { readChartWorkbook } from "./workbook/read-chart-workbook.ts";
export { writeChartWorkbook } from "./workbook/write-chart-workbook.ts";
export { damagedArchive, damageOf } from "./zip/damaged-archive.ts";
export { Unpacked, type ZipDirectory, zipDirectory } from "./zip/zip-directory.ts";
