export { CNO_GERMAN } from "./german.ts";
export { JANSSON_TABLES, type JanssonProtocol } from "./jansson.ts";
export { CNO_MODELS } from "./models.ts";
export { type CnoProtocol, type CnoRules, cnoRules } from "./rules.ts";
export { MONTHS, NUMBER, YEARS } from "./units.ts";
