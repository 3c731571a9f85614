import assert from "node:assert/strict";
import { test } from "node:test";
import { count, day, faultsOf, number, oneOf, optional, PLAIN, problem, text } from "@osteon/words";

const CODES = {
  "before-birth": problem(
    { date: day, born: day },
    {
      en: (v) => ({ says: `${v.date} lies before the birth (${v.born}).`, fix: "Correct one." }),
      de: (v) => ({ says: `${v.date} liegt vor der Geburt (${v.born}).`, fix: "Eines berichtigen." }),
    },
  ),
  "too-many": problem(
    { rows: count, most: optional(number), of: oneOf("file", "sheet") },
    {
      en: (v) => ({ says: `${v.rows({ one: "row", other: "rows" })} in the ${v.of}`, fix: v.most ?? "" }),
      de: (v) => ({ says: v.rows({ one: "Zeile", other: "Zeilen" }), fix: v.most ?? "" }),
    },
  ),
  busy: problem({}, { en: () => ({ says: "Busy.", fix: "Wait." }), de: () => ({ says: "Belegt.", fix: "Warten." }) }),
};
const { refused, queried } = faultsOf(CODES);
const german = { ...PLAIN, language: "de" } as const;

test("a fault carries its code, its values and the English of a file", () => {
  assert.deepEqual(refused("before-birth", { date: "2009-05-17", born: "2010-04" }), {
    code: "before-birth",
    severity: "refused",
    values: { date: "2009-05-17", born: "2010-04" },
    says: "2009-05-17 lies before the birth (2010-04).",
    fix: "Correct one.",
  });
  assert.deepEqual(queried("busy").values, {});
});

test("values that are absent do not travel", () => {
  assert.deepEqual(Object.keys(refused("too-many", { rows: 1, of: "file", most: undefined }).values), ["rows", "of"]);
});

test("each language has its plurals, days and decimal signs", () => {
  assert.equal(CODES["too-many"].tell({ rows: 1, of: "file" }, german)?.says, "1 Zeile");
  assert.equal(CODES["too-many"].tell({ rows: 2, of: "file" }, PLAIN)?.says, "2 rows in the file");
  assert.equal(CODES["too-many"].tell({ rows: 2, of: "file", most: 1.5 }, german)?.fix, "1,5");
  assert.equal(
    CODES["before-birth"].tell({ date: "2009-05-17", born: "2010-04" }, german)?.says,
    "17. Mai 2009 liegt vor der Geburt (April 2010).",
  );
});

test("values of another version tell nothing", () => {
  for (const values of [{}, { rows: -1, of: "file" }, { rows: 1, of: "heap" }, { rows: "1", of: "file" }])
    assert.equal(CODES["too-many"].tell(values, PLAIN), undefined);
});

test("what is left out does not compile", () => {
  const planted = () => [
    // @ts-expect-error a code without German
    problem({ name: text }, { en: (v) => ({ says: v.name, fix: "Mend it." }) }),
    // @ts-expect-error a sentence of a value that the code has not
    problem({ name: text }, { en: (v) => ({ says: v.other, fix: "" }), de: (v) => ({ says: v.name, fix: "" }) }),
    // @ts-expect-error a language that does not say how it is mended
    problem({}, { en: () => ({ says: "Bad." }), de: () => ({ says: "Schlecht.", fix: "" }) }),
    // @ts-expect-error a value left out
    refused("before-birth", { date: "2009-05-17" }),
    // @ts-expect-error all values left out
    refused("before-birth"),
    // @ts-expect-error a value of another kind
    refused("too-many", { rows: "1", of: "file" }),
    // @ts-expect-error no code of that name
    refused("after-birth", { date: "2009-05-17", born: "2010-04" }),
  ];
  assert.throws(planted, /its values are/);
});
