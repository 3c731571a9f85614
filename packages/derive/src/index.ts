export { columnsResting } from "./columns-resting.ts";
export { type DeriveOptions, type DeriveProgress, derive } from "./derive.ts";
export { lintModel } from "./lint-model.ts";
export { type UnknownColumn, unknownColumns, unreadRules } from "./lint-rules.ts";
export { type Layer, type Model, modelsReached, readModels } from "./model.ts";
export { openTables, type WrittenTable, writeTables } from "./tables.ts";
