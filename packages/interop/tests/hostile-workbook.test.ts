import assert from "node:assert/strict";
import { test } from "node:test";
import { readChartWorkbook } from "@osteon/interop";
import { strToU8, zipSync } from "fflate";
import { numberFormat } from "../src/workbook/number-format.ts";
import { xmlReader } from "../src/workbook/xml-events.ts";

const PIECE = "x".repeat(1_000_000);

for (const [what, begin] of [
  ["a text before any element", ""],
  ["a text", "<a>"],
  ["a tag's name", "<"],
  ["an attribute", '<a b="'],
  ["a comment", "<a><!--"],
  ["an unread section", "<a><![CDATA["],
  ["a processing instruction", "<?x "],
  ["a document type", "<!DOCTYPE "],
] as const) {
  test(`${what} that does not end is read no further than a cell can go`, () => {
    const reader = xmlReader({});
    reader.write(begin);
    assert.throws(() => {
      for (let n = 0; n < 10; n++) reader.write(PIECE);
    }, /more than is read/);
  });
}

test("a cell as long as a spreadsheet allows, every letter written as a number, is read", () => {
  let text = "";
  const reader = xmlReader({
    text: (piece) => {
      text += piece;
    },
  });
  const whole = `<a>${"&#128512;".repeat(32_767)}</a>`;
  for (let from = 0; from < whole.length; from += 10_000) reader.write(whole.slice(from, from + 10_000));
  reader.end();
  assert.equal(text.length, 2 * 32_767);
});

test("a format that does not end is read no further than a spreadsheet allows", () => {
  for (const piece of ["[", '"', "\\", "h", "0.", "_"])
    assert.ok(numberFormat(164, piece.repeat(900_000)).code.length <= 255);
});

test("a workbook that is one endless text is too large, and not merely no workbook", async () => {
  const { problems } = await readChartWorkbook(zipSync({ "xl/workbook.xml": strToU8("0".repeat(3_000_000)) }));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["file-too-large-to-read"],
  );
});
