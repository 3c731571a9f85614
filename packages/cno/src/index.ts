export { CNO_GERMAN } from "./german.ts";
export { JANSSON_TABLES, type JanssonProtocol } from "./jansson.ts";
export { CNO_MODELS, CNO_OUTCOMES } from "./models.ts";
export { PEDCNO_RULES, PEDCNO_TABLES, type PedcnoProtocol, type PedcnoRules } from "./pedcno.ts";
export { type CnoProtocol, type CnoRules, cnoRules } from "./rules.ts";
export { MONTHS, NUMBER, YEARS } from "./units.ts";
