import type { Kind, Kinds } from "@osteon/words";
import * as fc from "fast-check";

/** What stands for a kind of text whose words are not at hand, as fields and sentences of the codebook are. */
export interface KnownTexts {
  readonly text: fc.Arbitrary<string>;
  readonly field: fc.Arbitrary<string>;
  readonly sentence: fc.Arbitrary<string>;
  readonly choice: fc.Arbitrary<string>;
  readonly table: fc.Arbitrary<string>;
}

const DAY = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([year, month, day]) => {
    const parts = [String(year), String(month).padStart(2, "0"), String(day).padStart(2, "0")];
    return fc.constantFrom(...[1, 2, 3].map((so) => parts.slice(0, so).join("-")));
  });

/** Any value of a kind. */
function anyValue(kind: Kind<unknown, unknown>, texts: KnownTexts): fc.Arbitrary<unknown> {
  const of = kind.of === undefined ? fc.constant(undefined) : anyValue(kind.of, texts);
  switch (kind.kind) {
    case "text":
    case "quoted":
    case "unit":
      return texts.text;
    case "field":
    case "sentence":
    case "choice":
    case "table":
      return texts[kind.kind];
    case "file":
      return texts.table;
    case "cell":
      return fc.oneof(texts.text, texts.choice, DAY);
    case "day":
      return DAY;
    case "numeral":
      return fc.tuple(fc.integer(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`);
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "count":
      return fc.nat();
    case "flag":
      return fc.boolean();
    case "row":
      return fc.record({ table: texts.table, key: texts.text });
    case "oneOf":
      return fc.constantFrom(...(kind.words ?? []));
    case "several":
    case "anyOf":
      return fc.array(of, { minLength: 1, maxLength: 3 });
    case "optional":
      return fc.option(of, { nil: undefined });
    case "fault":
      return fc
        .constantFrom(...Object.entries(kind.codes ?? {}))
        .chain(([code, { kinds }]) => anyValues(kinds, texts).map((values) => ({ code, values })));
    default:
      throw new Error(`no values of the kind ${kind.kind} are known`);
  }
}

/** Any values of a code, by their kinds. */
export const anyValues = (kinds: Kinds, texts: KnownTexts): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, anyValue(kind, texts)])));
