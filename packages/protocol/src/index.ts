export { agreementId, agreements, pairsOf } from "./agreements.ts";
export type * from "./analysis.ts";
export { decimalsOf, decimalText } from "./decimal-text.ts";
export { defineProtocol, type ProtocolChange, varyProtocol } from "./define-protocol.ts";
export { type Leveled, type Levels, levelsOf } from "./levels.ts";
export { lintProtocol, statements } from "./lint.ts";
export { canonicalJson, protocolHash } from "./lock.ts";
export type * from "./protocol.ts";
export { type ProtocolTable, protocolTables } from "./protocol-tables.ts";
export {
  type CalendarDay,
  calendarDay,
  type Rule,
  type RuleValue,
  type Scaled,
  type Stated,
  scaled,
  type Window,
} from "./rule.ts";
