import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderPng } from "@osteon/publish/png";
import { text } from "../src/svg/marks.ts";
import { sheet } from "../src/svg/sheet.ts";
import { FIGURE_LETTERS, fontsFor } from "../src/typeface/figure-fonts.ts";

const LETTERS = FIGURE_LETTERS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)),
);
const PAIRS = [
  "AVATAR To Te Ty. LT P. 1/2 11 17",
  "fi fl ff ffi ffl ft tt ij fb",
  "Ä Ö Ü ä ö ü ß: Röntgen, Fälle, größer",
];

function drawn(lines: readonly string[], bold: boolean, description: string): string {
  const marks = lines.map((line, place) =>
    text(4, 12 * (place + 1), line, bold ? { size: 10, face: "semibold" } : { size: 10 }),
  );
  return sheet(
    { name: "letters", title: "Letters", description },
    { width: 400, height: 12 * lines.length + 6 },
    ...marks,
  );
}

/** A letter that only the whole typeface has, in what nobody draws. */
const CYRILLIC = "Ж";

describe("figures are drawn the same with the small fonts as with the whole typeface", () => {
  const lines = Array.from({ length: Math.ceil(LETTERS.length / 24) }, (_, row) =>
    LETTERS.slice(row * 24, row * 24 + 24).join(" "),
  );
  for (const bold of [false, true])
    for (const [what, shown] of [
      ["each letter", lines],
      ["pairs that are set together", PAIRS],
    ] as const)
      test(`${what}, ${bold ? "semibold" : "regular"}`, () => {
        const [small, whole] = [drawn(shown, bold, "Letters"), drawn(shown, bold, CYRILLIC)];
        assert.notDeepEqual(fontsFor(small).fontFiles, fontsFor(whole).fontFiles);
        assert.ok(Buffer.from(renderPng(small, 144)).equals(renderPng(whole, 144)));
      });

  test("a letter that the small fonts have not is drawn with the whole typeface", () => {
    const [cyrillic, nothing] = [drawn([CYRILLIC], false, "Letters"), drawn([" "], false, "Letters")];
    assert.ok(!Buffer.from(renderPng(cyrillic, 144)).equals(renderPng(nothing, 144)));
  });
});
