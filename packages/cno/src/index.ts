export { type CnoProtocol, type CnoRules, cnoRules } from "./rules.ts";
