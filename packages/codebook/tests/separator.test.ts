import assert from "node:assert/strict";
import { test } from "node:test";
import { type Separator, separatorOf } from "@osteon/codebook";
import fc from "fast-check";

const FILES: readonly (readonly [text: string, separator: Separator])[] = [
  ["a,b\n1,2\n", ","],
  ["a;b\r\n1,5;2,5\r\n3,5;4,5\r\n", ";"],
  ["a\tb\n1,5\t2;3\n", "\t"],
  ["time\n1\n", ","],
  ["", ","],
  ["Age (years, months, days);Sex (m,f,u)\n1;m\n2;f\n", ";"],
  ['"a;b;c;d",e\n1,2\n', ","],
  ["a;b\n1;x, y\n2;x, y, z\n3;\n", ";"],
  ['a,b\n1,"two\nlines; of; it"\n2,3\n', ","],
  ["a,b;c\n", ","],
];
for (const [text, separator] of FILES)
  test(`${JSON.stringify(text)} is separated by ${JSON.stringify(separator)}`, () =>
    assert.equal(separatorOf(text), separator));

test("no text in marks, and no list in a cell, makes another separator of a file of whole rows", () => {
  const cell = fc.stringMatching(/^[a-z ,;\t]{0,12}$/);
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom<Separator>(",", ";", "\t"), rows, (separator, cells) => {
      const quoted = cells.map((row) => row.map((one) => (one.includes(separator) ? `"${one}"` : one)).join(separator));
      assert.equal(separatorOf([["a", "b", "c"].join(separator), ...quoted].join("\n")), separator);
    }),
  );
});
