export type * from "./analysis.ts";
export { decimalsOf, decimalText } from "./decimal-text.ts";
export { defineProtocol, type ProtocolChange, varyProtocol } from "./define-protocol.ts";
export { type Leveled, type Levels, levelsOf } from "./levels.ts";
export { lintProtocol, statements } from "./lint.ts";
export { canonicalJson, protocolHash } from "./lock.ts";
export type * from "./protocol.ts";
export { type ProtocolTable, protocolTables } from "./protocol-tables.ts";
