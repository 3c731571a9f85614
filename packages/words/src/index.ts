export { type Format, formatFor } from "./format.ts";
export { isLanguage, LANGUAGES, type Language, LOCALES, type Pair } from "./language.ts";
export { listed } from "./listed.ts";
export { numberIn } from "./number-in.ts";
export { type Forms, plural } from "./plural.ts";
export type { Kind, Kinds, ToldValues, ValuesOf } from "./problem/kind.ts";
export {
  anyOf,
  type Counted,
  cell,
  choice,
  count,
  day,
  field,
  file,
  flag,
  inQuotes,
  type NamedRow,
  number,
  numeral,
  oneOf,
  optional,
  quoted,
  row,
  sentence,
  several,
  table,
  text,
  unit,
  writtenDay,
} from "./problem/kinds.ts";
export {
  type Fault,
  type FaultMaker,
  faultAmong,
  faultsOf,
  type ProblemCodes,
  type ProblemWords,
  problem,
  type Sentences,
  type Severity,
  type Values,
} from "./problem/problem.ts";
export { PLAIN, type Reader } from "./problem/reader.ts";
export { type Saying, saying, sayings } from "./problem/saying.ts";
