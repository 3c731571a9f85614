import type { Choice, Field, Table } from "../field.ts";
import { currentOf, type OwnDefinition, type OwnField, type OwnType } from "./own-field.ts";

/**
 * What the fields are for: `new` values obey the definition of today; what is `kept` was entered under any that there was, and is
 * read, frozen and exported by the widest of them, whatever became narrower or was retired since.
 */
export type OwnUse = "new" | "kept";

/** Tables with the fields that a registry added to them, behind their own. */
export function withOwnFields(tables: readonly Table[], own: readonly OwnField[], use: OwnUse): readonly Table[] {
  if (own.length === 0) return tables;
  return tables.map((table) => {
    const added = own.filter((one) => one.table === table.name).map((one) => asField(one, use));
    return added.length === 0 ? table : { ...table, fields: [...table.fields, ...added] };
  });
}

function asField(field: OwnField, use: OwnUse): Field {
  const { label, help, type, unit, shownWhen, requiredFrom, retired } = currentOf(field);
  const whole = widest(type, field.versions);
  return {
    name: field.name,
    type: use === "new" ? type : whole,
    required: false,
    label,
    says: help[0] === "" ? label[0] : help[0],
    german: help[1] === "" ? label[1] : help[1],
    ...(unit === undefined ? {} : { unit }),
    own: {
      ...(use === "kept" ? { kept: true } : JSON.stringify(whole) === JSON.stringify(type) ? {} : { widest: whole }),
      ...(retired === undefined ? {} : { retired }),
      ...(shownWhen === undefined ? {} : { shownWhen }),
      ...(requiredFrom === undefined ? {} : { requiredFrom }),
    },
  };
}

/** The type that takes whatever any version took; what is plausible, and the words, are those of today. */
function widest(type: OwnType, versions: readonly OwnDefinition[]): OwnType {
  const types = versions.map((one) => one.type);
  switch (type.kind) {
    case "text":
      return { ...type, maxLength: Math.max(...types.map((one) => (one.kind === "text" ? one.maxLength : 0))) };
    case "integer":
    case "decimal": {
      const ranges = types.flatMap((one) => ("limits" in one ? [one.limits.possible] : []));
      const possible = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))] as const;
      return { ...type, limits: { ...type.limits, possible } };
    }
    case "choice": {
      const all = new Map<string, Choice>();
      for (const one of [type, ...types.toReversed()])
        for (const choice of one.kind === "choice" ? one.choices : [])
          if (!all.has(choice.code)) all.set(choice.code, choice);
      return { ...type, choices: [...all.values()] };
    }
    default:
      return type;
  }
}
