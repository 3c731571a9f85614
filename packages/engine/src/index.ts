export { type Cell, compareCells, compareKeys, compareText, type Row } from "./cell.ts";
export { type DuckDbOptions, TimeIsOver } from "./duck-db-options.ts";
export type { Columns, Engine, LoadTable } from "./engine.ts";
export { openDuckDb } from "./open-duck-db.ts";
export { openPglite } from "./open-pglite.ts";
export { createTable, identifier, literal, textLiteral } from "./sql-text.ts";
export {
  columnNames,
  countKeys,
  type ParquetColumn,
  parquetColumns,
  type RowsAsked,
  tableNames,
  tableRows,
  type WholeTable,
  wholeTable,
} from "./table-rows.ts";
export { addTallies, members, type Tally, type TallyRow, tally } from "./tally.ts";
export { tallyAll } from "./tally-all.ts";
export { type Predicate, type TallySpec, tallySql } from "./tally-spec.ts";
