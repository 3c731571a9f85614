export {
  type Classification,
  type Classified,
  classificationTables,
  classify,
  type Findings,
  findingsOf,
  unweighed,
  withPoints,
} from "./classification/classification.ts";
export { CLASSIFICATIONS, EULAR_ACR_2025, JANSSON_2009, NBODS_2023 } from "./classification/definitions.ts";
export { COURSE_MODELS, courseProtocol } from "./course.ts";
export { CNO_GERMAN } from "./german.ts";
export { JANSSON_TABLES, type JanssonProtocol } from "./jansson.ts";
export { CNO_MODELS, CNO_OUTCOMES } from "./models.ts";
export {
  COMPARED_OUTCOMES,
  MISSING_COLUMNS,
  missingRows,
  WELL_LABELS,
  WELL_RESULTS,
} from "./outcomes/compared-outcomes.ts";
export { OUTCOME_DEFINITIONS, OUTCOME_TABLES, type OutcomeDefinition } from "./outcomes/outcome-definitions.ts";
export { OUTCOME_ITEMS, type OutcomeItem, type OutcomeItemName } from "./outcomes/outcome-item.ts";
export { OUTCOME_RULES, type OutcomeRules } from "./outcomes/outcome-rules.ts";
export { PEDCNO_RULES, PEDCNO_TABLES, type PedcnoProtocol, type PedcnoRules } from "./pedcno.ts";
export { type CnoProtocol, type CnoRules, cnoRules } from "./rules.ts";
export { OUTCOME_STATES, type OutcomeState, STATE_REASONS, type StateReason } from "./states.ts";
export { LATEST_VISIT, TOLD_BACK_MODELS, toldBackProtocol } from "./told-back.ts";
export { MONTHS, NUMBER, YEARS } from "./units.ts";
