import { type Field, MISSING_REASONS } from "@osteon/codebook";
import fc from "fast-check";

/** Cells of a field: what the codebook allows, up to its last decimal, and why there is no value. */
export function allowedCell({ type }: Field): fc.Arbitrary<string> {
  const missing = fc.constantFrom(...MISSING_REASONS.map(({ token }) => token));
  return fc.oneof({ arbitrary: missing, weight: 1 }, { arbitrary: valueIn(type), weight: 9 });
}

function valueIn(type: Field["type"]): fc.Arbitrary<string> {
  switch (type.kind) {
    case "choice":
      return fc.constantFrom(...type.choices.map(({ code }) => code));
    case "yes-no":
      return fc.constantFrom("yes", "no");
    case "integer":
      return whole(type.limits.possible);
    case "decimal":
      return fc
        .tuple(whole(type.limits.possible), fc.stringMatching(new RegExp(`^\\d{0,${type.decimals}}0?$`)))
        .map(([before, after]) => (after === "" ? before : `${before}.${after}`));
    case "date":
      return fc.tuple(year, month, day).map((parts) => parts.join("-"));
    case "partial-date":
      return fc.oneof(
        fc.tuple(year).map(String),
        fc.tuple(year, month).map((parts) => parts.join("-")),
        ...(type.finest === "month" ? [] : [fc.tuple(year, month, day).map((parts) => parts.join("-"))]),
      );
    default:
      return fc.oneof(
        fc.constantFrom("1,5", "1.234", "05.2013", "2009-05-17", "05/06/2025", "5?", "1E3", "DD-001", "T7"),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      );
  }
}

const whole = ([least, most]: readonly [number, number]): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.integer({ min: Math.ceil(least), max: Math.floor(most) }),
      fc.integer({ min: Math.ceil(least), max: Math.min(Math.floor(most), Math.ceil(least) + 3) }),
    )
    .map(String);
const year = fc.integer({ min: 1900, max: 2100 }).map(String);
const two = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, "0"));
const month = two(12);
const day = two(31);
