import {
  CODEBOOK,
  OWN_LIMITS,
  OWN_NAME,
  type OwnDefinition,
  type OwnField,
  type OwnType,
  type Problem,
  placed,
} from "@osteon/codebook";
import { faultsOf } from "@osteon/words";
import { PROTOCOL_PROBLEMS } from "./problems.ts";

/** What a study takes a field of a registry's own for; of a number with decimals how many, since the name of its column says it. */
export type OwnNeed = "yes-no" | "choice" | "integer" | "date" | "text" | { readonly decimals: number };

/** What a study needs of the charts beyond the codebook: fields that a registry added, as `patient.own_influenza`. */
export interface Needs {
  readonly own: Readonly<Record<string, OwnNeed>>;
}

const { refused } = faultsOf(PROTOCOL_PROBLEMS);

const ANY = { possible: [-OWN_LIMITS.size, OWN_LIMITS.size], plausible: [-OWN_LIMITS.size, OWN_LIMITS.size] } as const;

function typeOf(need: OwnNeed): OwnType {
  if (typeof need === "object") return { kind: "decimal", decimals: need.decimals, limits: ANY };
  switch (need) {
    case "integer":
      return { kind: "integer", limits: ANY };
    case "choice":
      return { kind: "choice", choices: [] };
    case "text":
      return { kind: "text", maxLength: OWN_LIMITS.text };
    default:
      return { kind: need };
  }
}

/** The needed fields as a registry would have them, with whatever limits: their columns are those that models read. */
export function neededFields(needs: Needs | undefined): readonly OwnField[] {
  return Object.entries(needs?.own ?? {}).map(([place, need]) => {
    const [table = "", name = ""] = place.split(".");
    const definition: OwnDefinition = { label: [name, name], help: ["", ""], type: typeOf(need) };
    return { table, name, versions: [definition] };
  });
}

/** Needs that no registry could meet. */
export function needsProblems(needs: Needs | undefined): readonly Problem[] {
  return Object.entries(needs?.own ?? {}).flatMap(([place, need]) => {
    const [table = "", name = "", ...more] = place.split(".");
    const known = CODEBOOK.some((one) => one.name === table) && OWN_NAME.test(name) && more.length === 0;
    const decimals = typeof need === "object" ? need.decimals : 1;
    if (known && Number.isInteger(decimals) && decimals >= 1 && decimals <= OWN_LIMITS.decimals) return [];
    return [
      placed(refused("unknown-own-field", { field: place }), { file: "protocol.ts", column: `needs.own.${place}` }),
    ];
  });
}
