import { CODEBOOK, type Field, type Pair, type Table } from "@osteon/codebook";

const LIMITS = { possible: [0, 300], plausible: [1, 200] } as const;
const WORDS: Pair = ["Invented", "Erfunden"];

/** The codebook as a later version might have it: all that a generated step can do, at once. */
export function grownCodebook(since: number): readonly Table[] {
  const invented = (name: string, type: Field["type"], required = false): Field => ({
    name,
    type,
    required,
    says: "Invented.",
    since,
    label: WORDS,
    german: "Erfunden.",
  });
  const own = (table: string, required: boolean): Field => invented(table, { kind: "reference", table }, required);
  /** Every kind of a field that does not refer. */
  const kinds: readonly Field[] = [
    invented("invented_text", { kind: "text", maxLength: 40 }),
    invented("invented_choice", { kind: "choice", choices: [{ code: "it's", says: "It is", since }] }),
    invented("invented_yes", { kind: "yes-no" }),
    invented("invented_number", { kind: "integer", limits: LIMITS }),
    invented("invented_decimal", { kind: "decimal", decimals: 2, limits: LIMITS }),
    invented("invented_from", { kind: "date" }),
    invented("invented_to", { kind: "partial-date" }),
  ];
  const grown = (table: Table): Table => {
    switch (table.name) {
      case "visit":
        return { ...table, fields: [...table.fields.map(wider), ...kinds], rules: [...table.rules, ...RULES] };
      case "culture":
        return { ...table, fields: [...table.fields.map(wider), own("visit", false)], rules: [] };
      case "lesion":
        return { ...table, fields: table.fields.map(wider) };
      default:
        return table;
    }
  };
  const wider = (field: Field): Field => ({ ...field, type: widerType(field.type, since) });
  // Two tables of which one refers to the other, to a visit, and to a table that nothing referred to before.
  const anew: readonly Table[] = [
    {
      name: "invented",
      says: "One row per invention.",
      since,
      fields: [
        invented("invented", { kind: "key" }, true),
        own("patient", true),
        own("visit", false),
        own("biopsy", true),
        ...kinds,
        invented("asked", { kind: "date" }, true),
      ],
      rules: RULES,
    },
    {
      name: "invented_part",
      says: "One row per part of an invention.",
      since,
      fields: [invented("invented_part", { kind: "key" }, true), own("patient", true), own("invented", true)],
      rules: [],
    },
  ];
  return [...CODEBOOK.map(grown), ...anew];
}

const RULES: Table["rules"] = [
  { code: "not-before", earlier: "invented_from", later: "invented_to", says: "Invented." },
  { code: "required-with", field: "invented_text", when: "invented_number", says: "Invented." },
  { code: "required-when", field: "invented_yes", when: "invented_choice", equals: "it's", says: "Invented." },
];

function widerType(type: Field["type"], since: number): Field["type"] {
  switch (type.kind) {
    case "text":
      return { ...type, maxLength: type.maxLength + 1 };
    case "choice":
      return { ...type, choices: [...type.choices, { code: "more", says: "More", since }] };
    case "integer":
    case "decimal": {
      const [low, high] = type.limits.possible;
      return { ...type, limits: { ...type.limits, possible: [low, high + 1] } };
    }
    default:
      return type;
  }
}
