/** The routes of one subject each, and the types of what they tell: `charts.readRow`, `charts.SavedRow`. */

export {
  type AnswerOf,
  type AnswerShape,
  type AskedOf,
  addressOf,
  type BodyOf,
  type FileAnswer,
  isFile,
  NOTHING,
  type Route,
  type SendOf,
  schemaOf,
} from "./route.ts";
export * as accounts from "./routes/accounts.ts";
export * as administration from "./routes/administration.ts";
export * as audit from "./routes/audit.ts";
export * as charts from "./routes/charts.ts";
export * as exported from "./routes/exported.ts";
export * as imported from "./routes/imported.ts";
export * as papers from "./routes/papers.ts";
export * as patients from "./routes/patients.ts";
export * as people from "./routes/people.ts";
export * as proof from "./routes/proof.ts";
export * as quality from "./routes/quality.ts";
export * as runPages from "./routes/run-pages.ts";
export * as runs from "./routes/runs.ts";
export * as schedule from "./routes/schedule.ts";
export * as settings from "./routes/settings.ts";
export * as studies from "./routes/studies.ts";
export * as work from "./routes/work.ts";
export { personName } from "./shapes/person-name.ts";
export { problem, problems } from "./shapes/problem.ts";
export { cells, type Row, status, storedRow } from "./shapes/row.ts";
export { centreText, keyText } from "./shapes/texts.ts";
