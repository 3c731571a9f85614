import { type Fault, faultsOf } from "@osteon/words";
import { keyFault, lineFault } from "../keys/key-shape.ts";
import { parsePartialDate } from "../partial-date.ts";
import { OWN_KINDS, OWN_LIMITS, type OwnDefinition } from "./own-field.ts";
import { DEFINITION_PROBLEMS } from "./problems.ts";

/** What is wrong with a definition, and at which part of it. */
export interface DefinitionFault extends Fault {
  readonly part: string;
}

const { refused } = faultsOf(DEFINITION_PROBLEMS);
const fault = (part: string, found: Fault): DefinitionFault => ({ part, ...found });

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All that is wrong with a definition, as far as it alone tells; a file or a request may hold anything. As `access.own_field_fault`. */
export function definitionFaults(value: unknown): readonly DefinitionFault[] {
  if (!has(value, ["label", "help", "type"], ["unit", "shownWhen", "requiredFrom", "retired"]))
    return [fault("type", refused("own-field-kind", { because: "parts", kinds: OWN_KINDS }))];
  const { type } = value;
  return [
    ...pairFaults("label", value.label, OWN_LIMITS.label, true),
    ...pairFaults("help", value.help, OWN_LIMITS.help, false),
    ...unitFaults(value),
    ...(value.retired === undefined || value.retired === true
      ? []
      : [fault("retired", refused("own-field-kind", { because: "retired", kinds: OWN_KINDS }))]),
    ...conditionFaults(value.shownWhen),
    ...sinceFaults(value.requiredFrom),
    ...(isParts(type) ? typeFaults(type) : [kindFault()]),
  ];
}

/** Whether it is a definition, so that its parts can be read. */
export const isDefinition = (value: unknown): value is OwnDefinition => definitionFaults(value).length === 0;

const kindFault = (): DefinitionFault =>
  fault("type", refused("own-field-kind", { because: "kind", kinds: OWN_KINDS }));

function has(value: unknown, needed: readonly string[], possible: readonly string[] = []): value is Parts {
  if (!isParts(value)) return false;
  return (
    needed.every((name) => value[name] !== undefined) &&
    Object.keys(value).every((name) => needed.includes(name) || possible.includes(name))
  );
}

function pairFaults(
  part: "label" | "help",
  value: unknown,
  longest: number,
  needed: boolean,
): readonly DefinitionFault[] {
  const fits = (text: unknown): boolean =>
    typeof text === "string" && lineFault(text, longest) === undefined && (text !== "" || !needed);
  if (Array.isArray(value) && value.length === 2 && value.every(fits)) return [];
  return [fault(part, refused("own-field-words", { part, least: needed ? 1 : 0, most: longest }))];
}

function unitFaults({ unit, type }: Parts): readonly DefinitionFault[] {
  if (unit === undefined) return [];
  const ofNumber = isParts(type) && (type.kind === "integer" || type.kind === "decimal");
  if (ofNumber && typeof unit === "string" && unit !== "" && lineFault(unit, OWN_LIMITS.unit) === undefined) return [];
  return [fault("unit", refused("own-field-words", { part: "unit", least: 1, most: OWN_LIMITS.unit }))];
}

function conditionFaults(value: unknown): readonly DefinitionFault[] {
  if (value === undefined) return [];
  if (
    has(value, ["field", "equals"]) &&
    typeof value.field === "string" &&
    /^[a-z][a-z0-9_]{0,47}$/.test(value.field) &&
    typeof value.equals === "string" &&
    /^[a-z0-9][a-z0-9_]{0,47}$/.test(value.equals)
  )
    return [];
  return [fault("shownWhen", refused("own-field-condition", { because: "unread" }))];
}

function sinceFaults(value: unknown): readonly DefinitionFault[] {
  if (value === undefined) return [];
  if (
    has(value, ["on", "by"]) &&
    typeof value.on === "string" &&
    isDay(value.on) &&
    typeof value.by === "string" &&
    /^([a-z][a-z0-9_]{0,47})?$/.test(value.by)
  )
    return [];
  return [fault("requiredFrom", refused("own-field-day", { because: "unread" }))];
}

function isDay(text: string): boolean {
  const date = parsePartialDate(text);
  const year = Number(text.slice(0, 4));
  return date?.precision === "day" && year >= 1900 && year <= 2100;
}

function typeFaults(type: Parts): readonly DefinitionFault[] {
  switch (type.kind) {
    case "yes-no":
    case "date":
      return has(type, ["kind"]) ? [] : [kindFault()];
    case "text":
      return textFaults(type);
    case "integer":
      return has(type, ["kind", "limits"]) ? limitFaults(type.limits, 0) : [kindFault()];
    case "decimal":
      return decimalFaults(type);
    case "choice":
      return has(type, ["kind", "choices"]) && Array.isArray(type.choices) ? choiceFaults(type.choices) : [kindFault()];
    default:
      return [kindFault()];
  }
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

function textFaults(type: Parts): readonly DefinitionFault[] {
  if (has(type, ["kind", "maxLength"]) && isWhole(type.maxLength, 1, OWN_LIMITS.text)) return [];
  return [fault("maxLength", refused("own-field-limits", { because: "length", most: OWN_LIMITS.text }))];
}

function decimalFaults(type: Parts): readonly DefinitionFault[] {
  if (!has(type, ["kind", "decimals", "limits"])) return [kindFault()];
  if (isWhole(type.decimals, 1, OWN_LIMITS.decimals)) return limitFaults(type.limits, type.decimals);
  return [fault("decimals", refused("own-field-limits", { because: "decimals", most: OWN_LIMITS.decimals }))];
}

function limitFaults(limits: unknown, decimals: number): readonly DefinitionFault[] {
  const given = has(limits, ["possible", "plausible"]) ? limits : {};
  const [possible, plausible] = [rangeOf(given.possible, decimals), rangeOf(given.plausible, decimals)];
  if (possible === undefined || plausible === undefined) {
    return [fault("limits", refused("own-field-limits", { because: "limits", most: OWN_LIMITS.size }))];
  }
  if (plausible[0] >= possible[0] && plausible[1] <= possible[1]) return [];
  return [fault("limits", refused("own-field-limits", { because: "plausible", plausible, possible }))];
}

function rangeOf(range: unknown, decimals: number): readonly [number, number] | undefined {
  const fits = (value: unknown): value is number =>
    typeof value === "number" && Math.abs(value) <= OWN_LIMITS.size && Number(value.toFixed(decimals)) === value;
  if (!Array.isArray(range) || range.length !== 2 || !range.every(fits)) return undefined;
  const [low = 0, high = 0] = range;
  return low <= high ? [low, high] : undefined;
}

function choiceFaults(choices: readonly unknown[]): readonly DefinitionFault[] {
  const words = (text: unknown): boolean =>
    typeof text === "string" && text !== "" && lineFault(text, OWN_LIMITS.choice) === undefined;
  const fits = (one: unknown): boolean =>
    has(one, ["code", "says", "german"]) &&
    typeof one.code === "string" &&
    /^[a-z0-9][a-z0-9_]{0,39}$/.test(one.code) &&
    keyFault(one.code, 40) === undefined &&
    words(one.says) &&
    words(one.german);
  const codes = choices.map((one) => (isParts(one) ? one.code : undefined));
  const most = OWN_LIMITS.choices;
  if (choices.length >= 1 && choices.length <= most && choices.every(fits) && new Set(codes).size === codes.length)
    return [];
  return [fault("choices", refused("own-field-choices", { most }))];
}
