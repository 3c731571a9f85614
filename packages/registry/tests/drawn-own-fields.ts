import type { OwnDefinition, OwnType } from "@osteon/codebook";
import fc from "fast-check";

const label = fc.constantFrom(["Vaccinated", "Geimpft"] as const, ["Kit (1/2)", "Kit (1/2)"] as const);
const NUMBERS = [-1e9, -12.5, -1, 0, 0.1, 0.125, 1, 2, 3.5, 10, 99.999999, 1e9] as const;

function range(decimals: number, within?: readonly [number, number]) {
  const fits = NUMBERS.filter((one) => Number(one.toFixed(decimals)) === one);
  const there = fits.filter((one) => within === undefined || (one >= within[0] && one <= within[1]));
  return fc
    .tuple(fc.constantFrom(...there), fc.constantFrom(...there))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
}

const limits = (decimals: number) =>
  range(decimals).chain((possible) => range(decimals, possible).map((plausible) => ({ possible, plausible })));

/** Types that can be, near each other, so that many values lie at their edges. */
export const ownType: fc.Arbitrary<OwnType> = fc.oneof(
  fc.constant({ kind: "yes-no" } as const),
  fc.constant({ kind: "date" } as const),
  fc.integer({ min: 1, max: 30 }).map((maxLength) => ({ kind: "text", maxLength }) as const),
  limits(0).map((one) => ({ kind: "integer", limits: one }) as const),
  fc
    .integer({ min: 1, max: 6 })
    .chain((decimals) => limits(decimals).map((one) => ({ kind: "decimal", decimals, limits: one }) as const)),
  fc
    .uniqueArray(fc.constantFrom("yes", "a", "b_1", "0", "not_done", "kit"), { minLength: 1, maxLength: 4 })
    .map((codes) => ({ kind: "choice", choices: codes.map((code) => ({ code, says: code, german: code })) }) as const),
);

export const definition: fc.Arbitrary<OwnDefinition> = fc.record(
  { label, help: fc.constantFrom(["", ""] as const, ["As asked.", "Wie gefragt."] as const), type: ownType },
  { requiredKeys: ["label", "help", "type"] },
);

/** What people and files write: words of the codebook, numbers and days at every edge, texts with letters that no file keeps. */
export const cell: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...NUMBERS.map(String), "-0", "007", "1.50", "1.0", "0.10", "+1", "1,5", ".5", "5."),
  },
  { weight: 3, arbitrary: fc.constantFrom("yes", "no", "Yes", "a", "b_1", "0", "kit", "A", "not_done", "ja", "true") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "unknown",
        "not done",
        "not applicable",
        "Unknown",
        "not-done",
        "NOT  APPLICABLE",
        "na",
        "N/A",
        "K.A.",
        "\u212a.a.",
      ],
      ...["ENTFÄLLT", "entfällt", "NICHT DURCHGEFÜHRT", "#N/A", "#İ", "İ", "?", "-", "nan", "not known", "not_done"],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "2009-05-17",
        "2009-02-29",
        "2008-02-29",
        "2100-02-29",
        "1900-02-29",
        "2009-13-01",
        "2009-05",
        "2009",
        "0209-05-17",
      ],
      ...[
        "2101-01-01",
        "1899-12-31",
        "1900-01-01",
        "2100-12-31",
        "2009-04-31",
        "17.05.2009",
        "2009-5-7",
        "2009-05-17T00:00",
      ],
    ),
  },
  { weight: 1, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }).map(String) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 32 }) },
  {
    weight: 3,
    arbitrary: fc.string({
      minLength: 1,
      maxLength: 32,
      unit: fc.constantFrom(
        ...[
          "a",
          "Z",
          "0",
          ".",
          "-",
          " ",
          "\t",
          "\n",
          "\r",
          "\v",
          "\f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\u200b",
        ],
        ...["\u3000", "\u1680", "\u2003", "ä", "\u{1f600}", "\u0001", "\u007f", "\u0663", '"', "'", ";", "\\", "%"],
      ),
    }),
  },
);

/** Definitions of which a part may be anything. */
export const anything: fc.Arbitrary<unknown> = fc
  .tuple(
    definition,
    fc.constantFrom("label", "help", "type", "unit", "shownWhen", "requiredFrom", "retired", "computed"),
    fc.oneof(
      fc.constantFrom<unknown>(
        ...[null, true, false, 0, "", "x", "mg/dL", [], {}, ["A", "B"], ["A", ""], ["", ""], ["A "], ["a\u200b", "b"]],
        ...[{ kind: "integer" }, { kind: "key" }, { kind: "text", maxLength: 1.5 }, { kind: "text", maxLength: 1001 }],
        ...[
          { kind: "text", maxLength: "5" },
          { kind: "date", more: 1 },
          { kind: "choice", choices: [] },
        ],
        { kind: "choice", choices: [{ code: "unknown", says: "U", german: "U" }] },
        {
          kind: "choice",
          choices: [
            { code: "a", says: "U", german: "U" },
            { code: "a", says: "V", german: "V" },
          ],
        },
        { kind: "choice", choices: [{ code: "a'; drop table chart.patient; --", says: "U", german: "U" }] },
        { kind: "choice", choices: [{ code: "a", says: "U" }] },
        { kind: "decimal", decimals: 2, limits: { possible: [0, 1], plausible: [0, 0.123] } },
        { kind: "decimal", decimals: 0, limits: { possible: [0, 1], plausible: [0, 1] } },
        { kind: "decimal", decimals: 7, limits: { possible: [0, 1], plausible: [0, 1] } },
        { kind: "integer", limits: { possible: [0, 1], plausible: [0, 2] } },
        { kind: "integer", limits: { possible: [1, 0], plausible: [0, 1] } },
        { kind: "integer", limits: { possible: [0, 1.5], plausible: [0, 1] } },
        { kind: "integer", limits: { possible: [0, 1e10], plausible: [0, 1] } },
        { kind: "integer", limits: { possible: ["0", "1"], plausible: [0, 1] } },
        { kind: "integer", limits: { possible: [0], plausible: [0, 1] } },
        { field: "sex", equals: "female" },
        { field: "sex'", equals: "female" },
        { field: "sex" },
        { field: "sex", equals: 1 },
        { on: "2027-01-01", by: "diagnosed_on" },
        { on: "2027-01-01", by: "" },
        { on: "2027-02-30", by: "" },
        { on: "2027", by: "" },
        { on: "2027-01-01" },
      ),
      definition.map(({ type }) => type),
    ),
  )
  .map(([one, part, value]) => ({ ...one, [part]: value }));
