import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { annotatedHtml, bindNumbers, checkPaper, readPaper } from "@osteon/paper";
import fc from "fast-check";

/** Numbers that arithmetic stumbles at: none, less than none, too many digits, too large for a double. */
const number = fc.oneof(
  fc.constantFrom("0", "00", "0.0", "0.000", "-1", "1", "7", "56", "100", "100.0", "101", "1,000", "1.234", "12,5"),
  fc.constantFrom("9".repeat(16), "9".repeat(22), "9".repeat(310), `0.${"0".repeat(120)}1`, `1.${"3".repeat(150)}`),
  fc.integer({ min: 0, max: 400 }).map(String),
  fc.double({ min: 0, max: 120, noNaN: true }).map((value) => value.toFixed(1)),
);

/** Forms in which papers print what is checked; `#` stands for a number. */
const FORMS = [
  "#/# (#%)",
  "# of # (# %) children",
  "# % (n = #/#)",
  "# % of the # patients",
  "Of the # patients, # % relapsed",
  "# patients (# %)",
  "# girls and # boys of # children",
  "# (#%) of # patients",
  "median # (range # to #) years in # patients",
  "mean # ± # years (n = #)",
  "mean age # (SD #), range #-#",
  "# % (95 % CI # to # %)",
  "#/# (# %) with 95 % CI # to # %",
  "hazard ratio # (95% CI #-#), p = #",
  "OR #, 95 % KI # bis #",
  "chi-square = #, df = #, p = #",
  "t(#) = #, p < #",
  "p = #",
  "relapse-free survival was # % at # months",
  "# % at # years had relapsed",
  "included from # to #, n = #",
  "We screened # children, excluded # and included #.",
  "ratio of girls to boys #:#",
  "between # and #, # von # Kindern (# %)",
  "\n\n| | All (n = #) | A (n = #) |\n| --- | --- | --- |\n| girls | # (# %) | # (# %) |\n| boys | #/# (# %) | # |\n| age, median (range) | # (#-#) | # ± # |\n\n",
  "Table 1. Characteristics of # patients\n\n| | n | % |\n| --- | --- | --- |\n| girls | # | # |\n\n",
  "group A # of # versus group B # of # (p = #, Fisher)",
  "CRP # mg/l (normal < #)",
] as const;

const sentence = fc.constantFrom(...FORMS).chain((form) =>
  fc.array(number, { minLength: form.split("#").length, maxLength: form.split("#").length }).map((numbers) => {
    let at = 0;
    return form.replaceAll("#", () => numbers[at++] ?? "0");
  }),
);
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: sentence },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .chain((sentences) =>
    fc.constantFrom(". ", ".\n", "\n", "; ").map((between) => `Results\n\n${sentences.join(between)}.\n`),
  );

const SOURCES = { results: { results: [] }, wordings: [], titles: {}, older: [] };

describe("a paper may print any number", () => {
  for (const printed of [
    "0/0 (0.0%) relapsed.",
    "0 of 0 (0 %) children.",
    "0/0 (0.0%) and 3/0 (12 %), 5/7 (71.4%).",
    `${"9".repeat(310)} of ${"9".repeat(310)} (50 %) children.`,
    "7/9 (77.7777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777 %).",
  ])
    test(`${printed.slice(0, 40)} is read and checked`, async () => {
      const read = await readPaper(Buffer.from(`Results\n\n${printed}\n`), "a.txt");
      assert.ok(read.ok);
      checkPaper(read.text);
    });

  test("no text of such numbers makes a check, a binding or the marked page throw, or says NaN or Infinity", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const read = await readPaper(Buffer.from(one), "a.txt");
        if (!read.ok) return;
        const checked = checkPaper(read.text);
        assert.doesNotMatch(
          JSON.stringify(
            checked.findings.map(({ says, recomputed, consistentValues }) => [says, recomputed, consistentValues]),
          ),
          /NaN|Infinity/,
        );
        annotatedHtml("a.txt", read.text, checked);
        bindNumbers(read.text, SOURCES as never);
      }),
      { numRuns: process.env.OSTEON_SOAK === undefined ? 150 : 400, seed: 20 },
    );
  });
});
